package limits

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/httpapi/operation"
)

// heavyAPI has one answer that takes a second to make: as long as the text that is asked for says, with how often it was made.
type heavyAPI struct {
	router *echo.Echo
	api    *operation.API
	made   atomic.Int64
	atOnce atomic.Int64
	books  Version
}

type lengthRequest struct {
	Length int    `query:"length"`
	Limit  int    `query:"limit"`
	Also   string `query:"also"`
}

// passing is the time of a bubble.
type passing struct{}

func (passing) Now() time.Time { return time.Now() }

func newHeavyAPI(t *testing.T, perSecond int, cost operation.Cost) *heavyAPI {
	t.Helper()
	x, log := &heavyAPI{router: echo.New()}, slog.New(slog.DiscardHandler)
	api := operation.New(x.router, huma.DefaultConfig("heavy", "test"), log)
	x.api = api
	limiter := NewLimiter(perSecond, nil)
	heavy := &Heavy{API: api, Limiter: limiter, Clock: passing{}, Turns: operation.NewTurns(1), Books: func() Version { return x.books }}
	x.router.Use(Secure(false), limiter.Limit(passing{}), heavy.Middleware(), Compress(api), Tag(api), Recover(log), Bound(api, time.Minute))
	operation.Register(api, operation.Operation{ID: "get-thing", Path: "/api/v1/thing", Bounds: operation.Bounds{Cost: cost}},
		func(_ context.Context, in *lengthRequest) (out struct{ Text string }, err error) {
			if x.atOnce.Add(1) > 1 {
				t.Error("two are made at once")
			}
			defer x.atOnce.Add(-1)
			time.Sleep(time.Second)
			if in.Length < 0 {
				return out, fmt.Errorf("it fails")
			}
			out.Text = fmt.Sprint(x.made.Add(1)) + strings.Repeat("x", in.Length)
			return out, nil
		})
	return x
}

func (x *heavyAPI) ask(t *testing.T, query string, edit ...func(*http.Request)) *httptest.ResponseRecorder {
	t.Helper()
	w, r := httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/api/v1/thing?"+query, nil)
	for _, change := range edit {
		change(r)
	}
	x.router.ServeHTTP(w, r)
	return w
}

func with(name, value string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set(name, value) }
}

// Many who ask the same get one answer, made once, until the books change.
func TestSameAnswerIsMadeOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		x := newHeavyAPI(t, 0, operation.Scan)
		answers := make(chan *httptest.ResponseRecorder)
		for range 5 {
			go func() { answers <- x.ask(t, "length=2000&also=a") }()
		}
		first := <-answers
		for range 4 {
			if w := <-answers; w.Code != http.StatusOK || w.Body.String() != first.Body.String() {
				t.Errorf("%d %.20s", w.Code, w.Body)
			}
		}
		tag := first.Header().Get("Etag")
		for _, w := range []*httptest.ResponseRecorder{x.ask(t, "also=a&length=2000"),
			x.ask(t, "length=2000&also=a", with("If-None-Match", `"x"`))} {
			if w.Body.String() != first.Body.String() || w.Header().Get("Etag") != tag || w.Header().Get("Content-Type") != "application/json" {
				t.Errorf("%d %v %.20s", w.Code, w.Header(), w.Body)
			}
		}
		if w := x.ask(t, "length=2000&also=a", with("If-None-Match", tag)); w.Code != http.StatusNotModified || w.Body.Len() != 0 {
			t.Errorf("%d %.20s", w.Code, w.Body)
		}
		if x.made.Load() != 1 {
			t.Errorf("made %d times", x.made.Load())
		}
		for range 2 {
			w := x.ask(t, "length=2000&also=a", with("Accept-Encoding", "gzip"))
			if w.Header().Get("Content-Encoding") != "gzip" || w.Body.Len() > 200 || w.Header().Get("Vary") == "" || w.Header().Get("Etag") == tag {
				t.Errorf("%d bytes, %v", w.Body.Len(), w.Header())
			}
		}
		x.books.Frozen = true
		if w := x.ask(t, "length=2000&also=a", with("If-None-Match", tag)); w.Code != http.StatusOK ||
			!strings.Contains(w.Body.String(), `"3xxx`) {
			t.Errorf("%d %.20s", w.Code, w.Body)
		}
	})
}

