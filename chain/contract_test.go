package chain_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/testcontracts"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
)

// deploy makes a contract of its bytecode and what its constructor wants.
func (l *live) deploy(bin string, arguments []byte) common.Address {
	l.t.Helper()
	at, err := l.Deploy(l.t.Context(), 0, append(common.FromHex(bin), arguments...))
	if err != nil {
		l.t.Fatal(err)
	}
	return at
}

// owned is a wallet of two owners on a chain.
type owned struct {
	l  *live
	at common.Address
}

func (l *live) owned(first, second int) owned {
	l.t.Helper()
	return owned{l, l.deploy(testcontracts.TwoOwnersMetaData.Bin,
		testcontracts.NewTwoOwners().PackConstructor(l.wallet(first), l.wallet(second), big.NewInt(7)))}
}

// signed is what its owners give for a hash: their signatures, one after the other.
func (o owned) signed(hash common.Hash, owners ...int) (signature []byte) {
	o.l.t.Helper()
	message := o.l.call(o.at, testcontracts.NewTwoOwners().PackMessageHash(hash))
	for _, n := range owners {
		_, key := o.l.Wallet(n)
		signature = append(signature, signedBy(o.l.t, key, message)...)
	}
	return signature
}

func signedBy(t *testing.T, key *ecdsa.PrivateKey, hash []byte) []byte {
	t.Helper()
	signature, err := crypto.Sign(hash, key)
	if err != nil {
		t.Fatal(err)
	}
	signature[64] += 27
	return signature
}

// call is what a contract returns at the head.
func (l *live) call(to common.Address, data []byte) []byte {
	l.t.Helper()
	var answer string
	call := map[string]any{"to": to, "data": "0x" + common.Bytes2Hex(data)}
	if err := l.Client().Client().CallContext(l.t.Context(), &answer, "eth_call", call, "latest"); err != nil {
		l.t.Fatal(err)
	}
	return common.FromHex(answer)
}

// A wallet of two owners says yes to what both of them signed, and to nothing else.
func TestAContractSigns(t *testing.T) {
	l := newLive(t)
	safe, other, hash := l.owned(1, 2), l.owned(1, 2), common.Hash{1}
	good := safe.signed(hash, 1, 2)
	w, at := l.watch(nil, l.honest(), l.honest())
	for name, c := range map[string]struct {
		contract  common.Address
		hash      common.Hash
		signature []byte
		want      bool
	}{
		"both owners":                 {safe.at, hash, good, true},
		"another hash":                {safe.at, common.Hash{2}, good, false},
		"another wallet of theirs":    {other.at, hash, good, false},
		"one owner twice":             {safe.at, hash, safe.signed(hash, 1, 1), false},
		"one owner":                   {safe.at, hash, safe.signed(hash, 1), false},
		"a stranger":                  {safe.at, hash, safe.signed(hash, 1, 3), false},
		"the other order":             {safe.at, hash, safe.signed(hash, 2, 1), false},
		"a byte more":                 {safe.at, hash, append(bytes.Clone(good), 0), false},
		"nothing":                     {safe.at, hash, nil, false},
		"bytes that are no signature": {safe.at, hash, bytes.Repeat([]byte{0xff}, 4096), false},
		"an address without code":     {l.wallet(1), hash, good, false},
		"a contract that cannot":      {l.Sale(), hash, good, false},
	} {
		if yes, err := w.ContractSigned(t.Context(), at, c.contract, c.hash, c.signature); err != nil || yes != c.want {
			t.Errorf("%s: %t, %v; want %t", name, yes, err, c.want)
		}
	}
	for address, want := range map[common.Address]bool{safe.at: true, l.Sale(): true, l.wallet(1): false} {
		if is, err := w.IsContract(t.Context(), at, address); err != nil || is != want {
			t.Errorf("%s is a contract: %t, %v", address, is, err)
		}
	}
	blamed(t, w, -1)
}

