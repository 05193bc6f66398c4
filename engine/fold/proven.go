package fold

import (
	"errors"
	"maps"
	"regexp"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/payout/evidence"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
)

// onChain is what is known by a transaction of the chain, or by one log of it, as a reference names it: what operators recorded of it
// before the chain showed it, and what the chain showed.
type onChain struct {
	recorded map[string]*recordedMoney
	proven   map[string]provenMoney
}

// recordedMoney is what is left of recorded revenue or of a recorded buyback that no movement of the chain has shown yet.
type recordedMoney struct {
	kind   string // Revenue or Buyback
	source string // of revenue; of a buyback the one whose money was spent
	money  money.Amount
	tokens money.Amount // of a buyback
}

// provenMoney is revenue or a buyback that the chain showed.
type provenMoney struct {
	kind   string
	money  money.Amount
	tokens money.Amount // of a buyback
}

func newOnChain() onChain { return onChain{map[string]*recordedMoney{}, map[string]provenMoney{}} }

// chainReference is the form of a reference that names a transaction of the chain, or a log in it.
var chainReference = regexp.MustCompile(`^0x[0-9a-fA-F]{64}(:[0-9]{1,9})?$`)

// record takes note of what an operator recorded, where its reference names a transaction of the chain.
func (x *onChain) record(reference string, m recordedMoney) {
	if chainReference.MatchString(reference) {
		x.recorded[strings.ToLower(reference)] = &m
	}
}

// of is what was recorded of a place in the chain: of its log, or of its transaction.
func (x *onChain) of(kind string, key string, tx common.Hash) *recordedMoney {
	for _, reference := range []string{key, tx.String()} {
		if r := x.recorded[reference]; r != nil && r.kind == kind {
			return r
		}
	}
	return nil
}

// forget takes out what was recorded and is shown by now.
func (x *onChain) forget(r *recordedMoney) {
	maps.DeleteFunc(x.recorded, func(_ string, other *recordedMoney) bool { return other == r })
}

// show takes note of what the chain showed.
func (x *onChain) show(key string, tx common.Hash, m provenMoney) error {
	x.proven[key] = m
	all := x.proven[tx.String()]
	if all.kind == m.kind {
		var err error
		if m.money, err = m.money.Add(all.money); err != nil {
			return err
		}
		if m.kind == Buyback {
			if m.tokens, err = m.tokens.Add(all.tokens); err != nil {
				return err
			}
		}
	}
	x.proven[tx.String()] = m
	return nil
}

// ErrProven is the cause of a refusal to record what the chain showed, in the same amount.
var ErrProven = errors.New("the chain shows it")

// checkUnproven refuses a record of what the chain showed and the books have. The cause is ErrProven when it is the same.
func (f *Fold) checkUnproven(kind, reference string, spent, tokens money.Amount) error {
	m, known := f.onChain.proven[strings.ToLower(reference)]
	switch {
	case !known:
		return nil
	case m.kind == kind && m.money == spent && m.tokens == tokens:
		err := problem.Conflictf("%s is in the books: the chain shows it, and nobody needs to record it", reference)
		err.Cause = ErrProven
		return err
	}
	return problem.Conflictf("%s is in the books as a %s of %s, which the chain shows: it is not recorded as anything else",
		reference, m.kind, m.money)
}

// provenBy is the rule by which movements in a block are revenue or buybacks; nil where there is none.
func (f *Fold) provenBy(b *sale.Block) *program.Proven {
	if f.program.Revenue == nil {
		return nil
	}
	if rule, ok := f.program.Revenue.Proven.At(program.Moment{Block: b.Number, Time: b.When()}); ok {
		return &rule
	}
	return nil
}

// income books what came into a wallet whose receipts are revenue.
//
//	income:revenue:<source> -> assets:wallet:<w>     and what the split sets aside of it
//	assets:source:<source> -> assets:wallet:<w>      as far as an operator recorded it before, under the log or its transaction
func (f *Fold) income(b *sale.Block, p *evidence.Payment, source string, amount money.Amount) (drafts []ledger.Draft, err error) {
	into, key := ledger.WalletFunds(p.To), placeKey(p.Place)
	if err := f.onChain.show(key, p.TxHash, provenMoney{kind: Revenue, money: amount}); err != nil {
		return nil, err
	}
	moment := revenueMoment(b.When())
	rule := f.versions.At(moment)
	if was := f.onChain.of(Revenue, key, p.TxHash); was != nil && !was.money.IsZero() {
		part := amount
		if was.money.Cmp(part) < 0 {
			part = was.money
		}
		if was.money, err = was.money.Sub(part); err != nil {
			return nil, err
		}
		if amount, err = amount.Sub(part); err != nil {
			return nil, err
		}
		from, err := ledger.SourceFunds(was.source)
		if err != nil {
			return nil, err
		}
		d := f.paymentDraft(payout.TransferKind, "transfer", b, p.Place, rule, movedMeta(p.To, part))
		d.Postings = []ledger.Posting{{From: from, To: into, Amount: part}}
		if drafts, source = append(drafts, d), was.source; amount.IsZero() {
			return drafts, nil
		}
	}
	at := f.paymentDraft(rewards.RevenueKind, "revenue", b, p.Place, rule, nil)
	d, err := rewards.BookRevenue(f.program, moment, rewards.Booking{Program: at.Program, Rule: rule, At: at.Effective, Source: at.Source},
		rewards.Revenue{Into: into, Source: source, Amount: amount})
	return append(drafts, d), err
}

