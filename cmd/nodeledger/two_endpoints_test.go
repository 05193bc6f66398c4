package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/nodeledger/nodeledger/internal/replay/habit"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/wire"
)

// turning is a handler that can be another one from one request to the next.
type turning struct{ now atomic.Pointer[http.Handler] }

func (h *turning) turn(to http.Handler)                             { h.now.Store(&to) }
func (h *turning) ServeHTTP(w http.ResponseWriter, r *http.Request) { (*h.now.Load()).ServeHTTP(w, r) }

// twoNodes is a served program with two endpoints of one node that is at block 40: the second is honest, the first turns.
type twoNodes struct {
	*serving

	node  *server.Server
	first *turning
	db    string
}

func besideOne(t *testing.T, first http.Handler) *twoNodes {
	t.Helper()
	return startBeside(t, first, 40)
}

func startBeside(t *testing.T, first http.Handler, reaches uint64, args ...string) *twoNodes {
	t.Helper()
	node, good := recordedNode(t)
	node.SetHead(40)
	node.SetFinalized(30)
	b := &twoNodes{node: node, first: new(turning), db: filepath.Join(t.TempDir(), "books.db")}
	if first == nil {
		first = node
	}
	b.first.turn(first)
	web := httptest.NewServer(b.first)
	t.Cleanup(web.Close)
	b.serving = start(t, &App{}, append([]string{"serve", "--listen", "127.0.0.1:0", "--poll", "1s", "--max-lag", "0", "--program",
		shared("programs", "gpunet-recorded.yaml"), "--rpc", web.URL, "--rpc", good, "--db", b.db}, args...)...)
	b.at(reaches)
	return b
}

// at waits until the books are at a block.
func (b *twoNodes) at(block uint64) {
	b.Helper()
	b.until("/readyz", func(status int, body string) bool {
		return status == http.StatusOK && strings.Contains(body, fmt.Sprintf(`"block":%d,`, block))
	})
}

// goesOn wants that the books reach the head and that all of it becomes final while a fault lasts.
func (b *twoNodes) goesOn() {
	b.Helper()
	b.node.SetHead(69)
	b.node.SetFinalized(60)
	b.at(69)
	b.node.SetFinalized(69)
	b.until("/api/v1/sale", func(_ int, body string) bool {
		var s wire.Sale
		return json.Unmarshal([]byte(body), &s) == nil && s.Totals.Nodes == 978 && s.AsOf.Final == 69
	})
}

// says wants a text in the log.
func (b *twoNodes) says(text string) {
	b.Helper()
	if !strings.Contains(b.stderr.String(), text) {
		b.Errorf("the log does not say %q: %s", text, b.stderr)
	}
}

// never answers until whoever asked has gone.
var never = http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
	if _, err := io.Copy(io.Discard, r.Body); err == nil { // a server sees only after that that they have gone
		<-r.Context().Done()
	}
})

func TestOneOfTwoHangs(t *testing.T) {
	t.Parallel()
	b := besideOne(t, nil)
	b.first.turn(never)
	b.goesOn()
	b.says(`"msg":"an endpoint is left alone for a while"`)
	b.says(`"state":"slow"`)
	b.says(`"msg":"what is final is the word of one endpoint alone, until another one answers"`)
	b.end()
}

func TestOneOfTwoIsRateLimited(t *testing.T) {
	t.Parallel()
	b := besideOne(t, nil)
	b.first.turn(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "30")
		http.Error(w, "too many requests", http.StatusTooManyRequests)
	}))
	b.goesOn()
	b.says(`"state":"limited","seconds":30`)
	b.end()
}

// with is an endpoint of the same node with a habit.
func (b *twoNodes) with(h habit.Habit) http.Handler { return habit.Serve(&h, b.node) }

func TestOneOfTwoHasAWrongCounter(t *testing.T) {
	t.Parallel()
	b := besideOne(t, nil)
	b.first.turn(b.with(habit.Habit{Alter: func(c *habit.Call, v any) any {
		if c.Method == "eth_call" {
			return fmt.Sprintf("0x%064x", 979)
		}
		return v
	}}))
	b.goesOn()
	b.says("the contract's counter")
	b.end()
}

func TestOneOfTwoDoesNotKnowWhatIsFinal(t *testing.T) {
	t.Parallel()
	b := besideOne(t, nil)
	b.first.turn(b.with(habit.Habit{Alter: func(c *habit.Call, v any) any {
		if c.First() == "finalized" {
			return nil
		}
		return v
	}}))
	b.goesOn()
	b.says("an endpoint does not say what is final")
	b.end()
}

func TestOneOfTwoFailsHalfOfTheTime(t *testing.T) {
	t.Parallel()
	b := besideOne(t, nil)
	b.first.turn(b.with(habit.Habit{Web: func(r *habit.Request) *habit.Reply {
		if r.N%2 == 0 {
			return nil
		}
		return &habit.Reply{Status: 500, Body: "Internal Server Error"}
	}}))
	b.goesOn()
	b.end()
}

func TestOneOfTwoIsOfAnotherChain(t *testing.T) {
	t.Parallel()
	other, _ := recordedNode(t)
	other.SetFaults(server.Faults{ChainID: 5})
	b := besideOne(t, other)
	b.goesOn()
	b.says("is on chain 5, the program is for chain 31337")
	b.end()
}

// Final blocks alone are followed with few calls, and nothing is ever pending.
func TestFinalBlocksAlone(t *testing.T) {
	t.Parallel()
	b := startBeside(t, nil, 30, "--final")
	b.node.SetHead(69)
	b.node.SetFinalized(60)
	b.at(60)
	if n := b.node.Calls("eth_getLogs"); n > 6 {
		t.Errorf("%d calls of eth_getLogs", n)
	}
	b.end()
	if strings.Contains(mustRun(t, "doctor", "--db", b.db), "pending") {
		t.Error("something is pending")
	}
}

// Books that are there are served while no node answers, and go on when one does.
func TestServesWhileNoNodeAnswers(t *testing.T) {
	t.Parallel()
	b := besideOne(t, nil)
	b.end()
	b.node.SetHead(69)
	b.node.SetFinalized(69)
	for name, away := range map[string]http.Handler{
		"fails": http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "", http.StatusBadGateway) }),
		"another chain": b.with(habit.Habit{Alter: func(c *habit.Call, v any) any {
			if c.Method == "eth_chainId" {
				return "0x5"
			}
			return v
		}}),
	} {
		b.first.turn(away)
		web := httptest.NewServer(b.first)
		t.Cleanup(web.Close)
		s := start(t, &App{}, "serve", "--listen", "127.0.0.1:0", "--poll", "1s", "--max-lag", "0", "--program",
			shared("programs", "gpunet-recorded.yaml"), "--rpc", web.URL, "--rpc", web.URL+"/second", "--db", b.db)
		s.until("/readyz", func(status int, body string) bool {
			return status == http.StatusOK && strings.Contains(body, "no endpoint of the chain can be used now")
		})
		s.until("/api/v1/sale", func(status int, _ string) bool { return status == http.StatusOK })
		if !strings.Contains(s.stderr.String(), "an endpoint cannot be used for now") {
			t.Errorf("%s: %s", name, s.stderr)
		}
		b.first.turn(b.node)
		s.until("/readyz", func(status int, body string) bool {
			return status == http.StatusOK && strings.Contains(body, `"block":69,`) && strings.Contains(body, `"warnings":[]`)
		})
		s.end()
	}
}
