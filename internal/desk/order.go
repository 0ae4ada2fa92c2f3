package desk

import (
	"context"
	"iter"
	"sync"
)

// window is how many items for each job may be under way. Some reports take a
// hundred times as long as others, and none should keep the other jobs waiting.
const window = 32

// heavy is the weight that counts as one more item, so that large items do not
// fill the memory.
const heavy = 16 << 10

// spare is the most room that is kept for the next item to be written into.
const spare = 1 << 20

// inOrder yields what becomes of each item, in the order of the items, however
// many jobs work on them. An item that comes with an error is passed on as that
// error, in its place.
//
// Each job calls worker once, for a function of its own that appends to dst what
// becomes of an item. The bytes yielded hold until the next are asked for. Weight
// gives the size of an item in bytes; no more than a fixed number of items, and of
// bytes beyond those of a single item, is under way at any time.
//
// When ctx ends, so does the sequence, with the error of ctx. In every case all
// goroutines have ended when the sequence has; those that draw the items end
// when the next item is there, so that items should heed ctx too.
func inOrder[T any](ctx context.Context, items iter.Seq2[T, error], jobs int, weight func(T) int, worker func() func(dst []byte, item T) []byte) iter.Seq2[[]byte, error] {
	if jobs <= 1 {
		return oneByOne(ctx, items, worker)
	}
	return func(yield func([]byte, error) bool) {
		l := newLine[T](window * jobs)
		var crew sync.WaitGroup
		defer crew.Wait()
		defer close(l.stop)
		crew.Go(func() { l.draw(items, weight) })
		for range jobs {
			crew.Go(func() { l.work(worker()) })
		}
		l.deliver(ctx, yield)
	}
}

// oneByOne is inOrder for one job, without goroutines.
func oneByOne[T any](ctx context.Context, items iter.Seq2[T, error], worker func() func(dst []byte, item T) []byte) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		work := worker()
		var out []byte
		for item, err := range items {
			if ctx.Err() != nil {
				break
			}
			if err != nil {
				if !yield(nil, err) {
					return
				}
				continue
			}
			out = work(out[:0], item)
			if !yield(out, nil) {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(nil, err)
		}
	}
}

// line is the way that items take: from those that are free to be filled, to the
// queue of the workers and, at once, to the order in which they are delivered.
// It has a fixed number of places, and each channel has room for all of them.
type line[T any] struct {
	free, queue, order chan *place[T]
	stop               chan struct{} // closed when nothing more is wanted
}

// place holds an item under way and what becomes of it.
type place[T any] struct {
	item T
	err  error
	out  []byte
	done chan struct{} // holds one when out or err is there
	more []*place[T]   // the places that stay empty because this item is heavy
}

func newLine[T any](places int) *line[T] {
	l := &line[T]{
		free:  make(chan *place[T], places),
		queue: make(chan *place[T], places),
		order: make(chan *place[T], places),
		stop:  make(chan struct{}),
	}
	for range places {
		l.free <- &place[T]{done: make(chan struct{}, 1)}
	}
	return l
}

// draw puts the items into places as these come free.
func (l *line[T]) draw(items iter.Seq2[T, error], weight func(T) int) {
	defer close(l.order)
	defer close(l.queue)
	for item, err := range items {
		places := 1
		if err == nil {
			places = min(1+weight(item)/heavy, cap(l.free))
		}
		var p *place[T]
		for range places {
			select {
			case q := <-l.free:
				if p == nil {
					p = q
				} else {
					p.more = append(p.more, q)
				}
			case <-l.stop:
				return
			}
		}
		p.item, p.err = item, err
		if err != nil {
			p.done <- struct{}{}
		} else {
			l.queue <- p
		}
		l.order <- p
	}
}

// work fills places until there are no more.
func (l *line[T]) work(do func(dst []byte, item T) []byte) {
	for p := range l.queue {
		select {
		case <-l.stop:
			return
		default:
		}
		p.out = do(p.out[:0], p.item)
		p.done <- struct{}{}
	}
}

// deliver yields the places in order and frees them.
func (l *line[T]) deliver(ctx context.Context, yield func([]byte, error) bool) {
	for {
		var p *place[T]
		select {
		case <-ctx.Done():
		case p = <-l.order:
		}
		if p != nil {
			select {
			case <-ctx.Done():
			case <-p.done:
			}
		}
		// The end of ctx may be why the items came to theirs.
		if err := ctx.Err(); err != nil {
			yield(nil, err)
			return
		}
		if p == nil {
			return
		}
		out := p.out
		if p.err != nil {
			out = nil
		}
		if !yield(out, p.err) {
			return
		}
		l.release(p)
	}
}

// release lets go of an item and frees its places.
func (l *line[T]) release(p *place[T]) {
	for _, q := range p.more {
		l.free <- q
	}
	out := p.out
	if cap(out) > spare {
		out = nil
	}
	*p = place[T]{out: out, done: p.done, more: p.more[:0]}
	l.free <- p
}
