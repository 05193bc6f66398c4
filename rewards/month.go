package rewards

import (
	"fmt"
	"sort"
	"time"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

// The kind and the job of a closed month, and the pool that its carry stands in.
const (
	MonthKind ledger.Kind = "month"
	MonthJob  string      = "month"
	SharePool string      = "share"
)

// MonthForm is how a month is written, such as "2024-06".
const MonthForm = "2006-01"

// MonthInput is what a month's share is computed from.
type MonthInput struct {
	Month    time.Time     // its first instant, UTC
	Opening  uint64        // the last block at or before Month; rules that begin at a block are looked up with it
	Snapshot Block         // the last block before the month's end: holders are taken as they were after it
	Holders  []Holder      // at the snapshot, in any order, each wallet once
	Carry    money.Balance // what the fund of the share held when the month began, out of which it is owed; below zero after returns
	Fund     money.Balance // what came into the fund within the month, less what left it before the closing
}

// ClosedMonth is a month that was closed: what every holder gets, and why. It is never changed afterwards.
//
//	CarryIn + Fund = Paid + CarryOut + ToBuyback, to the base unit
type ClosedMonth struct {
	Program    string
	Rule       string         // version of the rules in force at Moment
	Moment     program.Moment // the month's start
	Slot       string         // such as "2024-06"
	Start, End time.Time      // half-open
	Block      Block
	Asset      money.Asset
	Mode       program.ShareMode

	CarryIn    money.Balance // what earlier months left; below zero when more was returned than came
	Fund       money.Balance // what revenue brought in the month, less what was returned in it
	Due        money.Amount  // the sum of the brackets' amounts; zero in pro rata
	Scaled     bool          // the fund was smaller than Due
	Paid       money.Amount
	CarryOut   money.Balance
	ToBuyback  money.Amount // the surplus, where the program sends it there
	ZeroReason MonthReason  // why nobody gets anything; zero when somebody does

	Holders []Holder // in rising order of wallet

	brackets []program.ShareBracket
	score    []program.Bracket
	place    []uint16 // of the holder's bracket, from 1; 0: below the first
	column   column   // pro rata
	shares   []money.Amount
}

// CloseMonth computes a month's share of revenue under the rules in force at its start, from the nodes held at its end.
//
// In mode brackets a holder gets the amount of the highest bracket reached. When the fund with its carry is smaller than
// the sum, everybody gets floor(amount x fund / sum), and what the floors leave is carried; when it is larger, the surplus
// is carried or goes to the buyback fund. In mode pro_rata the whole fund is shared by node score. Without holders, or
// without a rule, the whole fund is carried, and so is a fund that is below zero: the next months pay it off first.
func CloseMonth(p *program.Program, in MonthInput) (*ClosedMonth, error) {
	if p.Revenue == nil {
		return nil, p.Lacks("revenue")
	}
	if in.Month.Location() != time.UTC || !in.Month.Equal(MonthStart(in.Month)) || in.Month.Unix() <= 0 {
		return nil, fmt.Errorf("%s is not the first instant of a month in UTC", in.Month.Format(time.RFC3339Nano))
	}
	holders, err := inOrder(in.Holders)
	if err != nil {
		return nil, fmt.Errorf("month %s: %w", in.Month.Format(MonthForm), err)
	}
	asset := p.Revenue.Asset
	moment := program.Moment{Block: in.Opening, Time: in.Month}
	zero := money.Zero(asset)
	m := &ClosedMonth{
		Program: p.Name, Rule: canonical.Version(p, moment), Moment: moment, Slot: in.Month.Format(MonthForm), Start: in.Month,
		End:   in.Month.AddDate(0, 1, 0),
		Block: in.Snapshot, Asset: asset, CarryIn: in.Carry, Fund: in.Fund, Due: zero, Paid: zero, CarryOut: money.NewBalance(asset),
		ToBuyback: zero, Holders: holders,
	}
	m.score, _ = p.Score.At(moment)
	if in.Carry.In.Asset() != asset || in.Fund.In.Asset() != asset {
		return nil, fmt.Errorf("month %s: the fund is in %s and revenue in %s", m.Slot, in.Fund.In.Asset(), asset)
	}
	held, err := m.CarryIn.Plus(m.Fund)
	if err != nil {
		return nil, fmt.Errorf("month %s: %w", m.Slot, err)
	}
	rule, ok := p.Revenue.Share.At(moment)
	if !ok {
		m.ZeroReason, m.CarryOut = MonthNoRule, held
		return m, nil
	}
	m.Mode, m.brackets = rule.Mode, rule.Brackets
	total := zero
	if !held.Negative() {
		if total, err = held.Held(); err != nil {
			return nil, err
		}
	}
	if rule.Mode == program.ShareProRata {
		err = m.proRata(total)
	} else {
		err = m.byBrackets(total, rule.Surplus)
	}
	if err != nil {
		return nil, fmt.Errorf("month %s: %w", m.Slot, err)
	}
	if total.IsZero() {
		m.ZeroReason = MonthNoFund
	}
	for _, out := range []money.Amount{m.Paid, m.ToBuyback} {
		if held, err = held.Give(out); err != nil {
			return nil, fmt.Errorf("month %s: %w", m.Slot, err)
		}
	}
	m.CarryOut = held
	return m, nil
}

// MonthStart is the first instant of the month that an instant is in.
func MonthStart(t time.Time) time.Time {
	t = t.UTC()
	return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
}

func (m *ClosedMonth) byBrackets(total money.Amount, surplus program.Surplus) error {
	m.place, m.shares = make([]uint16, len(m.Holders)), make([]money.Amount, len(m.Holders))
	var err error
	for i := range m.Holders {
		m.place[i] = bracketOf(m.brackets, m.Holders[i].Nodes)
		m.shares[i] = m.amountOf(m.place[i])
		if m.Due, err = m.Due.Add(m.shares[i]); err != nil {
			return err
		}
	}
	if total.Cmp(m.Due) < 0 {
		return m.scale(total)
	}
	m.Paid = m.Due
	rest, err := total.Sub(m.Due)
	if surplus == program.SurplusBuyback {
		m.ToBuyback = rest
	}
	return err
}

// scale gives everybody floor(amount x fund / sum). A bracket has one amount, so it is divided once.
func (m *ClosedMonth) scale(total money.Amount) error {
	m.Scaled = true
	fund, sum := total.Uint256(), m.Due.Uint256()
	scaled := make([]money.Amount, len(m.brackets)+1)
	for k := range scaled {
		full := m.amountOf(uint16(k)).Uint256()
		var part uint256.Int
		part.MulDivOverflow(&full, &fund, &sum) // at most full, so it cannot overflow
		scaled[k] = money.FromUint256(m.Asset, &part)
	}
	for i := range m.shares {
		m.shares[i] = scaled[m.place[i]]
		var err error
		if m.Paid, err = m.Paid.Add(m.shares[i]); err != nil {
			return err
		}
	}
	return nil
}

func (m *ClosedMonth) proRata(total money.Amount) (err error) {
	m.column, err = weigh(len(m.Holders), func(i int) (num, den uint256.Int) {
		nodes := m.Holders[i].Nodes
		factor := nodeFactor(m.score, nodes)
		num.Mul(uint256.NewInt(nodes), uint256.NewInt(factor.Num()))
		return num, *uint256.NewInt(factor.Den())
	})
	if err != nil {
		return err
	}
	var rest money.Amount
	if m.shares, rest, err = money.Split(total, m.column.weights); err != nil {
		return err
	}
	m.Paid, err = total.Sub(rest)
	return err
}

// bracketOf is the place of the highest bracket that a number of nodes reaches, from 1; 0 when it reaches none.
func bracketOf(brackets []program.ShareBracket, nodes uint64) uint16 {
	for k := len(brackets); k > 0; k-- {
		if nodes >= brackets[k-1].Nodes {
			return uint16(k)
		}
	}
	return 0
}

func (m *ClosedMonth) amountOf(place uint16) money.Amount {
	if place == 0 {
		return money.Zero(m.Asset)
	}
	return m.brackets[place-1].Amount
}

// Find is the holder's index among Holders.
func (m *ClosedMonth) Find(w ledger.Wallet) (int, bool) {
	i := sort.Search(len(m.Holders), func(i int) bool { return m.Holders[i].Wallet.Compare(w) >= 0 })
	return i, i < len(m.Holders) && m.Holders[i].Wallet == w
}

// Share is what the holder at an index gets.
func (m *ClosedMonth) Share(i int) money.Amount {
	if m.shares == nil {
		return money.Zero(m.Asset)
	}
	return m.shares[i]
}

// Reason says why the holder at an index gets nothing; zero for one who gets something.
func (m *ClosedMonth) Reason(i int) MonthReason {
	switch {
	case !m.Share(i).IsZero():
		return 0
	case m.Holders[i].Nodes == 0:
		return MonthNoNodes
	case m.ZeroReason != 0:
		return m.ZeroReason
	case m.place != nil && m.place[i] == 0:
		return MonthFewNodes
	default:
		return MonthBelowUnit
	}
}