// What never changes is kept whatever the books do.
func TestImmutableAnswerIsKept(t *testing.T) {
	t.Parallel()
	x, made := newHeavyAPI(t, 0, operation.Scan), 0
	x.router.GET("/tile/*", func(c echo.Context) error {
		made++
		c.Response().Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		return c.Blob(http.StatusOK, "application/octet-stream", []byte(c.Param("*")))
	})
	x.api.SetBounds(http.MethodGet, "/tile/*", operation.Bounds{Cost: operation.Lookup})
	for _, path := range []string{"0/000", "0/001", "0/000", "0/001"} {
		w := httptest.NewRecorder()
		x.router.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/tile/"+path, nil))
		if w.Code != http.StatusOK || w.Body.String() != path || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%d %s %v", w.Code, w.Body, w.Header())
		}
		x.books.Position.Inputs++
	}
	if made != 2 {
		t.Errorf("made %d times", made)
	}
}

// A long answer that is kept costs what it takes to send.
func TestLongKeptAnswersCountMore(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		x := newHeavyAPI(t, 10, operation.Cost{Turn: true, Kept: true})
		ask := func() int { return x.ask(t, "length=600000").Code } // nine pieces and a part
		if code := ask(); code != http.StatusOK {
			t.Fatal(code)
		}
		time.Sleep(time.Minute)
		for n, want := range []int{http.StatusOK, http.StatusOK, http.StatusTooManyRequests} { // twice ten are all
			if code := ask(); code != want {
				t.Errorf("answer %d: %d", n+1, code)
			}
		}
	})
}

// What fails, and what follows from more than the books, is made each time.
func TestWhatIsNotKept(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		x := newHeavyAPI(t, 0, operation.Scan)
		for range 2 {
			if w := x.ask(t, "length=-1"); w.Code != http.StatusInternalServerError || w.Header().Get("Cache-Control") != "no-store" {
				t.Errorf("%d %s", w.Code, w.Body)
			}
		}
		x = newHeavyAPI(t, 0, operation.Export)
		one, two := x.ask(t, ""), x.ask(t, "")
		if one.Body.String() == two.Body.String() || x.made.Load() != 2 {
			t.Errorf("%s %s", one.Body, two.Body)
		}
		if w := x.ask(t, "length=3000000"); w.Code != http.StatusOK || w.Body.Len() < 3_000_000 {
			t.Errorf("%d, %d bytes", w.Code, w.Body.Len())
		}
	})
}

// An answer takes as much of a client's rate as it costs, a whole bucket at most; one that is kept takes one request.
func TestDearAnswersCountMore(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		x := newHeavyAPI(t, 10, operation.Cost{Requests: 10, Rows: 50, Turn: true, Kept: true})
		if w := x.ask(t, "also=a"); w.Code != http.StatusOK { // 10 of 20, and a second in which 10 come back
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		if w := x.ask(t, "limit=500"); w.Code != http.StatusOK { // 20
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		if w := x.ask(t, "also=a"); w.Code != http.StatusOK || x.made.Load() != 2 { // 1 of the 10 that came back
			t.Errorf("%d %s, made %d times", w.Code, w.Body, x.made.Load())
		}
		w := x.ask(t, "also=b")
		if w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") != "1" || !strings.Contains(w.Body.String(), "counts as 10") {
			t.Errorf("%d %s %v", w.Code, w.Body, w.Header())
		}
		time.Sleep(time.Second)
		if w := x.ask(t, "also=b"); w.Code != http.StatusOK {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	})
}

// slowReader takes what is written when it is told to.
type slowReader struct {
	*httptest.ResponseRecorder
	takes chan struct{}
}

func (s *slowReader) Write(b []byte) (int, error) {
	<-s.takes
	return s.ResponseRecorder.Write(b)
}

// Whoever does not read what was made for them holds nobody up.
func TestSlowReadersHoldNobodyUp(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		x := newHeavyAPI(t, 0, operation.Export)
		slow, done := &slowReader{httptest.NewRecorder(), make(chan struct{})}, make(chan struct{})
		go func() {
			x.router.ServeHTTP(slow, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/api/v1/thing?length=3000000", nil))
			close(done)
		}()
		time.Sleep(2 * time.Second)
		if w := x.ask(t, ""); w.Code != http.StatusOK {
			t.Errorf("%d %s", w.Code, w.Body)
		}
		close(slow.takes)
		if <-done; slow.Body.Len() < 3_000_000 {
			t.Errorf("%d bytes", slow.Body.Len())
		}
	})
}

