package notice

import (
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
)

var (
	usdt  = money.MustAsset("USDT", 6)
	noon  = time.Date(2024, 5, 3, 12, 0, 0, 0, time.UTC)
	maker = Maker{Books: engine.Identity{Program: "desk", Chain: 1}}
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// exported is a book with a run for claims of two wallets, up to its export.
func exported(t *testing.T) *payout.Progress {
	t.Helper()
	var owed []payout.Owed
	for i := range byte(2) {
		owed = append(owed, payout.Owed{Account: ledger.Share(ledger.Wallet{19: i + 1}), Amount: money.Units(usdt, uint64(i+1)*1_000_000)})
	}
	r, err := payout.Prepare("desk", "april", usdt, payout.Claim, noon, owed, payout.Guard{Minimum: money.Zero(usdt)})
	must(t, err)
	var b payout.Book
	must(t, b.Prepare(r, ledger.OperatorSource("ann", "payout:april"), "ann", ""))
	for i, s := range []struct{ step, who string }{{payout.Propose, "ann"}, {payout.Approve, "bob"}, {payout.Export, "ann"}} {
		must(t, b.Take(payout.Taken{Step: s.step, Run: "april", Operator: s.who, At: noon.Add(time.Duration(i) * time.Hour)}))
	}
	return b.Run("april")
}

// The sentences of all notices are whole: each has the parameters that its form lists.
func whole(t *testing.T, list []Notice) {
	t.Helper()
	for i := range list {
		if err := list[i].Said.Check(); err != nil {
			t.Errorf("%s: %v", list[i].Type, err)
		}
	}
}

func types(list []Notice) string {
	var all []string
	for i := range list {
		all = append(all, string(list[i].Type))
	}
	return strings.Join(all, " ")
}

func TestARunForClaims(t *testing.T) {
	t.Parallel()
	run := exported(t)
	steps := maker.OfRun(run, time.Time{})
	if got := types(steps); got != "run.proposed run.exported" {
		t.Errorf("its steps tell %s", got)
	}
	if got := types(maker.OfRun(run, noon.Add(time.Minute))); got != "run.exported" {
		t.Errorf("later ones tell %s", got)
	}
	claims := maker.OfClaims(run, time.Time{}, nil)
	if len(claims) != 2 || claims[1].Amount.String() != "2 USDT" || claims[1].Wallet != (ledger.Wallet{19: 2}) || claims[0].Run != "april" {
		t.Errorf("%+v", claims)
	}
	if some := maker.OfClaims(run, time.Time{}, map[ledger.Wallet]bool{{19: 2}: true}); len(some) != 1 || some[0].ID != claims[1].ID {
		t.Errorf("%+v", some)
	}
	if none := maker.OfClaims(run, noon.Add(3*time.Hour), nil); len(none) > 0 {
		t.Errorf("%+v", none)
	}
	whole(t, append(steps, claims...))
}

// IDs follow from the books and what they are about, and from nothing else.
func TestIDs(t *testing.T) {
	t.Parallel()
	if id := maker.ID(MonthClosed, "2024-05"); !strings.HasPrefix(id, "msg_") || len(id) != 36 {
		t.Errorf("the id is %s", id)
	}
	seen := map[string]string{}
	for name, id := range map[string]string{
		"":          maker.ID(Paid, "x"),
		"type":      maker.ID(Unlocked, "x"),
		"about":     maker.ID(Paid, "y"),
		"program":   Maker{Books: engine.Identity{Program: "other", Chain: 1}}.ID(Paid, "x"),
		"chain":     Maker{Books: engine.Identity{Program: "desk", Chain: 2}}.ID(Paid, "x"),
		"contract":  Maker{Books: engine.Identity{Program: "desk", Chain: 1, Contract: [20]byte{1}}}.ID(Paid, "x"),
		"separator": maker.ID(Paid, "x\x00"),
	} {
		if other, twice := seen[id]; twice {
			t.Errorf("another %q has the id of another %q", name, other)
		}
		seen[id] = name
	}
	if again := (Maker{Books: maker.Books}); again.ID(Paid, "x") != maker.ID(Paid, "x") {
		t.Error("the same thing has two ids")
	}
}

func TestMonthsAndQuarters(t *testing.T) {
	t.Parallel()
	for month, want := range map[string]string{"2024-05": "month.closed", "2024-06": "month.closed quarter.closed"} {
		tx := ledger.Transaction{Draft: ledger.Draft{Kind: "month", Booked: noon, Source: ledger.JobSource("month", month)}}
		list, err := maker.OfTransaction(&tx)
		if err != nil || types(list) != want || list[len(list)-1].At != noon {
			t.Errorf("%s tells %s: %v", month, types(list), err)
		}
		whole(t, list)
	}
	months := []Closed{{"2024-05", noon}, {"2024-06", noon.Add(time.Hour)}}
	feed, err := maker.OfPeriods(months, []*payout.Progress{exported(t)}, noon.Add(-time.Hour), 4)
	if err != nil || types(feed[:1]) != "run.exported" || len(feed) != 4 || feed[3].Period != "2024-05" {
		t.Errorf("%s %v", types(feed), err)
	}
	if _, err := maker.OfPeriods([]Closed{{"May", noon}}, nil, noon, 4); err == nil {
		t.Error("May is a month")
	}
}

// A month of nothing is passed over. Where it is the last one of a quarter, the quarter ends with the month that is closed next.
func TestQuartersThatEndWithNothing(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ before, month, want string }{
		{"", "2024-07", ""}, {"2024-06", "2024-07", ""}, {"2024-05", "2024-06", ""}, {"2024-05", "2024-07", "2024-Q2"},
		{"2023-11", "2024-07", "2023-Q4 2024-Q1 2024-Q2"}, {"2024-02", "2024-06", "2024-Q1"},
	} {
		list := maker.PassedQuarters(tt.before, tt.month, noon)
		var got []string
		for i := range list {
			got = append(got, list[i].Period)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s, then %s: %v, want %s", tt.before, tt.month, got, tt.want)
		}
		whole(t, list)
	}
	feed, err := maker.OfPeriods([]Closed{{"2024-07", noon}, {"2024-05", noon.Add(-time.Hour)}}, nil, time.Time{}, 9)
	if err != nil || types(feed) != "month.closed quarter.closed month.closed" && types(feed) != "quarter.closed month.closed month.closed" {
		t.Errorf("%s, %v", types(feed), err)
	}
}

