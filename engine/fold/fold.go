package fold

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/sale/fairness"
)

// Fold is what the inputs so far add up to, and the step from one input to the transactions that it gives rise to. Its
// size grows with the number of wallets and codes, not with the number of inputs.
type Fold struct {
	Sale  *sale.State
	Pace  sale.Pace // of its tiers
	Codes referral.Registry
	// Campaigns count purchases when they are final.
	Campaigns *rewards.Campaigns
	Board     referral.Board
	Fairness  *fairness.Tally
	Blocks    uint64 // with facts
	Events    uint64 // logs

	program           *program.Program
	versions          *canonical.Versions
	nextCode          int // of the program's dated codes
	reader            sale.Reader
	books             sale.Books
	newest            Header                       // final block that was recorded
	fromChain         uint64                       // the last recorded input that says something of the chain
	more              uint64                       // recorded inputs besides texts, openings, final blocks and their headers
	chainDigest       ledger.Hash                  // see ChainDigest
	refetches         bool                         // see Refetches
	awaiting          int                          // while it is restored: blocks that are not final
	frozen            *Incident                    // why the books wait for somebody to thaw them; nil: they do not
	pending           []*unsettled                 // blocks that are not final, in order
	reversals         map[logKey]uint32            // how often a log was reversed
	facts             map[string][32]byte          // digest by key of what operators recorded
	said              said                         // the same in order
	unsigned          uint64                       // how many of them need no signatures
	recordedBy        map[once]string              // the operator who recorded what is recorded once, whoever records it
	schedule          schedule                     // which slots of the jobs have run
	moved             map[string]*moved            // by reference: points that were sold or spent, and stakes
	taken             map[ledger.Account]time.Time // when something last left what a holder has, by a fact
	gathered          map[ledger.Account]time.Time // the same by a payout run
	onChain           onChain
	sold              []Sold
	held              map[money.Asset]*big.Int       // what contracts hold for referrers
	traders           map[ledger.Wallet]bool         // who bought or spent points
	staking           bool                           // somebody ever staked
	deposited         map[ledger.Wallet]money.Amount // what contracts hold for them, see deposits
	scores            []ScoreRow                     // recorded, in order of their instants
	tge               time.Time                      // recorded by two; zero when it is not, or when the program file has it
	proposedTGE       ProposedTime                   // what one recorded of it
	proposedPlan      ProposedTime                   // what one planned of it
	operators         operator.Registry
	payouts           payout.Book
	runInputs         map[string]uint64 // by run: the input that it was recorded with
	payers            payers
	texts             []Text         // of the program, in order; the last one is in force
	proposed          *Text          // what waits for consent
	textProposals     uint64         // how many there were
	openings          int            // of wallets, so far
	booked            program.Moment // the latest of what was booked
	monthsClosedUntil time.Time      // the end of the last month that was closed; zero before the first
	proposedMonth     *ProposedMonth // what waits for approval
	monthProposals    map[string]int // by month: how many there were
	corrected         corrections    // of closed periods, by texts that amend
}

// Operators is who may record what.
func (f *Fold) Operators() *operator.Registry { return &f.operators }

// Payouts is the book of payouts.
func (f *Fold) Payouts() *payout.Book { return &f.payouts }

// MonthsClosedUntil is the end of the last month that was closed; zero before the first.
func (f *Fold) MonthsClosedUntil() time.Time { return f.monthsClosedUntil }

// Recorded is the source of a fact like this one where it was recorded, and its digest: by the same operator under the same
// reference, or, of what happened once whoever records it, by anybody under that reference.
func (f *Fold) Recorded(fact *Fact) (source ledger.Source, digest [32]byte, ok bool) {
	source = fact.Source()
	if by, known := f.recordedBy[once{fact.Kind, fact.Reference}]; known {
		source = ledger.OperatorSource(by, fact.Reference)
	}
	digest, ok = f.facts[source.Key()]
	return source, digest, ok
}

// once is a fact whose reference names what happened outside of the books, such as a charge: there is one of it.
type once struct{ kind, reference string }

// Next is the slot of the schedule that comes due first; ok is false when there is none.
func (f *Fold) Next() (next Due, ok bool) { return f.schedule.next(f.Generation()) }

