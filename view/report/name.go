package report

import (
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/sentence"
)

// names are what the accounts of a role are called in a report; by stage where the role has stages.
var names = map[ledger.Role]map[string]sentence.Code{
	ledger.WalletRole:      {"": sentence.ReportWallet},
	ledger.DistributorRole: {"": sentence.ReportDistributor},
	ledger.ContractRole:    {"": sentence.ReportContract},
	ledger.SourceRole:      {"": sentence.ReportSource},
	ledger.ReferralRole: {
		string(ledger.ReferralPending): sentence.ReportReferralPending, string(ledger.ReferralPayable): sentence.ReportReferralPayable,
	},
	ledger.ShareRole:           {"": sentence.ReportShare},
	ledger.RebateRole:          {"": sentence.ReportRebate},
	ledger.PayoutRole:          {"": sentence.ReportRuns},
	ledger.EarningsRole:        {"": sentence.ReportEarnings},
	ledger.OpeningRole:         {"": sentence.ReportOpening},
	ledger.OwnersRole:          {"": sentence.ReportOwners},
	ledger.CampaignRole:        {"": sentence.ReportCampaign},
	ledger.OwnTokensRole:       {"": sentence.ReportOwnTokens},
	ledger.SuspenseRole:        {"": sentence.ReportSuspense},
	ledger.SaleRole:            {"": sentence.ReportSales},
	ledger.RevenueRole:         {"": sentence.ReportRevenue},
	ledger.ReferralExpenseRole: {"": sentence.ReportReferralCost},
	ledger.ShareExpenseRole:    {"": sentence.ReportShareCost},
	ledger.RebateExpenseRole:   {"": sentence.ReportRebateCost},
	ledger.CostRole:            {"": sentence.ReportCost},
	ledger.DustRole:            {"": sentence.ReportDust},
}

// NameOf is what an account is called in a report, and with it the others of its kind. An account that is in no report, as those of
// the register, is called by its path.
func NameOf(a ledger.Account) sentence.Sentence {
	switch code := names[a.Role()][a.Stage()]; {
	case a == ledger.FundAccount(ledger.ShareFund):
		return sentence.New(sentence.ReportFundShare, nil)
	case a == ledger.FundAccount(ledger.BuybackFund):
		return sentence.New(sentence.ReportFundBuyback, nil)
	case code == "":
		return sentence.New(sentence.ReportOther, sentence.Params{"account": a.String()})
	default:
		return sentence.New(code, paramsOf(a, code))
	}
}

// paramsOf are the values that a name has in it.
func paramsOf(a ledger.Account, code sentence.Code) sentence.Params {
	form, _ := sentence.Find(code)
	params := sentence.Params{}
	for _, name := range form.Names() {
		if w, ok := a.Wallet(); ok && form.Params[name] == sentence.Wallet {
			params[name] = w.String()
		} else {
			params[name] = a.Name()
		}
	}
	return params
}
