package payout

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// What of a file can differ from the books.
const (
	DiffersChain    = "chain"
	DiffersTreasury = "treasury"
	DiffersToken    = "token"
	DiffersAmount   = "amount"
	DiffersRoot     = "root"
	DiffersBooks    = "books"   // the head of the books that a tree came from
	DiffersExtra    = "extra"   // the file pays, and the books do not, or not twice
	DiffersMissing  = "missing" // the books pay, and the file does not
)

// Difference is where a file and the books say two things.
type Difference struct {
	What        string
	Line        int           // of the file, from 1; 0 for what belongs to no line
	Wallet      ledger.Wallet // of the line; zero for what belongs to none
	File, Books string        // what each of them says; empty where it says nothing
}

// String says it in a line.
func (d *Difference) String() string {
	switch d.What {
	case DiffersExtra:
		return fmt.Sprintf("line %d pays %s %s, and the books do not pay that in this part of the run", d.Line, d.Wallet, d.File)
	case DiffersMissing:
		return fmt.Sprintf("the books pay %s %s in this part of the run, and the file does not", d.Wallet, d.Books)
	case DiffersAmount, DiffersToken:
		return fmt.Sprintf("the %s of line %d, to %s, is %s in the file and %s in the books", d.What, d.Line, d.Wallet, d.File, d.Books)
	case DiffersBooks:
		return fmt.Sprintf("the books that the tree came from: %s in the file, %s in the books", d.File, d.Books)
	}
	return fmt.Sprintf("the %s is %s in the file and %s in the books", d.What, d.File, d.Books)
}

// checkLine is what a file, or the books, pay one wallet. The token is zero for the chain's own coin, and in a tree.
type checkLine struct {
	token  common.Address
	wallet ledger.Wallet
	amount money.Amount
}

func totalOf(asset money.Asset, lines []checkLine) (total money.Amount, err error) {
	total = money.Zero(asset)
	for i := range lines {
		if total, err = total.Add(lines[i].amount); err != nil {
			return total, fmt.Errorf("the sum of its lines: %w", err)
		}
	}
	return total, nil
}

// firstDifference goes through the file first, then through what the books pay besides; nil when both pay the same.
func firstDifference(file, books []checkLine) *Difference {
	owed := make(map[ledger.Wallet]int, len(books))
	for i := range books {
		owed[books[i].wallet] = i
	}
	paid := make([]bool, len(books))
	for i, f := range file {
		d := Difference{Line: i + 1, Wallet: f.wallet}
		k, ok := owed[f.wallet]
		switch {
		case !ok || paid[k]:
			d.What, d.File = DiffersExtra, f.amount.String()
		case f.token != books[k].token:
			d.What, d.File, d.Books = DiffersToken, tokenName(f.token), tokenName(books[k].token)
		case f.amount != books[k].amount:
			d.What, d.File, d.Books = DiffersAmount, f.amount.String(), books[k].amount.String()
		default:
			paid[k] = true
			continue
		}
		return &d
	}
	for k := range books {
		if !paid[k] {
			return &Difference{What: DiffersMissing, Wallet: books[k].wallet, Books: books[k].amount.String()}
		}
	}
	return nil
}

func tokenName(address common.Address) string {
	if address == (common.Address{}) {
		return "the chain's own coin"
	}
	return address.Hex()
}
