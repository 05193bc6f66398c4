package chain_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
	"github.com/nodeledger/nodeledger/program"
)

// blockOf is what a server answers when it is asked for a block.
func blockOf(t *testing.T, s *server.Server, number uint64) (block any) {
	t.Helper()
	answer, refused := s.Answer("eth_getBlockByNumber", []json.RawMessage{fmt.Appendf(nil, `"0x%x"`, number), json.RawMessage("false")})
	if refused != nil {
		t.Fatal(refused)
	}
	if err := json.Unmarshal(answer, &block); err != nil {
		t.Fatal(err)
	}
	return block
}

// instead answers with another block where one is asked for by a number or a tag.
func instead(t *testing.T, s *server.Server, asked string, block any) *alteringServer {
	t.Helper()
	return &alteringServer{s, func(method string, params []any, result any) any {
		if method == "eth_getBlockByNumber" && params[0] == asked {
			return block
		}
		return result
	}}
}

// TestABlockOfAnotherNumber: an endpoint that answers with another block than the one that it is asked for contradicts nobody, and says
// nothing about what is final: it is faulty.
func TestABlockOfAnotherNumber(t *testing.T) {
	made := synth.PaymentHandler(40, 3)
	honest, wrong := made.Serve(), made.Serve()
	honest.SetFinalized(20)
	wrong.SetFaults(server.Faults{NoFinalized: true})
	other := instead(t, wrong, "0x14", blockOf(t, wrong, 19))
	w := dial(t, options(t, made, other, honest))
	final, err := w.Finalized(t.Context())
	if err != nil || final.Number != 20 {
		t.Errorf("final is %v, %v", final, err)
	}
	blamed(t, w, 0)
	if h, err := dial(t, options(t, made, other)).FinalAt(t.Context(), 20); !isFault(err) {
		t.Errorf("block 20 is %v, %v", h, err)
	}
}

// TestAHeadThatIsMadeUp: an endpoint that says that the chain is longer than it is, by a block that nobody else has, does not keep the
// books from going on.
func TestAHeadThatIsMadeUp(t *testing.T) {
	made := synth.PaymentHandler(40, 3)
	for _, near := range []uint64{8, 512} {
		honest := made.Serve()
		invented := synth.PaymentHandler(60, 1)
		o := options(t, made, instead(t, made.Serve(), "latest", blockOf(t, invented.Serve(), 59)), honest)
		o.Limits.Near, o.Limits.Rest, o.Limits.Pause = near, time.Minute, time.Millisecond // long enough for the whole test
		w := dial(t, o)
		at, err := w.FinalAt(t.Context(), 20)
		if err != nil {
			t.Fatal(err)
		}
		for tries := 0; at.Hash != honest.Head().Hash; tries++ {
			head, err := w.Head(t.Context())
			if err != nil || tries > 20 {
				t.Fatalf("after %d tries at block %d: %v", tries, at.Number, err)
			}
			if proven, err := w.Prove(t.Context(), at, head.Number, false); err == nil {
				at = proven.Last
			}
		}
	}
}

// TestOneOfTwoThatAgreeIsBehind: where two endpoints must list the same logs, the books follow as far as both have come.
func TestOneOfTwoThatAgreeIsBehind(t *testing.T) {
	made := synth.PaymentHandler(40, 3)
	ahead, behind := made.Serve(), made.Serve()
	behind.SetHead(38)
	o := options(t, made, ahead, behind)
	o.Level, o.Agree = program.ProofNone, 2
	w := dial(t, o)
	at, err := w.FinalAt(t.Context(), 30)
	if err != nil {
		t.Fatal(err)
	}
	head, err := w.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	proven, err := w.Prove(t.Context(), at, head.Number, false)
	if err != nil || proven.Last.Number != 38 {
		t.Errorf("they follow to %v: %v", proven.Last, err)
	}
}

// TestAWebsocketThatIsNeverMade: an endpoint that takes a connection and says nothing is not waited for longer than any other.
func TestAWebsocketThatIsNeverMade(t *testing.T) {
	made := synth.PaymentHandler(10, 1)
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	o := options(t, made, made.Serve())
	o.Endpoints = append([]string{"ws://" + silent.Addr().String()}, o.Endpoints...)
	o.Limits.Timeout, o.Limits.Survey, o.Limits.Rest = time.Hour, 50*time.Millisecond, time.Millisecond
	ctx, end := context.WithTimeout(t.Context(), time.Minute)
	defer end()
	w, err := chain.Dial(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for range 5 {
		if _, err := w.Head(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if state := w.Endpoints()[0].State; state != chain.StateSlow {
		t.Errorf("it is %s", state)
	}
}

// TestARestHasAnEnd: whatever an endpoint asks for, it is asked again within an hour.
func TestARestHasAnEnd(t *testing.T) {
	made := synth.PaymentHandler(10, 1)
	behind := made.Serve()
	var limited atomic.Bool
	o := options(t, made, http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		if limited.Load() {
			out.Header().Set("Retry-After", "2147483647")
			out.WriteHeader(http.StatusTooManyRequests)
			return
		}
		behind.ServeHTTP(out, r)
	}), made.Serve())
	var log journal
	o.Logger = log.logger()
	w := dial(t, o)
	limited.Store(true)
	if _, err := w.Head(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(log.String(), "state=limited seconds=3600") {
		t.Errorf("the log says %s", log.String())
	}
}

// TestAnEndpointIsGivenOnce: the same endpoint twice would vouch for itself.
func TestAnEndpointIsGivenOnce(t *testing.T) {
	made := synth.PaymentHandler(10, 1)
	o := options(t, made, made.Serve())
	o.Endpoints = append(o.Endpoints, o.Endpoints[0])
	if _, err := chain.Dial(t.Context(), o); err == nil || !strings.Contains(err.Error(), "is given twice") {
		t.Error(err)
	}
}

// withoutHashes takes numbers of blocks alone where a state is asked for.
func withoutHashes(behind http.Handler) http.Handler {
	return http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		body = bytes.ReplaceAll(body, []byte(`{"blockHash":"0x`), []byte(`{"blockHash":"no`))
		r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
		behind.ServeHTTP(out, r)
	})
}

// TestWhatAnotherBranchCounts: an endpoint that takes no hash of a block, and has another block at its number, says nothing about it: its
// count is no fault, and nobody's count is compared with it.
func TestWhatAnotherBranchCounts(t *testing.T) {
	l := newLive(t)
	head := fmt.Sprintf("0x%x", l.Head().Number)
	apart := &alteringServer{l.honest(), func(method string, params []any, result any) any {
		switch {
		case method == "eth_call" && params[1] == head:
			return "0x" + strings.Repeat("0", 63) + "7"
		case method == "eth_getBlockByNumber" && params[0] == head:
			return nil
		}
		return result
	}}
	w, at := l.watch(nil, l.honest(), withoutHashes(apart))
	f, err := w.Counter(t.Context(), at)
	is(t, f, err, bought, engine.AssuranceProven)
	blamed(t, w, -1)
	w, at = l.watch(nil, without(l.honest(), "eth_call", "eth_getProof"), without(withoutHashes(apart), "eth_getProof"))
	if f, err := w.Counter(t.Context(), at); err != nil || f.Known() {
		t.Errorf("the counter is %v, %v", f, err)
	}
}
