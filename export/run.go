package export

import (
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Run is the head of a payout run.
type Run struct {
	Name      string // as in the account liabilities:payout:<name>:<wallet>
	Program   string
	ChainID   uint64
	Treasury  common.Address // the Safe that pays; only what a Safe reads needs it
	CreatedAt time.Time      // given, never asked from a clock, so that a run is always written alike; to the millisecond
	Approval  string         // who prepared, proposed and approved which bytes, with which keys and when, in a line; empty before it
	Batch     int            // how many transfers a file for the Safe has at most; 0: as many as a Safe can
}

// Describe is the description of a file of the run, with who approved it.
func (r Run) Describe(text string) string {
	if r.Approval == "" {
		return text
	}
	return text + "; " + r.Approval
}

// Token is what a run pays in on the chain; the zero Token is the chain's own coin.
type Token struct {
	Address common.Address // of the ERC-20 contract
}

// Native says that the run pays in the chain's own coin.
func (t Token) Native() bool { return t.Address == common.Address{} }

// Transfer is what one wallet is paid.
type Transfer struct {
	Wallet ledger.Wallet
	Amount money.Amount
}

// Part is what one account of a wallet brings into a payment.
type Part struct {
	Why      string         // in a word or more, such as "share"
	Owed     ledger.Account // where it is owed
	From, To ledger.Account // of the posting that pays it
	Amount   money.Amount
}

// Line is a payment with what it is made of.
type Line struct {
	Transfer
	Parts []Part // none, or parts that sum to the amount
}

// Check refuses a head that cannot be written: without a program, chain or time, or with a name that no account can have.
func (r Run) Check() error {
	if _, err := ledger.RunLine(r.Name, ledger.Wallet{}, ledger.Account{}); err != nil {
		return err
	}
	switch {
	case r.Program == "":
		return fmt.Errorf("run %s: name the program that it is of", r.Name)
	case r.ChainID == 0:
		return fmt.Errorf("run %s: say which chain it is paid on", r.Name)
	case r.CreatedAt.UnixMilli() <= 0:
		return fmt.Errorf("run %s: say when it was created", r.Name)
	}
	return nil
}

// Total is the sum of transfers. It refuses what is not a payout: no transfers, several assets, an amount of zero, the zero
// address, a wallet twice.
func Total(transfers []Transfer) (money.Amount, error) {
	if len(transfers) == 0 {
		return money.Amount{}, errors.New("there is nothing to pay: leave the export out")
	}
	total := money.Zero(transfers[0].Amount.Asset())
	seen := make(map[ledger.Wallet]bool, len(transfers))
	for i, t := range transfers {
		switch {
		case t.Wallet == ledger.Wallet{}:
			return money.Amount{}, fmt.Errorf("transfer %d is to the zero address, where it would be lost: leave it out", i)
		case t.Amount.IsZero():
			return money.Amount{}, fmt.Errorf("transfer %d, to %s, is of nothing: leave it out", i, t.Wallet)
		case seen[t.Wallet]:
			return money.Amount{}, fmt.Errorf("transfer %d is the second to %s: add them up to one", i, t.Wallet)
		}
		seen[t.Wallet] = true
		var err error
		if total, err = total.Add(t.Amount); err != nil {
			return money.Amount{}, fmt.Errorf("transfer %d, to %s: %w", i, t.Wallet, err)
		}
	}
	return total, nil
}

// check is Total of lines whose parts sum to them.
func check(r Run, lines []Line) (money.Amount, error) {
	if err := r.Check(); err != nil {
		return money.Amount{}, err
	}
	transfers := make([]Transfer, len(lines))
	for i, l := range lines {
		transfers[i] = l.Transfer
	}
	total, err := Total(transfers)
	if err != nil {
		return money.Amount{}, fmt.Errorf("run %s: %w", r.Name, err)
	}
	for _, l := range lines {
		sum := money.Zero(l.Amount.Asset())
		for _, p := range l.Parts {
			if sum, err = sum.Add(p.Amount); err != nil {
				return money.Amount{}, fmt.Errorf("run %s: the parts of %s: %w", r.Name, l.Wallet, err)
			}
		}
		if len(l.Parts) > 0 && sum != l.Amount {
			return money.Amount{}, fmt.Errorf("run %s: the parts of %s sum to %s, its line is %s: prepare the run again", r.Name, l.Wallet,
				sum, l.Amount)
		}
	}
	return total, nil
}
