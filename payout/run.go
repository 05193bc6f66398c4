package payout

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// Method is how a run's money reaches its wallets.
type Method string

// The methods.
const (
	Transfer Method = "transfer" // the treasury sends it to each wallet
	Claim    Method = "claim"    // each wallet takes it from the distributor, with a proof
)

// Owed is what a payable account holds.
type Owed struct {
	Account ledger.Account
	Amount  money.Amount
}

// Guard is what keeps a wallet out of a run.
type Guard struct {
	Minimum    money.Amount             // smaller sums wait
	Held       map[ledger.Wallet]string // held back, with the reason
	Sanctioned map[ledger.Wallet]bool   // on the sanctions list
	Never      map[ledger.Wallet]string // never paid, with the reason: the treasury itself, the distributor
}

// Reason says why a wallet is not paid now.
type Reason string

// The reasons.
const (
	BelowMinimum Reason = "below_minimum"
	HeldBack     Reason = "held_back"
	OnList       Reason = "on_sanctions_list"
	NeverPaid    Reason = "never_paid"
)

// ErrNothingToPay is the cause of the refusal to prepare a run without lines.
var ErrNothingToPay = errors.New("nothing is to be paid")

// Waiting is what a wallet is owed and not paid by a run.
type Waiting struct {
	Wallet ledger.Wallet
	Amount money.Amount
	Why    Reason
	Text   string // of a hold-back: what the operator said
}

// Public is the text as far as it is for everybody: what an operator said of a hold-back is not.
func (w Waiting) Public() string {
	if w.Why == HeldBack {
		return ""
	}
	return w.Text
}

// Run is a payout run as it was prepared. It is never changed afterwards.
type Run struct {
	Program string
	Name    string // letters, digits, - and _ in lower case, 64 at most
	Asset   money.Asset
	Method  Method
	At      time.Time // when what is owed was looked at
	Minimum money.Amount
	Lines   []Line    // in rising order of wallet
	Waiting []Waiting // in rising order of wallet
	Total   money.Amount
	File    ledger.Hash // SHA-256 of its file, of a run that was read; zero before it is written
	Payer   Payer
	Books   ledger.TreeHead // the books that it was prepared from: right before the input that it is
	Salt    []byte          // in its file, so that nobody can guess from the file's hash who waits; empty of runs of before there were salts
}

// Payer is what a run is paid with, as the program had it when the run was prepared; zero where it named none.
type Payer struct {
	Treasury    ledger.Wallet // the Safe that pays, or fills the distributor
	Distributor ledger.Wallet // that a run for claims is claimed from
}

var nameForm = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]{0,63}$`)

// CheckName gives one line about a name that no run can have; nil when one can.
func CheckName(name string) error {
	if !nameForm.MatchString(name) {
		return problem.Invalidf("the run's name %q is not valid: use lower-case letters, digits, _ and -, such as 2024-06-usdt", name)
	}
	if name == "exceptions" {
		return problem.Invalidf("a run cannot be named %s, which is the list of payments that no line explains: choose another name", name)
	}
	return nil
}

// Prepare gathers what is owed in an asset into a run: one line a wallet. owed may stand in any order; accounts that nothing
// is paid from, and assets other than the run's, are an error, since whoever gathered them gathered wrongly. A run without
// lines is an error that says how many wait.
func Prepare(programName, name string, asset money.Asset, method Method, at time.Time, owed []Owed, g Guard) (*Run, error) {
	if err := CheckName(name); err != nil {
		return nil, err
	}
	if method != Transfer && method != Claim {
		return nil, problem.Invalidf("%q is not a method of payment: use %s or %s", method, Transfer, Claim)
	}
	r := &Run{Program: programName, Name: name, Asset: asset, Method: method, At: at, Minimum: g.Minimum, Total: money.Zero(asset)}
	lines := map[ledger.Wallet]*Line{}
	for _, o := range owed {
		wallet, ok := o.Account.Payable()
		if !ok || o.Amount.Asset() != asset {
			return nil, fmt.Errorf("run %s: nothing is paid in %s from %s", name, o.Amount.Asset(), o.Account)
		}
		if o.Amount.IsZero() {
			continue
		}
		line := lines[wallet]
		if line == nil {
			line = &Line{Wallet: wallet, Amount: money.Zero(asset)}
			lines[wallet] = line
		}
		var err error
		if line.Amount, err = line.Amount.Add(o.Amount); err != nil {
			return nil, fmt.Errorf("run %s: %w", name, err)
		}
		line.Parts = append(line.Parts, Part{o.Account, o.Amount})
	}
	for _, line := range lines {
		if w, waits := g.waits(line); waits {
			r.Waiting = append(r.Waiting, w)
			continue
		}
		slices.SortFunc(line.Parts, func(a, b Part) int { return strings.Compare(a.From.String(), b.From.String()) })
		r.Lines = append(r.Lines, *line)
		var err error
		if r.Total, err = r.Total.Add(line.Amount); err != nil {
			return nil, fmt.Errorf("run %s: %w", name, err)
		}
	}
	slices.SortFunc(r.Lines, func(a, b Line) int { return a.Wallet.Compare(b.Wallet) })
	slices.SortFunc(r.Waiting, func(a, b Waiting) int { return a.Wallet.Compare(b.Wallet) })
	if len(r.Lines) == 0 {
		return nil, problem.Conflictf("%w in %s: %d wallets are owed something and wait (%s)", ErrNothingToPay, asset, len(r.Waiting),
			r.waitingWords())
	}
	return r, nil
}

func (r *Run) waitingWords() string {
	count := map[Reason]int{}
	for _, w := range r.Waiting {
		count[w.Why]++
	}
	return fmt.Sprintf("%d below the minimum of %s, %d held back, %d on the sanctions list", count[BelowMinimum], r.Minimum,
		count[HeldBack]+count[NeverPaid], count[OnList])
}

// waits says whether a line is kept out, and why. What an operator said counts before what is only small.
func (g *Guard) waits(line *Line) (Waiting, bool) {
	w := Waiting{Wallet: line.Wallet, Amount: line.Amount}
	held, isHeld := g.Held[line.Wallet]
	never, isNever := g.Never[line.Wallet]
	switch {
	case line.Wallet == ledger.Wallet{}:
		w.Why, w.Text = NeverPaid, "the zero address belongs to nobody"
	case isNever:
		w.Why, w.Text = NeverPaid, never
	case g.Sanctioned[line.Wallet]:
		w.Why = OnList
	case isHeld:
		w.Why, w.Text = HeldBack, held
	case line.Amount.Cmp(g.Minimum) < 0:
		w.Why = BelowMinimum
	default:
		return w, false
	}
	return w, true
}
