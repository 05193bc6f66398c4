package engine_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/internal/worlds"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

var (
	wallets = []string{secondTreasury, "0x00000000000000000000000000000000000000b8", "0x00000000000000000000000000000000000000c9"}
	admins  = []common.Hash{{1, 1}, {1, 2}}
	handler = common.HexToAddress("0x77") // its logs stand for transactions that sale.admin names
)

// node is a node as a process sees it: the chain as it was some time ago, and of it what the text asks for.
type node struct {
	w      *world
	old    *fakechain.Chain // nil: the newest
	pruned bool
	text   *program.Program
	err    error  // of the next Finalized
	do     func() // at the next Prove
}

func (c *node) view() *fakechain.Chain {
	if c.old != nil {
		return c.old
	}
	return c.w.Chain
}
func (c *node) Watch(p *program.Program) error                  { c.text = p; return nil }
func (c *node) Head(ctx context.Context) (engine.Header, error) { return c.view().Head(ctx) }
func (c *node) Finalized(ctx context.Context) (engine.Header, error) {
	if err := c.err; err != nil {
		c.err = nil
		return engine.Header{}, err
	}
	return c.view().Finalized(ctx)
}
func (c *node) HeaderAt(ctx context.Context, n uint64) (engine.Header, error) {
	return c.view().HeaderAt(ctx, n)
}
func (c *node) FinalAt(ctx context.Context, n uint64) (engine.Header, error) {
	return c.view().FinalAt(ctx, n)
}
func (c *node) Counters(ctx context.Context, at engine.Header) ([]engine.Count, error) {
	return c.view().Counters(ctx, at)
}
func (c *node) Balance(ctx context.Context, at engine.Header, of common.Address) (engine.Figure, error) {
	return engine.Figure{Assurance: engine.AssuranceProven}, nil
}
func (c *node) SafeNonce(ctx context.Context, at engine.Header, safe common.Address) (engine.Figure, error) {
	return c.view().SafeNonce(ctx, at, safe)
}
func (c *node) IsContract(ctx context.Context, at engine.Header, a common.Address) (bool, error) {
	return c.view().IsContract(ctx, at, a)
}
func (c *node) ContractSigned(ctx context.Context, at engine.Header, a common.Address, h common.Hash, s []byte) (bool, error) {
	return c.view().ContractSigned(ctx, at, a, h, s)
}

// TokenBalance adds up what the chain has.
func (c *node) TokenBalance(_ context.Context, at engine.Header, token, of common.Address, _ program.Mapping) (engine.Figure, error) {
	v := c.view()
	if c.pruned && at.Number+30 < uint64(len(v.Blocks)) || at.Number >= uint64(len(v.Blocks)) || v.Blocks[at.Number].Header.Hash != at.Hash {
		return engine.Figure{Assurance: engine.AssuranceUnknown, Why: "not kept"}, nil
	}
	f := engine.Figure{Assurance: engine.AssuranceProven}
	for _, b := range v.Blocks[:at.Number+1] {
		for _, l := range b.Facts.Logs {
			if l.Address != token || len(l.Topics) < 3 {
				continue
			}
			value := new(uint256.Int).SetBytes(l.Data)
			if common.Address(l.Topics[2][12:]) == of {
				f.Value.Add(&f.Value, value)
			}
			if common.Address(l.Topics[1][12:]) == of {
				f.Value.Sub(&f.Value, value)
			}
		}
	}
	return f, nil
}

func (c *node) Prove(ctx context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	if do := c.do; do != nil {
		c.do = nil
		do()
	}
	got, err := c.view().Prove(ctx, parent, min(to, parent.Number+1+uint64(c.w.stretches.IntN(8))), final)
	own := map[common.Address]bool{}
	for pair := range fold.PairsOf(c.text) {
		own[pair.Wallet] = true
	}
	blocks := got.Blocks
	got.Blocks = nil
	for _, b := range blocks {
		b.Facts.Logs = slices.DeleteFunc(slices.Clone(b.Facts.Logs), func(l evm.Log) bool {
			if l.Address == handler {
				return !c.text.Sale.Admin.Scan && !slices.Contains(c.text.Sale.Admin.Txs, l.TxHash)
			}
			return l.Address == common.HexToAddress(tether) && !own[common.Address(l.Topics[1][12:])] && !own[common.Address(l.Topics[2][12:])]
		})
		if len(b.Facts.Logs) > 0 {
			got.Blocks = append(got.Blocks, b)
		}
	}
	return got, err
}

