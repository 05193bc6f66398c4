package engine_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

const (
	worldRevenue = "revenue:\n  asset: USDT\n  split: { share: 60%, buyback: 40% }\n  share: { mode: brackets, surplus: carry, " +
		"brackets: [{ nodes: 5, amount: 250 }] }\n" +
		"payout: { treasury: \"" + treasury + "\", distributor: { USDT: \"" + distributor + "\" } }\n" +
		"referral: { discount: 10%, reward: 10%, settlement: on_chain }\ntoken:\n"
	worldUSDT = "  USDT:   { decimals: 6, kind: erc20, address: \"" + tether + "\" }\n  GPU:    {"
)

// withRules is a program with every kind of rule, with parts of its text replaced. tge is when its token is generated.
func withRules(t *testing.T, tge string, oldNew ...string) *program.Program {
	t.Helper()
	return rewardingBut(t, append(oldNew, "  tge: 2024-04-19T12:00:00Z\n", "  tge: "+tge+"\n", "token:\n", worldRevenue, "  GPU:    {",
		worldUSDT)...)
}

// edit is one line of the program file that is changed in place, the setting in question, and both of its values.
type edit struct{ name, old, new, setting, was, is string }

var edits = []edit{
	{"factor", "{ nodes: 5, factor: 1.2 }", "{ nodes: 5, factor: 1.3 }", "score", `"factor":"1.2"`, `"factor":"1.3"`},
	{"bracket", "{ nodes: 20, factor: 1.5 }", "{ nodes: 21, factor: 1.5 }", "score", `"nodes":"20"`, `"nodes":"21"`},
	{"lock", "lock: 2d", "lock: 1d", "token.lock", `"2d"`, `"1d"`},
	{"emission of the token", "first: 15%", "first: 14%", "token.emission.first", `"0.15"`, `"0.14"`},
	{"emission of points", "per_day: 1440", "per_day: 1441", "points.emission", `"per_day":"1440"`, `"per_day":"1441"`},
	{"allocation", "reserve: 40%, foundation: 15%", "reserve: 39%, foundation: 16%", "token.allocation.foundation", `"0.15"`, `"0.16"`},
}

func TestARuleInForceIsNotChangedInPlace(t *testing.T) {
	before, after := "2024-06-19T12:00:00Z", "2024-04-19T12:00:00Z"
	for name, tge := range map[string]string{"before the TGE": before, "after the TGE": after} {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			s := open(t, "books.db")
			w := newWorld(1)
			e := ruledBooks(t, s, w, withRules(t, tge))
			head := e.Reader()
			sealed, err := head.State(ctx)
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range append(edits, edit{"split", "share: 60%, buyback: 40%", "share: 90%, buyback: 10%", "revenue.split",
				`"share":"0.6"`, `"share":"0.9"`},
				edit{"bracket", "{ nodes: 5, amount: 250 }", "{ nodes: 5, amount: 251 }", "revenue.share", `"amount":"250"`, `"amount":"251"`},
				edit{"reward", "reward: 10%", "reward: 20%", "referral.reward", `"0.1"`, `"0.2"`},
				edit{"treasury", "treasury: \"" + treasury, "treasury: \"" + distributor[:41] + "9", "payout.treasury", treasury[2:],
					distributor[2:41]},
				edit{"distributor", "USDT: \"" + distributor, "USDT: \"" + treasury[:41] + "9", "payout.distributor.USDT", distributor[2:],
					treasury[2:41]},
			) {
				edited := edited(t, tge, x)
				_, err := engine.Open(ctx, edited, s, w, w, silent())
				of := problem.Of(err)
				if of == nil || of.Code != problem.RuleInForce || !strings.Contains(of.Text, x.setting+" is ") ||
					!strings.Contains(of.Text, x.was) || !strings.Contains(of.Text, x.is) {
					t.Errorf("%s: %v, want %s, %s and %s", x.name, err, x.setting, x.was, x.is)
				}
				refusal(t, problem.Conflict, x.setting+" is ")(e.ProposeProgram(ctx, ann, "p-"+strings.ReplaceAll(x.name, " ", "-"), edited,
					"to earn more", false))
			}
			if now, err := head.State(ctx); err != nil || now.Ledger.Hash != sealed.Ledger.Hash || now.Inputs != sealed.Inputs {
				t.Errorf("something was booked: %v, %v", now.Ledger.Hash, err)
			}
		})
	}
}

