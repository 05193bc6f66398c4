package wire

import (
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/view"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
)

// PayoutPart is what one account of a wallet brings into a line.
type PayoutPart struct {
	Account string `json:"account" doc:"Path of the account"`
	Line    string `json:"line_account" doc:"What the run has gathered for the wallet and not paid; its entries show what paid it"`
	Why     string `json:"why" doc:"share, rebate, referral or tokens"`
	Amount  Amount `json:"amount" doc:"How much"`
}

// PayoutLine is what a run pays a wallet.
type PayoutLine struct {
	Wallet string       `json:"wallet" doc:"Address, in lower case"`
	Amount Amount       `json:"amount" doc:"How much"`
	Paid   Amount       `json:"paid" doc:"What was paid"`
	State  string       `json:"state" enum:"open,partly_paid,paid,cancelled" doc:"How far it is"`
	Parts  []PayoutPart `json:"parts" doc:"What it is made of"`
}

// PayoutLineOf is a line of a run in a state.
func PayoutLineOf(run string, l *payoutview.RunLine, state payout.State) PayoutLine {
	out := PayoutLine{Wallet: l.Wallet.String(), Amount: AmountOf(l.Amount), Paid: AmountOf(l.Paid), State: "open", Parts: []PayoutPart{}}
	switch {
	case l.Paid == l.Amount:
		out.State = "paid"
	case state == payout.Cancelled:
		out.State = "cancelled"
	case !l.Paid.IsZero():
		out.State = "partly_paid"
	}
	for _, p := range l.Parts {
		line, _ := ledger.RunLine(run, l.Wallet, p.From) // a run that there is has a name that is valid
		out.Parts = append(out.Parts, PayoutPart{p.From.String(), line.String(), p.Why(), AmountOf(p.Amount)})
	}
	return out
}

// PayoutLines is a page of a run's lines.
type PayoutLines struct {
	Lines []PayoutLine `json:"lines" doc:"A page of them"`
	Next  string       `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

// PayoutLinesOf is a page of the lines of a run in a state; more says that it goes on.
func PayoutLinesOf(run string, list []payoutview.RunLine, state payout.State, more bool, of view.AsOf) PayoutLines {
	out := PayoutLines{Lines: []PayoutLine{}, Fresh: FreshOf(of)}
	for i := range list {
		out.Lines = append(out.Lines, PayoutLineOf(run, &list[i], state))
	}
	if more {
		out.Next = list[len(list)-1].Wallet.String()
	}
	return out
}

// PayoutCheck says whether the file of a run is what the books say.
type PayoutCheck struct {
	Run        string            `json:"run" doc:"Name of the payout run"`
	Form       string            `json:"form" enum:"safe,merkle"`
	Part       int               `json:"part" doc:"Which of the run's batches it is, from 1"`
	Parts      int               `json:"parts" doc:"What it is made of"`
	Lines      int               `json:"lines" doc:"Transfers, or leaves of the tree"`
	Total      Amount            `json:"total" doc:"Of the file's lines"`
	Root       string            `json:"root,omitempty" doc:"Of the file's tree"`
	From       *BooksHead        `json:"from,omitempty" doc:"The head of the books that the file's tree came from"`
	Same       bool              `json:"same" doc:"The file is what the books say"`
	Difference *PayoutDifference `json:"difference,omitempty" doc:"The first, where there is one"`
	Fresh
}

// PayoutDifference is where a file and the books say two things.
type PayoutDifference struct {
	What   string `json:"what" enum:"chain,treasury,token,amount,root,books,extra,missing"`
	Line   int    `json:"line,omitempty" doc:"Of the file, from 1"`
	Wallet string `json:"wallet,omitempty" doc:"Address, in lower case"`
	File   string `json:"file,omitempty" doc:"What the file says"`
	Books  string `json:"books,omitempty" doc:"What the books say"`
}

// PayoutCheckOf is a file that was compared with the books.
func PayoutCheckOf(c *payoutview.FileCheck, of view.AsOf) PayoutCheck {
	out := PayoutCheck{
		Run: c.Run, Form: c.Form, Part: c.Part, Parts: c.Parts, Lines: c.Lines, Total: AmountOf(c.Total), Same: c.Difference == nil,
		Fresh: FreshOf(of),
	}
	if c.Root != (ledger.Hash{}) {
		out.Root = c.Root.String()
		out.From = BooksHeadOf(c.From)
	}
	if d := c.Difference; d != nil {
		out.Difference = &PayoutDifference{What: d.What, Line: d.Line, File: d.File, Books: d.Books}
		if d.Wallet != (ledger.Wallet{}) {
			out.Difference.Wallet = d.Wallet.String()
		}
	}
	return out
}