// variant is a text with other wallets, other administrative transactions, and a minimum that changes nothing of what is fetched.
func variant(t *testing.T, base *program.Program, own, admin, minimum int) *program.Program {
	t.Helper()
	text := string(canonical.Text(base))
	swap := func(old, next string) {
		if !strings.Contains(text, old) {
			t.Fatalf("%s is not in %s", old, text)
		}
		text = strings.Replace(text, old, next, 1)
	}
	entry := `{"address":"` + strings.ToLower(treasury) + `"}`
	more := entry
	for i, a := range wallets {
		if own&(1<<i) != 0 {
			more += fmt.Sprintf(`,{"from":"2025-06-0%d","address":"%s"}`, i+1, a)
		}
	}
	swap(entry, more)
	if base.Sale.Adapter == program.PaymentHandler && admin != 3 {
		var list []string
		if admin > 0 {
			list = append(list, `"`+admins[admin-1].Hex()+`"`)
		}
		swap(`"admin":"scan"`, `"admin":[`+strings.Join(list, ",")+`]`)
	}
	if minimum > 0 && strings.Contains(text, `{"amount":"0.000003"}]`) {
		swap(`{"amount":"0.000003"}]`, fmt.Sprintf(`{"amount":"0.000003"},{"from":"2025-06-01","amount":"0.00%d"}]`, minimum))
	}
	p, err := program.Read("variant.yaml", []byte(text))
	fatal(t, err)
	return p
}

func handlerProgram(t *testing.T, start string) *program.Program {
	return payingBut(t, "start_block: 0", start, `adapter: nodesale }`,
		`adapter: payment-handler, amount: net, mode: parallel, asset: ETH, tiers: [{ size: 1000, price: 0.075 }] }`)
}

// grows says that a text may take no wallet out now: of some it was not asked yet what they hold, or there is no block yet. What happens
// otherwise is in TestAWalletTakenOutBeforeItIsOpened.
func grows(t *testing.T, s engine.Store) (grows bool, own int) {
	t.Helper()
	f, err := fold.Restore(context.Background(), nil, s)
	fatal(t, err)
	at, err := s.State(context.Background())
	fatal(t, err)
	grows = at.Cursor.Final.Hash == (common.Hash{})
	for pair := range fold.PairsOf(f.Program()) {
		grows = grows || f.Unopened(ledger.Wallet(pair.Wallet), pair.Token)
	}
	for _, x := range f.Program().Own() {
		if i := slices.Index(wallets, strings.ToLower(x.Address.Hex())); i >= 0 {
			own |= 1 << i
		}
	}
	return grows, own
}

func TestHonestBooksOfEveryText(t *testing.T) {
	for seed := range worlds.Of(10, 40) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { everyText(t, seed) })
	}
}

