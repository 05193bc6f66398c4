package wire

import (
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view/statement"
)

// StatementLine is an entry of an account.
type StatementLine struct {
	When        string    `json:"when" format:"date-time" doc:"When"`
	Sequence    uint64    `json:"sequence" doc:"Of its transaction in the journal"`
	Line        int       `json:"line" doc:"In its transaction, from 0"`
	Kind        string    `json:"kind" example:"points-epoch" doc:"What the transaction is"`
	Nature      string    `json:"nature" enum:"income,deferred,return,transfer,purchase" doc:"income: rewards, shares, referral, rebates. deferred: rewards that are income later, with recognise=unlock. return: what was paid and came back. transfer: between the wallet's own accounts, or points that became tokens. purchase: what was paid, and what was bought"`
	Reason      Sentence  `json:"reason" doc:"Why it was posted; of a reversal: why what it reverses was posted"`
	Undone      *Sentence `json:"undone,omitempty" doc:"Why it was reversed"`
	Counterpart string    `json:"counterpart" doc:"The account on the other side"`
	Amount      Amount    `json:"amount" doc:"With a minus when it makes the balance smaller"`
	Balance     Amount    `json:"balance" doc:"After it"`
	Source      Link      `json:"source" doc:"What it follows from"`
	Reverses    uint64    `json:"reverses,omitempty" doc:"The sequence of what it undoes, when a block left the chain"`
	Price       string    `json:"price_usd,omitempty" doc:"US dollars for 1 of the asset on that day; of income, of what was paid and of tokens that points became, where a price is known"`
	Value       string    `json:"value_usd,omitempty" doc:"Price times amount, exact"`
}

// StatementAccount is one account in one asset: opening and the entries make closing, to the base unit.
type StatementAccount struct {
	Account string          `json:"account" doc:"Path of the account"`
	Role    string          `json:"role" enum:"wallet,distributor,contract,source,referral,share,rebate,payout,earnings,opening,owners,fund,campaign,own-tokens,suspense,sale,revenue,referral-expense,share-expense,rebate-expense,cost,dust,issuance,holding,token,bucket,pool,token-payout,market,burnt" doc:"What the account is for"`
	Name    Sentence        `json:"name" doc:"What it holds"`
	Opening Amount          `json:"opening" doc:"At from; above zero on the account's normal side"`
	Entries []StatementLine `json:"entries" doc:"Oldest first"`
	Closing Amount          `json:"closing" doc:"At to"`
}

// Root is the head of the journal that an answer was read from.
type Root struct {
	Sequence uint64 `json:"sequence" doc:"Of the newest transaction that it covers"`
	Head     string `json:"head" doc:"Hash of the last transaction; it covers all before it"`
}

// Statement is a wallet's statement over a period.
type Statement struct {
	Wallet       string             `json:"wallet" doc:"Address, in lower case"`
	From         string             `json:"from" doc:"Empty: from the beginning"`
	To           string             `json:"to" doc:"The first instant that is left out; empty: up to now"`
	Priced       bool               `json:"priced" doc:"There was a price list, or the program has a price of its points"`
	Recognise    string             `json:"recognise" enum:"accrual,unlock" doc:"accrual: points and tokens are income in the epoch that earned them. unlock: tokens are income when they can be claimed, and points as the tokens that they become"`
	Totals       []StatementTotal   `json:"totals" doc:"By year, nature and asset"`
	Unrecognised []UnrecognisedPart `json:"unrecognised" doc:"Earned before the end and income later, in none of the totals; empty with recognise=accrual"`
	Accounts     []StatementAccount `json:"accounts" doc:"Account by account"`
	Ledger       Root               `json:"ledger" doc:"The head that the statement follows from"`
	Fresh
}