func TestGrantsThatVest(t *testing.T) {
	t.Parallel()
	wallet := ledger.Wallet{19: 7}
	gpu := money.MustAsset("GPU", 18)
	tx := ledger.Transaction{Draft: ledger.Draft{Kind: "vesting-vest", Booked: noon, Source: ledger.JobSource("vest", "team-1@2024-05-03"),
		Meta: ledger.Meta{"grant": "team-1"}, Postings: []ledger.Posting{{From: ledger.HolderToken(wallet, gpu, ledger.Locked),
			To: ledger.HolderToken(wallet, gpu, ledger.Available), Amount: money.Units(gpu, 5)}}}}
	list, err := maker.OfTransaction(&tx)
	must(t, err)
	if types(list) != "wallet.unlocked" || list[0].Wallet != wallet || list[0].Amount != money.Units(gpu, 5) ||
		list[0].Said.Params["grant"] != "team-1" {
		t.Errorf("%+v", list)
	}
	whole(t, list)
	tx.Postings = nil
	if list, err := maker.OfTransaction(&tx); err != nil || len(list) != 0 {
		t.Errorf("nothing vested: %+v, %v", list, err)
	}
}

func TestOtherSteps(t *testing.T) {
	t.Parallel()
	list := []Notice{
		maker.OfException(&payout.Exception{Key: "0x1", Problem: payout.Unread, At: noon}),
		maker.OfProposedMonth(&fold.ProposedMonth{MonthBody: fold.MonthBody{Month: "2024-05"}, Pays: money.Units(usdt, 5), At: noon}),
		maker.OfTGE(noon), maker.Test("ops", noon),
	}
	if got := types(list); got != "exception.opened month.proposed tge.recorded notice.test" {
		t.Error(got)
	}
	whole(t, list)
	if maker.Test("ops", noon).ID == maker.Test("ops", noon.Add(time.Millisecond)).ID {
		t.Error("two tests are one notice")
	}
}

