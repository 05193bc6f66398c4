package fold

import (
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// OpeningKind is the kind of the transaction of what the project's wallets held before the first block of the books.
const OpeningKind ledger.Kind = "opening"

// Opening is what the project's wallets held after the block on which the books stand.
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

// opening drafts what was held: equity:opening -> assets:wallet:<w>, assets:distributor:<d>.
func (f *Fold) opening(in *Input) ([]ledger.Draft, error) {
	var o Opening
	if err := in.decode(&o); err != nil {
		return nil, err
	}
	at := time.Unix(int64(o.Time), 0).UTC()
	d := ledger.Draft{
		Kind: OpeningKind, Program: f.program.Name, Rule: "opening-1", Effective: at, Booked: at, Source: ledger.JobSource("opening", "wallets"),
		Meta: ledger.Meta{"block": fmt.Sprint(o.Number), "block_hash": o.Hash.Hex()},
	}
	for _, row := range o.Rows {
		account, own := f.funds(ledger.Wallet(row.Wallet))
		asset, known := f.payers.assets[row.Token]
		if !own || !known {
			return nil, fmt.Errorf("the opening balance of %s in the token %s is not of a wallet and an asset of the program", row.Wallet, row.Token)
		}
		amount, err := money.FromBig(asset, row.Amount)
		if err != nil {
			return nil, fmt.Errorf("the opening balance of %s: %w", row.Wallet, err)
		}
		d.Postings = append(d.Postings, ledger.Posting{From: ledger.Opening(), To: account, Amount: amount})
		d.Meta[account.String()+" "+asset.Symbol()] = row.Assurance
	}
	return []ledger.Draft{d}, nil
}

// OwnFunds are the accounts of the project's wallets and distributors, and the assets that the chain keeps, each with its token.
func (f *Fold) OwnFunds() (accounts map[ledger.Wallet]ledger.Account, assets map[common.Address]money.Asset) {
	return f.payers.own, f.payers.assets
}
