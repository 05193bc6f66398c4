package rewards

import (
	"fmt"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// RebateKind is the kind of the transaction that accrues what a purchase earns from campaigns, and RebateLeg the leg of
// its source.
const (
	RebateKind ledger.Kind = "campaign-rebate"
	RebateLeg  string      = "campaign"
)

// CampaignKind is the kind of the transactions that set a campaign's budget aside when it opens, and give back what is left when it
// ends.
const CampaignKind ledger.Kind = "campaign-budget"

// The jobs of a campaign's two transactions; their slot is its name.
const (
	CampaignOpenJob = "campaign-open"
	CampaignEndJob  = "campaign-end"
)

// Campaigns is what the program's campaigns promised so far. It is made anew from the purchases in order, first come,
// first served; the same purchases give the same rebates.
type Campaigns struct {
	program string
	list    []program.Campaign
	spent   map[string]money.Amount
	paid    map[string]map[ledger.Wallet]bool // wallets that had their fixed amount
	opened  map[string]bool
	ended   map[string]bool
}

// NewCampaigns is the campaigns of a program before the first purchase.
func NewCampaigns(p *program.Program) *Campaigns {
	c := &Campaigns{
		p.Name, p.Campaigns, map[string]money.Amount{}, map[string]map[ledger.Wallet]bool{}, map[string]bool{}, map[string]bool{},
	}
	c.Follow(p)
	return c
}

// Follow takes the campaigns of a later text of the program, in which those that have begun are the same.
func (c *Campaigns) Follow(p *program.Program) {
	c.list = p.Campaigns
	for _, k := range c.list {
		if _, known := c.spent[k.Name]; !known {
			c.spent[k.Name], c.paid[k.Name] = money.Zero(k.Asset), map[ledger.Wallet]bool{}
		}
	}
}

// Budgets drafts what opens and ends by a moment and did not before: give it every moment at which a final block has something,
// in order, before the block's purchases.
//
//	equity:fund:campaign:<name> -> equity:earnings    the budget, when the campaign opens
//	equity:earnings -> equity:fund:campaign:<name>    what is left of it, when it ends
func (c *Campaigns) Budgets(m program.Moment, rule string) ([]ledger.Draft, error) {
	var drafts []ledger.Draft
	for i := range c.list {
		k := &c.list[i]
		fund, err := ledger.CampaignFund(k.Name)
		if err != nil {
			return nil, fmt.Errorf("campaign %s: %w", k.Name, err)
		}
		draft := func(job string, from, to ledger.Account, a money.Amount) {
			d := ledger.Draft{
				Kind: CampaignKind, Program: c.program, Rule: rule, Effective: m.Time, Booked: m.Time, Source: ledger.JobSource(job, k.Name),
				Meta: ledger.Meta{"campaign": k.Name},
			}
			d.Postings = moves(ledger.Posting{From: from, To: to, Amount: a})
			drafts = append(drafts, d)
		}
		if !c.opened[k.Name] && k.From.Begun(m) {
			c.opened[k.Name] = true
			draft(CampaignOpenJob, fund, ledger.Earnings(), k.Budget)
		}
		if !c.ended[k.Name] && c.opened[k.Name] && !k.Until.IsZero() && k.Until.Begun(m) {
			c.ended[k.Name] = true
			left, err := k.Budget.Sub(c.spent[k.Name])
			if err != nil {
				return nil, fmt.Errorf("campaign %s: %w", k.Name, err)
			}
			draft(CampaignEndJob, ledger.Earnings(), fund, left)
		}
	}
	return drafts, nil
}

// CampaignPurchase is a purchase as campaigns see it.
type CampaignPurchase struct {
	Wallet ledger.Wallet
	Nodes  uint64
	Paid   money.Amount
	Moment program.Moment // the purchase's block
	Rule   string         // the version of the rules in force there
	Source ledger.Source  // of the purchase; the rebate's differs in its leg
}

// Rebate is what one campaign gives for a purchase.
type Rebate struct {
	Campaign string
	Due      money.Amount // by the campaign's rule
	Paid     money.Amount // Due, or what was left of the budget
	Partial  bool         // the budget paid less than was due, or nothing; the rest is never made up for
}

// Accrue counts a purchase and drafts what it earns, payable by a payout run; ok is false when no campaign gives anything
// for it. Give purchases in the order of the chain, each once, when their block is final.
//
// A percentage is floored once on what was paid. The payment that reaches the budget is paid as far as the budget goes,
// and later ones not at all. A fixed amount a wallet is for its first purchase in the campaign. A purchase of no nodes
// earns nothing.
//
//	liabilities:rebate:<w> -> expenses:rebate:<w>
//	equity:earnings -> equity:fund:campaign:<name>    what was set aside for it is used
func (c *Campaigns) Accrue(b CampaignPurchase) (d ledger.Draft, rebates []Rebate, ok bool, err error) {
	if b.Nodes == 0 {
		return d, nil, false, nil
	}
	d = ledger.Draft{
		Kind: RebateKind, Program: c.program, Rule: b.Rule, Effective: b.Moment.Time, Booked: b.Moment.Time, Source: b.Source,
		Meta: ledger.Meta{},
	}
	d.Source.Leg = RebateLeg
	var names []string
	for i := range c.list {
		k := &c.list[i]
		if !k.Running(b.Moment) || !k.Admits([20]byte(b.Wallet)) {
			continue
		}
		rebate, err := c.rebate(k, b)
		if err != nil {
			return d, nil, false, fmt.Errorf("campaign %s: %w", k.Name, err)
		}
		if rebate.Due.IsZero() {
			continue
		}
		rebates = append(rebates, rebate)
		if rebate.Paid.IsZero() {
			continue
		}
		fund, err := ledger.CampaignFund(k.Name)
		if err != nil {
			return d, nil, false, fmt.Errorf("campaign %s: %w", k.Name, err)
		}
		d.Postings = append(d.Postings,
			ledger.Posting{From: ledger.Rebate(b.Wallet), To: ledger.RebateExpense(b.Wallet), Amount: rebate.Paid},
			ledger.Posting{From: ledger.Earnings(), To: fund, Amount: rebate.Paid})
		names = append(names, k.Name)
		if rebate.Partial {
			d.Meta["partial"] = strings.TrimSpace(d.Meta["partial"] + " " + k.Name)
		}
	}
	d.Meta["campaigns"] = strings.Join(names, " ")
	return d, rebates, len(names) > 0, nil
}

// rebate is what a campaign gives, counted against its budget.
func (c *Campaigns) rebate(k *program.Campaign, b CampaignPurchase) (Rebate, error) {
	due, err := c.due(k, b)
	if err != nil {
		return Rebate{}, err
	}
	left, err := k.Budget.Sub(c.spent[k.Name])
	if err != nil {
		return Rebate{}, err
	}
	r := Rebate{Campaign: k.Name, Due: due, Paid: due}
	if due.Cmp(left) > 0 {
		r.Paid, r.Partial = left, true
	}
	c.spent[k.Name], err = c.spent[k.Name].Add(r.Paid)
	return r, err
}

func (c *Campaigns) due(k *program.Campaign, b CampaignPurchase) (money.Amount, error) {
	if !k.Rebate.IsZero() {
		if b.Paid.Asset() != k.Asset {
			return money.Zero(k.Asset), nil // of what is paid in its own asset only
		}
		return b.Paid.Times(k.Rebate, money.Floor)
	}
	switch k.Per {
	case program.PerNode:
		due, err := k.Fixed.Mul(b.Nodes)
		if err != nil { // more than there can be, so more than the budget
			return k.Budget, nil //nolint:nilerr // the whole budget, which is what is left to pay at most
		}
		return due, nil
	case program.PerPurchase:
		return k.Fixed, nil
	default:
		if c.paid[k.Name][b.Wallet] {
			return money.Zero(k.Asset), nil
		}
		c.paid[k.Name][b.Wallet] = true
		return k.Fixed, nil
	}
}

// CampaignStatus is how far a campaign's budget is used at a moment.
type CampaignStatus struct {
	Name                string
	From, Until         string // as in the program file; empty: no bound
	Running             bool
	Budget, Spent, Left money.Amount
}

// Status lists the campaigns in the order of the program file.
func (c *Campaigns) Status(now time.Time, block uint64) ([]CampaignStatus, error) {
	var list []CampaignStatus
	for _, k := range c.list {
		left, err := k.Budget.Sub(c.spent[k.Name])
		if err != nil {
			return nil, fmt.Errorf("campaign %s: %w", k.Name, err)
		}
		list = append(list, CampaignStatus{
			k.Name, k.From.String(), k.Until.String(), k.Running(program.Moment{Block: block, Time: now}), k.Budget, c.spent[k.Name], left,
		})
	}
	return list, nil
}