// Whose word it is changes with the owners, and stays what it was at an older block.
func TestAWordStandsAsOfItsBlock(t *testing.T) {
	l := newLive(t)
	safe, hash := l.owned(1, 2), common.Hash{1}
	before := safe.signed(hash, 1, 2)
	w, then := l.watch(nil, l.honest())
	replace := testcontracts.NewTwoOwners().PackReplace(l.wallet(1), l.wallet(3))
	if _, err := l.Send(t.Context(), 0, safe.at, nil, replace); err != nil {
		t.Fatal(err)
	}
	now, err := w.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for n, c := range []struct {
		at        engine.Header
		signature []byte
		want      bool
	}{{then, before, true}, {now, before, false}, {now, safe.signed(hash, 1, 3), true}, {then, safe.signed(hash, 1, 3), false}} {
		if yes, err := w.ContractSigned(t.Context(), c.at, safe.at, hash, c.signature); err != nil || yes != c.want {
			t.Errorf("%d: %t, %v; want %t", n, yes, err, c.want)
		}
	}
}

// Nothing but the one answer of the standard counts, whatever a contract does.
func TestAnswersThatAreNoYes(t *testing.T) {
	l := newLive(t)
	yes := common.RightPadBytes(common.FromHex("1626ba7e"), 32)
	const answer, refuse, burn = 0, 1, 2
	w, _ := l.watch(nil, l.honest())
	for name, c := range map[string]struct {
		answer []byte
		how    uint8
		want   bool
	}{
		"the yes":             {yes, answer, true},
		"a byte more":         {append(bytes.Clone(yes), 0), answer, false},
		"a word more":         {append(bytes.Clone(yes), yes...), answer, false},
		"the selector alone":  {yes[:4], answer, false},
		"nothing":             {nil, answer, false},
		"one":                 {common.LeftPadBytes([]byte{1}, 32), answer, false},
		"the yes at the end":  {common.LeftPadBytes(yes[:4], 32), answer, false},
		"the yes and garbage": {append(bytes.Clone(yes[:31]), 1), answer, false},
		"the no of Safes":     {common.RightPadBytes([]byte{0xff, 0xff, 0xff, 0xff}, 32), answer, false},
		"many bytes":          {bytes.Repeat(yes, 100), answer, false},
		"a refusal":           {nil, refuse, false},
		"a refusal with yes":  {yes, refuse, false},
		"all gas":             {yes, burn, false},
	} {
		contract := l.deploy(testcontracts.AnsweringMetaData.Bin, testcontracts.NewAnswering().PackConstructor(c.answer, c.how))
		at, err := w.Head(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if got, err := w.ContractSigned(t.Context(), at, contract, common.Hash{1}, []byte{1}); err != nil || got != c.want {
			t.Errorf("%s: %t, %v; want %t", name, got, err, c.want)
		}
	}
}

// A node that has thrown the state of a block away says nothing of what a contract said there, whether it takes hashes or not; and where
// another one has the state, a refusal of the contract itself is a no.
func TestAPrunedNodeSaysNothing(t *testing.T) {
	l := newLive(t)
	safe, hash := l.owned(1, 2), common.Hash{1}
	good := safe.signed(hash, 1, 2)
	refusing := l.deploy(testcontracts.AnsweringMetaData.Bin, testcontracts.NewAnswering().PackConstructor(nil, 1))
	for name, c := range map[string]struct {
		handlers []http.Handler
		contract common.Address
		says     string // empty: no, and no error
	}{
		"alone":                                {[]http.Handler{l.pruned()}, safe.at, "missing trie node"},
		"alone, of a refusal":                  {[]http.Handler{l.pruned()}, refusing, "missing trie node"},
		"with one that has the state":          {[]http.Handler{l.pruned(), l.honest()}, safe.at, "1 of 2 endpoints answers"},
		"with one that is refused":             {[]http.Handler{l.pruned(), l.honest()}, refusing, ""},
		"one that is refused, alone":           {[]http.Handler{l.honest()}, refusing, ""},
		"one that says yes to what is refused": {[]http.Handler{l.honest(), l.sayingYes()}, refusing, "what the contract"},
	} {
		w, at := l.watch(nil, c.handlers...)
		said, err := w.ContractSigned(t.Context(), at, c.contract, hash, good)
		if said || (err != nil) != (c.says != "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %t, %v; want %q", name, said, err, c.says)
		}
	}
}

// pruned is an honest endpoint that has no state to call with.
func (l *live) pruned() http.Handler {
	return l.calling(`"error":{"code":-32000,"message":"missing trie node 01 (path )"}`)
}

// sayingYes is an endpoint by which every contract signed everything.
func (l *live) sayingYes() http.Handler {
	return l.calling(`"result":"` + common.BytesToHash(common.RightPadBytes(common.FromHex("1626ba7e"), 32)).Hex() + `"`)
}

