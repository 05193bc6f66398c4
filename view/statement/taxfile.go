package statement

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/nodeledger/nodeledger/export/taxfile"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/sentence"
)

// LeftOut counts the lines of a statement that are not in a file for a tax program, because they are about no coin or about one that
// somebody has to judge.
type LeftOut struct {
	Points int // points: no coin; the tokens that they become are in the file
	Nodes  int // licences that changed hands without a purchase
	Grants int // tokens of grants that became available: whether they were bought, or are pay, is not in the books
	Locked int // tokens earned up to the end that are income later: the entries of [Period.Unrecognised], points apart
}

// String is such as "points=12, nodes=0, grants=3, locked=0".
func (o LeftOut) String() string {
	return fmt.Sprintf("points=%d, nodes=%d, grants=%d, locked=%d", o.Points, o.Nodes, o.Grants, o.Locked)
}

// IsZero says that nothing was left out.
func (o LeftOut) IsZero() bool { return o == LeftOut{} }

// TaxEntries is the statement for a tax program, the oldest first: what was earned, dated when it is income; what was paid for nodes,
// as spent; what of it came back. The parts of a purchase are one entry. Points are none, so tokens that points became are received
// at the conversion, whatever counts as income in the statement. What only moved between the wallet's accounts is not in it, payouts
// neither: what they pay was earned before. Nor is what a block that left the chain undid.
func (st *Period) TaxEntries() (entries []taxfile.Entry, out LeftOut, err error) {
	undone := st.undone()
	grouped := map[taxKey]*taxSum{}
	var order []*taxSum
	for i := range st.Accounts {
		a := &st.Accounts[i]
		for j := range a.Lines {
			l := &a.Lines[j]
			if undone[l.Sequence] {
				continue
			}
			kind := kindOf(a, l)
			if kind == 0 {
				out.count(a, l)
				continue
			}
			k := taxKey{l.Sequence, kind, a.Asset}
			s := grouped[k]
			if s == nil {
				s = &taxSum{key: k, line: l, amount: new(big.Int)}
				grouped[k], order = s, append(order, s)
			}
			if err := s.add(l); err != nil {
				return nil, out, err
			}
		}
	}
	slices.SortStableFunc(order, func(a, b *taxSum) int {
		return cmp.Or(a.line.When.Compare(b.line.When), cmp.Compare(a.key.sequence, b.key.sequence), cmp.Compare(a.line.Line, b.line.Line))
	})
	for _, s := range order {
		e, err := s.entry(st.Program)
		if err != nil {
			return nil, out, err
		}
		entries = append(entries, e)
	}
	out.Locked = st.laterTokens()
	return entries, out, nil
}

// laterTokens is how many entries earned tokens that are income after the end.
func (st *Period) laterTokens() (n int) {
	points := map[money.Asset]bool{}
	for i := range st.Accounts {
		points[st.Accounts[i].Asset] = points[st.Accounts[i].Asset] || st.Accounts[i].Account.Role() == ledger.HoldingRole
	}
	for i := range st.Unrecognised {
		if u := &st.Unrecognised[i]; !points[u.Asset] {
			n += u.Lines
		}
	}
	return n
}

// undone are the transactions that were reversed, and what reversed them.
func (st *Period) undone() map[uint64]bool {
	all := map[uint64]bool{}
	for i := range st.Accounts {
		for _, l := range st.Accounts[i].Lines {
			if l.Reverses > 0 {
				all[l.Sequence], all[l.Reverses] = true, true
			}
		}
	}
	return all
}

// kindOf is what a line is for a tax program; 0 when it is not for one.
func kindOf(a *AccountPeriod, l *Line) taxfile.Kind {
	role := a.Account.Role()
	switch {
	case role == ledger.HoldingRole, !counts(a.Account, l) && !converted(a.Account, l):
		return 0
	case role == ledger.SaleRole && l.Amount.Sign() > 0:
		return taxfile.Cost
	case role == ledger.SaleRole:
		return taxfile.Refund
	case l.Amount.Sign() < 0:
		return taxfile.TakenBack
	case role == ledger.ShareExpenseRole:
		return taxfile.Share
	case l.Reason.Code == sentence.Airdrop:
		return taxfile.Airdrop
	}
	return taxfile.Reward
}

// count counts a line that is not in the file.
func (o *LeftOut) count(a *AccountPeriod, l *Line) {
	switch {
	case a.Account.Role() == ledger.HoldingRole && a.Asset == sale.Node:
		if l.Nature == Transfer {
			o.Nodes++
		}
	case a.Account.Role() == ledger.HoldingRole:
		if l.Nature == Income || l.Nature == Deferred {
			o.Points++
		}
	case a.Account.Stage() == string(ledger.Available) && l.Reason.Code == sentence.GrantVested:
		o.Grants++
	}
}

// taxKey is what makes lines one entry.
type taxKey struct {
	sequence uint64
	kind     taxfile.Kind
	asset    money.Asset
}

// taxSum adds up the lines of an entry.
type taxSum struct {
	key    taxKey
	line   *Line // the first
	amount *big.Int
	value  decimal.Decimal
	priced bool
}

func (s *taxSum) add(l *Line) error {
	s.amount.Add(s.amount, l.Amount)
	if l.Value == "" {
		return nil
	}
	value, err := decimal.NewFromString(l.Value)
	s.value, s.priced = s.value.Add(value), true
	return err
}

func (s *taxSum) entry(account string) (e taxfile.Entry, err error) {
	e = taxfile.Entry{When: s.line.When, Kind: s.key.kind, Description: s.line.Reason.English(), Account: account}
	if nodes := s.line.Reason.Params["nodes"]; e.Kind == taxfile.Cost && nodes != "" {
		e.Description = sentence.New(sentence.NodesBought, sentence.Params{"nodes": nodes}).English()
	}
	if source := &s.line.Source; source.Origin == ledger.FromChain {
		e.Tx = source.TxHash
	}
	if s.priced {
		e.Value = strings.TrimPrefix(s.value.String(), "-")
	}
	e.Amount, err = money.ParseUnits(s.key.asset, new(big.Int).Abs(s.amount).String())
	return e, err
}
