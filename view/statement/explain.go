package statement

import (
	"strconv"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/view"
)

// explained is what an entry is for people.
type explained struct {
	nature Nature
	reason sentence.Sentence
	undone sentence.Sentence // why it was reversed; the zero Sentence for an entry that reverses none
}

// explain says what an entry of the wallet's account is. original is what stands behind the transaction that the entry's own
// reverses, nil when it reverses none.
func (w *writer) explain(account ledger.Account, entry *engine.Entry, behind, original *view.EntrySource) explained {
	v := side{wallet: w.wallet, account: account, kind: entry.Kind, posting: entry.Posting, behind: behind}
	if original == nil {
		return explained{nature: w.defers.nature(v.nature(), account, v.kind), reason: v.reason()}
	}
	v.kind, v.behind, v.posting.From, v.posting.To = original.Kind, original, entry.Posting.To, entry.Posting.From
	out := explained{nature: w.defers.nature(v.nature(), account, v.kind), reason: v.reason()}
	switch {
	case original.Source.Origin == ledger.FromChain:
		out.undone = sentence.New(sentence.UndoneBlockLeft, sentence.Params{"block": strconv.FormatUint(original.Source.BlockNumber, 10)})
	case original.Kind == payout.RunKind:
		run := v.run()
		out.undone = sentence.New(sentence.UndoneRunCancelled, sentence.Params{"run": run, "why": w.why(run)})
	default:
		out.undone = sentence.New(sentence.Undone, sentence.Params{"why": behind.Meta["reason"]})
	}
	return out
}

// whyCancelled finds why an operator cancelled a run.
func whyCancelled(e *engine.Engine) func(run string) string {
	return func(run string) (why string) {
		e.Payouts(func(b *payout.Book) {
			p := b.Run(run)
			if p == nil {
				return
			}
			for _, step := range p.Steps {
				if step.State == payout.Cancelled {
					why = step.Reason
				}
			}
		})
		return why
	}
}

// nameOf names an account for people.
func nameOf(p ledger.Place) sentence.Sentence {
	return sentence.New(codeOf(p), nil)
}

// names are those of the accounts of a role; by stage where it has stages.
var names = map[ledger.Role]map[string]sentence.Code{
	ledger.SaleRole:            {"": sentence.AccountPayments},
	ledger.ReferralExpenseRole: {"": sentence.AccountReferralEarned},
	ledger.ShareExpenseRole:    {"": sentence.AccountShareEarned},
	ledger.RebateExpenseRole:   {"": sentence.AccountRebateEarned},
	ledger.ReferralRole: {
		string(ledger.ReferralPending): sentence.AccountReferralPending, string(ledger.ReferralPayable): sentence.AccountReferralPayable,
	},
	ledger.ShareRole:       {"": sentence.AccountSharePayable},
	ledger.RebateRole:      {"": sentence.AccountRebatePayable},
	ledger.PayoutRole:      {"": sentence.AccountInRun},
	ledger.TokenPayoutRole: {"": sentence.AccountInRun},
	ledger.TokenRole: {
		string(ledger.Locked): sentence.AccountTokensLocked, string(ledger.Available): sentence.AccountTokensAvailable,
		string(ledger.Staked): sentence.AccountStaked, string(ledger.Deposited): sentence.AccountDeposited,
		string(ledger.Released): sentence.AccountTokensReleased, string(ledger.Unbonding): sentence.AccountUnbonding,
	},
}

func codeOf(p ledger.Place) sentence.Code {
	switch role := p.Account.Role(); {
	case role == ledger.HoldingRole && p.Asset == sale.Node:
		return sentence.AccountNodes
	case role == ledger.HoldingRole:
		return sentence.AccountPoints
	default:
		return names[role][p.Account.Stage()]
	}
}