// edited is that program with one part changed.
func edited(t *testing.T, tge string, x edit) *program.Program {
	t.Helper()
	revenue := strings.Replace(worldRevenue, x.old, x.new, 1)
	parts := []string{"  tge: 2024-04-19T12:00:00Z\n", "  tge: " + tge + "\n", "token:\n", revenue, "  GPU:    {", worldUSDT}
	if revenue == worldRevenue {
		parts = append([]string{x.old, x.new}, parts...)
	}
	p := rewardingBut(t, parts...)
	if canonical.Digest(p) == canonical.Digest(withRules(t, tge)) {
		t.Fatalf("%s: nothing is changed", x.name)
	}
	return p
}

// ruledBooks are books of some weeks.
func ruledBooks(t *testing.T, s engine.Store, w *world, p *program.Program) *engine.Engine {
	t.Helper()
	ctx := context.Background()
	e, err := engine.Open(ctx, p, s, w, w, silent())
	if err != nil {
		t.Fatal(err)
	}
	staff(t, e)
	w.Mine(w.Buy(50, 0, 5), w.Buy(51, 50, 20))
	w.upTo(t, e, on(4, 22))
	if _, err := e.RunJobs(ctx); err != nil {
		t.Fatal(err)
	}
	done(t)(e.RecordRevenue(ctx, ann, "r1", fold.RevenueRow{Source: "dapp", Amount: "1000", At: on(4, 20)}))
	return e
}

// TestALaterTextOfTheProgram: a change that is dated later is proposed by one and agreed to by another. It is in force from its date on,
// in every process, and books rebuilt by either text end with the same head.
func TestALaterTextOfTheProgram(t *testing.T) {
	onBoth(t, laterText)
}

func laterText(t *testing.T, s engine.Store) {
	ctx := context.Background()
	const tge = "2024-04-19T12:00:00Z"
	first := withRules(t, tge)
	w := newWorld(1)
	e := ruledBooks(t, s, w, first)
	next := edited(t, tge, edit{name: "split", old: "split: { share: 60%, buyback: 40% }",
		new: "split: [{ share: 60%, buyback: 40% }, { from: 2024-05-10, share: 90%, buyback: 10% }]"})
	if _, err := engine.Open(ctx, next, s, w, w, silent()); problem.Of(err) == nil || problem.Of(err).Code != problem.NotTheText ||
		!strings.Contains(err.Error(), `{"buyback":"0.1","from":"2024-05-10","share":"0.9"}`) {
		t.Errorf("a text that nobody recorded: %v", err)
	}
	digest := canonical.Digest(next)
	refusal(t, problem.Conflict, "no text of the program waits")(e.ConsentToProgram(ctx, bob, digest, ledger.Hash{}))
	refusal(t, problem.Invalid, "say why")(e.ProposeProgram(ctx, ann, "text-2", next, " ", false))
	refusal(t, problem.Conflict, "nothing to change")(e.ProposeProgram(ctx, ann, "text-2", first, "none", false))
	refusal(t, problem.NotAuthenticated, "")(e.ProposeProgram(ctx, engine.By{Name: "ann"}, "text-2", next, "more for holders", false))
	done(t)(e.ProposeProgram(ctx, ann, "text-2", next, "more for holders", false))
	refusal(t, problem.Conflict, "another operator must agree")(e.ConsentToProgram(ctx, ann, digest, ledger.Hash{}))
	refusal(t, problem.Conflict, "has the digest "+digest)(e.ConsentToProgram(ctx, bob, canonical.Digest(first), ledger.Hash{}))
	if got := canonical.Digest(e.Program()); got != canonical.Digest(first) {
		t.Errorf("the text %s is in force before anybody agreed", got)
	}
	done(t)(e.ConsentToProgram(ctx, bob, digest, ledger.Hash{}))
	w.upTo(t, e, on(5, 12))
	if _, err := e.RunJobs(ctx); err != nil {
		t.Fatal(err)
	}
	earn := func(reference string, at time.Time) {
		t.Helper()
		done(t)(e.RecordRevenue(ctx, ann, reference, fold.RevenueRow{Source: "dapp", Amount: "1000", At: at}))
	}
	earn("r2", on(5, 10))
	earn("r3", on(5, 9))
	same(t, "the holders' fund", net(t, s, "equity:fund:share"), "-2100 USDT") // 600 + 900 + 600
	verified(t, s)
	// Another process, with either text or none.
	for name, p := range map[string]*program.Program{"first": first, "next": next, "none": nil} {
		other, err := engine.Open(ctx, p, s, w, w, silent())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if canonical.Digest(other.Program()) != digest {
			t.Errorf("%s: another text is in force", name)
		}
		rebuiltBy(t, s, p)
	}
	empty := open(t, "empty.db")
	if _, err := engine.Rebuild(ctx, edited(t, tge, edits[0]), s, empty, nil); problem.Of(err) == nil ||
		problem.Of(err).Code != problem.NotTheText {
		t.Errorf("rebuilt by a text that is none of the books': %v", err)
	}
}