type logKey struct {
	tx    common.Hash
	index uint32
}

// unsettled is a block that is not final, and what is to happen when it is.
type unsettled struct {
	block       *sale.Block
	purchases   []settled
	commissions []sale.Commission // of no purchase, that the contract holds
	withdrawals []sale.Withdrawal
	proceeds    []sale.Proceeds
	known       explained
}

// settled is a purchase that is booked, and the source it was booked from.
type settled struct {
	sale.Purchase
	source ledger.Source
}

// New is the fold before the first input.
func New(p *program.Program) (*Fold, error) {
	reader, err := sale.NewReader(p)
	if err != nil {
		return nil, err
	}
	first := Text{Program: p, Digest: canonical.Digest(p)}
	return &Fold{
		texts: []Text{first}, said: newSaid(canonical.Text(p)), payers: newPayers(p), Sale: sale.NewState(p), program: p,
		Fairness: fairness.New(p.Sale.Asset),
		versions: canonical.NewVersions(p), reader: reader, books: sale.BooksOf(p), reversals: map[logKey]uint32{},
		facts: map[string][32]byte{}, recordedBy: map[once]string{}, runInputs: map[string]uint64{}, schedule: newSchedule(p),
		moved: map[string]*moved{}, traders: map[ledger.Wallet]bool{}, taken: map[ledger.Account]time.Time{},
		gathered: map[ledger.Account]time.Time{}, onChain: newOnChain(), deposited: map[ledger.Wallet]money.Amount{},
		held:      map[money.Asset]*big.Int{},
		Campaigns: rewards.NewCampaigns(p), monthProposals: map[string]int{}, corrected: newCorrections(),
	}, nil
}

// Apply takes one input and gives the drafts that it leads to. What was committed before is read from the store: the
// transactions of a block that leaves the chain, and what an epoch's holders held. After an InputDrop, and after any
// error, the fold is no longer good and must be made anew from the inputs.
func (f *Fold) Apply(ctx context.Context, in Input, g Ground) ([]ledger.Draft, error) {
	if err := f.mayTake(&in); err != nil {
		return nil, err
	}
	g.Books = booksRead{g.Books}
	switch in.Kind {
	case InputBlock, InputPending:
		var p blockPayload
		if err := in.decode(&p); err != nil {
			return nil, err
		}
		return f.ApplyBlock(p.Parent, &p.Facts, in.Kind == InputPending)
	case InputFinal:
		h, _, err := in.Final()
		if err != nil {
			return nil, err
		}
		return f.finalise(h)
	case InputIncident:
		return nil, f.freeze(&in)
	case InputDrop:
		number, err := in.number()
		if err != nil {
			return nil, err
		}
		return f.drop(ctx, number, g)
	case InputFact:
		fact, err := in.Fact()
		if err != nil {
			return nil, err
		}
		p, err := f.proposal(fact, g)
		if err != nil {
			return nil, err
		}
		if !f.isUnsigned(fact) {
			if err := p.kind.check(ctx, p); err != nil { // it was in order when it was recorded
				return nil, fmt.Errorf("fact %s: %w", fact.Key(), err)
			}
		}
		return f.Take(ctx, p)
	case InputWithheld:
		return f.takeWithheld(ctx, &in, g, false)
	case InputText:
		return nil, fmt.Errorf("input %d is a program's text, which only the first input is", in.Sequence)
	case InputOpening:
		return f.opening(&in)
	case InputJob:
		job, err := in.Job()
		if err != nil {
			return nil, err
		}
		return f.job(ctx, job, g)
	default:
		return nil, fmt.Errorf("input %d is of the unknown kind %q: %w", in.Sequence, in.Kind, ErrNewer)
	}
}

// ApplyBlock is [Fold.Apply] for a block that is at hand already, and follows parent.
func (f *Fold) ApplyBlock(parent common.Hash, b *sale.Block, pending bool) ([]ledger.Draft, error) {
	err := f.goesOn()
	switch {
	case err != nil:
	case pending:
		err = f.mayBePending(b, f.HighestPending())
	default:
		err = f.becomesFinal(headerOf(parent, b), f.waiting)
	}
	if err != nil {
		return nil, err
	}
	return f.applyBlock(b, pending)
}

