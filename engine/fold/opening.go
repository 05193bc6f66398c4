package fold

import (
	"fmt"
	"maps"
	"math"
	"math/big"
	"reflect"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout/evidence"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// OpeningKind is the kind of the transaction of what the project's wallets held before the first block of the books.
const OpeningKind ledger.Kind = "opening"

// Opening is what the project's wallets held after the block on which the books stand, or, of those that a later text of the program
// added, after the block that the books were at then.
type Opening struct {
	Number uint64
	Hash   common.Hash
	Time   uint64 // seconds since 1970 UTC
	Rows   []Held
}

// Held is what a wallet of the project or a distributor held of a token; the zero token is the chain's own coin.
type Held struct {
	Wallet, Token common.Address
	Amount        *big.Int // base units
	Assurance     string   // how it is known, as engine.Assurance has it
}

// OpeningInput is the input of what was held.
func OpeningInput(o *Opening) Input { return Input{Kind: InputOpening, Payload: encode(o)} }

// Opening is what was held, as an input says; nil for every other input.
func (in *Input) Opening() (*Opening, error) {
	if in.Kind != InputOpening {
		return nil, nil //nolint:nilnil // it is of another kind
	}
	var o Opening
	if err := in.decode(&o); err != nil {
		return nil, err
	}
	return &o, nil
}

// mayOpen refuses what was held where nobody is to ask for it: it is asked for once before the first block, and once when a later text of
// the program added wallets or tokens, for these and at a final block after which there is none yet.
func (f *Fold) mayOpen(o *Opening) error {
	first := f.Blocks == 0 && f.openings == 0 && f.newest == (Header{}) &&
		f.program.Chain.StartBlock > 0 && o.Number == f.program.Chain.StartBlock-1
	added := false
	for _, since := range f.payers.since {
		added = added || since == math.MaxUint64
	}
	switch {
	case first:
		return nil
	case !added:
		return fmt.Errorf("what was held at block %d is not to be known: the books are beyond it, and no text of the program added a wallet",
			o.Number)
	case o.Number < f.newest.Number || max(f.awaiting, len(f.pending)) > 0:
		return fmt.Errorf("what was held at block %d is not to be known: blocks after it are in the books", o.Number)
	}
	for _, row := range o.Rows {
		if !f.Unopened(ledger.Wallet(row.Wallet), row.Token) {
			return fmt.Errorf("what %s held at block %d is not to be known: its movements up to there are in the books", row.Wallet, o.Number)
		}
	}
	return nil
}

// opening drafts what was held: equity:opening -> assets:wallet:<w>, assets:distributor:<d>.
func (f *Fold) opening(in *Input) ([]ledger.Draft, error) {
	o, err := in.Opening()
	if err == nil {
		err = f.mayOpen(o)
	}
	if err != nil {
		return nil, err
	}
	f.payers.opened(o.Number)
	if len(o.Rows) == 0 {
		return nil, nil
	}
	name := "wallets"
	if f.openings > 0 {
		name = fmt.Sprintf("wallets-%d", f.openings+1)
	}
	at := time.Unix(int64(o.Time), 0).UTC()
	d := ledger.Draft{
		Kind: OpeningKind, Program: f.program.Name, Rule: "opening-1", Effective: at, Booked: at, Source: ledger.JobSource("opening", name),
		Meta: ledger.Meta{"block": fmt.Sprint(o.Number), "block_hash": o.Hash.Hex()},
	}
	said := map[Pair]bool{}
	for _, row := range o.Rows {
		pair := Pair{row.Wallet, row.Token}
		if said[pair] {
			return nil, fmt.Errorf("what %s held of the token %s is said twice", row.Wallet, row.Token)
		}
		said[pair] = true
		account, own := f.payers.own[ledger.Wallet(row.Wallet)]
		asset, known := f.payers.assets[row.Token]
		if !own || !known {
			return nil, fmt.Errorf("the opening balance of %s in the token %s is not of a wallet and an asset of the program", row.Wallet, row.Token)
		}
		amount, err := money.FromBig(asset, row.Amount)
		if err != nil {
			return nil, fmt.Errorf("the opening balance of %s: %w", row.Wallet, err)
		}
		if amount.IsZero() { // nobody could tell
			d.Meta[account.String()+" "+asset.Symbol()] = row.Assurance
			continue
		}
		d.Postings = append(d.Postings, ledger.Posting{From: ledger.Opening(), To: account, Amount: amount})
		d.Meta[account.String()+" "+asset.Symbol()] = row.Assurance
	}
	if len(d.Postings) == 0 {
		return nil, nil
	}
	f.openings++
	return []ledger.Draft{d}, nil
}

// Unopened says that a later text of the program added a wallet or a token, and that nobody has asked yet what was held.
func (f *Fold) Unopened(w ledger.Wallet, token common.Address) bool {
	return f.payers.since[held{w, token}] == math.MaxUint64
}

// Fetching is the text by which blocks are fetched: the one in force, without the wallets and tokens of which it is not known yet what they
// hold.
func (f *Fold) Fetching() *program.Program {
	return Fetching(f.program, func(p Pair) bool { return f.Unopened(ledger.Wallet(p.Wallet), p.Token) })
}

// Fetching is a text without the wallets that wait with every token, and without the tokens that wait in all others.
func Fetching(p *program.Program, waits func(Pair) bool) *program.Program {
	payers, out, stay := newPayers(p), map[common.Address]bool{}, map[common.Address]bool{}
	for w, account := range payers.own {
		all := true
		for token := range payers.assets {
			if token != (common.Address{}) || account.Role() == ledger.WalletRole {
				all = all && waits(Pair{common.Address(w), token})
			}
		}
		out[common.Address(w)] = all
	}
	for token := range payers.assets {
		for w := range payers.own {
			if stays := !out[common.Address(w)] && token != (common.Address{}); stays && !waits(Pair{common.Address(w), token}) {
				stay[token] = true
			}
		}
	}
	return stripped(p, out, stay)
}

// stripped is a text without some wallets, and with those tokens alone that stay, where any wallet does.
func stripped(p *program.Program, out, stay map[common.Address]bool) *program.Program {
	gone := func(e program.Entry[common.Address]) bool { return out[e.Value] }
	without := *p
	without.Payout.Treasury = slices.DeleteFunc(slices.Clone(p.Payout.Treasury), gone)
	without.Sale.Treasury = slices.DeleteFunc(slices.Clone(p.Sale.Treasury), gone)
	without.Wallets = slices.DeleteFunc(slices.Clone(p.Wallets), func(w program.NamedWallet) bool { return out[w.Address] })
	without.Payout.Distributors = slices.Clone(p.Payout.Distributors)
	for i := range without.Payout.Distributors {
		d := &without.Payout.Distributors[i]
		d.Address = slices.DeleteFunc(slices.Clone(d.Address), gone)
	}
	if len(stay) > 0 {
		without.Assets = slices.DeleteFunc(slices.Clone(p.Assets), func(a program.AssetUse) bool {
			token, kept := a.Contract()
			return kept && !stay[token]
		})
	}
	return &without
}

// held is a token in a wallet of the project or in a distributor.
type held struct {
	wallet ledger.Wallet
	token  common.Address
}

// add is the payers of a later text. What it adds counts from the block on after which it is known what was held.
func (p *payers) add(next payers) payers {
	next.since = p.since
	maps.DeleteFunc(next.since, func(at held, since uint64) bool { // it was taken out before anybody asked
		_, own := next.own[at.wallet]
		_, kept := next.assets[at.token]
		return since == math.MaxUint64 && (!own || !kept)
	})
	for w := range next.own {
		for token := range next.assets {
			_, had := p.own[w]
			if _, known := p.assets[token]; !had || !known {
				next.since[held{w, token}] = math.MaxUint64
			}
		}
	}
	return next
}

// opened takes note of the block after which it is known what those hold that were added.
func (p *payers) opened(number uint64) {
	for at, since := range p.since {
		if since == math.MaxUint64 {
			p.since[at] = number
		}
	}
}

// Pair is a token in a wallet of the project, or in a distributor; the zero token is the chain's own coin.
type Pair struct{ Wallet, Token common.Address }

// PairsOf are the pairs of which the books of a program begin with what was held. Distributors hold no coin of the chain's own.
func PairsOf(p *program.Program) map[Pair]bool {
	out, payers := map[Pair]bool{}, newPayers(p)
	for w, account := range payers.own {
		for token := range payers.assets {
			if token != (common.Address{}) || account.Role() == ledger.WalletRole {
				out[Pair{common.Address(w), token}] = true
			}
		}
	}
	return out
}

// OwnFunds are the accounts of the project's wallets and distributors, and the assets that the chain keeps, each with its token.
func (f *Fold) OwnFunds() (accounts map[ledger.Wallet]ledger.Account, assets map[common.Address]money.Asset) {
	return f.payers.own, f.payers.assets
}

// stays refuses a text that has a wallet or distributor of the text in force no more, whose movements are in the books.
func (f *Fold) stays(next *program.Program) error {
	if f.newest == (Header{}) && len(f.pending) == 0 && f.openings == 0 {
		return nil
	}
	stay := PairsOf(next)
	for pair := range PairsOf(f.program) {
		if w := ledger.Wallet(pair.Wallet); !stay[pair] && !f.Unopened(w, pair.Token) {
			return problem.Conflictf("the text takes out %s, whose movements are in the books: keep its entry, and date another one later", w)
		}
	}
	return nil
}

// SameFetch says that by two texts the same is fetched from the chain.
func SameFetch(p, q *program.Program) bool {
	if p == q {
		return true
	}
	a, err := sale.NewReader(p)
	b, wrong := sale.NewReader(q)
	return err == nil && wrong == nil && reflect.DeepEqual(a.Watch(), b.Watch()) &&
		reflect.DeepEqual(evidence.Wanted(p), evidence.Wanted(q)) &&
		reflect.DeepEqual(sale.StakesWanted(p), sale.StakesWanted(q))
}

// Refetches says that a text came into force by which something else is fetched than before, and that no block was taken since: it is
// followed from the last final header on that was recorded before it.
func (f *Fold) Refetches() bool { return f.refetches }

// fetchedAnew refuses to go on after a text by which something else is fetched while there are blocks that were fetched by the text before
// and are not final: they are taken back first.
func (f *Fold) fetchedAnew(in *Input) error {
	if !f.refetches {
		return nil
	}
	switch in.Kind {
	case InputBlock, InputPending, InputFinal:
		if n := max(f.awaiting, len(f.pending)); n > 0 {
			return fmt.Errorf("the text in force asks the chain for something else than the one before, and blocks that are not final were fetched "+
				"by that one: %d", n)
		}
		f.refetches = false
	}
	return nil
}
