package httpapi

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/statement"
)

type statementRequest struct {
	Wallet string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits"`
	From   string `query:"from" maxLength:"40" doc:"The first day or instant: 2024-05-01 or 2024-05-01T12:00:00Z; empty: from the beginning"`
	To     string `query:"to" maxLength:"40" doc:"The first day or instant that is left out; empty: up to now"`
	Format string `query:"format" enum:"json,csv" default:"json"`
}

// StatementLine is an entry of an account.
type StatementLine struct {
	When        string `json:"when" format:"date-time"`
	Sequence    uint64 `json:"sequence" doc:"Of its transaction in the journal"`
	Line        int    `json:"line" doc:"In its transaction, from 0"`
	Kind        string `json:"kind" example:"points-epoch"`
	Nature      string `json:"nature" enum:"income,return,transfer,purchase" doc:"income: rewards, shares, referral, rebates. return: what was paid and came back. transfer: between the wallet's own accounts, or points that became tokens. purchase: what was paid, and what was bought"`
	Reason      string `json:"reason" doc:"In words"`
	Counterpart string `json:"counterpart" doc:"The account on the other side"`
	Amount      Amount `json:"amount" doc:"With a minus when it went out"`
	Balance     Amount `json:"balance" doc:"After it"`
	Source      Link   `json:"source"`
	Reverses    uint64 `json:"reverses,omitempty" doc:"The sequence of what it undoes, when a block left the chain"`
	Price       string `json:"price_usd,omitempty" doc:"US dollars for a whole unit on that day; of an income whose price is known"`
	Value       string `json:"value_usd,omitempty" doc:"Price times amount, exact"`
}

// StatementAccount is one account in one asset: opening and the entries make closing, to the base unit.
type StatementAccount struct {
	Account string          `json:"account"`
	What    string          `json:"what" doc:"For people" example:"tokens, locked"`
	Opening Amount          `json:"opening" doc:"At from. Of payments it is below zero: that much had been paid"`
	Entries []StatementLine `json:"entries" doc:"Oldest first"`
	Closing Amount          `json:"closing" doc:"At to"`
}

// Root is the head of the journal that an answer was read from.
type Root struct {
	Sequence uint64 `json:"sequence"`
	Head     string `json:"head" doc:"Hash of the last transaction; it covers all before it"`
}

// Statement is a wallet's statement over a period.
type Statement struct {
	Wallet   string             `json:"wallet"`
	From     string             `json:"from" doc:"Empty: from the beginning"`
	To       string             `json:"to" doc:"The first instant that is left out; empty: up to now"`
	Priced   bool               `json:"priced" doc:"There was a price list"`
	Accounts []StatementAccount `json:"accounts"`
	Ledger   Root               `json:"ledger"`
}

// StatementOf is a statement as it goes out: the command line prints the same.
func StatementOf(st *statement.Period) Statement {
	out := Statement{
		Wallet: st.Wallet.String(), From: instant(st.From), To: instant(st.To), Priced: st.Priced, Accounts: []StatementAccount{},
		Ledger: Root{st.Sequence, st.Head.String()},
	}
	for i := range st.Accounts {
		from := &st.Accounts[i]
		a := StatementAccount{from.Account.String(), from.What, signed(from.Asset, from.Opening), []StatementLine{}, signed(from.Asset, from.Closing)}
		for j := range from.Lines {
			l := &from.Lines[j]
			a.Entries = append(a.Entries, StatementLine{
				instant(l.When), l.Sequence, l.Line, string(l.Kind), string(l.Nature), l.Reason, l.Counterpart.String(), signed(from.Asset, l.Amount),
				signed(from.Asset, l.Balance), link(&l.Source), l.Reverses, l.Price, l.Value,
			})
		}
		out.Accounts = append(out.Accounts, a)
	}
	return out
}

// HolderStatement is a statement with how fresh it is.
type HolderStatement struct {
	Statement
	Fresh
}

// statementResponses describe a statement in its two forms.
func statementResponses(h *operation.API) map[string]*huma.Response {
	ok := h.JSON(HolderStatement{}, "The statement")
	ok.Content["text/csv"] = &huma.MediaType{Schema: &huma.Schema{Type: "string"}}
	return map[string]*huma.Response{"200": ok}
}

func (a *api) statement(ctx context.Context, in *statementRequest) (*huma.StreamResponse, error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return nil, err
	}
	from, to, err := statement.ParsePeriod(in.From, in.To)
	if err != nil {
		return nil, err
	}
	st, err := statement.OfPeriod(ctx, a.engine, a.reading.sources, wallet, from, to, a.reading.prices)
	if err != nil {
		return nil, err
	}
	return &huma.StreamResponse{Body: func(out huma.Context) {
		var err error
		if in.Format == "csv" {
			out.SetHeader("Content-Type", "text/csv; charset=utf-8")
			out.SetHeader("Content-Disposition", fmt.Sprintf(`attachment; filename="statement-%s.csv"`, wallet))
			out.SetStatus(http.StatusOK)
			err = st.WriteCSV(out.BodyWriter())
		} else {
			out.SetHeader("Content-Type", "application/json")
			out.SetStatus(http.StatusOK)
			err = json.NewEncoder(out.BodyWriter()).Encode(HolderStatement{StatementOf(&st), fresh(st.AsOf)})
		}
		if err != nil { // whoever asked is gone
			a.log.DebugContext(ctx, "a statement was not sent whole", "error", err)
		}
	}}, nil
}
