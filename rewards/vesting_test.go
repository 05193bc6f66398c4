package rewards_test

import (
	"math/big"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

func lasts(t testing.TB, text string) program.Duration {
	t.Helper()
	d, err := program.ParseDuration(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func schedule(t testing.TB, terms rewards.Terms) rewards.Schedule {
	t.Helper()
	s, err := rewards.NewSchedule(terms)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The check values of OpenZeppelin's VestingWallet: 100 tokens over four years, at sixtieths of it.
func TestVestingWallet(t *testing.T) {
	t.Parallel()
	total, start := amount(t, gpu, "100"), at(t, "2024-02-01T00:00:00Z")
	for _, step := range []struct {
		terms rewards.Terms
		four  time.Duration
	}{
		{rewards.Terms{Total: total, Start: start, Duration: lasts(t, "1460d"), Step: program.Linear}, 1460 * 24 * time.Hour},
		{rewards.Terms{Total: total, Start: start, Duration: lasts(t, "4y"), Step: program.Linear}, 1461 * 24 * time.Hour},
	} {
		s := schedule(t, step.terms)
		for i := int64(0); i < 64; i++ {
			want := new(big.Int).Mul(total.Big(), big.NewInt(min(i, 60)))
			want.Quo(want, big.NewInt(60))
			if got := s.Vested(start.Add(step.four / 60 * time.Duration(i))); got.Big().Cmp(want) != 0 {
				t.Errorf("at %d/60 of %s: %s, want %s", i, step.terms.Duration, got.Digits(), want)
			}
		}
	}
}

// Sablier's example: 2,500 tokens and 2,534 base units with the cliff, the rest until second 10,000. Dividing the slope
// first gives 2600 tokens exactly at second 2,600; dividing once, as here, gives 2,500 base units more.
func TestPartAtTheCliffIsDividedOnce(t *testing.T) {
	t.Parallel()
	first, err := money.ParseUnits(gpu, "2500000000000000002534")
	if err != nil {
		t.Fatal(err)
	}
	start := at(t, "2024-02-01T00:00:00Z")
	s := schedule(t, rewards.Terms{
		Total: amount(t, gpu, "10000"), Start: start.Add(2500 * time.Second), AtStart: first, Duration: lasts(t, "7500s"), Step: program.Linear,
	})
	for second, want := range map[time.Duration]string{
		2499: "0", 2500: "2500000000000000002534", 2600: "2600000000000000002500", 10000: "10000000000000000000000",
		99999: "10000000000000000000000",
	} {
		if got := s.Vested(start.Add(second * time.Second)).Digits(); got != want {
			t.Errorf("at second %d: %s, want %s", second, got, want)
		}
	}
}

// 5,000,000 over 24 months with a cliff of 6: nothing before month 6, half at month 18, everything at month 30.
func TestEarlyInvestors(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	tge := at(t, "2025-01-01T00:00:00Z")
	for _, terms := range []program.Vesting{p.Token.Vesting[0], withStep(p.Token.Vesting[0], program.Monthly)} {
		s, err := rewards.ScheduleOf(terms, amount(t, gpu, "5000000"), tge)
		if err != nil {
			t.Fatal(err)
		}
		for months, want := range map[int]string{0: "0", 5: "0", 6: "0", 18: "2500000", 30: "5000000", 31: "5000000"} {
			if got := s.Vested(tge.AddDate(0, months, 0)); got != amount(t, gpu, want) {
				t.Errorf("%s: after %d months %s, want %s", terms.Step, months, got, want)
			}
		}
		if got := s.Vested(tge.AddDate(0, 6, 0).Add(-time.Second)); !got.IsZero() {
			t.Errorf("%s: %s before the cliff", terms.Step, got)
		}
	}
	late, err := rewards.ScheduleOf(p.Token.Vesting[1], amount(t, gpu, "1200"), tge)
	if err != nil || late.Vested(tge.AddDate(1, 0, 0).Add(-time.Second)) == amount(t, gpu, "1200") ||
		late.Vested(tge.AddDate(1, 0, 0)) != amount(t, gpu, "1200") {
		t.Errorf("late investors have everything after 12 months exactly (%v)", err)
	}
	if _, err := rewards.ScheduleOf(p.Token.Vesting[0], money.Zero(gpu), tge); err == nil {
		t.Error("a schedule without a total was made")
	}
}

func withStep(v program.Vesting, step program.Step) program.Vesting {
	v.Step = step
	return v
}

func TestMonthsAreCountedFromTheStart(t *testing.T) {
	t.Parallel()
	start := at(t, "2024-01-31T00:00:00Z")
	twelve := amount(t, gpu, "12")
	monthly := schedule(t, rewards.Terms{Total: twelve, Start: start, Duration: lasts(t, "12mo"), Step: program.Monthly})
	cliff := schedule(t, rewards.Terms{Total: twelve, Start: start, Cliff: lasts(t, "1mo"), Duration: lasts(t, "12mo"), Step: program.Monthly})
	accrue := schedule(t, rewards.Terms{Total: twelve, Start: start, Cliff: lasts(t, "4mo"), Duration: lasts(t, "12mo"),
		Step: program.Monthly, Begins: program.AccrueTo})
	for _, row := range []struct {
		name string
		s    rewards.Schedule
		day  string
		want string
	}{
		{"monthly", monthly, "2024-02-28", "0"}, {"monthly", monthly, "2024-02-29", "1"}, {"monthly", monthly, "2024-03-30", "1"},
		{"monthly", monthly, "2024-03-31", "2"}, {"monthly", monthly, "2024-04-29", "2"}, {"monthly", monthly, "2024-04-30", "3"},
		{"monthly", monthly, "2025-01-31", "12"},
		{"cliff", cliff, "2024-02-29", "0"}, {"cliff", cliff, "2024-03-29", "0"}, {"cliff", cliff, "2024-03-31", "1"},
		{"cliff", cliff, "2025-02-27", "11"}, {"cliff", cliff, "2025-02-28", "12"},
		{"accrue", accrue, "2024-05-30", "0"}, {"accrue", accrue, "2024-05-31", "4"}, {"accrue", accrue, "2024-06-30", "5"},
	} {
		if got := row.s.Vested(at(t, row.day+"T00:00:00Z")); got != amount(t, gpu, row.want) {
			t.Errorf("%s: on %s %s, want %s", row.name, row.day, got, row.want)
		}
	}
}

func TestWhereVestingBegins(t *testing.T) {
	t.Parallel()
	start := at(t, "2024-01-01T00:00:00Z")
	terms := rewards.Terms{Total: money.Units(gpu, 1000), Start: start, Cliff: lasts(t, "400s"), Duration: lasts(t, "1000s"),
		Step: program.Linear}
	after := schedule(t, terms)
	terms.Begins = program.AccrueTo
	accrue := schedule(t, terms)
	terms.AtStart = money.Units(gpu, 100)
	part := schedule(t, terms)
	for _, row := range []struct {
		second                 time.Duration
		after, accrue, atStart uint64
	}{{-1, 0, 0, 0}, {0, 0, 0, 100}, {399, 0, 0, 100}, {400, 0, 400, 460}, {900, 500, 900, 910}, {1000, 600, 1000, 1000},
		{1400, 1000, 1000, 1000}} {
		when := start.Add(row.second * time.Second)
		for _, got := range []struct {
			s    rewards.Schedule
			want uint64
		}{{after, row.after}, {accrue, row.accrue}, {part, row.atStart}} {
			if v := got.s.Vested(when); v != money.Units(gpu, got.want) {
				t.Errorf("at second %d: %s, want %d", row.second, v.Digits(), got.want)
			}
		}
	}
}

func TestListedTranches(t *testing.T) {
	t.Parallel()
	third, _ := money.NewRatio(1, 3)
	sixth, _ := money.NewRatio(1, 6)
	s, err := rewards.ScheduleOf(program.Vesting{
		Name: "advisor", Start: at(t, "2024-01-31T00:00:00Z"), AtStart: ratio(t, "50%"), Step: program.Listed,
		Tranches: []program.Tranche{{After: lasts(t, "1mo"), Share: third}, {After: lasts(t, "1y"), Share: sixth}},
	}, money.Units(gpu, 1000), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string]uint64{"2024-01-30": 0, "2024-01-31": 500, "2024-02-28": 500, "2024-02-29": 833, "2025-01-30": 833,
		"2025-01-31": 1000} {
		if got := s.Vested(at(t, day+"T00:00:00Z")); got != money.Units(gpu, want) {
			t.Errorf("on %s: %s, want %d", day, got.Digits(), want)
		}
	}
}

// someSchedule is a legal schedule of any kind.
func someSchedule(t *rapid.T) rewards.Schedule {
	terms := rewards.Terms{
		Total:  money.Units(gpu, rapid.Uint64Min(1).Draw(t, "total")),
		Start:  time.Unix(rapid.Int64Range(1_600_000_000, 1_800_000_000).Draw(t, "start"), 0).UTC(),
		Step:   rapid.SampledFrom([]program.Step{program.Linear, program.Monthly, program.Listed}).Draw(t, "step"),
		Begins: rapid.SampledFrom([]program.VestingStart{program.AfterCliff, program.AccrueTo}).Draw(t, "begins"),
	}
	terms.AtStart, _ = terms.Total.Times(ratioOf(t, rapid.Uint64Range(0, 4).Draw(t, "at start"), 4), money.Floor)
	cliffs := []string{"none", "1mo", "6mo", "1000000s", "90d"}
	durations := []string{"1mo", "24mo", "4y"}
	if terms.Step == program.Linear {
		durations = append(durations, "1s", "7500s", "730d")
	}
	parse := func(text string) program.Duration {
		d, err := program.ParseDuration(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	if terms.Step == program.Listed {
		for _, after := range []string{"1mo", "5mo", "12mo"} {
			terms.Tranches = append(terms.Tranches,
				program.Tranche{After: parse(after), Share: ratioOf(t, rapid.Uint64Range(1, 9).Draw(t, "share"), 30)})
		}
	} else {
		terms.Cliff, terms.Duration = parse(rapid.SampledFrom(cliffs).Draw(t, "cliff")), parse(rapid.SampledFrom(durations).Draw(t, "duration"))
	}
	s, err := rewards.NewSchedule(terms)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func ratioOf(t *rapid.T, num, den uint64) money.Ratio {
	r, err := money.NewRatio(num, den)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestVestingIsMonotoneAndExact(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := someSchedule(t)
		terms := s.Terms()
		a := terms.Start.Add(time.Duration(rapid.Int64Range(-1000, 6*366*86400).Draw(t, "a")) * time.Second)
		b := a.Add(time.Duration(rapid.Int64Range(0, 400*86400).Draw(t, "b")) * time.Second)
		if s.Vested(a).Cmp(s.Vested(b)) > 0 {
			t.Fatalf("%s at %s, %s at %s", s.Vested(a), a, s.Vested(b), b)
		}
		if s.Vested(s.End()) != terms.Total || s.Vested(s.End().AddDate(9, 0, 0)) != terms.Total || !s.Locked(s.End()).IsZero() {
			t.Fatalf("at the end %s of %s", s.Vested(s.End()), terms.Total)
		}
		if !s.Vested(terms.Start.Add(-time.Second)).IsZero() {
			t.Fatal("something is vested before the start")
		}
		if sum, err := s.Vested(a).Add(s.Locked(a)); err != nil || sum != s.Granted() {
			t.Fatalf("%s vested and %s locked of %s", s.Vested(a), s.Locked(a), s.Granted())
		}
	})
}

// A grant in the books: granted, vested in slots, released now and then, perhaps revoked. What is locked, available and
// released sums to what was granted (less what was returned) after every step, and nothing is ever overdrawn.
func TestGrantsConserveInTheBooks(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		s := someSchedule(rt)
		g := rewards.Grant{Name: "seed-1", Wallet: wallet(7), Bucket: "funds", Schedule: s}
		b := newBook(t)
		now, moved, released, n := s.Terms().Start, money.Zero(gpu), money.Zero(gpu), 0
		booking := func(source ledger.Source) rewards.Booking {
			return rewards.Booking{Program: "gpunet", Rule: "1", At: now, Source: source}
		}
		check := func() {
			sum := money.Zero(gpu)
			for _, stage := range []ledger.TokenStage{ledger.Locked, ledger.Available, ledger.Released} {
				sum, _ = sum.Add(b.net(ledger.HolderToken(g.Wallet, gpu, stage), gpu))
			}
			if sum != g.Schedule.Granted() || sum != b.issued(gpu) {
				rt.Fatalf("%s in the books, %s granted", sum, g.Schedule.Granted())
			}
		}
		b.fill("funds", g.Schedule.Granted())
		d, err := g.Book(booking(ledger.OperatorSource("ops", "grant-seed-1")))
		if err != nil {
			rt.Fatal(err)
		}
		b.post(d)
		check()
		for range rapid.IntRange(1, 8).Draw(rt, "steps") {
			now = now.Add(time.Duration(rapid.Int64Range(1, 200*86400).Draw(rt, "later")) * time.Second)
			d, err := g.Vest(booking(rewards.VestSource(g.Name, now)), moved)
			if err != nil {
				rt.Fatal(err)
			}
			b.post(d)
			moved = g.Schedule.Vested(now)
			check()
			if free, err := g.Schedule.Releasable(now, released); err != nil {
				rt.Fatal(err)
			} else if !free.IsZero() && rapid.Bool().Draw(rt, "release") {
				n++
				d, err := g.Release(booking(ledger.OperatorSource("ops", "release-"+string(rune('a'+n)))), free)
				if err != nil {
					rt.Fatal(err)
				}
				b.post(d)
				released = moved
				check()
			}
			if g.Schedule.Granted() == s.Granted() && rapid.IntRange(0, 4).Draw(rt, "revoke") == 0 {
				d, revoked, err := g.Revoke(booking(ledger.OperatorSource("ops", "revoke-seed-1")))
				if err != nil {
					rt.Fatal(err)
				}
				b.post(d)
				if _, _, err := revoked.Revoke(booking(ledger.OperatorSource("ops", "again"))); err == nil {
					rt.Fatal("a grant was revoked twice")
				}
				g = revoked
				check()
				if g.Schedule.Granted() == s.Granted() {
					return // everything was vested: nothing is left to happen
				}
			}
		}
	})
}

func TestRevocationReturnsWhatIsNotVested(t *testing.T) {
	t.Parallel()
	start := at(t, "2024-01-01T00:00:00Z")
	s := schedule(t, rewards.Terms{Total: money.Units(gpu, 1000), Start: start, Duration: lasts(t, "1000s"), Step: program.Linear})
	revoked, returned, err := s.Revoke(start.Add(300 * time.Second))
	if err != nil || returned != money.Units(gpu, 700) || revoked.Granted() != money.Units(gpu, 300) {
		t.Fatalf("%s returned (%v)", returned, err)
	}
	for second, want := range map[time.Duration]uint64{100: 100, 300: 300, 999: 300, 5000: 300} {
		if got := revoked.Vested(start.Add(second * time.Second)); got != money.Units(gpu, want) {
			t.Errorf("at second %d: %s", second, got)
		}
	}
	if _, err := s.Releasable(start.Add(10*time.Second), money.Units(gpu, 11)); err == nil {
		t.Error("more was released than is vested")
	}
}

func TestWrongSchedulesAreRefused(t *testing.T) {
	t.Parallel()
	good := rewards.Terms{Total: money.Units(gpu, 10), Start: at(t, "2024-01-01T00:00:00Z"), Duration: lasts(t, "12mo"), Step: program.Monthly}
	schedule(t, good)
	for name, spoil := range map[string]func(*rewards.Terms){
		"no total":             func(x *rewards.Terms) { x.Total = money.Zero(gpu) },
		"more at the start":    func(x *rewards.Terms) { x.AtStart = money.Units(gpu, 11) },
		"another asset":        func(x *rewards.Terms) { x.AtStart = money.Units(gpoint, 1) },
		"no start":             func(x *rewards.Terms) { x.Start = time.Time{} },
		"no duration":          func(x *rewards.Terms) { x.Duration = program.Duration{} },
		"monthly over seconds": func(x *rewards.Terms) { x.Duration = lasts(t, "10s") },
		"no step":              func(x *rewards.Terms) { x.Step = "" },
		"no tranches":          func(x *rewards.Terms) { x.Step = program.Listed },
		"tranches backwards": func(x *rewards.Terms) {
			x.Step = program.Listed
			x.Tranches = []program.Tranche{{After: lasts(t, "2mo"), Share: ratio(t, "0.5")}, {After: lasts(t, "1mo"), Share: ratio(t, "0.5")}}
		},
	} {
		terms := good
		spoil(&terms)
		if _, err := rewards.NewSchedule(terms); err == nil {
			t.Errorf("%s: made", name)
		}
	}
}
