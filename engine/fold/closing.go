package fold

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
)

// Closing computes periods as they are or were closed: from what the books held at their end. It is the one way of computing
// them, when they are closed and whenever somebody wants to see the computation. It holds what it needs of a fold and stands
// still, so it may be used while the fold goes on.
type Closing struct {
	program   *program.Program
	scores    []ScoreRow
	tge       time.Time // recorded; zero when it is not
	staking   bool      // somebody ever staked
	corrected corrections
	drafted   []movements // of corrections that are on their way into the books
}

// Closing is what closes periods, as the fold is now.
func (f *Fold) Closing() *Closing {
	// Scores are kept in order in place.
	return &Closing{program: f.program, scores: slices.Clone(f.scores), tge: f.tge, staking: f.staking, corrected: f.corrected.clone()}
}

// Epoch computes an epoch of points, of the token's emission, or the TGE airdrop. One that is closed is compared with what was booked,
// and refused with the code period-differs where it is anything else.
func (c *Closing) Epoch(ctx context.Context, j *Job, all ClosingBooks) (*rewards.Result, error) {
	p := Period{j.Name, j.Slot}
	books, standing, err := c.before(ctx, all, p)
	if err != nil {
		return nil, err
	}
	r, err := c.epoch(ctx, j, books)
	if err != nil {
		return nil, err
	}
	if err := asBooked(j.Name+" of "+j.Slot, standing, r.WriteFile, r.Draft); err != nil {
		return nil, err
	}
	return r, nil
}

func (c *Closing) epoch(ctx context.Context, j *Job, books Balances) (*rewards.Result, error) {
	switch j.Name {
	case rewards.DropJob:
		return c.drop(ctx, j, books)
	case rewards.PointsJob:
		return c.points(ctx, j, books)
	case rewards.TokenJob:
		return c.token(ctx, j, books)
	}
	return nil, fmt.Errorf("the job %s closes no epoch", j.Name)
}

// Month computes the month that a fact closed, and compares it with what was booked as Epoch does.
func (c *Closing) Month(ctx context.Context, fact *Fact, books ClosingBooks) (*rewards.ClosedMonth, error) {
	body, err := fact.closedMonth()
	if err != nil {
		return nil, err
	}
	if body == nil {
		return nil, fmt.Errorf("the fact %s closed no month", fact.Key())
	}
	return c.month(ctx, body, books)
}

func (c *Closing) drop(ctx context.Context, j *Job, books Balances) (*rewards.Result, error) {
	tge := generationOf(c.program, c.tge)
	holders, err := c.holders(ctx, books, tge, money.Asset{})
	if err != nil {
		return nil, err
	}
	return rewards.CloseDrop(c.program, rewards.DropInput{TGE: tge, Block: j.snapshot(), Holders: holders})
}

func (c *Closing) points(ctx context.Context, j *Job, books Balances) (*rewards.Result, error) {
	epoch, err := j.epoch()
	if err != nil {
		return nil, err
	}
	asset := c.program.Points.Asset
	in := rewards.PointsInput{Epoch: epoch, TGE: c.tge}
	if in.Holders, err = c.holders(ctx, books, epoch.End(), asset); err != nil {
		return nil, err
	}
	if in.Carry, err = carries(ctx, rewards.PointsPools(), asset, epoch.End(), books); err != nil {
		return nil, err
	}
	issuance, err := books.BalanceAt(ctx, ledger.Place{Account: ledger.Issuance(asset), Asset: asset}, epoch.End())
	if err != nil {
		return nil, err
	}
	if in.Issued, err = issuance.Owed(); err != nil {
		return nil, err
	}
	return rewards.ClosePoints(c.program, in)
}

func (c *Closing) token(ctx context.Context, j *Job, books Balances) (*rewards.Result, error) {
	epoch, err := j.epoch()
	if err != nil {
		return nil, err
	}
	in := rewards.TokenInput{Epoch: epoch}
	if in.Curve, err = rewards.NewCurve(c.program.Token, generationOf(c.program, c.tge)); err != nil {
		return nil, err
	}
	if in.Holders, err = c.holders(ctx, books, epoch.End(), c.program.Token.Asset); err != nil {
		return nil, err
	}
	if in.Carry, err = carries(ctx, rewards.TokenPools(), c.program.Token.Asset, epoch.End(), books); err != nil {
		return nil, err
	}
	return rewards.CloseToken(c.program, in)
}

func (c *Closing) month(ctx context.Context, body *MonthBody, all ClosingBooks) (*rewards.ClosedMonth, error) {
	books, standing, err := c.before(ctx, all, body.period())
	if err != nil {
		return nil, err
	}
	m, err := c.monthOn(ctx, body, books)
	if err != nil {
		return nil, err
	}
	draft := func(file ledger.Hash) (ledger.Draft, error) { return m.Draft(file, m.End), nil }
	if err := asBooked("month "+body.Month, standing, m.WriteFile, draft); err != nil {
		return nil, err
	}
	return m, nil
}

