package engine_test

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/recompute"
)

// fact records something that may have happened lately. What the books refuse is no part of what happened.
func (y *year) fact() {
	at := y.world.Now().Add(-time.Duration(y.dice.IntN(40*3600)) * time.Second)
	if y.dice.IntN(4) == 0 {
		at = y.world.Now()
	}
	switch y.dice.IntN(13) {
	case 0, 1:
		y.scores(at)
	case 2, 3:
		y.sell(at)
	case 4:
		y.move("spent", at, y.holder(), y.amount())
	case 5, 6:
		y.move("stake", at, y.holder(), y.amount())
	case 7:
		y.move("unstake", at, y.holder(), y.amount())
	case 8:
		y.takeBack()
	case 9, 10:
		y.earn(at)
	case 11:
		y.grant(at)
	case 12:
		y.buyBack(at)
	}
}

func (y *year) scores(at time.Time) {
	var rows []fold.ScoreRow
	var plain []recompute.Score
	for range 1 + y.dice.IntN(6) {
		what := oneOf(y.dice, "compute", "queen", "check", "check", "drill", "rating")
		value := map[string]string{"compute": oneOf(y.dice, "0", "5", "12.5", "45"), "queen": oneOf(y.dice, "0", "1", "1"),
			"check": oneOf(y.dice, "0", "1", "1", "1"), "drill": oneOf(y.dice, "0", "1"),
			"rating": fmt.Sprint(1 + y.dice.IntN(10))}[what]
		of := walletOf(oneOf(y.dice, 10, 11, 12, 13, byte(200)))
		rows = append(rows, fold.ScoreRow{Wallet: of, What: what, Value: value, At: at})
		plain = append(plain, recompute.Score{At: at, Wallet: of, What: what, Value: ratio(value)})
		at = at.Add(time.Duration(y.dice.IntN(600)-200) * time.Second)
	}
	if y.recorded("scores")(y.engine.RecordScores(context.Background(), ann, y.reference(), rows)) {
		y.happened.Scores = append(y.happened.Scores, plain...)
	}
}

// score records one row.
func (y *year) score(plain recompute.Score, value string) {
	plain.Value = ratio(value)
	row := fold.ScoreRow{Wallet: plain.Wallet, What: plain.What, Value: value, At: plain.At}
	if y.recorded("score")(y.engine.RecordScores(context.Background(), ann, y.reference(), []fold.ScoreRow{row})) {
		y.happened.Scores = append(y.happened.Scores, plain)
	}
}

// amount is an amount of points or tokens.
func (y *year) amount() string {
	return oneOf(y.dice, "1", "7.5", "100", "250.000000000000000001", "999.9", "1000", "7000", "30000")
}

func (y *year) holder() string { return walletOf(10 + byte(y.dice.IntN(9))) }

func (y *year) sell(at time.Time) {
	m := recompute.Move{At: at, What: "sold", Wallet: y.holder(), Asset: "GPOINT", Paid: "USDT", Source: oneOf(y.dice, "fiat", "dapp")}
	points := y.amount()
	m.Amount = wei(points)
	body := fold.PointsSoldBody{Wallet: m.Wallet, Points: points, Received: whole(points), Source: m.Source, At: at}
	m.Received = inUnits(body.Received, 6)
	if y.dice.IntN(4) == 0 {
		m.Paid, m.Received = "ETH", new(big.Int).Quo(m.Amount, big.NewInt(4000))
		body.Price, body.Asset, body.Received = "0.00025", "ETH", coins(m.Received, 18)
	}
	reference := y.reference()
	if y.recorded("sold")(y.engine.RecordPointsSold(context.Background(), ann, reference, body)) {
		y.moved[reference] = len(y.happened.Moves)
		y.happened.Moves = append(y.happened.Moves, m)
		if y.dice.IntN(2) == 0 {
			y.move("stake", at, m.Wallet, points)
			y.score(recompute.Score{At: at, Wallet: m.Wallet, What: "queen"}, "1")
		}
	}
}

func (y *year) move(what string, at time.Time, of, amount string) {
	ctx, reference := context.Background(), y.reference()
	m := recompute.Move{At: at, What: what, Wallet: of, Asset: oneOf(y.dice, "GPOINT", "GPU"), Amount: wei(amount)}
	if what == "spent" {
		m.Asset = "GPOINT"
	} else if at.Before(y.rules.Token.TGE) {
		m.Asset = "GPOINT"
	}
	stake := fold.StakeBody{Wallet: m.Wallet, Amount: amount, Asset: m.Asset, At: at}
	took := false
	switch what {
	case "spent":
		took = y.recorded(what)(y.engine.RecordPointsSpent(ctx, ann, reference, fold.PointsSpentBody{Wallet: m.Wallet, Points: amount,
			For: "compute", At: at}))
	case "stake":
		took = y.recorded(what)(y.engine.RecordStake(ctx, ann, reference, stake))
	case "unstake":
		took = y.recorded(what)(y.engine.RecordUnstake(ctx, ann, reference, stake))
	}
	if !took {
		return
	}
	if what != "unstake" {
		y.moved[reference] = len(y.happened.Moves)
	}
	y.happened.Moves = append(y.happened.Moves, m)
}

