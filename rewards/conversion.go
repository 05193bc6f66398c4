package rewards

import (
	"cmp"
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

// PointsHeld is what a wallet holds of the points: the balance of ledger.Holding or, of a stage, of ledger.HolderToken. What is unbonding
// is held in as many parts as it becomes available in.
type PointsHeld struct {
	Wallet ledger.Wallet
	Stage  ledger.TokenStage // Staked or Unbonding; empty: free
	Amount money.Amount
}

// account is where the points are, and the one that tokens of the same stage are in.
func (h *PointsHeld) account(asset, token money.Asset) (points, tokens ledger.Account) {
	if h.Stage == "" {
		return ledger.Holding(h.Wallet, asset), ledger.HolderToken(h.Wallet, token, ledger.Available)
	}
	return ledger.HolderToken(h.Wallet, asset, h.Stage), ledger.HolderToken(h.Wallet, token, h.Stage)
}

// Convert drafts what becomes of all points at the TGE:
//
//	register:gpoint:<w>      -> register:gpoint:issuance      every point is retired
//	register:gpu:bucket:<of> -> register:gpu:<w>:available    floor(points x rate), or :locked where the program locks them
//
// in effect at the generation, in order of wallet. What is staked becomes staked tokens, and what is unbonding becomes tokens that are so
// until the same instant; where the program locks tokens, all of them are locked instead. Points in the carries of pools are
// nobody's and stay there.
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
	if !to.Lock.IsZero() {
		d.Meta[unlocksAt] = to.Lock.After(tge).Format(time.RFC3339)
	}
	held = slices.Clone(held)
	slices.SortStableFunc(held, func(a, b PointsHeld) int { return cmp.Or(a.Wallet.Compare(b.Wallet), cmp.Compare(a.Stage, b.Stage)) })
	for i, h := range held {
		if i > 0 && h.Wallet == held[i-1].Wallet && h.Stage == held[i-1].Stage && h.Stage != ledger.Unbonding {
			return ledger.Draft{}, fmt.Errorf("the wallet %s stands twice among those who hold points; give each balance once", h.Wallet)
		}
		if h.Amount.IsZero() {
			continue
		}
		tokens, err := Becomes(p.Points, h.Amount)
		if err != nil {
			return ledger.Draft{}, fmt.Errorf("the wallet %s: %w", h.Wallet, err)
		}
		points, into := h.account(p.Points.Asset, to.Becomes)
		if !to.Lock.IsZero() {
			into = ledger.HolderToken(h.Wallet, to.Becomes, ledger.Locked)
		}
		d.Postings = append(d.Postings, moves(ledger.Posting{From: points, To: ledger.Issuance(p.Points.Asset), Amount: h.Amount},
			ledger.Posting{From: from, To: into, Amount: tokens})...)
	}
	return d, nil
}

// Becomes is what points become at the TGE: floor(points x rate), whatever decimals the two assets have.
func Becomes(of *program.Points, points money.Amount) (money.Amount, error) {
	if points.Asset() != of.Asset {
		return money.Amount{}, fmt.Errorf("%s are not points in %s", points, of.Asset)
	}
	return floorUnits(of.AtTGE.Becomes, new(big.Rat).Mul(points.Rat(), of.AtTGE.Rate.Rat()))
}