// Whoever holds every place with answers that it does not read loses one, and its connection, to somebody of another network.
func TestSlowReadersHoldNoPlace(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		x := newHeavyAPI(t, 0, operation.Export)
		broken := make(chan *stalled, 64)
		for n := range 64 {
			go func() {
				s := &stalled{httptest.NewRecorder(), make(chan struct{})}
				defer func() {
					if recover() != nil {
						broken <- s
					}
				}()
				r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/api/v1/thing?length=3000000", nil)
				r.RemoteAddr = fmt.Sprintf("203.0.113.%d:1", n%8)
				x.router.ServeHTTP(s, r)
			}()
			time.Sleep(2 * time.Second) // it is made, and not read
		}
		if len(broken) != 0 {
			t.Fatalf("%d lost their connection before anybody else came", len(broken))
		}
		w := x.ask(t, "", func(r *http.Request) { r.RemoteAddr = "198.51.100.1:1" })
		synctest.Wait()
		if w.Code != http.StatusOK || len(broken) != 1 {
			t.Errorf("%d %s, %d lost their connection", w.Code, w.Body, len(broken))
		}
	})
}

// stalled is a connection whose other end does not read, until the deadline has passed.
type stalled struct {
	*httptest.ResponseRecorder
	passed chan struct{}
}

func (s *stalled) SetWriteDeadline(at time.Time) error {
	if !at.After(time.Now()) {
		close(s.passed)
	}
	return nil
}

func (s *stalled) Write([]byte) (int, error) {
	<-s.passed
	return 0, os.ErrDeadlineExceeded
}

// An answer whose place is taken while it is made is a refusal with nothing of the answer in it.
func TestTakenWhileMade(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		x := newHeavyAPI(t, 0, operation.Export)
		x.router.GET("/api/v1/slow", func(c echo.Context) error {
			<-c.Request().Context().Done()
			c.Response().Header().Set("ETag", `"half"`)
			return c.String(http.StatusInternalServerError, "half an answer")
		})
		x.api.SetBounds(http.MethodGet, "/api/v1/slow", operation.Bounds{Cost: operation.Export})
		ctx, leave := context.WithCancel(t.Context())
		ask := func(address, path string, w http.ResponseWriter) (done chan struct{}) {
			done = make(chan struct{})
			go func() {
				r := httptest.NewRequestWithContext(ctx, http.MethodGet, path, nil)
				r.RemoteAddr = address
				x.router.ServeHTTP(w, r)
				close(done)
			}()
			return done
		}
		slow, read := &slowReader{httptest.NewRecorder(), make(chan struct{})}, httptest.NewRecorder()
		unread := ask("203.0.113.1:1", "/api/v1/thing?length=3000000", slow)
		time.Sleep(2 * time.Second)
		half := ask("203.0.113.1:2", "/api/v1/slow", read) // whose turn it is
		synctest.Wait()
		for n := range 63 { // the last one takes a place
			ask(fmt.Sprintf("10.0.%d.1:1", n), "/api/v1/slow", httptest.NewRecorder())
			synctest.Wait()
		}
		<-half
		if h := read.Header(); read.Code != http.StatusServiceUnavailable || h.Get("Retry-After") != "5" || h.Get("Etag") != "" ||
			!strings.Contains(read.Body.String(), `"crowded"`) || strings.Contains(read.Body.String(), "half") {
			t.Errorf("%d %s %v", read.Code, read.Body, h)
		}
		leave()
		close(slow.takes)
		<-unread
	})
}

// Those who find the queue full learn when to ask again.
func TestCrowdedQueue(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		x := newHeavyAPI(t, 0, operation.Export)
		answers := make(chan *httptest.ResponseRecorder)
		for n := range 80 {
			go func() {
				answers <- x.ask(t, "", func(r *http.Request) { r.RemoteAddr = fmt.Sprintf("203.0.113.%d:1", n) })
			}()
		}
		count := map[int]int{}
		for range 80 {
			w := <-answers
			if count[w.Code]++; w.Code == http.StatusServiceUnavailable && (w.Header().Get("Retry-After") != "5" ||
				!strings.Contains(w.Body.String(), "crowded")) {
				t.Errorf("%v %s", w.Header(), w.Body)
			}
		}
		if count[http.StatusOK] < 10 || count[http.StatusOK] > 11 || count[http.StatusServiceUnavailable]+count[http.StatusOK] != 80 {
			t.Errorf("%v", count)
		}
	})
}
