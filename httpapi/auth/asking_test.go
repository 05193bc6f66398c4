package auth

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// slow is a contract that says yes to the owners' signature, when it is told to, and no to any other.
type slow struct {
	now, most atomic.Int32
	answer    chan struct{}
}

const owners = 130 // bytes of their signature

func (s *slow) AskContract(ctx context.Context, wallet ledger.Wallet, _ string, signature []byte) (operator.Word, error) {
	if now := s.now.Add(1); now > s.most.Load() {
		s.most.Store(now)
	}
	defer s.now.Add(-1)
	select {
	case <-s.answer:
	case <-ctx.Done():
		return operator.Word{}, problem.New(problem.Unavailable, problem.NoNode, "no node answers")
	}
	if len(signature) != owners {
		return operator.Word{}, problem.New(problem.NotAuthenticated, "", "the contract does not say so")
	}
	return operator.Word{Wallet: wallet}, nil
}

// Strangers who name a contract with rubbish for signatures keep its owners waiting for those before them, and out of nothing.
func TestStrangersDoNotKeepTheOwnersOfAContractOut(t *testing.T) {
	t.Parallel()
	for name, address := range map[string]string{"one": "203.0.113.1:1", "a network": "203.0.113.%:1"} {
		synctest.Test(t, func(t *testing.T) {
			g, s := newGate(t, home), &slow{answer: make(chan struct{})}
			safe := g.person(7)
			g.apply(operator.Change{Name: "root", Label: "w", Wallet: g.person(9).wallet.String(), Scopes: []operator.Scope{operator.Admin}})
			g.apply(operator.Change{Name: "board", Label: "safe", Wallet: safe.wallet.String(), Contract: true,
				Scopes: []operator.Scope{operator.Record}})
			g.auth.contracts = s
			signIn := func(from string, length int) chan *httptest.ResponseRecorder {
				b, ended := g.browser(), make(chan *httptest.ResponseRecorder, 1)
				message := b.message(safe)
				go func() {
					ended <- b.present(message, "0x"+strings.Repeat("11", length), func(r *http.Request) { r.RemoteAddr = from })
				}()
				synctest.Wait()
				return ended
			}
			var strangers []chan *httptest.ResponseRecorder
			for n := range 12 {
				strangers = append(strangers, signIn(strings.ReplaceAll(address, "%", string(rune('1'+n%9))), 65))
			}
			theirs := signIn("198.51.100.7:1", owners)
			close(s.answer)
			if w := <-theirs; w.Code != http.StatusOK {
				t.Errorf("%s: the owners: %d %s", name, w.Code, w.Body)
			}
			codes := map[int]int{}
			for _, c := range strangers {
				codes[(<-c).Code]++
			}
			asked := map[string]int{"one": maxOfClient, "a network": maxAsking - 1}[name]
			if codes[http.StatusUnauthorized] != asked || codes[http.StatusTooManyRequests] != len(strangers)-asked || s.most.Load() > maxAsked {
				t.Errorf("%s: strangers were answered %v, %d asked at once", name, codes, s.most.Load())
			}
		})
	}
}