// calling is an endpoint that is honest but for the answer to every call.
func (l *live) calling(answer string) http.Handler {
	return http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		var asked struct {
			ID     json.RawMessage
			Method string
		}
		if err := json.Unmarshal(body, &asked); err == nil && asked.Method == "eth_call" {
			out.Header().Set("Content-Type", "application/json")
			fmt.Fprintf(out, `{"jsonrpc":"2.0","id":%s,%s}`, asked.ID, answer)
			return
		}
		r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
		l.honest().ServeHTTP(out, r)
	})
}

// Two endpoints must say the same, and both must answer; a lone one is believed.
func TestEndpointsAgreeOnAWord(t *testing.T) {
	l := newLive(t)
	safe, hash := l.owned(1, 2), common.Hash{1}
	good, bad := safe.signed(hash, 1, 2), safe.signed(hash, 1, 3)
	ask := func(signature []byte, handlers ...http.Handler) (bool, error) {
		w, at := l.watch(nil, handlers...)
		return w.ContractSigned(t.Context(), at, safe.at, hash, signature)
	}
	var apart *engine.Disagreement
	if said, err := ask(bad, l.honest(), l.sayingYes()); said || !errors.As(err, &apart) {
		t.Errorf("one of two lies: %t, %v", said, err)
	}
	if said, err := ask(good, l.honest(), without(l.honest(), "eth_call")); said || err == nil || !strings.Contains(err.Error(),
		"1 of 2 endpoints answers") {
		t.Errorf("one of two answers: %t, %v", said, err)
	}
	if said, err := ask(good, l.honest()); !said || err != nil {
		t.Errorf("a lone endpoint: %t, %v", said, err)
	}
	if said, err := ask(good, without(l.honest(), "eth_call")); said || problem.KindOf(err) != problem.Unavailable ||
		!strings.Contains(err.Error(), "no endpoint can ask the contract") {
		t.Errorf("a lone endpoint that cannot call: %t, %v", said, err)
	}
	var silent atomic.Bool
	over := make(chan struct{})
	defer close(over)
	w, at := l.watch(nil, http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		if silent.Load() {
			<-over
			return
		}
		l.honest().ServeHTTP(out, r)
	}))
	silent.Store(true)
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	if said, err := w.ContractSigned(ctx, at, safe.at, hash, good); said || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("nobody answers: %t, %v", said, err)
	}
}

// How many nonces a Safe used is proven by its slot, reported where it is kept elsewhere, and unknown of what is no Safe.
func TestSafeNonces(t *testing.T) {
	l := newLive(t)
	safe := l.owned(1, 2)
	elsewhere := l.deploy(testcontracts.SafeLikeMetaData.Bin, nil)
	call := testcontracts.NewSafeLike().PackExecTransaction(l.wallet(1), new(big.Int), nil, 0, new(big.Int), new(big.Int), new(big.Int),
		common.Address{}, common.Address{}, nil)
	for range 3 {
		if _, err := l.Send(t.Context(), 0, elsewhere, nil, call); err != nil {
			t.Fatal(err)
		}
	}
	short := l.deploy(testcontracts.AnsweringMetaData.Bin, testcontracts.NewAnswering().PackConstructor(make([]byte, 31), 0))
	w, at := l.watch(nil, l.honest())
	for name, c := range map[string]struct {
		address   common.Address
		value     uint64
		assurance engine.Assurance
	}{
		"a Safe":                  {safe.at, 7, engine.AssuranceProven},
		"a counter elsewhere":     {elsewhere, 3, engine.AssuranceReported},
		"an address without code": {l.wallet(3), 0, engine.AssuranceUnknown},
		"a short answer":          {short, 0, engine.AssuranceUnknown},
	} {
		f, err := w.SafeNonce(t.Context(), at, c.address)
		if is(t, f, err, c.value, c.assurance); t.Failed() {
			t.Fatal(name)
		}
	}
	// The slot of a contract whose code is not known decides nothing between two endpoints.
	var apart *engine.Disagreement
	for _, honest := range []http.Handler{l.honest(), l.noProofs()} {
		w, at = l.watch(nil, honest, l.reporting(99))
		if f, err := w.SafeNonce(t.Context(), at, safe.at); !errors.As(err, &apart) || f.Known() {
			t.Errorf("two answers: %s, %v", &f.Value, err)
		}
	}
}