// monthOn computes a month on books that do not have it.
func (c *Closing) monthOn(ctx context.Context, body *MonthBody, books Balances) (*rewards.ClosedMonth, error) {
	start, err := body.Start()
	if err != nil {
		return nil, err
	}
	end := start.AddDate(0, 1, 0)
	in := rewards.MonthInput{Month: start, Opening: body.Opening, Snapshot: rewards.Block{Number: body.Block, Hash: ledger.Hash(body.Hash)}}
	if in.Holders, err = nodeHolders(ctx, books, end, nil); err != nil {
		return nil, err
	}
	if in.Carry, err = c.shareFund(ctx, books, start); err != nil {
		return nil, err
	}
	held, err := c.shareFund(ctx, books, end)
	if err != nil {
		return nil, err
	}
	if in.Fund, err = held.Minus(in.Carry); err != nil {
		return nil, err
	}
	return rewards.CloseMonth(c.program, in)
}

// shareFund is what the fund of the share has before an instant. It stands in credit, so what went out of it is what it got.
func (c *Closing) shareFund(ctx context.Context, books Balances, at time.Time) (money.Balance, error) {
	asset := c.program.Revenue.Asset
	b, err := books.BalanceAt(ctx, ledger.Place{Account: ledger.FundAccount(ledger.ShareFund), Asset: asset}, at)
	return money.Balance{In: b.Out, Out: b.In}, err
}

// holders are the wallets that held nodes just before an instant, with what the recorded scores say of them and what they staked of an
// asset, and those that only the scores and stakes know.
func (c *Closing) holders(ctx context.Context, books Balances, at time.Time, asset money.Asset) ([]rewards.Holder, error) {
	known, err := c.scored(at)
	if err == nil && c.staking && !asset.IsZero() {
		err = staked(ctx, books, at, asset, known)
	}
	if err != nil {
		return nil, err
	}
	return nodeHolders(ctx, books, at, known)
}

// staked adds what was staked of an asset just before an instant.
func staked(ctx context.Context, books Balances, at time.Time, asset money.Asset, known map[ledger.Wallet]*rewards.Holder) error {
	counts := func(a ledger.Account) bool { return a.Role() == ledger.TokenRole && slices.Contains(stakes, a.Stage()) }
	var err error
	failed := heldBefore(ctx, books, asset, at, counts, func(w ledger.Wallet, stake money.Amount) {
		if stake.IsZero() {
			return
		}
		if known[w] == nil {
			known[w] = &rewards.Holder{Wallet: w}
		}
		if known[w].Stake != (money.Amount{}) && err == nil {
			stake, err = stake.Add(known[w].Stake)
		}
		known[w].Stake = stake
	})
	return errors.Join(failed, err)
}

// stakes are the stages at which tokens and points count as staked.
var stakes = []string{string(ledger.Staked), string(ledger.Deposited)}

// heldBefore yields what every holder's account that counts had of an asset of the register just before an instant.
func heldBefore(ctx context.Context, books Balances, asset money.Asset, at time.Time, counts func(ledger.Account) bool,
	yield func(ledger.Wallet, money.Amount)) error {
	midnight := at.Equal(at.Truncate(oneDay))
	until := ledger.Day(at)
	if !midnight {
		until++ // everybody who moved until the end of that day; what they held at the instant is asked one by one
	}
	return books.Snapshot(ctx, ledger.RegisterOf(asset), asset, until, func(a ledger.Account, b money.Balance) error {
		w, owned := a.Owner()
		if !owned || !counts(a) {
			return nil
		}
		if !midnight {
			var err error
			if b, err = books.BalanceAt(ctx, ledger.Place{Account: a, Asset: asset}, at); err != nil {
				return err
			}
		}
		held, err := b.Held()
		if err != nil {
			return fmt.Errorf("%s: %w", a, err)
		}
		yield(w, held)
		return nil
	})
}

// carries are what pools carry over at an instant.
func carries(ctx context.Context, pools []string, asset money.Asset, at time.Time, books Balances) (map[string]money.Amount, error) {
	out := map[string]money.Amount{}
	for _, pool := range pools {
		account, err := ledger.PoolCarry(asset, pool)
		if err != nil {
			return nil, err
		}
		if out[pool], err = heldAt(ctx, account, asset, at, books); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func heldAt(ctx context.Context, account ledger.Account, asset money.Asset, at time.Time, books Balances) (money.Amount, error) {
	b, err := books.BalanceAt(ctx, ledger.Place{Account: account, Asset: asset}, at)
	if err != nil {
		return money.Amount{}, err
	}
	held, err := b.Held()
	if err != nil {
		return held, fmt.Errorf("%s: %w", account, err)
	}
	return held, nil
}

// nodeHolders are the wallets that held nodes just before an instant, each with what scored says of it, and those that only
// scored knows.
func nodeHolders(ctx context.Context, books Balances, at time.Time, scored map[ledger.Wallet]*rewards.Holder) ([]rewards.Holder, error) {
	var out []rewards.Holder
	counts := func(a ledger.Account) bool { return a.Role() == ledger.HoldingRole }
	err := heldBefore(ctx, books, sale.Node, at, counts, func(w ledger.Wallet, nodes money.Amount) {
		h := rewards.Holder{Wallet: w}
		if known := scored[w]; known != nil {
			h = *known
			delete(scored, w)
		}
		count := nodes.Uint256()
		if h.Nodes = count.Uint64(); h.Nodes > 0 || h.Compute.Num() > 0 || h.Queen {
			if len(out) == cap(out) { // there may be millions
				out = slices.Grow(out, max(len(out), 64))
			}
			out = append(out, h)
		}
	})
	for _, h := range scored {
		out = append(out, *h)
	}
	return out, err
}
