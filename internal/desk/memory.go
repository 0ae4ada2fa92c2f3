package desk

import (
	"context"
	"sync"

	"demarche"
)

// memory keeps what was made from the record until the record changes, for doors that
// many ask the same at once.
type memory struct {
	mu    sync.Mutex
	stamp string // of the record that it was made from
	kept  map[string]*kept

	dossiers map[string]*dossier // by their pairs of parties
	asked    int64               // how often one was asked for
}

// mostFiled is how many events are kept in dossiers.
const mostFiled = 100_000

// dossier gives the dossier of a pair of parties, which is empty at first. Those that
// nobody has asked for in the longest time make room.
func (m *memory) dossier(dyad string) *dossier {
	m.mu.Lock()
	defer m.mu.Unlock()
	d := m.dossiers[dyad]
	if d == nil {
		if m.dossiers == nil {
			m.dossiers = map[string]*dossier{}
		}
		d = &dossier{dyad: dyad}
		m.dossiers[dyad] = d
	}
	m.asked++
	d.used = m.asked
	for {
		var oldest *dossier
		size := int64(0)
		for _, x := range m.dossiers {
			size += 1 + x.size.Load()
			if x != d && (oldest == nil || x.used < oldest.used) {
				oldest = x
			}
		}
		if size <= mostFiled || oldest == nil {
			return d
		}
		delete(m.dossiers, oldest.dyad)
	}
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

// Warm reads ahead of the busiest pairs of parties, so that nobody has to wait for
// them, as long as there is room, and files what it read.
func (r *Record) Warm(ctx context.Context) error {
	const busy = 2000 // events: what has fewer is read while nobody notices
	pairs, err := r.Dyads(ctx, View{})
	room := int64(mostFiled / 2)
	for _, p := range pairs {
		room -= p.Events
		if err != nil || p.Events < busy || room < 0 {
			break
		}
		_, err = r.memory.dossier(p.Name).acts(ctx, r.store, View{}, demarche.Day{})
	}
	if err != nil {
		return err
	}
	return r.store.File(ctx)
}
