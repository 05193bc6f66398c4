package statement

import (
	"cmp"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/sentence"
)

// reason says why the entry was posted.
func (v *side) reason() sentence.Sentence {
	switch v.kind {
	case sale.PurchaseKind:
		return v.reasonOfPurchase()
	case sale.PayableKind:
		return sentence.New(sentence.RewardPayable, nil)
	case sale.WithdrawalKind:
		return sentence.New(sentence.RewardWithdrawn, nil)
	case sale.CommissionKind:
		return sentence.New(sentence.RewardUnjoined, nil)
	case sale.RefundKind:
		if v.account.Class() == ledger.Income {
			return sentence.New(sentence.Refunded, nil)
		}
		return sentence.New(sentence.NodesGivenBack, nil)
	case sale.GiftKind:
		return sentence.New(sentence.NodesGiven, nil)
	case sale.ProceedsKind:
		return sentence.New(sentence.ProceedsTaken, nil)
	case sale.TransferKind:
		return v.reasonOfTransfer()
	case payout.RunKind:
		return sentence.New(sentence.GatheredByRun, sentence.Params{"run": v.run()})
	case payout.SettlementKind:
		return sentence.New(sentence.PaidByRun, sentence.Params{"run": v.run()})
	}
	if reason := v.reasonOfReward(); !reason.IsZero() {
		return reason
	}
	return v.reasonOfKind()
}

// reasonOfReward says why rewards moved; the zero Sentence for a kind that is not about rewards.
func (v *side) reasonOfReward() sentence.Sentence {
	slot := v.behind.Source.Reference
	grant := sentence.Params{"grant": v.behind.Meta["grant"]}
	switch v.kind {
	case rewards.PointsKind:
		return v.reasonOfEpoch(slot, sentence.PointsOfEpoch, sentence.PointsFromPool)
	case rewards.TokenKind:
		return v.reasonOfEpoch(slot, sentence.TokensOfEpoch, sentence.TokensFromPool)
	case rewards.DropKind:
		return sentence.New(sentence.Airdrop, nil)
	case rewards.ConversionKind:
		return sentence.New(sentence.PointsToTokens, nil)
	case rewards.UnlockKind:
		if _, err := time.Parse(time.DateOnly, slot); err != nil { // not a day's tokens: those of the conversion
			return sentence.New(sentence.ConversionLockEnded, nil)
		}
		return sentence.New(sentence.LockEnded, sentence.Params{"epoch": slot})
	case rewards.GrantKind:
		return sentence.New(sentence.GrantGiven, grant)
	case rewards.VestKind:
		return sentence.New(sentence.GrantVested, grant)
	case rewards.ReleaseKind:
		return sentence.New(sentence.GrantClaimed, grant)
	case rewards.RevokeKind:
		return sentence.New(sentence.GrantRevoked, grant)
	case rewards.PointsSoldKind:
		return sentence.New(sentence.PointsBought, sentence.Params{"paid": v.behind.Postings[0].Amount.String()})
	case rewards.PointsSpentKind:
		return sentence.New(sentence.PointsSpent, sentence.Params{"for": v.behind.Meta["for"]})
	case rewards.StakeKind:
		return sentence.New(sentence.Staked, nil)
	case rewards.UnbondKind:
		return sentence.New(sentence.Unbonded, nil)
	case rewards.UnstakeKind:
		if until := v.behind.Meta["until"]; until != "" {
			return sentence.New(sentence.Unbonding, sentence.Params{"until": until})
		}
		return sentence.New(sentence.Unstaked, nil)
	case rewards.RebateKind:
		return sentence.New(sentence.RebateOfCampaign, sentence.Params{"campaign": v.campaign()})
	case rewards.MonthKind:
		return sentence.New(sentence.ShareOfMonth, sentence.Params{"month": slot})
	case fold.AmendmentKind:
		p, of := fold.Corrects(v.behind.Source)
		switch {
		case !of && v.behind.Source.Origin == ledger.FromJob:
			return sentence.New(sentence.ShareSetOff, nil)
		case !of:
			return sentence.New(sentence.ShareKept, nil)
		case p.Job == rewards.MonthJob:
			return sentence.New(sentence.ShareCorrected, sentence.Params{"month": p.Slot})
		}
		return sentence.New(sentence.PointsCorrected, sentence.Params{"epoch": p.Slot})
	}
	return sentence.Sentence{}
}