// takeBack takes back what was recorded last of what moved.
func (y *year) takeBack() {
	for n := y.facts; n > max(0, y.facts-9); n-- {
		reference := fmt.Sprint("fact-", n)
		i, has := y.moved[reference]
		if !has {
			continue
		}
		if y.recorded("taken back")(y.engine.ReverseMove(context.Background(), ann, reference, "a slip")) {
			y.happened.Moves[i].Undone = y.world.Now()
			delete(y.moved, reference)
		}
		return
	}
}

func (y *year) earn(at time.Time) {
	amount := oneOf(y.dice, "1234.567891", "60000", "0.000001", "7", "-44.44", "99999.999999", "-0.000002")
	in := recompute.Income{At: at, Source: oneOf(y.dice, "dapp", "fiat", "grants"), Amount: inUnits(amount, 6), Cost: y.dice.IntN(4) == 0}
	if y.recorded("revenue")(y.engine.RecordRevenue(context.Background(), ann, y.reference(),
		fold.RevenueRow{Source: in.Source, Amount: amount, At: at, Cost: in.Cost})) {
		y.happened.Incomes = append(y.happened.Incomes, in)
	}
}

func (y *year) buyBack(at time.Time) {
	b := recompute.Buyback{At: at, Source: oneOf(y.dice, "dapp", "fiat"), Spent: inUnits("17.5", 6), Tokens: wei("11.000000000000000003")}
	if y.recorded("buyback")(y.engine.RecordBuyback(context.Background(), ann, y.reference(), fold.BuybackRow{Spent: "17.5",
		Tokens: "11.000000000000000003", Source: b.Source, At: at})) {
		y.happened.Buybacks = append(y.happened.Buybacks, b)
	}
}

// grant makes a grant, revokes one, or lets its holder withdraw.
func (y *year) grant(at time.Time) {
	ctx, now := context.Background(), y.world.Now()
	if n := len(y.happened.Grants); n > 0 && y.dice.IntN(3) > 0 {
		i := y.dice.IntN(n)
		g, name := &y.happened.Grants[i], fmt.Sprint("g", i)
		if y.dice.IntN(3) == 0 {
			if g.Revoked.IsZero() && y.recorded("revoked")(y.engine.RecordRevocation(ctx, ann, y.reference(), name, at)) {
				g.Revoked = at
			}
			return
		}
		amount := y.amount()
		if y.recorded("release")(y.engine.RecordRelease(ctx, ann, y.reference(), name, amount, at)) {
			y.happened.Moves = append(y.happened.Moves, recompute.Move{At: at, What: "release", Wallet: g.Wallet, Asset: "GPU", Amount: wei(amount)})
		}
		return
	}
	if len(y.happened.Grants) > 5 {
		return
	}
	g := recompute.Grant{Recorded: now, Wallet: walletOf(oneOf(y.dice, 10, 11, byte(250))), Of: oneOf(y.dice, "funds", "team"),
		Start: now.Add(time.Duration(y.dice.IntN(15*86400)-5*86400) * time.Second), AtStart: new(big.Int), Monthly: y.dice.IntN(3) == 0}
	terms := fold.GrantTerms{Name: fmt.Sprint("g", len(y.happened.Grants)), Wallet: g.Wallet, Bucket: g.Of, Start: g.Start,
		Total: oneOf(y.dice, "5000000", "1000.000000000000000001")}
	g.Total = wei(terms.Total)
	if y.dice.IntN(3) == 0 {
		terms.AtStart, g.AtStart = "100", wei("100")
	}
	switch y.dice.IntN(3) {
	case 0:
		terms.Duration, g.Length = "2mo", recompute.Span{Months: 2}
	case 1:
		terms.Duration, g.Length = "24mo", recompute.Span{Months: 24}
	default:
		terms.Duration, g.Length = "50d", recompute.Days(50)
		g.Monthly = false
	}
	switch y.dice.IntN(3) {
	case 0:
		terms.Cliff, g.Cliff = "1mo", recompute.Span{Months: 1}
	case 1:
		terms.Cliff, g.Cliff = "17d", recompute.Days(17)
	}
	if g.Monthly {
		terms.Step = "monthly"
	}
	if terms.Cliff != "" && y.dice.IntN(2) == 0 {
		terms.Begins, g.Accrues = "accrue", true
	}
	if y.recorded("grant")(y.engine.RecordGrant(ctx, ann, y.reference(), terms)) {
		y.happened.Grants = append(y.happened.Grants, g)
	}
}
