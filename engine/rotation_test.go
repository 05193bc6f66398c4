package engine_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	viewpayout "github.com/nodeledger/nodeledger/view/payout"
)

const (
	secondTreasury    = "0x00000000000000000000000000000000000000a7"
	secondDistributor = "0x00000000000000000000000000000000000000d7"
)

// rotated is the paying program with another treasury, distributor and minimum from June on.
func rotated(t *testing.T) *program.Program {
	t.Helper()
	text := string(canonical.Text(paying(t)))
	for old, next := range map[string]string{
		`{"address":"` + strings.ToLower(treasury) + `"}]`: `{"address":"` + strings.ToLower(treasury) +
			`"},{"from":"2024-06-01","address":"` + secondTreasury + `"}]`,
		`{"address":"` + strings.ToLower(distributor) + `"}]`: `{"address":"` + strings.ToLower(distributor) +
			`"},{"from":"2024-06-01","address":"` + secondDistributor + `"}]`,
		`{"amount":"0.000003"}]`: `{"amount":"0.000003"},{"from":"2024-06-01","amount":"0.001"}]`,
	} {
		if !strings.Contains(text, old) {
			t.Fatalf("%s is not in %s", old, text)
		}
		text = strings.Replace(text, old, next, 1)
	}
	p, err := program.Read("rotated.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestRotation: another treasury and another distributor, dated, break no rebuild and offer nobody twice what they can claim.
func TestRotation(t *testing.T) {
	onBoth(t, rotation)
}

func rotation(t *testing.T, s engine.Store) {
	ctx := context.Background()
	w := newWorld(1)
	e := startPaying(t, s, w)
	staff(t, e)
	w.Mine(w.Buy(51, 0, 5), w.Buy(52, 0, 20))
	w.upTo(t, e, on(5, 1))
	done(t)(earns(e, "april", "0.02", on(4, 20)))
	done(t)(e.CloseMonth(ctx, ann, "2024-04"))
	done(t)(e.PreparePayout(ctx, ann, "first", "USDT", payout.Claim))
	letOut(t, e, "first")
	next := rotated(t)
	done(t)(e.ProposeProgram(ctx, ann, "rotate", next, "the first Safe lost an owner", false))
	done(t)(e.ConsentToProgram(ctx, bob, canonical.Digest(next), ledger.Hash{}))
	held := common.HexToAddress(secondTreasury)
	w.Hold(common.HexToAddress(tether), held, uint256.NewInt(777)) // before it was the project's
	w.upTo(t, e, on(6, 2))
	done(t)(earns(e, "may", "0.02", on(5, 20)))
	done(t)(e.CloseMonth(ctx, ann, "2024-05"))
	done(t)(e.PreparePayout(ctx, ann, "second", "USDT", payout.Claim))
	letOut(t, e, "second")
	claims := viewpayout.NewClaims(e)
	of := func(wallet ledger.Wallet) (words string) {
		t.Helper()
		list, err := claims.Of(ctx, wallet)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range list {
			words += fmt.Sprintf("%s: %s granted, %s to claim of %s; ", strings.ToLower(c.Distributor.Hex())[40:], c.Cumulative.Digits(),
				c.Claimable.Digits(), c.Run)
		}
		return words
	}
	large := ledger.Wallet{19: 52}
	same(t, "claims", of(large), "ee: 2000 granted, 2000 to claim of first; d7: 2000 granted, 2000 to claim of second; ")
	// Half of it is taken from the old one, which never pays what the new one granted.
	w.Mine(w.Claim(common.HexToAddress(distributor), common.Address(large), big.NewInt(2000)),
		w.Claim(common.HexToAddress(distributor), common.Address(large), big.NewInt(5)),
		w.Transfer(common.HexToAddress(tether), held, common.HexToAddress(secondDistributor), big.NewInt(700)))
	w.Finalise(0)
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	same(t, "first", lines(e, "first"), "51:0/250 52:2000/2000 ")
	same(t, "second", lines(e, "second"), "52:0/2000 ") // the other waits: it is less than the new minimum
	same(t, "claims", of(large), "ee: 2000 granted, 0 to claim of first; d7: 2000 granted, 2000 to claim of second; ")
	same(t, "the new treasury", net(t, s, "assets:wallet:"+secondTreasury), "0.000077 USDT")
	same(t, "the new distributor", net(t, s, "assets:distributor:"+secondDistributor), "0.0007 USDT")
	for _, p := range []*program.Program{nil, paying(t), next} {
		rebuiltBy(t, s, p)
	}
	verified(t, s)
	livedOn(t, e, next, s)
}

// TestAnotherWalletIsNamedLater: a second wallet of the project may be named while the books run, and one that is named stays.
func TestAnotherWalletIsNamedLater(t *testing.T) {
	ctx := context.Background()
	s := open(t, "books.db")
	_, e := fundedIn(t, s)
	naming := func(wallets string) *program.Program {
		return payingBut(t, "\nrevenue:", "\nwallets: { "+wallets+" }\nrevenue:")
	}
	const bank, reserve = `bank: "0x00000000000000000000000000000000000000b1"`, `reserve: "0x00000000000000000000000000000000000000b2"`
	for i, next := range []*program.Program{naming(bank), naming(bank + ", " + reserve)} {
		done(t)(e.ProposeProgram(ctx, ann, fmt.Sprintf("wallets-%d", i), next, "another wallet", false))
		done(t)(e.ConsentToProgram(ctx, bob, canonical.Digest(next), ledger.Hash{}))
	}
	refusal(t, problem.Conflict, "wallets.bank is ")(e.ProposeProgram(ctx, ann, "fewer", naming(reserve), "one wallet less", false))
	fatal(t, e.Sync(ctx, nil))
	rebuilt(t, s)
	verified(t, s)
}

// richer is a chain on which everybody holds one unit more of every token.
type richer struct{ *world }

func (r richer) TokenBalance(ctx context.Context, at engine.Header, token, of common.Address, m program.Mapping) (engine.Figure, error) {
	f, err := r.world.TokenBalance(ctx, at, token, of, m)
	f.Value.AddUint64(&f.Value, 1)
	return f, err
}

// TestAWalletIsTakenInAtAFinalBlock: what a wallet got in a block that left the chain after the wallet was named is in the books once.
func TestAWalletIsTakenInAtAFinalBlock(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		w, e := fundedIn(t, s)
		const bank = "0x00000000000000000000000000000000000000b1"
		next := payingBut(t, "\nrevenue:", "\nwallets: { bank: \""+bank+"\" }\nrevenue:")
		usdt, held := common.HexToAddress(tether), common.HexToAddress(bank)
		w.Hold(usdt, held, uint256.NewInt(7)) // before anybody named it
		w.Mine()
		w.Finalise(0)
		paid := w.Transfer(usdt, common.HexToAddress("0x00000000000000000000000000000000000000f1"), held, big.NewInt(500))
		w.Mine(paid, w.Buy(51, 0, 1))
		fatal(t, e.Sync(ctx, nil)) // it is not final
		done(t)(e.ProposeProgram(ctx, ann, "bank", next, "another wallet", false))
		done(t)(e.ConsentToProgram(ctx, bob, canonical.Digest(next), ledger.Hash{}))
		fatal(t, e.Sync(ctx, nil))
		same(t, "pending", fmt.Sprint(net(t, s, "assets:wallet:"+bank)), "0.000007 USDT") // payments count when they are final
		w.Cut(1)
		w.Mine()
		w.Mine(paid)
		fatal(t, e.Sync(ctx, nil))
		w.Mine()
		w.Finalise(0)
		fatal(t, e.Sync(ctx, nil))
		same(t, "final", fmt.Sprint(net(t, s, "assets:wallet:"+bank)), "0.000507 USDT")
		rebuilt(t, s)
		verified(t, s)
		asTheChainSays(t, s, w)
		var difference *ledger.Difference
		if _, err := engine.ProveAgain(ctx, richer{w}, s, engine.Fetched{}, nil); !errors.As(err, &difference) ||
			!strings.Contains(err.Error(), "held 8 base units") {
			t.Errorf("where it held more: %v", err)
		}
	})
}
