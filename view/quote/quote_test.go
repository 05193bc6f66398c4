package quote_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/quote"
)

func TestFromProgram(t *testing.T) {
	t.Parallel()
	gpunet, err := program.Load("gpunet")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
	// 1 + 2 + 3 + 1 of the first four tiers at 0.075, 0.0875, 0.1 and 0.1125.
	q, err := quote.FromProgram(gpunet, now, quote.Request{Quantity: 7, Code: "ANY"})
	if err != nil {
		t.Fatal(err)
	}
	if q.List.Digits() != "662500000000000000" || q.Paid.Digits() != "596250000000000000" || q.Referral.Digits() != "59625000000000000" {
		t.Errorf("list %s, paid %s, referral %s", q.List, q.Paid, q.Referral)
	}
	if !q.Unchecked || q.AsOf != nil {
		t.Errorf("unchecked %t, as of %v", q.Unchecked, q.AsOf)
	}
	if q.Transaction != nil {
		t.Errorf("a transaction to the placeholder contract is handed out: %+v", q.Transaction)
	}
	// The quotas of all tiers together are 115.
	if _, err = quote.FromProgram(gpunet, now, quote.Request{Quantity: 115}); err != nil {
		t.Error(err)
	}
	_, err = quote.FromProgram(gpunet, now, quote.Request{Quantity: 116})
	if samplebooks.RefusalCode(t, err) != problem.NotEnough {
		t.Error(err)
	}
}

// NodeSale refuses a purchase that fits into no transaction, and so is the quote of it refused; another contract's is not.
func TestAPurchaseFitsATransaction(t *testing.T) {
	t.Parallel()
	large := strings.Replace(small, "size: 10, price: 1, per_wallet: 3", "size: 9000, price: 1", 1)
	for adapter, most := range map[string]uint64{"nodesale": 4000, "payment-handler": 9000} {
		p, err := program.Read("large", fmt.Appendf(nil, large, adapter))
		if err != nil {
			t.Fatal(err)
		}
		now := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
		if q, err := quote.FromProgram(p, now, quote.Request{Quantity: most}); err != nil || q.Transaction == nil {
			t.Errorf("%s: %d nodes: %v, %v", adapter, most, q.Transaction, err)
		}
		if most == 9000 {
			continue
		}
		_, err = quote.FromProgram(p, now, quote.Request{Quantity: most + 1})
		if samplebooks.RefusalCode(t, err) != problem.NotEnough || !strings.Contains(err.Error(), "at most 4000 nodes") {
			t.Errorf("%s: %v", adapter, err)
		}
	}
}

const small = `program: small
schema: 1
chain: { id: 5, start_block: 1 }
sale:
  contract: "0x5FbDB2315678afecb367f032d93F642f64180aa3"
  adapter: %s
  mode: sequential
  tiers: [{ size: 10, price: 1, per_wallet: 3 }, { size: 10, price: 2, per_wallet: 20 }]
  codes: [{ from: 2024-01-01, code: OWL, wallet: "0x00000000000000000000000000000000000000aa" }]
`

func TestRefusals(t *testing.T) {
	t.Parallel()
	owner := ledger.Wallet{19: 0xaa}
	now := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		why     string
		adapter string
		r       quote.Request
		want    problem.Code
		hint    string
	}{
		{"nothing", "nodesale", quote.Request{}, problem.ZeroNodes, "at least one"},
		{"the open tier's quota", "nodesale", quote.Request{Quantity: 4}, problem.Quota, "fewer"},
		{"a code that nobody has", "nodesale", quote.Request{Quantity: 1, Code: "CROW"}, problem.UnknownCode, "spelling"},
		{"a near miss", "nodesale", quote.Request{Quantity: 1, Code: "owl"}, problem.UnknownCode, `did you mean "OWL"`},
		{"a code without end", "nodesale", quote.Request{Quantity: 1, Code: strings.Repeat("x", 500)}, problem.UnknownCode, "leave it out"},
		{"a self-referral", "nodesale", quote.Request{Quantity: 1, Code: "OWL", Wallet: owner}, problem.SelfReferral, "another"},
	} {
		t.Run(c.why, func(t *testing.T) {
			p, err := program.Read("small", fmt.Appendf(nil, small, c.adapter))
			if err != nil {
				t.Fatal(err)
			}
			_, err = quote.FromProgram(p, now, c.r)
			if got := samplebooks.RefusalCode(t, err); got != c.want || !strings.Contains(err.Error(), c.hint) {
				t.Errorf("%s: %v", got, err)
			}
		})
	}
	t.Run("a contract that pays self-referrals", func(t *testing.T) {
		p, err := program.Read("small", fmt.Appendf(nil, small, "payment-handler"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := quote.FromProgram(p, now, quote.Request{Quantity: 1, Code: "OWL", Wallet: owner}); err != nil {
			t.Error(err)
		}
	})
	t.Run("no tiers", func(t *testing.T) {
		p, err := program.Load("../../testdata/programs/gpunet-recorded.yaml")
		if err != nil {
			t.Fatal(err)
		}
		_, err = quote.FromProgram(p, now, quote.Request{Quantity: 1})
		if samplebooks.RefusalCode(t, err) != problem.NoLadder {
			t.Error(err)
		}
	})
}

func TestParseQuantity(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]problem.Code{
		"": "invalid", "1.5": "invalid", "-1": "invalid", "+1": "invalid", "1e3": "invalid",
		" 1": "invalid", "0x10": "invalid", "١": "invalid", strings.Repeat("9", 100): "invalid",
		"0": problem.ZeroNodes, "000": problem.ZeroNodes, "1" + strings.Repeat("0", 30): problem.NotEnough,
		"18446744073709551616": problem.NotEnough,
	} {
		_, err := quote.ParseQuantity(text)
		if got := samplebooks.RefusalCode(t, err); got != want {
			t.Errorf("%q: %s, %v", text, got, err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Uint64Min(1).Draw(t, "n")
		if got, err := quote.ParseQuantity(fmt.Sprint(n)); err != nil || got != n {
			t.Fatalf("%d is read as %d, %v", n, got, err)
		}
	})
}

func TestParseWallet(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w := ledger.Wallet(rapid.SliceOfN(rapid.Byte(), 20, 20).Draw(t, "wallet"))
		for _, text := range []string{w.String(), "0x" + strings.ToUpper(w.String()[2:])} {
			if got, err := view.ParseWallet(text); err != nil || got != w {
				t.Fatalf("%s is read as %s, %v", text, got, err)
			}
		}
	})
	for _, text := range []string{"", "0x", "0x12", "90f79bf6eb2c4f870365e785982e1f101e93b906", "0x" + strings.Repeat("g", 40),
		"0x" + strings.Repeat("a", 41), "0x" + strings.Repeat("a", 39)} {
		_, err := view.ParseWallet(text)
		if samplebooks.RefusalCode(t, err) != "invalid" {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestParseTime(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]time.Time{
		"2024-05-01":                time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC),
		"2024-05-01T12:00:00Z":      time.Date(2024, 5, 1, 12, 0, 0, 0, time.UTC),
		"2024-05-01T12:00:00+08:00": time.Date(2024, 5, 1, 4, 0, 0, 0, time.UTC),
	} {
		if got, err := view.ParseTime(text); err != nil || got != want {
			t.Errorf("%s is read as %s, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "yesterday", "2024-13-01", "1714521600", strings.Repeat("2", 100)} {
		_, err := view.ParseTime(text)
		if samplebooks.RefusalCode(t, err) != "invalid" {
			t.Errorf("%q: %v", text, err)
		}
	}
}