func everyText(t *testing.T, seed uint64) {
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
	defer cancel()
	w, rng, s := newWorld(seed), rand.New(rand.NewPCG(seed, 99)), open(t, "books.db")
	usdt := common.HexToAddress(tether)
	move := func() {
		to := append([]string{treasury}, wallets...)[rng.IntN(4)]
		logs := []evm.Log{w.Transfer(usdt, common.HexToAddress("0x99"), common.HexToAddress(to), big.NewInt(5))}
		if rng.IntN(2) == 0 {
			l := w.Log("Admin()", nil)
			l.Address, l.TxHash = handler, admins[rng.IntN(2)]
			logs = append(logs, l)
		}
		w.Mine(logs...)
	}
	for range rng.IntN(6) {
		move()
	}
	w.Finalise(rng.IntN(4))
	start := []string{"start_block: 0", "start_block: 0", "start_block: 3", "start_block: 3", "start_block: 12"}[rng.IntN(5)]
	var base *program.Program
	switch seed % 3 {
	case 0:
		base = payingBut(t, "start_block: 0", start)
	case 1:
		base = handlerProgram(t, start)
		w.Uncounted = true
	case 2:
		base = everyRule(t)
		start = "of everyRule"
	}
	if start != "start_block: 0" {
		w.Uncounted = true
	}
	var trace []string
	say := func(format string, args ...any) { trace = append(trace, fmt.Sprintf(format, args...)) }
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("seed %d %s\n%s", seed, start, strings.Join(trace, "\n"))
		}
	})
	e0, err := engine.Open(ctx, variant(t, base, rng.IntN(8), rng.IntN(4), 0), s, &node{w: w}, w, silent())
	fatal(t, err)
	staff(t, e0)
	var olds []*fakechain.Chain
	var nodes [2]*node
	var engines [2]*engine.Engine
	var kept [2]engine.Fetched
	begin := func(i int, f engine.Fetched) {
		nodes[i] = &node{w: w, pruned: rng.IntN(4) == 0}
		e, err := engine.Open(ctx, nil, s, nodes[i], w, silent())
		fatal(t, err)
		e.Knows(f)
		engines[i] = e
	}
	begin(0, engine.Fetched{})
	begin(1, engine.Fetched{})
	sound := func(what string, err error) {
		t.Helper()
		say("   -> %v", err)
		var difference *ledger.Difference
		if errors.As(err, &difference) || err != nil && problem.Of(err) != nil && problem.Of(err).Code == problem.NotSound {
			t.Fatalf("%s: %v", what, err)
		}
		if ctx.Err() != nil {
			t.Fatalf("%s: waited too long", what)
		}
	}
	frozen := func() bool {
		at, err := s.State(ctx)
		fatal(t, err)
		return at.Frozen != nil
	}
	none := func(what string, err error) {
		t.Helper()
		sound(what, err)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
	}
	texts := 0
	someOwn := func() int {
		n := rng.IntN(8)
		if only, own := grows(t, s); only {
			n |= own
		}
		return n
	}
	newText := func(i int) {
		if frozen() || texts >= 6 {
			return
		}
		next := variant(t, base, someOwn(), rng.IntN(4), rng.IntN(3))
		if canonical.Digest(next) == canonical.Digest(engines[i].Program()) {
			return
		}
		texts++
		say("text %d by %d: own %d admin %v", texts, i, len(next.Own()), next.Sale.Admin)
		_, err := engines[i].ProposeProgram(ctx, ann, fmt.Sprint("p", texts), next, "why not", false)
		if err == nil {
			_, err = engines[1-i].ConsentToProgram(ctx, bob, canonical.Digest(next), ledger.Hash{})
		}
		sound("text", err)
		if err != nil {
			say("   TEXT REFUSED %v", err)
			texts--
		}
	}
	random := func(i int) {
		nodes[i].old = nil
		if len(olds) > 0 && rng.IntN(2) == 0 {
			nodes[i].old = olds[rng.IntN(len(olds))]
		}
	}
	for range 130 {
		i := rng.IntN(2)
		old := *w.Chain
		if olds = append(olds, &old); len(olds) > 6 {
			olds = olds[1:]
		}
		switch rng.IntN(17) {
		case 0, 1:
			w.grow(1 + rng.IntN(4))
			say("grow to %d", len(w.Blocks)-1)
		case 2:
			d := 1 + rng.IntN(6)
			w.reorganise(d)
			say("reorganise %d to %d", d, len(w.Blocks)-1)
		case 3:
			w.Finalise(rng.IntN(8))
			say("final %d", w.Final)
		case 4, 5, 6:
			random(i)
			if rng.IntN(4) == 0 { // the other one works meanwhile
				j := 1 - i
				do := rng.IntN(3)
				nodes[i].do = func() {
					say("  meanwhile %d by %d", do, j)
					switch do {
					case 0:
						sound("sync", engines[j].Sync(ctx, nil))
					case 1:
						w.grow(2)
						w.Finalise(1)
					case 2:
						if !frozen() { // by j alone, i is busy
							next := variant(t, base, someOwn(), rng.IntN(4), rng.IntN(3))
							if texts < 6 && canonical.Digest(next) != canonical.Digest(engines[j].Program()) {
								texts++
								say("text %d by %d: own %d admin %v", texts, j, len(next.Own()), next.Sale.Admin)
								_, err := engines[j].ProposeProgram(ctx, ann, fmt.Sprint("p", texts), next, "why not", false)
								if err == nil {
									_, err = engines[j].ConsentToProgram(ctx, bob, canonical.Digest(next), ledger.Hash{})
								}
								sound("text", err)
							}
						}
					}
				}
			}
			say("sync %d old %v", i, nodes[i].old != nil)
			sound("sync", engines[i].Sync(ctx, nil))
			nodes[i].do = nil
		case 7, 8:
			random(i)
			if rng.IntN(4) == 0 {
				j := 1 - i
				nodes[i].do = func() { say("  meanwhile sync %d", j); sound("sync", engines[j].Sync(ctx, nil)) }
			}
			say("from chain %d old %v, knows %+v", i, nodes[i].old != nil, engines[i].Fetched())
			err := engines[i].FromChain(ctx)
			sound("from the chain", err)
			if err != nil && nodes[i].old == nil {
				t.Fatalf("from the chain, of a node that is not late: %v", err)
			}
			nodes[i].do = nil
		case 9:
			f := engine.Fetched{}
			switch rng.IntN(4) {
			case 0:
				kept[i] = engines[i].Fetched()
				f = kept[i]
			case 1:
				f = kept[i]
			case 2:
				f = kept[1-i]
			}
			say("restart %d knows %+v", i, f)
			begin(i, f)
		case 10:
			newText(i)
			if rng.IntN(3) == 0 {
				newText(1 - i)
			}
		case 11:
			if rng.IntN(4) == 0 {
				nodes[i].old = nil
				nodes[i].err = &engine.Contradiction{Block: 1, Text: "made up", Evidence: map[string]string{"a": "b"}}
				say("freeze by %d", i)
				sound("sync", engines[i].Sync(ctx, nil))
				nodes[i].err = nil
			}
			if frozen() && rng.IntN(2) == 0 {
				say("thaw %d", i)
				_, err := engines[i].Thaw(ctx, ann, "it was nothing")
				sound("thaw", err)
			}
		case 12:
			if frozen() {
				say("thaw %d", i)
				_, err := engines[i].Thaw(ctx, ann, "it was nothing")
				sound("thaw", err)
			}
			random(i)
			_, err := engines[i].RunJobs(ctx)
			say("jobs %d", i)
			sound("jobs", err)
		case 13:
			from := kept[i]
			if rng.IntN(2) == 0 {
				from = engine.Fetched{}
			}
			say("audit from %+v", from)
			reached := from
			later, err := engine.ProveAgain(ctx, &node{w: w, pruned: rng.IntN(2) == 0}, s, from, func(f engine.Fetched) { reached = f })
			none("audit", err)
			if later != "" {
				t.Fatalf("audit: %s", later)
			}
			if rng.IntN(2) == 0 {
				kept[i] = reached
			}
		case 14:
			if rng.IntN(3) == 0 {
				random(i)
				say("may pay %d old %v", i, nodes[i].old != nil)
				sound("may pay", engines[i].MayPay(ctx))
			}
		default:
			move()
			if rng.IntN(3) > 0 {
				w.Finalise(rng.IntN(3))
			}
			say("move to %d final %d", len(w.Blocks)-1, w.Final)
		}
	}
	w.grow(1)
	w.Finalise(0)
	for i := range engines {
		nodes[i].old = nil
		if frozen() {
			_, err := engines[i].Thaw(ctx, ann, "it was nothing")
			none("thaw", err)
		}
		say("end %d", i)
		none("sync", engines[i].Sync(ctx, nil))
		none("from the chain", engines[i].FromChain(ctx))
		none("may pay", engines[i].MayPay(ctx))
	}
	asTheChainSays(t, s, &node{w: w})
	at, err := s.State(ctx)
	fatal(t, err)
	if at.Cursor.Final.Number != w.Final {
		t.Errorf("final %d, want %d", at.Cursor.Final.Number, w.Final)
	}
	// what the project's wallets hold in the books is what they hold on the chain
	final := w.Blocks[w.Final].Header
	for _, h := range engines[0].Holdings() {
		if h.Token != usdt || strings.Contains(h.Account.String(), "distributor") {
			continue
		}
		f, _ := (&node{w: w}).TokenBalance(ctx, final, usdt, common.Address(h.Wallet), program.Mapping{})
		want := "0"
		if !f.Value.IsZero() {
			want = fmt.Sprintf("0.%06d", f.Value.Uint64())
			want = strings.TrimRight(want, "0")
		}
		got := fmt.Sprint(net(t, s, h.Account.String()))
		if !strings.Contains(got, want+" USDT") && (want != "0" || strings.Contains(got, "USDT")) {
			t.Errorf("balance of %s: books %s, chain %s", h.Account, got, want)
		}
	}
	if refused := strings.Count(strings.Join(trace, "\n"), "TEXT REFUSED"); refused > 0 {
		t.Logf("%d texts refused", refused)
	}
	t.Logf("%s, %d texts", start, texts)
}
