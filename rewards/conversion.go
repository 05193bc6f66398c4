package rewards

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

// ConversionKind is the kind of the transaction that turns points into tokens at the generation, of the job
// ConversionJob.
const (
	ConversionKind ledger.Kind = "tge-conversion"
	ConversionJob  string      = "tge-conversion"
)

// PointsHeld is what a wallet holds of the points: the balance of ledger.Holding.
type PointsHeld struct {
	Wallet ledger.Wallet
	Amount money.Amount
}

// Convert drafts what becomes of all points at the TGE:
//
//	register:gpoint:<w>      -> register:gpoint:issuance      every point is retired
//	register:gpu:bucket:<of> -> register:gpu:<w>:available    floor(points x rate), or :locked where the program locks them
//
// in effect at the generation, in order of wallet. Points in the carries of pools are nobody's and stay there.
func Convert(p *program.Program, tge time.Time, snapshot Block, held []PointsHeld) (ledger.Draft, error) {
	if p.Points == nil || p.Points.AtTGE == nil {
		return ledger.Draft{}, p.Lacks("conversion of points (points.at_tge)")
	}
	if err := CheckInstant("the TGE", tge); err != nil {
		return ledger.Draft{}, err
	}
	to := p.Points.AtTGE
	d := ledger.Draft{
		Kind: ConversionKind, Program: p.Name, Rule: canonical.Version(p, program.Moment{Block: snapshot.Number, Time: tge}),
		Effective: tge, Booked: tge, Source: ledger.JobSource(ConversionJob, tge.Format(time.RFC3339)),
		Meta: ledger.Meta{
			"rate": to.Rate.String(), "block": strconv.FormatUint(snapshot.Number, 10), "block_hash": snapshot.Hash.String(),
		},
		Postings: make([]ledger.Posting, 0, 2*len(held)),
	}
	from, err := ledger.Bucket(to.Becomes, to.Of)
	if err != nil {
		return ledger.Draft{}, err
	}
	stage := ledger.Available
	if !to.Lock.IsZero() {
		stage, d.Meta[unlocksAt] = ledger.Locked, to.Lock.After(tge).Format(time.RFC3339)
	}
	held = slices.Clone(held)
	slices.SortFunc(held, func(a, b PointsHeld) int { return a.Wallet.Compare(b.Wallet) })
	for i, h := range held {
		if i > 0 && h.Wallet == held[i-1].Wallet {
			return ledger.Draft{}, fmt.Errorf("the wallet %s stands twice among those who hold points; give each balance once", h.Wallet)
		}
		if h.Amount.IsZero() {
			continue
		}
		tokens, err := becomes(h.Amount, to, p.Points.Asset)
		if err != nil {
			return ledger.Draft{}, fmt.Errorf("the wallet %s: %w", h.Wallet, err)
		}
		d.Postings = append(d.Postings, ledger.Posting{From: ledger.Holding(h.Wallet, p.Points.Asset), To: ledger.Issuance(p.Points.Asset),
			Amount: h.Amount})
		if !tokens.IsZero() {
			d.Postings = append(d.Postings, ledger.Posting{From: from, To: ledger.HolderToken(h.Wallet, to.Becomes, stage), Amount: tokens})
		}
	}
	return d, nil
}

// becomes is floor(points x rate), whatever decimals the two assets have.
func becomes(points money.Amount, to *program.Conversion, asset money.Asset) (money.Amount, error) {
	if points.Asset() != asset {
		return money.Amount{}, fmt.Errorf("%s are not points in %s", points, asset)
	}
	return floorUnits(to.Becomes, new(big.Rat).Mul(points.Rat(), to.Rate.Rat()))
}