// swap is what a wallet that buys back gave and got within one transaction, and where its first movement is.
type swap struct {
	first         *evidence.Payment
	wallet        ledger.Wallet
	spent, tokens money.Balance
	booked        bool
}

// of says that a movement of an asset is one of the swap's; nil: there is no swap.
func (s *swap) of(asset money.Asset) bool {
	return s != nil && (asset == s.spent.In.Asset() || asset == s.tokens.In.Asset())
}

// swapKey names a wallet within a transaction.
type swapKey struct {
	tx     common.Hash
	wallet ledger.Wallet
}

// swaps are the buybacks among a block's payments: money of the revenue's asset that left the wallet for outside, less what came back,
// and tokens that came, less those that left. What is not both is none. Before the TGE the books know no tokens to buy back.
func (f *Fold) swaps(b *sale.Block, payments []evidence.Payment, known explained) (map[swapKey]*swap, error) {
	rule, tge := f.provenBy(b), f.Generation()
	if rule == nil || rule.Buyback.Name == "" || tge.IsZero() || b.When().Before(tge) {
		return nil, nil
	}
	wallet, found := ledger.Wallet(rule.Buyback.Address), map[swapKey]*swap{}
	for i := range payments {
		p := &payments[i]
		asset := f.payers.assets[p.Token]
		_, paid := f.funds(p.From, p.Token, b.Number)
		_, got := f.funds(p.To, p.Token, b.Number)
		out := p.From == wallet
		if p.Claim || paid == got || !out && p.To != wallet || asset != f.program.Revenue.Asset && asset != f.program.Token.Asset {
			continue
		}
		if _, other := known[movement{p.TxHash, wallet, asset, !out}]; other {
			continue
		}
		key := swapKey{p.TxHash, wallet}
		s := found[key]
		if s == nil {
			s = &swap{first: p, wallet: wallet, spent: money.NewBalance(f.program.Revenue.Asset), tokens: money.NewBalance(f.program.Token.Asset)}
			found[key] = s
		}
		sum := &s.tokens
		if asset == f.program.Revenue.Asset {
			sum = &s.spent
		}
		var err error
		if amount := money.FromUint256(asset, &p.Amount); out {
			*sum, err = sum.Give(amount)
		} else {
			*sum, err = sum.Receive(amount)
		}
		if err != nil {
			return nil, err
		}
	}
	for key, s := range found {
		if !f.isBuyback(s) {
			delete(found, key)
		}
	}
	return found, nil
}

// isBuyback says that a swap spent money and brought tokens, and that nobody recorded it with other amounts.
func (f *Fold) isBuyback(s *swap) bool {
	spent, err := s.spent.Owed()
	tokens, none := s.tokens.Held()
	if err != nil || none != nil || spent.IsZero() || tokens.IsZero() {
		return false
	}
	was := f.onChain.of(Buyback, placeKey(s.first.Place), s.first.TxHash)
	return was == nil || was.money == spent && was.tokens == tokens
}

// buyback books a swap, once for all its movements.
//
//	assets:wallet:<w> -> equity:treasury-tokens      what was spent; into assets:source:<source> where an operator recorded the same before
//	equity:treasury-tokens -> assets:wallet:<w>      the tokens that came
//	and what a buyback uses of its fund and takes from the market, unless it was recorded
//
// One that was recorded with other amounts is no buyback of the chain's: its movements wait for an explanation.
func (f *Fold) buyback(b *sale.Block, s *swap) ([]ledger.Draft, error) {
	if s.booked {
		return nil, nil
	}
	spent, err := s.spent.Owed()
	if err != nil {
		return nil, err
	}
	tokens, err := s.tokens.Held()
	if err != nil {
		return nil, err
	}
	s.booked = true
	key, tx := placeKey(s.first.Place), s.first.TxHash
	if err := f.onChain.show(key, tx, provenMoney{Buyback, spent, tokens}); err != nil {
		return nil, err
	}
	rule := f.versions.At(revenueMoment(b.When()))
	wallet := ledger.WalletFunds(s.wallet)
	came := ledger.Posting{From: ledger.OwnTokens(), To: wallet, Amount: tokens}
	if was := f.onChain.of(Buyback, key, tx); was != nil {
		from, err := ledger.SourceFunds(was.source)
		if err != nil {
			return nil, err
		}
		d := f.paymentDraft(payout.TransferKind, "transfer", b, s.first.Place, rule, movedMeta(s.wallet, spent))
		d.Postings = []ledger.Posting{{From: wallet, To: from, Amount: spent}, came}
		f.onChain.forget(was)
		return []ledger.Draft{d}, nil
	}
	at := f.paymentDraft(rewards.BuybackKind, "buyback", b, s.first.Place, rule, nil)
	d, err := rewards.BookBuyback(f.program, rewards.Booking{Program: at.Program, Rule: rule, At: at.Effective, Source: at.Source},
		rewards.Buyback{From: wallet, Spent: spent, Tokens: tokens})
	if err != nil {
		return nil, err
	}
	d.Postings = append(d.Postings, came)
	return []ledger.Draft{d}, nil
}
