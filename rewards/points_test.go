package rewards_test

import (
	"testing"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

// plain is gpunet with a third for each pool and no factors, so that the published scores can be given as they are.
var plain = []string{
	`"providers":"0.8","queens":"0","validators":"0.2"`, `"providers":"1/3","queens":"1/3","validators":"1/3"`,
	`"factor":"1.2"`, `"factor":"1"`, `"factor":"1.5","nodes"`, `"factor":"1","nodes"`, `"factor":"1.6"`, `"factor":"1"`,
	`"factor":"2","nodes"`, `"factor":"1","nodes"`,
	`"factor":"1.25","stake"`, `"factor":"1","stake"`, `"factor":"1.5","stake"`, `"factor":"1","stake"`,
}

func TestWorkedExamples(t *testing.T) {
	t.Parallel()
	third := edited(t, "gpunet", plain...)
	fifth := edited(t, "gpunet", plain[2:]...)
	holders := []rewards.Holder{
		{Wallet: wallet(1), Nodes: 5}, {Wallet: wallet(2), Nodes: 15},
		{Wallet: wallet(3), Compute: ratio(t, "5")}, {Wallet: wallet(4), Compute: ratio(t, "45")},
		{Wallet: wallet(5), Queen: true, Stake: amount(t, gpoint, "100")}, {Wallet: wallet(6), Queen: true, Stake: amount(t, gpoint, "900")},
	}
	in := rewards.PointsInput{Epoch: epochOf("2024-06-01"), Holders: holders}
	a, b := closePoints(t, third, in), closePoints(t, fifth, in)
	for _, row := range []struct {
		r                                    *rewards.Result
		pool                                 string
		holder                               byte
		score, total, fraction, amount, pays string
	}{
		{a, rewards.Validators, 1, "5", "20", "5/20", "480", "120"},
		{b, rewards.Validators, 1, "5", "20", "5/20", "288", "72"},
		{a, rewards.Providers, 3, "5", "50", "5/50", "480", "48"},
		{b, rewards.Providers, 3, "5", "50", "5/50", "1152", "115.2"},
		{a, rewards.Queens, 5, "100", "1000", "100/1000", "480", "48"},
	} {
		p, ok := row.r.Pool(row.pool)
		i, found := row.r.Find(wallet(row.holder))
		if !ok || !found {
			t.Fatal("no such pool or holder")
		}
		if p.Amount != amount(t, gpoint, row.amount) || p.Share(i) != amount(t, gpoint, row.pays) || p.Score(i) != row.score ||
			p.TotalScore() != row.total || p.Fraction(i) != row.fraction {
			t.Errorf("%s: %s of %s (%s) gets %s of %s", row.pool, p.Score(i), p.TotalScore(), p.Fraction(i), p.Share(i), p.Amount)
		}
	}
}

func TestThirdsOfADayAreExactWithTheirCarry(t *testing.T) {
	t.Parallel()
	p := edited(t, "gpunet", `"per_day":"1440"`, `"per_day":"0.00000000000000001"`,
		`"providers":"0.8","queens":"0","validators":"0.2"`, `"providers":"1/3","queens":"1/3","validators":"1/3"`)
	b := newBook(t)
	days := []string{"2024-06-01", "2024-06-02", "2024-06-03"}
	for i, day := range days { // ten base units a day: 3 each and 1 over, then 3 each and 2 over, then 4 each
		r := closePoints(t, p, rewards.PointsInput{Epoch: epochOf(day), Holders: nodes(1), Issued: b.issued(gpoint), Carry: b.carries()})
		b.post(draft(t, r))
		want := []uint64{1, 2, 0}[i]
		if got := b.carries()[rewards.PointsDay]; got != money.Units(gpoint, want) {
			t.Errorf("%s: %s carried between the pools, want %d base units", day, got.Digits(), want)
		}
	}
	if got := b.net(ledger.Holding(wallet(1), gpoint), gpoint); got != money.Units(gpoint, 10) {
		t.Errorf("the only validator has %s base units, want a third of 30", got.Digits())
	}
	if got := b.carries()[rewards.Providers]; !got.IsZero() {
		t.Errorf("the providers' pool, which has nobody, carries %s base units", got.Digits())
	}
	if got := b.issued(gpoint); got != money.Units(gpoint, 10) {
		t.Errorf("%s base units were issued", got.Digits())
	}
}

func TestPostingsOfADay(t *testing.T) {
	t.Parallel()
	r := closePoints(t, load(t, "gpunet"), rewards.PointsInput{Epoch: epochOf("2024-06-01"), Holders: nodes(1, 5, 5)})
	d := draft(t, r)
	const want = `register:gpoint:issuance -> register:gpoint:pool:points:carry 288 GPOINT
register:gpoint:pool:points:carry -> register:gpoint:pool:validators:carry 288 GPOINT
register:gpoint:pool:validators:carry -> register:gpoint:01 22.153846153846153846 GPOINT
register:gpoint:pool:validators:carry -> register:gpoint:02 132.923076923076923076 GPOINT
register:gpoint:pool:validators:carry -> register:gpoint:03 132.923076923076923076 GPOINT`
	if got := postings(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if d.Source.Key() != "job:epoch:2024-06-01" || !d.Effective.Equal(at(t, "2024-06-01T23:59:59Z")) || d.Kind != "points-epoch" {
		t.Errorf("%s %s %s", d.Kind, d.Source.Key(), d.Effective)
	}
	if file := d.Meta["file"]; len(file) != 66 {
		t.Errorf("the draft names no file: %q", file)
	}
	b := newBook(t)
	b.post(d)
	if got := b.carries()[rewards.Validators]; got != money.Units(gpoint, 2) {
		t.Errorf("%s base units are carried", got.Digits())
	}
}

func TestTheCapIsReachedProRata(t *testing.T) {
	t.Parallel()
	p := edited(t, "gpunet", `"cap":[{"amount":"2000000","from":"2024-04-01"}]`,
		`"cap":[{"amount":"2000","from":"2024-04-01"},{"amount":"2700","from":"2024-06-04"}]`)
	b := newBook(t)
	holders := append(nodes(1, 3), rewards.Holder{Wallet: wallet(9), Compute: ratio(t, "2")})
	for _, row := range []struct{ day, issued, validator, nothing string }{
		{"2024-06-01", "1440", "72", ""},
		{"2024-06-02", "560", "28", ""}, // what is left, in the same proportions
		{"2024-06-03", "0", "0", "cap_reached"},
		{"2024-06-04", "700", "35", ""}, // raised by a dated setting
		{"2024-06-05", "0", "0", "cap_reached"},
	} {
		r := closePoints(t, p, rewards.PointsInput{Epoch: epochOf(row.day), Holders: holders, Issued: b.issued(gpoint), Carry: b.carries()})
		got, err := r.Amount(wallet(1))
		if err != nil || r.Budget.Issued != amount(t, gpoint, row.issued) || got != amount(t, gpoint, row.validator) ||
			r.Budget.ZeroReason.String() != row.nothing {
			t.Errorf("%s: issued %s, one node got %s (%s, %v)", row.day, r.Budget.Issued, got, r.Budget.ZeroReason, err)
		}
		b.post(draft(t, r))
	}
	if got := b.issued(gpoint); got != amount(t, gpoint, "2700") {
		t.Errorf("%s were issued", got)
	}
}

func TestEpochsWithoutAnybodyToPay(t *testing.T) {
	t.Parallel()
	p := edited(t, "gpunet", `"providers":"0.8","queens":"0","validators":"0.2"`,
		`"idle":"carry","providers":"0.8","queens":"0","validators":"0.2"`)
	sick, _ := rewards.NewHealth(money.Ratio{}, 0)
	for name, holders := range map[string][]rewards.Holder{
		"no holders":      nil,
		"only no nodes":   nodes(0, 0),
		"all health zero": {{Wallet: wallet(1), Compute: ratio(t, "3"), Health: sick}, {Wallet: wallet(2), Compute: ratio(t, "4"), Health: sick}},
	} {
		b := newBook(t)
		r := closePoints(t, p, rewards.PointsInput{Epoch: epochOf("2024-06-01"), Holders: holders})
		b.post(draft(t, r))
		if c := b.carries(); c[rewards.Validators] != amount(t, gpoint, "288") || c[rewards.Providers] != amount(t, gpoint, "1152") {
			t.Errorf("%s: the carries are %v", name, c)
		}
		// The next day's only holders get both days.
		r = closePoints(t, p, rewards.PointsInput{Epoch: epochOf("2024-06-02"), Holders: nodes(7), Issued: b.issued(gpoint), Carry: b.carries()})
		if got, err := r.Amount(wallet(1)); err != nil || got != amount(t, gpoint, "576") {
			t.Errorf("%s: the one holder of the next day gets %s (%v)", name, got, err)
		}
	}
}

func TestEveryZeroHasItsReason(t *testing.T) {
	t.Parallel()
	p := edited(t, "gpunet",
		`"eligible":[{"from":"2024-06-01","validators":"all_holders"}]`,
		`"eligible":[{"from":"2024-06-01","validators":{"health":"above 0","stake":"100 GPOINT"}}]`,
		`"providers":"0.8","queens":"0","validators":"0.2"`, `"providers":"0.3","queens":"0.5","validators":"0.2"`)
	sick, _ := rewards.NewHealth(money.Ratio{}, 0)
	hundred := amount(t, gpoint, "100")
	holders := []rewards.Holder{
		{Wallet: wallet(1), Nodes: 5, Stake: hundred},
		{Wallet: wallet(2), Nodes: 5, Stake: amount(t, gpoint, "99.9")},
		{Wallet: wallet(3), Nodes: 5},
		{Wallet: wallet(4), Nodes: 5, Stake: hundred, Health: sick, Compute: ratio(t, "9")},
		{Wallet: wallet(5), Nodes: 5, Stake: amount(t, gpu, "100"), Queen: true},
		{Wallet: wallet(6), Compute: ratio(t, "1")}, // only in the score file
		{Wallet: wallet(7), Queen: true},
	}
	r := closePoints(t, p, rewards.PointsInput{Epoch: epochOf("2024-06-01"), Holders: holders})
	for _, row := range []struct {
		pool   string
		holder byte
		code   string
		text   string
	}{
		{rewards.Validators, 1, "", ""},
		{rewards.Validators, 2, "stake_below_minimum", "not eligible: the wallet stakes 99.9 GPOINT, the minimum is 100 GPOINT"},
		{rewards.Validators, 3, "stake_below_minimum", "not eligible: the wallet stakes nothing, the minimum is 100 GPOINT"},
		{rewards.Validators, 4, "health_too_low", "health is 0, and it must be above 0"},
		{rewards.Validators, 5, "stake_in_other_asset", "the wallet stakes 100 GPU, and the rule counts GPOINT"},
		{rewards.Validators, 6, "no_nodes", "the wallet holds no nodes at the snapshot"},
		{rewards.Validators, 8, "not_included", "the wallet is neither a holder of nodes nor in the score file at the snapshot"},
		{rewards.Providers, 1, "no_compute_score", "the wallet has no compute score, so it is not a provider"},
		{rewards.Providers, 4, "health_too_low", "health is 0, and it must be above 0"},
		{rewards.Providers, 6, "", ""},
		{rewards.Queens, 1, "not_queen", "the wallet is not a queen validator"},
		{rewards.Queens, 5, "stake_in_other_asset", "the wallet stakes 100 GPU, and the rule counts GPOINT"},
		{rewards.Queens, 7, "score_zero", "the score is zero"},
	} {
		code, text := r.Why(row.pool, wallet(row.holder))
		if err := text.Check(); row.code != "" && err != nil {
			t.Error(err)
		}
		if code.String() != row.code || text.English() != row.text {
			t.Errorf("%s, holder %d: %q, %q", row.pool, row.holder, code, text)
		}
	}
}

func TestReasonsOfThePool(t *testing.T) {
	t.Parallel()
	dust := edited(t, "gpunet", `"per_day":"1440"`, `"per_day":"0.000000000000000001"`,
		`"providers":"0.8","queens":"0","validators":"0.2"`, `"providers":"0","queens":"0","validators":"1"`)
	r := closePoints(t, dust, rewards.PointsInput{Epoch: epochOf("2024-06-01"), Holders: nodes(1, 1)})
	if why, _ := r.Why(rewards.Validators, wallet(1)); why != rewards.BelowUnit {
		t.Errorf("one base unit for two: %s", why)
	}
	provider := []rewards.Holder{{Wallet: wallet(1), Nodes: 1, Compute: ratio(t, "1")}}
	r = closePoints(t, dust, rewards.PointsInput{Epoch: epochOf("2024-06-01"), Holders: provider})
	if why, _ := r.Why(rewards.Providers, wallet(1)); why != rewards.PoolEmpty {
		t.Errorf("a pool of 0%%: %s", why)
	}
	p := load(t, "gpunet")
	r = closePoints(t, p, rewards.PointsInput{Epoch: epochOf("2024-05-31"), Holders: nodes(1)})
	if why, _ := r.Why(rewards.Validators, wallet(1)); why != rewards.NoEmission || len(draft(t, r).Postings) != 0 {
		t.Errorf("before the emission began: %s", why)
	}
	for tge, want := range map[string]rewards.Reason{"2024-06-01T23:59:59Z": rewards.AfterTGE, "2024-06-02T00:00:00Z": 0} {
		r = closePoints(t, p, rewards.PointsInput{Epoch: epochOf("2024-06-01"), Holders: nodes(1), TGE: at(t, tge)})
		if why, _ := r.Why(rewards.Validators, wallet(1)); why != want {
			t.Errorf("the day before a generation at %s: %s", tge, why)
		}
	}
}

func TestWrongInputIsRefused(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	good := func() rewards.PointsInput {
		return rewards.PointsInput{Epoch: epochOf("2024-06-01"), Holders: nodes(1, 2)}
	}
	for name, spoil := range map[string]func(*rewards.PointsInput){
		"a wallet twice":       func(in *rewards.PointsInput) { in.Holders[1].Wallet = in.Holders[0].Wallet },
		"a day at noon":        func(in *rewards.PointsInput) { in.Day = at(t, "2024-06-01T12:00:00Z") },
		"blocks the wrong way": func(in *rewards.PointsInput) { in.Opening = in.Snapshot.Number + 1 },
		"a carry in GPU":       func(in *rewards.PointsInput) { in.Carry = map[string]money.Amount{rewards.Queens: amount(t, gpu, "1")} },
		"an unknown pool":      func(in *rewards.PointsInput) { in.Carry = map[string]money.Amount{"kings": amount(t, gpoint, "1")} },
		"issued in GPU":        func(in *rewards.PointsInput) { in.Issued = amount(t, gpu, "1") },
		"an endless stake": func(in *rewards.PointsInput) {
			in.Holders[0].Stake = amount(t, gpoint, "1"+"000000000000000000000000000000000000000000000000000")
		},
	} {
		in := good()
		spoil(&in)
		if _, err := rewards.ClosePoints(p, in); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
	if _, err := rewards.ClosePoints(p, good()); err != nil {
		t.Error(err)
	}
}
