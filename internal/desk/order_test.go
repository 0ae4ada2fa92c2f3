package desk

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// jobs are the numbers of jobs that the tests try.
var jobs = []int{0, 1, 2, 3, 16}

// numbers yields 0 to n-1, every seventh as an error.
func numbers(n int) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			var err error
			if i%7 == 6 {
				err = fmt.Errorf("bad %d", i)
			}
			if !yield(i, err) {
				return
			}
		}
	}
}

// write is a worker that writes its number.
func write() func([]byte, int) []byte {
	return func(dst []byte, n int) []byte { return fmt.Append(dst, n) }
}

// light is the weight of items that weigh nothing.
func light(int) int { return 0 }

func collect(seq iter.Seq2[[]byte, error]) (got []string) {
	for out, err := range seq {
		if err != nil {
			got = append(got, strings.TrimSpace(string(out)+" "+err.Error()))
			continue
		}
		got = append(got, string(out))
	}
	return got
}

func TestInOrder(t *testing.T) {
	var want []string
	for i := range 100 {
		s := fmt.Sprint(i)
		if i%7 == 6 {
			s = "bad " + s
		}
		want = append(want, s)
	}
	for _, j := range jobs {
		synctest.Test(t, func(t *testing.T) {
			slow := func() func([]byte, int) []byte {
				return func(dst []byte, n int) []byte {
					time.Sleep(time.Duration(n*n%11) * time.Millisecond) // the later may be ready sooner
					return fmt.Append(dst, n)
				}
			}
			if got := collect(inOrder(t.Context(), numbers(100), j, light, slow)); !slices.Equal(got, want) {
				t.Errorf("%d jobs: %q", j, got)
			}
		})
		if got := collect(inOrder(t.Context(), numbers(0), j, light, write)); got != nil {
			t.Errorf("%d jobs, no items: %q", j, got)
		}
	}
}

// TestJobsWorkSideBySide: as many as were asked for, each with a worker of its
// own.
func TestJobsWorkSideBySide(t *testing.T) {
	for _, j := range jobs[1:] {
		synctest.Test(t, func(t *testing.T) {
			var workers atomic.Int32
			var mu sync.Mutex
			busy, most := 0, 0
			work := func() func([]byte, int) []byte {
				workers.Add(1)
				var own sync.Mutex
				return func(dst []byte, _ int) []byte {
					if !own.TryLock() {
						t.Error("one worker works on two items")
					}
					defer own.Unlock()
					count := func(n int) {
						mu.Lock()
						defer mu.Unlock()
						busy += n
						most = max(most, busy)
					}
					count(1)
					time.Sleep(time.Millisecond)
					count(-1)
					return dst
				}
			}
			collect(inOrder(t.Context(), numbers(50), j, light, work))
			if int(workers.Load()) != j || most != j {
				t.Errorf("%d jobs: %d workers, %d busy at once", j, workers.Load(), most)
			}
		})
	}
}

// TestOnlyAWindowIsUnderWay: whoever takes the results slowly holds up those who
// bring the items, and the sooner the heavier they are.
func TestOnlyAWindowIsUnderWay(t *testing.T) {
	const n = 20 * window
	for _, j := range jobs[1:] {
		for _, weight := range []int{0, heavy - 1, heavy, 5 * heavy, 1e6 * heavy} {
			synctest.Test(t, func(t *testing.T) {
				drawn, taken, most := 0, 0, 0
				items := func(yield func(int, error) bool) {
					for drawn < n {
						drawn++
						if !yield(drawn, nil) {
							return
						}
					}
				}
				for range inOrder(t.Context(), items, j, func(int) int { return weight }, write) {
					synctest.Wait()
					taken++
					most = max(most, drawn-taken)
				}
				// One more is drawn, and waits for places.
				if limit := max(1, window*j/(1+weight/heavy)) + 1; taken != n || most > limit {
					t.Errorf("%d jobs, weight %d: %d items came through, %d were under way, want %d and at most %d", j, weight, taken, most, n, limit)
				}
			})
		}
	}
}

// TestEarlyStop: no item is drawn and no goroutine runs after the caller had
// enough.
func TestEarlyStop(t *testing.T) {
	for _, j := range jobs {
		for stop := range 20 {
			over := false
			items := func(yield func(int, error) bool) {
				for i := range 1000 {
					if over {
						t.Errorf("%d jobs: an item is drawn after the end", j)
					}
					if !yield(i, nil) {
						return
					}
				}
			}
			n := 0
			for range inOrder(t.Context(), items, j, light, write) {
				if n++; n > stop {
					break
				}
			}
			over = true
			goleak.VerifyNone(t, goleak.IgnoreCurrent())
		}
	}
}

// TestCancel: the end of ctx is the last that is told, whatever the items say of
// it, and comes without delay.
func TestCancel(t *testing.T) {
	for _, j := range jobs {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		items := func(yield func(int, error) bool) {
			for i := range 3 {
				if !yield(i, nil) {
					return
				}
			}
			<-ctx.Done() // as one who waits for input and heeds ctx
			yield(0, errors.New("reading was cut off"))
		}
		n := 0
		for _, err := range inOrder(ctx, items, j, light, write) {
			switch n++; {
			case n == 3:
				cancel()
			case n > 3 && !errors.Is(err, context.Canceled), n > 4:
				t.Errorf("%d jobs: item %d, error %v", j, n, err)
			}
		}
		if n != 4 {
			t.Errorf("%d jobs: %d items", j, n)
		}
		if got := collect(inOrder(ctx, numbers(9), j, light, write)); !slices.Equal(got, []string{"context canceled"}) {
			t.Errorf("%d jobs, ended before: %q", j, got)
		}
	}
}
