package wire

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
)

func TestWhatIsTold(t *testing.T) {
	t.Parallel()
	points := money.Units(sale.Node, 2)
	buyer := ledger.Wallet{1}
	tx := func(kind ledger.Kind) *ledger.Transaction {
		return &ledger.Transaction{Sequence: 9, Draft: ledger.Draft{
			Kind: kind, Effective: time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC), Source: ledger.JobSource("points", "2026-05-01"),
			Meta: ledger.Meta{"quantity": "2", "code": "ALPHA", "run": "may"},
			Postings: []ledger.Posting{{From: ledger.SaleIncome(buyer), To: ledger.WalletFunds(ledger.Wallet{0xee}), Amount: points},
				{From: ledger.SaleIncome(buyer),
					To: ledger.WalletFunds(ledger.Wallet{0xee}), Amount: points}},
		}}
	}
	base := Event{
		Sequence: 9, Effective: "2026-05-01T00:00:00Z", Lines: 2,
		Moved: []Amount{{sale.Node.Symbol(), "4", int(sale.Node.Decimals()), money.Units(sale.Node, 4).String()}},
	}
	for kind, want := range map[ledger.Kind]string{
		sale.PurchaseKind: "purchase", sale.RefundKind: "purchase", sale.TransferKind: "purchase", ledger.ReversalKind: "purchase",
		sale.PayableKind: "final", rewards.RebateKind: "final",
		rewards.PointsKind: "epoch", rewards.TokenKind: "epoch", rewards.DropKind: "epoch", rewards.ConversionKind: "epoch",
		rewards.UnlockKind: "epoch",
		rewards.MonthKind:  "epoch", payout.RunKind: "payout", payout.SettlementKind: "payout", payout.ExceptionKind: "payout",
		payout.FundingKind: "payout",
		"fact":             "", rewards.GrantKind: "", "payouts": "", "": "",
	} {
		e := base
		e.Kind = string(kind)
		event, ok := EventOf(tx(kind))
		var expected any
		switch want {
		case "purchase":
			e.Nodes, e.Code, e.Wallet = 2, "ALPHA", buyer.String()
			expected = PurchaseEvent(e)
		case "final":
			expected = FinalEvent(e)
		case "epoch":
			e.Job, e.Slot = "points", "2026-05-01"
			expected = EpochEvent(e)
		case "payout":
			e.Run = "may"
			expected = PayoutEvent(e)
		}
		if ok != (want != "") || fmt.Sprintf("%T%+v", event, event) != fmt.Sprintf("%T%+v", expected, expected) {
			t.Errorf("%s: %T%+v, %t, want %T%+v", kind, event, event, ok, expected, expected)
		}
	}
}

// A step that an operator takes with a run is told, with the run's name, whether it moves something or not.
func TestStepsOfRunsAreTold(t *testing.T) {
	t.Parallel()
	for reference, want := range map[string]string{
		"may-2-propose": "may-2", "may-2-approve": "may-2", "may-export": "may", "a-cancel": "a", "may-2-reject-1": "may-2",
		"propose-propose": "propose", "may-2": "", "may-2-prepare": "", "propose": "",
	} {
		for _, kind := range []ledger.Kind{fold.FactKind, ledger.ReversalKind} {
			tx := &ledger.Transaction{Draft: ledger.Draft{
				Kind: kind, Source: ledger.Source{Name: "ann", Reference: reference}, Meta: ledger.Meta{"fact": fold.PayoutStep},
			}}
			event, _ := EventOf(tx)
			step, told := event.(PayoutEvent)
			if told != (want != "") || step.Run != want {
				t.Errorf("%s, a %s: %T%+v, want %q", reference, kind, event, event, want)
			}
			tx.Meta["fact"] = "revenue"
			if event, _ := EventOf(tx); event != nil && fmt.Sprintf("%T", event) == "wire.PayoutEvent" {
				t.Errorf("%s: revenue is told as %+v", reference, event)
			}
		}
	}
}

// What a buyer wrote into a referral code can neither end an event nor begin markup.
func TestCodesStayInsideTheirEvent(t *testing.T) {
	t.Parallel()
	tx := &ledger.Transaction{Sequence: 1, Draft: ledger.Draft{Kind: sale.PurchaseKind,
		Meta: ledger.Meta{"code": "</script><script>alert(1)</script>\n\nevent: payout\r\ndata: {}\n\n\u2028"}}}
	event, _ := EventOf(tx)
	text, err := json.Marshal(event)
	if err != nil || bytes.ContainsAny(text, "<>\r\n\u2028") {
		t.Errorf("%s, %v", text, err)
	}
	var back Event
	if err := json.Unmarshal(text, &back); err != nil || back.Code != tx.Meta["code"] {
		t.Errorf("the code became %q, %v", back.Code, err)
	}
}

func TestSumsBeyondAllBounds(t *testing.T) {
	t.Parallel()
	most, err := money.FromBig(sale.Node, new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1)))
	if err != nil {
		t.Fatal(err)
	}
	one := ledger.Posting{From: ledger.SaleIncome(ledger.Wallet{1}), To: ledger.WalletFunds(ledger.Wallet{0xee}), Amount: most}
	if got := moved([]ledger.Posting{one, one}); len(got) != 1 || got[0].Amount != most.Digits() {
		t.Errorf("%+v", got)
	}
	if got := moved(nil); got == nil || len(got) != 0 {
		t.Errorf("%+v", got)
	}
}