// Pauses double up to an hour, never more than a quarter off.
func TestPauses(t *testing.T) {
	t.Parallel()
	for failures, want := range map[int]time.Duration{0: 5 * time.Second, 1: 5 * time.Second, 2: 10 * time.Second, 6: 160 * time.Second,
		10: 2560 * time.Second, 11: time.Hour, 1000: time.Hour} {
		low, high := Pause(failures, 0), Pause(failures, uint64(want/2)-1)
		if low != want*3/4 || high != want*5/4-1 || Pause(failures, 1<<63+7) < low || Pause(failures, 1<<63+7) > high {
			t.Errorf("after %d failures it is %s to %s", failures, low, high)
		}
	}
}

// Trouble is told when it begins and when it ends, once each, and does not flap.
func TestHealth(t *testing.T) {
	t.Parallel()
	type look struct {
		late   time.Duration
		frozen bool
		found  string // a difference; "-": verified, and none
		tells  string
	}
	frozen := noon.Add(-time.Hour)
	for name, looks := range map[string][]look{
		"late": {{}, {late: 14 * time.Minute}, {late: 16 * time.Minute, tells: "sync.behind"}, {late: time.Hour}, {late: 8 * time.Minute},
			{late: 7 * time.Minute, tells: "sync.caught_up"}, {late: 14 * time.Minute}},
		"late at first":  {{late: time.Hour}, {late: 2 * time.Hour}, {}, {late: time.Hour, tells: "sync.behind"}},
		"frozen":         {{frozen: true, tells: "books.frozen"}, {frozen: true}, {tells: "books.thawed"}, {}},
		"not sound":      {{found: "-"}, {found: "a", tells: "verification.failed"}, {found: "b"}, {found: "-", tells: "verification.passed"}},
		"restarted":      {{found: "a", tells: "verification.failed"}, {}, {found: "a"}, {found: "-", tells: "verification.passed"}},
		"several":        {{}, {late: time.Hour, frozen: true, tells: "sync.behind books.frozen"}, {tells: "sync.caught_up books.thawed"}},
		"never verified": {{}, {}},
	} {
		var known map[Condition]Episode
		begun := map[string]bool{}
		for i, l := range looks {
			h := &Health{Now: noon.Add(time.Duration(i) * time.Minute), MaxLag: 15 * time.Minute, Why: "a contradiction"}
			h.Block = engine.Header{Number: uint64(100 + i), Time: uint64(h.Now.Add(-l.late).Unix())}
			if l.frozen {
				h.Frozen = &frozen
			}
			if l.found != "" {
				h.Found = &engine.Finding{Time: h.Now, Difference: strings.Trim(l.found, "-")}
			}
			var list []Notice
			if known, list = maker.Look(known, h); types(list) != l.tells {
				t.Errorf("%s, look %d: it tells %q, not %q", name, i, types(list), l.tells)
			}
			whole(t, list)
			for _, n := range list {
				if begun[n.ID] = true; n.Ends != "" && !begun[n.Ends] {
					t.Errorf("%s, look %d: %s ends what never began", name, i, n.Type)
				}
			}
		}
	}
	if _, list := maker.Look(map[Condition]Episode{}, &Health{Now: noon, MaxLag: time.Minute}); len(list) > 0 {
		t.Errorf("books that have not begun are %s", types(list))
	}
}
