package payout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
)

func booked(t *testing.T, method payout.Method, upTo ...string) *payout.Book {
	t.Helper()
	r := *prepared(t)
	r.Method = method
	b := &payout.Book{}
	if err := b.Prepare(&r, ledger.OperatorSource("ann", "x"), "ann", "token:desk"); err != nil {
		t.Fatal(err)
	}
	who := map[string]string{payout.Approve: "bob"}
	for _, step := range upTo {
		name := "ann"
		if other, ok := who[step]; ok {
			name = other
		}
		if err := b.Take(payout.Taken{Step: step, Run: r.Name, Operator: name, At: july}); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

func TestTwoPeopleLetARunOut(t *testing.T) {
	t.Parallel()
	b := booked(t, payout.Transfer)
	take := func(step, who string, good bool) {
		t.Helper()
		if err := b.Take(payout.Taken{Step: step, Run: "2024-06-usdt", Operator: who, At: july}); (err == nil) != good {
			t.Errorf("%s by %s: %v", step, who, err)
		}
	}
	take(payout.Approve, "bob", false)
	take(payout.Export, "bob", false)
	take(payout.Propose, "ann", true)
	take(payout.Propose, "ann", false)
	take(payout.Approve, "ann", false)
	take(payout.Approve, "bob", true)
	take(payout.Approve, "bob", false)
	take(payout.Export, "ann", true)
	take(payout.Export, "ann", true)
	take(payout.Propose, "ann", false)
	take(payout.Cancel, "ann", false) // alone
	reject := payout.Taken{Step: payout.Reject, Run: "2024-06-usdt", Operator: "ann", At: july, Reason: "the wrong Safe",
		Evidence: &payout.RejectionEvidence{Transaction: ledger.Hash{1}}}
	if err := b.Take(reject); err != nil {
		t.Fatal(err)
	}
	digest := b.Run("2024-06-usdt").Rejection.Digest()
	for _, c := range []struct {
		who  string
		what ledger.Hash
		good bool
	}{{"ann", digest, false}, {"bob", ledger.Hash{7}, false}, {"bob", digest, true}, {"bob", digest, false}} {
		if err := b.Take(payout.Taken{Step: payout.Cancel, Run: "2024-06-usdt", Operator: c.who, At: july,
			Consents: c.what}); (err == nil) != c.good {
			t.Errorf("%s consents to %s: %v", c.who, c.what, err)
		}
	}
	if s := b.Run("2024-06-usdt").By(payout.Cancelled); s == nil || s.Operator != "bob" || s.Rejected.By != "ann" ||
		s.Reason != "the wrong Safe" {
		t.Errorf("%+v", s)
	}
	take(payout.Cancel, "ann", false)
	take(payout.Export, "ann", false)
	if err := b.Take(payout.Taken{Step: payout.Propose, Run: "another", Operator: "ann", At: july}); err == nil {
		t.Error("a run that is not there was proposed")
	}
}

func TestEveryPaymentHasAName(t *testing.T) {
	t.Parallel()
	type pay struct {
		to     byte
		amount uint64
		want   payout.Problem // empty: settled
	}
	for name, c := range map[string]struct {
		upTo []string
		pays []pay
	}{
		"exact":        {[]string{payout.Propose, payout.Approve}, []pay{{1, 2_001_500_000, ""}, {3, 250_000_007, ""}}},
		"partly, rest": {[]string{payout.Propose, payout.Approve}, []pay{{1, 2_000_000_000, payout.PartlyPaid}, {1, 1_500_000, ""}}},
		"too much":     {[]string{payout.Propose, payout.Approve, payout.Export}, []pay{{3, 250_000_008, payout.Overpaid}}},
		"twice":        {[]string{payout.Propose, payout.Approve}, []pay{{3, 250_000_007, ""}, {3, 250_000_007, payout.PaidTwice}}},
		"not approved": {[]string{payout.Propose}, []pay{{3, 250_000_007, payout.TooEarly}}},
		"cancelled":    {[]string{payout.Propose, payout.Approve, payout.Cancel}, []pay{{3, 250_000_007, payout.UnknownRecipient}}},
		"somebody else": {[]string{payout.Propose, payout.Approve},
			[]pay{{9, 250_000_007, payout.UnknownRecipient}, {2, 4_999_999, payout.UnknownRecipient}}},
	} {
		b := booked(t, payout.Transfer, c.upTo...)
		for i, p := range c.pays {
			s, err := b.Settle(payout.Evidence{Key: fmt.Sprint(i), To: wallet(p.to), Amount: money.Units(usdt, p.amount),
				Method: payout.Transfer, At: july})
			if err != nil {
				t.Fatal(err)
			}
			got := payout.Problem("")
			if s.Exception != nil {
				got = s.Exception.Problem
			}
			if got != p.want {
				t.Errorf("%s: payment %d is %q, want %q", name, i, got, p.want)
			}
		}
		if name == "exact" && b.Run("2024-06-usdt").State != payout.Settled {
			t.Errorf("every line is paid and the run is %s", b.Run("2024-06-usdt").State)
		}
		if name == "partly, rest" && b.Exceptions()[0].Closed.English() != "paid on with 1" {
			t.Errorf("the exception is %+v", b.Exceptions()[0])
		}
	}
}

func TestExceptionsAreClosedWithAReason(t *testing.T) {
	t.Parallel()
	b := booked(t, payout.Transfer, payout.Propose, payout.Approve)
	for i, p := range []uint64{250_000_000, 17} {
		if _, err := b.Settle(payout.Evidence{Key: fmt.Sprint(i), To: wallet(byte(3 + 6*i)), Amount: money.Units(usdt, p),
			Method: payout.Transfer, At: july}); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Resolve("0", "ann", "never mind", ledger.OperatorSource("ann", "r")); err == nil {
		t.Error("a line that is partly paid was closed by word")
	}
	if err := b.Resolve("1", "ann", "the audit's fee", ledger.OperatorSource("ann", "r")); err != nil {
		t.Error(err)
	}
	if err := b.Resolve("1", "ann", "the audit's fee", ledger.OperatorSource("ann", "r")); err == nil {
		t.Error("an exception was closed twice")
	}
	if err := b.Resolve("2", "ann", "?", ledger.OperatorSource("ann", "r")); err == nil {
		t.Error("an exception that is not there was closed")
	}
}

func TestClaimsRollOver(t *testing.T) {
	t.Parallel()
	b := &payout.Book{}
	months := []string{"june", "july", "august"}
	for i, name := range months {
		all := append(owed(wallet(1), uint64(100*(i+1)), 0, 0), owed(wallet(2), 10, 0, 0)...)
		r, err := payout.Prepare("gpunet", name, usdt, payout.Claim, july.AddDate(0, i, 0), all, payout.Guard{Minimum: money.Zero(usdt)})
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Prepare(r, ledger.OperatorSource("ann", name), "ann", "token:desk"); err != nil {
			t.Fatal(err)
		}
		for step, who := range map[string]string{payout.Propose: "ann"} {
			if err := b.Take(payout.Taken{Step: step, Run: name, Operator: who, At: july}); err != nil {
				t.Fatal(err)
			}
		}
		if err := b.Take(payout.Taken{Step: payout.Approve, Run: name, Operator: "bob", At: july}); err != nil {
			t.Fatal(err)
		}
		if err := b.Take(payout.Taken{Step: payout.Export, Run: name, Operator: "ann", At: july, Root: ledger.Hash{byte(i)}}); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]uint64{"june": 100, "july": 300, "august": 600} {
		sums, err := b.Granted(name)
		if err != nil || sums[wallet(1)] != money.Units(usdt, want) {
			t.Errorf("%s grants %s, want %d (%v)", name, sums[wallet(1)].Digits(), want, err)
		}
	}
	if err := b.Take(payout.Taken{Step: payout.Cancel, Run: "june", Operator: "ann", At: july}); err == nil {
		t.Error("a published tree was taken back")
	}
	// The first skips June and July and takes all of it in August.
	s, err := b.Settle(payout.Evidence{Key: "c", To: wallet(1), Amount: money.Units(usdt, 600), Method: payout.Claim, At: july})
	if err != nil || len(s.Paid) != 3 || s.Exception != nil {
		t.Fatalf("%+v (%v)", s, err)
	}
	// A transfer does not settle a line that is for claims.
	s, err = b.Settle(payout.Evidence{Key: "d", To: wallet(2), Amount: money.Units(usdt, 30), Method: payout.Transfer, At: july})
	if err != nil || s.Exception == nil || s.Exception.Problem != payout.UnknownRecipient {
		t.Fatalf("%+v (%v)", s, err)
	}
}

// A payment leaves the wallet or the distributor that paid it, and settles what the run gathered: a debt, or tokens of the register,
// which the project then has fewer of.
func TestWhoPaidIsWhereItIsTakenFrom(t *testing.T) {
	t.Parallel()
	w, treasury, distributor := wallet(1), ledger.WalletFunds(ledger.Wallet{0xee}), ledger.DistributorFunds(ledger.Wallet{0xdd})
	for name, c := range map[string]struct {
		owed   payout.Owed
		method payout.Method
		payer  ledger.Account
		gather string
		settle []string
	}{
		"a share by transfer": {payout.Owed{Account: ledger.Share(w), Amount: money.Units(usdt, 9)}, payout.Transfer, treasury,
			"liabilities:payout:june:W -> liabilities:share:W", []string{"assets:wallet:P -> liabilities:payout:june:W"}},
		"a reward by claim": {payout.Owed{Account: ledger.Referral(w, ledger.ReferralPayable), Amount: money.Units(usdt, 9)}, payout.Claim,
			distributor, "liabilities:payout:june:W -> liabilities:referral:W:payable",
			[]string{"assets:distributor:D -> liabilities:payout:june:W"}},
		"own tokens": {payout.Owed{Account: ledger.HolderToken(w, gpu, ledger.Available), Amount: money.Units(gpu, 9)}, payout.Transfer, treasury,
			"register:gpu:W:available -> register:gpu:payout:june:W",
			[]string{"register:gpu:payout:june:W -> register:gpu:W:released", "assets:wallet:P -> equity:treasury-tokens"}},
	} {
		short := strings.NewReplacer(w.String(), "W", ledger.Wallet{0xee}.String(), "P", ledger.Wallet{0xdd}.String(), "D")
		moves := func(list []ledger.Posting) (all []string) {
			for _, m := range list {
				if m.Amount != c.owed.Amount {
					t.Errorf("%s: %s are moved of %s", name, m.Amount, c.owed.Amount)
				}
				all = append(all, short.Replace(m.From.String()+" -> "+m.To.String()))
			}
			return all
		}
		b, asset := &payout.Book{}, c.owed.Amount.Asset()
		r, err := payout.Prepare("gpunet", "june", asset, c.method, july, []payout.Owed{c.owed}, payout.Guard{Minimum: money.Zero(asset)})
		if err != nil {
			t.Fatal(err)
		}
		d, err := r.Draft("1", july, ledger.OperatorSource("ann", "june"), ledger.Hash{})
		if got := moves(d.Postings); err != nil || !slices.Equal(got, []string{c.gather}) {
			t.Errorf("%s gathers %q (%v)", name, got, err)
		}
		if err := b.Prepare(r, ledger.OperatorSource("ann", "june"), "ann", "token:desk"); err != nil {
			t.Fatal(err)
		}
		for _, step := range [][2]string{{payout.Propose, "ann"}, {payout.Approve, "bob"}, {payout.Export, "ann"}} {
			if err := b.Take(payout.Taken{Step: step[0], Run: "june", Operator: step[1], At: july, Root: ledger.Hash{1}}); err != nil {
				t.Fatal(err)
			}
		}
		s, err := b.Settle(payout.Evidence{Key: "k", Payer: c.payer, To: w, Amount: c.owed.Amount, Method: c.method, At: july})
		if err != nil || len(s.Paid) != 1 || s.Exception != nil || !slices.Equal(moves(s.Paid[0].Moves), c.settle) {
			t.Errorf("%s: %+v (%v)", name, s, err)
		}
	}
}

// Whatever steps are taken and whatever is paid, what a run gathered is what is paid and what is open; nothing is settled in
// a run that two people did not let out; and the moves of a payment with its exception are the payment.
func TestWhateverHappensNothingIsLost(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		b := &payout.Book{}
		paid := map[string]uint64{}
		for i := range rapid.IntRange(1, 60).Draw(t, "events") {
			switch rapid.IntRange(0, 3).Draw(t, "what") {
			case 0:
				var all []payout.Owed
				for n := range byte(4) {
					all = append(all, owed(wallet(n+1), rapid.Uint64Range(0, 9).Draw(t, "share"), rapid.Uint64Range(0, 9).Draw(t, "rebate"),
						rapid.Uint64Range(0, 9).Draw(t, "referral"))...)
				}
				method := rapid.SampledFrom([]payout.Method{payout.Transfer, payout.Claim}).Draw(t, "method")
				if r, err := payout.Prepare("gpunet", fmt.Sprintf("run-%d", i), usdt, method, july, all,
					payout.Guard{Minimum: money.Units(usdt, 3)}); err == nil {
					if err := b.Prepare(r, ledger.OperatorSource("ann", r.Name), "ann", "token:desk"); err != nil {
						t.Fatal(err)
					}
				}
			case 1:
				if n := len(b.Runs()); n > 0 {
					run := b.Runs()[rapid.IntRange(0, n-1).Draw(t, "run")]
					step := rapid.SampledFrom([]string{payout.Propose, payout.Approve, payout.Export, payout.Cancel}).Draw(t, "step")
					who := rapid.SampledFrom([]string{"ann", "bob"}).Draw(t, "who")
					can := b.Can(step, run.Name, who)
					if err := b.Take(payout.Taken{Step: step, Run: run.Name, Operator: who, At: july.Add(time.Duration(i))}); err != nil && can == nil {
						t.Fatalf("it can be, and taking it %v", err)
					}
				}
			default:
				amount := rapid.Uint64Range(1, 30).Draw(t, "amount")
				method := rapid.SampledFrom([]payout.Method{payout.Transfer, payout.Claim}).Draw(t, "by")
				s, err := b.Settle(payout.Evidence{Key: fmt.Sprint(i), To: wallet(rapid.Byte().Draw(t, "to")%5 + 1),
					Amount: money.Units(usdt, amount), Method: method, At: july})
				if err != nil {
					t.Fatal(err)
				}
				moved := uint64(0)
				for _, p := range s.Paid {
					sum := uint64(0)
					for _, m := range p.Moves {
						units := m.Amount.Uint256()
						sum += units.Uint64()
					}
					if p.Amount != money.Units(usdt, sum) {
						t.Fatalf("moves of %d for %s", sum, p.Amount.Digits())
					}
					moved += sum
					paid[p.Run] += sum
					run := b.Run(p.Run)
					if run.By(payout.Approved) == nil || run.By(payout.Approved).Operator == run.By(payout.Proposed).Operator {
						t.Fatalf("%s was paid with the steps %+v", p.Run, run.Steps)
					}
				}
				if s.Exception != nil && s.Exception.Problem != payout.PartlyPaid {
					units := s.Exception.Amount.Uint256()
					moved += units.Uint64()
				}
				if moved != amount {
					t.Fatalf("%d of %d are accounted for", moved, amount)
				}
			}
			for _, run := range b.Runs() {
				if run.Paid != money.Units(usdt, paid[run.Name]) {
					t.Fatalf("run %s says it paid %s, the moves say %d", run.Name, run.Paid.Digits(), paid[run.Name])
				}
				sum := money.Zero(usdt)
				done := 0
				for _, w := range run.Wallets() {
					total, part, _, ok := run.Line(w)
					if !ok || part.Cmp(total) > 0 {
						t.Fatalf("line of %s: %s of %s", w, part, total)
					}
					if part == total {
						done++
					}
					sum, _ = sum.Add(part)
				}
				if sum != run.Paid || done != run.Done || (run.State == payout.Settled) != (done == run.Lines) {
					t.Fatalf("run %s: lines paid %s of %s, %d of %d done, state %s", run.Name, sum, run.Paid, run.Done, run.Lines, run.State)
				}
				if open := run.Open(); run.State != payout.Cancelled {
					if all, _ := open.Add(run.Paid); all != run.Total {
						t.Fatalf("run %s: %s open and %s paid of %s", run.Name, open, run.Paid, run.Total)
					}
				}
			}
		}
	})
}