func (f *Fold) applyBlock(b *sale.Block, pending bool) ([]ledger.Draft, error) {
	events, err := f.reader.Read(b)
	if err != nil {
		return nil, fmt.Errorf("block %d: %w", b.Number, err)
	}
	moment := program.Moment{Block: b.Number, Time: b.When()}
	f.settings(moment)
	f.bookedUpTo(moment)
	f.Blocks++
	if f.schedule.began.IsZero() && len(events) > 0 {
		f.schedule.began = b.When().Truncate(oneDay)
	}
	f.Events += uint64(len(b.Logs))
	c := sale.Context{Block: b, Rule: f.versions.At(moment), Pending: pending}
	var open *unsettled
	known := explained{}
	if pending {
		open = &unsettled{block: b, known: known}
		f.pending = append(f.pending, open)
	}
	drafts := make([]ledger.Draft, 0, len(events))
	if !pending {
		if drafts, err = f.Campaigns.Budgets(moment, c.Rule); err != nil {
			return nil, err
		}
	}
	x := booking{block: b, moment: moment, context: c, known: known, open: open, drafts: drafts}
	for _, event := range events {
		if err := f.event(&x, event); err != nil {
			return nil, fmt.Errorf("block %d: %w", b.Number, err)
		}
	}
	drafts = x.drafts
	if pending {
		return drafts, nil
	}
	paid, err := f.settled(b, c.Rule, known)
	return append(drafts, paid...), err
}

// settings brings what the program file says of a moment into force.
func (f *Fold) settings(m program.Moment) {
	f.Sale.At(m)
	for codes := f.program.Sale.Codes; f.nextCode < len(codes) && codes[f.nextCode].From.Begun(m); f.nextCode++ {
		c := codes[f.nextCode]
		f.Codes.Set(c.Code, ledger.Wallet(c.Wallet), c.Active)
	}
}

// buy counts a purchase, with the wallet behind its code where only the program file knows it, and the code that was
// probably meant where nobody registered the one that was typed.
func (f *Fold) buy(e sale.Payment, when uint64) (sale.Purchase, error) {
	if !e.Referred && e.Code != "" && f.program.Sale.Adapter == program.EventAdapter {
		if e.Referrer, e.Referred = f.Codes.Live(e.Code); !e.Referred {
			e.Referrer, e.Referred = f.Sale.AddressCode(e.Code)
			e.ByAddress = e.Referred
		}
	}
	p, err := f.Sale.Buy(e)
	if err != nil {
		return p, err
	}
	if p.Has(sale.UnknownCode) {
		if meant, ok := f.Codes.NearMiss(e.Code); ok {
			p.Meant = meant
			f.Sale.Mark(&p, sale.NearMiss)
		}
	}
	for i, s := range p.Shares {
		c := referral.Credit{Referrer: s.Wallet, Reward: s.Amount, When: int64(when), Above: i > 0}
		if i == 0 {
			c.Nodes, c.Self = p.Quantity, p.Has(sale.SelfReferral)
		}
		if c.Nodes == 0 && c.Reward.IsZero() { // of no nodes for nothing is no purchase of a friend
			continue
		}
		if err := f.Board.Add(c); err != nil {
			return p, err
		}
	}
	reward := money.Zero(p.Paid.Asset())
	if f.books.Earns(&p) {
		reward = p.Shares[0].Amount
	}
	return p, f.Fairness.Add(&p, when, f.Sale.Used(p.Buyer), reward)
}

// rebate adds what a final purchase earns from campaigns.
func (f *Fold) rebate(drafts []ledger.Draft, p *sale.Purchase, source ledger.Source, m program.Moment, rule string) ([]ledger.Draft,
	error) {
	d, _, ok, err := f.Campaigns.Accrue(rewards.CampaignPurchase{
		Wallet: p.Buyer, Nodes: p.Quantity, Paid: p.Paid, Moment: m, Rule: rule, Source: source,
	})
	if err != nil {
		return nil, fmt.Errorf("purchase in transaction %s: %w", p.TxHash, err)
	}
	if ok {
		d.Source.Generation = 0 // it is booked when the purchase is final, so it is never reversed
		drafts = append(drafts, d)
	}
	return drafts, nil
}
