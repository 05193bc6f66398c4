package statement_test

import (
	"testing"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/view/statement"
)

// Every line of points that were bought and spent and of a stake says what it is and why, in both languages; the accounts have names.
func TestWhyPointsAndStakesMoved(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Rewarded(t)
	st, err := statement.OfPeriod(t.Context(), e, view.NewSources(e, period.NewEpochs(e).UnlockedAt),
		statement.Request{Wallet: samplebooks.Person(12)})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"holding+ points-sold": "purchase, points bought for 0.000000000000005 ETH, 以 0.000000000000005 ETH 购买的积分",
		"holding- reversal": "purchase, points bought for 0.000000000000005 ETH; reversed: recorded twice, 以 0.000000000000005 ETH 购买的积分" +
			"；已冲销：recorded twice",
		"holding- points-spent": "transfer, points spent: compute, 积分消费：compute",
		"holding- stake":        "transfer, staked, 质押", "staked+ stake": "transfer, staked, 质押",
		"staked- unstake":        "transfer, no longer staked; available from 2024-04-17T12:00:00Z on, 解除质押，2024-04-17T12:00:00Z 起可用",
		"unbonding+ unstake":     "transfer, no longer staked; available from 2024-04-17T12:00:00Z on, 解除质押，2024-04-17T12:00:00Z 起可用",
		"unbonding- unbond":      "transfer, available again after it was unstaked, 解除质押后恢复可用",
		"holding+ unbond":        "transfer, available again after it was unstaked, 解除质押后恢复可用",
		"staked- tge-conversion": "transfer, points converted to tokens at the TGE, TGE 时积分兑换为代币",
		"staked+ tge-conversion": "transfer, points converted to tokens at the TGE, TGE 时积分兑换为代币",
	}
	for _, a := range st.Accounts {
		if a.Name.IsZero() || a.Account.Asset() == "NODE" {
			continue
		}
		stage := a.Account.Stage()
		if a.Account.Role() == ledger.HoldingRole {
			stage = "holding"
		}
		for i := range a.Lines {
			l := &a.Lines[i]
			key := stage + "+ " + string(l.Kind)
			if l.Amount.Sign() < 0 {
				key = stage + "- " + string(l.Kind)
			}
			chinese := l.Reason.Chinese()
			if !l.Undone.IsZero() {
				chinese += "；" + l.Undone.Chinese()
			}
			if says, known := want[key]; known {
				if got := string(l.Nature) + ", " + l.Reasons() + ", " + chinese; got != says {
					t.Errorf("%s: %s, want %s", key, got, says)
				}
				delete(want, key)
			}
		}
	}
	for key := range want {
		t.Errorf("there is no line %s", key)
	}
}
