package web

import (
	"net/http/httptest"
	"testing"
)

// BenchmarkPages asks for pages that nothing has changed under.
func BenchmarkPages(b *testing.B) {
	h, _ := start(b)
	post(b, h, "/examples", nil)
	for _, page := range []string{"/", "/RUS-USA", "/report/2018-03-26-united-states-russia", "/search?q=Seattle"} {
		b.Run(page, func(b *testing.B) {
			for b.Loop() {
				w := httptest.NewRecorder()
				h.ServeHTTP(w, httptest.NewRequest("GET", page, nil))
				if w.Code != 200 {
					b.Fatal(w.Code)
				}
			}
		})
	}
}