// reasonOfEpoch names the pool where the other side is one.
func (v *side) reasonOfEpoch(day string, whole, fromPool sentence.Code) sentence.Sentence {
	if other := v.other(); other.Role() == ledger.PoolRole {
		return sentence.New(fromPool, sentence.Params{"epoch": day, "pool": other.Name()})
	}
	return sentence.New(whole, sentence.Params{"epoch": day})
}

// reasonOfPurchase says what a posting of a purchase is for.
func (v *side) reasonOfPurchase() sentence.Sentence {
	nodes := sentence.Params{"nodes": v.behind.Meta["quantity"]}
	switch other := v.other(); {
	case v.account == ledger.Holding(v.wallet, sale.Node):
		return sentence.New(sentence.NodesBought, nodes)
	case v.account.Class() == ledger.Income && other == ledger.Dust():
		return sentence.New(sentence.LeftByRounding, nodes)
	case v.account.Class() == ledger.Income && (other.Role() == ledger.ReferralExpenseRole || v.forReferrer()):
		return sentence.New(sentence.PaidToReferrer, nodes)
	case v.account.Class() == ledger.Income:
		return sentence.New(sentence.PaidToTreasury, nodes)
	}
	for _, p := range v.behind.Postings {
		if buyer, owned := p.From.Wallet(); owned && p.From.Role() == ledger.SaleRole {
			return sentence.New(sentence.RewardOfPurchase, sentence.Params{"nodes": nodes["nodes"], "buyer": buyer.String()})
		}
	}
	return sentence.New(sentence.RewardOfNodes, nodes)
}

// forReferrer says that a posting of a purchase brings the contract what it holds for the referrer: the purchase names its reward, and
// the amount is that.
func (v *side) forReferrer() bool {
	return v.other().Role() == ledger.ContractRole && v.behind.Meta["referral"] == v.posting.Amount.Digits()
}

// run is the payout run that a posting is of.
func (v *side) run() string {
	return cmp.Or(v.posting.From.Name(), v.posting.To.Name(), v.behind.Meta["run"])
}

// campaign is the campaign that a rebate is of: what was set aside for it is used by the posting that follows it.
func (v *side) campaign() string {
	for i, p := range v.behind.Postings {
		if p == v.posting && i+1 < len(v.behind.Postings) {
			return v.behind.Postings[i+1].To.Name()
		}
	}
	return v.behind.Meta["campaigns"]
}

// reasonOfTransfer says between whom a licence changed hands.
func (v *side) reasonOfTransfer() sentence.Sentence {
	licence := v.behind.Meta["licence"]
	other := v.other()
	who, owned := other.Wallet()
	switch {
	case other == ledger.Issuance(sale.Node) && v.more():
		return sentence.New(sentence.LicenceIssued, sentence.Params{"licence": licence})
	case other == ledger.Issuance(sale.Node):
		return sentence.New(sentence.LicenceDestroyed, sentence.Params{"licence": licence})
	case owned && v.more():
		return sentence.New(sentence.LicenceReceived, sentence.Params{"licence": licence, "from": who.String()})
	case owned:
		return sentence.New(sentence.LicenceSent, sentence.Params{"licence": licence, "to": who.String()})
	}
	return v.reasonOfKind()
}

// reasonOfKind is for kinds that have no sentence of their own.
func (v *side) reasonOfKind() sentence.Sentence {
	code := sentence.MovedTo
	if v.more() {
		code = sentence.MovedFrom
	}
	return sentence.New(code, sentence.Params{"kind": strings.ReplaceAll(string(v.kind), "-", " "), "account": v.other().String()})
}
