package desk

import (
	"context"
	"sync"
)

// memory keeps what was made from the record until the record changes, for doors that
// many ask the same at once.
type memory struct {
	mu    sync.Mutex
	stamp string // of the record that it was made from
	kept  map[string]*kept
}

type kept struct {
	mu    sync.Mutex // held while it is made, so that it is made once
	made  bool
	value any
}

// mostKept is how many things are kept.
const mostKept = 32

// remember gives what was kept under a key, or makes it. It must not be changed.
func remember[T any](ctx context.Context, r *Record, key string, make func() (T, error)) (T, error) {
	var none T
	stamp, err := r.store.Stamp(ctx)
	if err != nil {
		return none, err
	}
	m := r.memory
	m.mu.Lock()
	if m.stamp != stamp || len(m.kept) >= mostKept {
		m.stamp, m.kept = stamp, map[string]*kept{}
	}
	k := m.kept[key]
	if k == nil {
		k = &kept{}
		m.kept[key] = k
	}
	m.mu.Unlock()
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.made {
		v, err := make()
		if err != nil {
			return none, err
		}
		k.value, k.made = v, true
	}
	return k.value.(T), nil
}