// StatementOf is a statement as it goes out.
func StatementOf(st *statement.Period) Statement {
	out := Statement{
		Wallet: st.Wallet.String(), From: Instant(st.From), To: Instant(st.To), Priced: st.Priced, Accounts: []StatementAccount{},
		Recognise: string(st.Recognise), Totals: []StatementTotal{}, Unrecognised: []UnrecognisedPart{},
		Ledger: Root{st.Sequence, st.Head.String()}, Fresh: FreshOf(st.AsOf),
	}
	for i := range st.Accounts {
		from := &st.Accounts[i]
		a := StatementAccount{from.Account.String(), from.Account.Role().String(), SentenceOf(from.Name),
			SignedAmount(from.Asset, from.Opening), []StatementLine{},
			SignedAmount(from.Asset, from.Closing)}
		for j := range from.Lines {
			l := &from.Lines[j]
			a.Entries = append(a.Entries, StatementLine{
				Instant(l.When), l.Sequence, l.Line, string(l.Kind), string(l.Nature), SentenceOf(l.Reason), OptionalSentence(l.Undone),
				l.Counterpart.String(), SignedAmount(from.Asset, l.Amount), SignedAmount(from.Asset, l.Balance), LinkOf(&l.Source),
				l.Reverses, l.Price, l.Value,
			})
		}
		out.Accounts = append(out.Accounts, a)
	}
	for i := range st.Totals {
		t := &st.Totals[i]
		out.Totals = append(out.Totals, StatementTotal{t.Year, string(t.Nature), SignedAmount(t.Asset, t.Amount), t.Value, t.Lines, t.Unpriced})
	}
	for i := range st.Unrecognised {
		u := &st.Unrecognised[i]
		out.Unrecognised = append(out.Unrecognised, UnrecognisedPart{SignedAmount(u.Asset, u.Amount), u.Lines})
	}
	return out
}

// UnrecognisedPart is what was earned of one asset and is income after the end of a statement.
type UnrecognisedPart struct {
	Amount Amount `json:"amount" doc:"The sum"`
	Lines  int    `json:"lines" doc:"How many entries earned it"`
}

// StatementTotal is what the lines of one nature come to in one asset in one year.
type StatementTotal struct {
	Year     int    `json:"year" example:"2026" doc:"The calendar year, UTC"`
	Nature   string `json:"nature" enum:"income,return,purchase" doc:"income; what was paid for nodes: the cost basis; what of it came back"`
	Amount   Amount `json:"amount" doc:"The sum"`
	Value    string `json:"value_usd,omitempty" doc:"Of the lines whose day has a price, in US dollars, exact"`
	Lines    int    `json:"lines" doc:"How many lines there are"`
	Unpriced int    `json:"unpriced" doc:"Of them, whose day has no price"`
}

// Link is the fact that an entry comes from: a log, a slot of a job, or what an operator recorded.
type Link struct {
	Origin    string  `json:"origin" doc:"evm: a log; job: a slot of the schedule; op: a fact that an operator recorded" enum:"evm,job,op"`
	Chain     uint64  `json:"chain,omitempty" doc:"Id of the chain"`
	Block     uint64  `json:"block,omitempty" doc:"Number of the block"`
	TxHash    string  `json:"tx_hash,omitempty" doc:"Of the transaction on the chain"`
	LogIndex  *uint32 `json:"log_index,omitempty" doc:"Of the log in its block"`
	Job       string  `json:"job,omitempty" doc:"Name of the job"`
	Slot      string  `json:"slot,omitempty" doc:"Day or instant that the job ran for"`
	Operator  string  `json:"operator,omitempty" doc:"Name of the operator"`
	Reference string  `json:"reference,omitempty" doc:"What the operator called it"`
}

// LinkOf is where an entry comes from.
func LinkOf(s *ledger.Source) Link {
	out := Link{Origin: string(s.Origin)}
	switch s.Origin {
	case ledger.FromChain:
		index := s.LogIndex
		out.Chain, out.Block, out.TxHash, out.LogIndex = s.Chain, s.BlockNumber, s.TxHash.String(), &index
	case ledger.FromJob:
		out.Job, out.Slot = s.Name, s.Reference
	default:
		out.Operator, out.Reference = s.Name, s.Reference
	}
	return out
}
