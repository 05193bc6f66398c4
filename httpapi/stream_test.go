package httpapi_test

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/wire"
)

// patience is the longest that a test waits for something that is to come.
const patience = 20 * time.Second

// message is one of a stream: an event, or a comment.
type message struct {
	id, event, data, comment string
}

// listener reads a stream.
type listener struct {
	*testing.T
	answer   *http.Response
	messages chan message // closed when the stream ends
}

// streaming serves books over a real connection.
func streaming(t *testing.T, e *engine.Engine, edit ...func(*httpapi.Options, *http.Server)) *httptest.Server {
	t.Helper()
	o := httpapi.Options{Engine: e, Clock: samplebooks.Soon, Logger: slog.New(slog.DiscardHandler), Poll: 20 * time.Millisecond,
		Timeout: 200 * time.Millisecond}
	for _, change := range edit {
		change(&o, new(http.Server))
	}
	h, err := httpapi.New(o)
	check(t, err)
	s := httptest.NewUnstartedServer(nil)
	s.Config = httpapi.Server(h)
	for _, change := range edit {
		change(new(httpapi.Options), s.Config)
	}
	s.Start()
	t.Cleanup(s.Close)
	return s
}

func listen(t *testing.T, s *httptest.Server, last string, edit ...func(*http.Request)) *listener {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL+"/api/v1/events", nil)
	check(t, err)
	if last != "" {
		r.Header.Set("Last-Event-ID", last)
	}
	for _, change := range edit {
		change(r)
	}
	client := &http.Client{Transport: &http.Transport{DisableCompression: true}}
	answer, err := client.Do(r)
	check(t, err)
	t.Cleanup(func() { _ = answer.Body.Close() })
	l := &listener{t, answer, make(chan message, 1000)}
	go func() {
		defer close(l.messages)
		var m message
		for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
			name, value, _ := strings.Cut(lines.Text(), ": ")
			switch name {
			case "id":
				m.id = value
			case "event":
				m.event = value
			case "data":
				m.data = value
			case "":
				if value != "" {
					m.comment = value
					break
				}
				l.messages <- m
				m = message{}
			}
		}
	}()
	return l
}

func (l *listener) next() message {
	l.Helper()
	select {
	case m, open := <-l.messages:
		if !open {
			l.Fatal("the stream ended")
		}
		return m
	case <-time.After(patience):
		l.Fatal("nothing came")
	}
	return message{}
}

// event is the next that is no comment.
func (l *listener) event() (message, wire.Event) {
	l.Helper()
	for {
		m := l.next()
		if m.event == "" {
			continue
		}
		var e wire.Event
		d := json.NewDecoder(strings.NewReader(m.data))
		d.DisallowUnknownFields()
		check(l.T, d.Decode(&e))
		if m.id != strconv.FormatUint(e.Sequence, 10) {
			l.Errorf("event %s is of transaction %d", m.id, e.Sequence)
		}
		return m, e
	}
}

func TestEventsFromTheJournal(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Recorded(t)
	check(t, e.Sync(t.Context(), nil))
	s := streaming(t, e)
	l := listen(t, s, "0")
	if l.answer.StatusCode != http.StatusOK || l.answer.Header.Get("Content-Type") != "text/event-stream" ||
		l.answer.Header.Get("Content-Encoding") != "" ||
		l.answer.Header.Get("Cache-Control") != "no-store" || l.answer.Header.Get("Access-Control-Allow-Origin") != "*" {
		t.Fatalf("%s %v", l.answer.Status, l.answer.Header)
	}
	nodes := uint64(0)
	for i := range uint64(41) {
		m, event := l.event()
		if m.event != "purchase" || event.Sequence != i+1 || event.Kind != "purchase" ||
			(event.Nodes > 0) != strings.HasPrefix(event.Wallet, "0x") || (event.Nodes > 0) != (event.Lines > 0) {
			t.Errorf("%+v", m)
		}
		nodes += event.Nodes
	}
	if nodes != 978 {
		t.Errorf("%d nodes were told", nodes)
	}
	resumed := listen(t, s, "39", func(r *http.Request) { r.Header.Set("Accept-Encoding", "gzip") })
	for want := uint64(40); want <= 41; want++ {
		if _, event := resumed.event(); event.Sequence != want {
			t.Errorf("it went on at %d, want %d", event.Sequence, want)
		}
	}
	if resumed.answer.Header.Get("Content-Encoding") != "" {
		t.Error("the stream is compressed")
	}
}

func TestEventsAsTheyAreBooked(t *testing.T) {
	t.Parallel()
	e, node := samplebooks.Recorded(t)
	node.SetFinalized(20)
	node.SetHead(30)
	check(t, e.Sync(t.Context(), nil))
	s := streaming(t, e)
	var before uint64
	e.View(func(_ *fold.Fold, s engine.State) { before = s.Ledger.Sequence })
	live, ahead, late := listen(t, s, ""), listen(t, s, "999999"), listen(t, s, strconv.FormatUint(before-1, 10))
	for _, l := range []*listener{live, ahead, late} {
		l.next() // it has begun
	}
	node.SetHead(69)
	node.SetFinalized(69)
	check(t, e.Sync(t.Context(), nil))
	if _, event := late.event(); event.Sequence != before {
		t.Errorf("it went on at %d, want %d", event.Sequence, before)
	}
	for want := before + 1; want <= 41; want++ {
		for _, l := range []*listener{live, ahead, late} {
			if _, event := l.event(); event.Sequence != want {
				t.Errorf("%d came, want %d", event.Sequence, want)
			}
		}
	}
}

// A stream outlives the time of other answers and the server's deadlines, and says now and then that it is there.
func TestQuietStreamsStay(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Recorded(t)
	s := streaming(t, e, func(o *httpapi.Options, server *http.Server) {
		o.Heartbeat = 100 * time.Millisecond
		server.ReadTimeout, server.WriteTimeout = 300*time.Millisecond, 300*time.Millisecond
	})
	l := listen(t, s, "")
	if first := l.next(); first.comment != "as of 0" {
		t.Errorf("%+v", first)
	}
	for begun := time.Now(); time.Since(begun) < time.Second; {
		if m := l.next(); m.comment != "nothing new" {
			t.Errorf("%+v", m)
		}
	}
}

func TestStreamsEnd(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Recorded(t)
	s := streaming(t, e)
	l := listen(t, s, "")
	l.next()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	check(t, s.Config.Shutdown(ctx)) // it does not wait for its streams
	if m, open := <-l.messages; open {
		t.Errorf("%+v", m)
	}
}

func TestStreamsThatAreRefused(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Recorded(t)
	s := streaming(t, e)
	for _, last := range []string{"x", "-1", "1.5", "99999999999999999999", "1\u00a0"} {
		l := listen(t, s, last)
		if l.answer.StatusCode != http.StatusUnprocessableEntity || l.answer.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%q: %s %v", last, l.answer.Status, l.answer.Header)
		}
	}
	var first *listener
	for range 16 {
		l := listen(t, s, "")
		if l.next(); l.answer.StatusCode != http.StatusOK {
			t.Fatal(l.answer.Status)
		}
		if first == nil {
			first = l
		}
	}
	more := listen(t, s, "")
	if more.answer.StatusCode != http.StatusTooManyRequests || more.answer.Header.Get("Retry-After") != "5" ||
		more.answer.Header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("one more: %s %v", more.answer.Status, more.answer.Header)
	}
	check(t, first.answer.Body.Close())
	for begun := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		if l := listen(t, s, ""); l.answer.StatusCode == http.StatusOK {
			break
		}
		if time.Since(begun) > patience {
			t.Fatal("the place of a stream that ended is not given to another")
		}
	}
	// Others are answered all the same.
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL+"/healthz", nil)
	check(t, err)
	answer, err := http.DefaultClient.Do(r)
	check(t, err)
	defer answer.Body.Close()
	if text, err := io.ReadAll(answer.Body); err != nil || answer.StatusCode != http.StatusOK {
		t.Errorf("%s %s, %v", answer.Status, text, err)
	}
}
