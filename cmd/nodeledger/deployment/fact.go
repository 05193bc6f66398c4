package deployment

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts/deploy"
	"github.com/nodeledger/nodeledger/contracts/nodelicense"
	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/wire"
)

// report is what is found of one contract. After the first question that is not answered it asks nothing more.
type report struct {
	wire.ContractCheck
	ctx    context.Context
	v      *verifier
	target target
	err    error
}

// fact adds a line. Without an expected text nothing is compared.
func (r *report) fact(name, value, expected, by string) {
	f := wire.ContractFact{Fact: name, Value: value}
	if expected != "" {
		f.Expected, f.By, f.Differs = expected, by, value != expected
	}
	r.v.out.OK = r.v.out.OK && !f.Differs
	r.Facts = append(r.Facts, f)
}

// either adds a line that the settings expect, or else the program file; empty texts expect nothing.
func (r *report) either(name, value, settings, programs string) {
	if settings != "" {
		r.fact(name, value, settings, bySettings)
	}
	if programs != "" || settings == "" {
		r.fact(name, value, programs, byProgram)
	}
}

// asked is what a contract answers to a view; the zero value once something went wrong.
func asked[T any](r *report, of common.Address, data []byte, unpack func([]byte) (T, error)) (value T) {
	if r.err != nil {
		return value
	}
	var answer []byte
	if answer, r.err = r.v.ask.Call(r.ctx, of, data); r.err == nil {
		if value, r.err = unpack(answer); r.err != nil {
			r.err = fmt.Errorf("%s answers what is not understood: %w", of, r.err)
		}
	}
	return value
}

// sale looks at a NodeSale.
func (r *report) sale() {
	at, s := r.target.address, nodesale.NewNodeSale()
	d, p := r.made("NodeSale"), r.v.program
	if p != nil && p.Sale.Contract != at {
		p = nil
	}
	var owner, treasury, delay, said string
	if d != nil {
		owner, treasury, delay = d.Owner.Hex(), d.Treasury.Hex(), spanOf(d.Delay)
	}
	if p != nil {
		address, _ := p.Sale.Treasury.At(r.v.moment())
		said = texted(address)
	}
	r.either("owner", asked(r, at, s.PackOwner(), s.UnpackOwner).Hex(), owner, "")
	r.fact("owner to come", some(asked(r, at, s.PackPendingOwner(), s.UnpackPendingOwner)), "", "")
	r.either("treasury", asked(r, at, s.PackTreasury(), s.UnpackTreasury).Hex(), treasury, said)
	r.terms(d, p)
	r.either("delay of changes", span(asked(r, at, s.PackDelay(), s.UnpackDelay)), delay, "")
	r.tiers(d, p)
	r.fact("sold", asked(r, at, s.PackTotalSold(), s.UnpackTotalSold).String(), "", "")
	r.fact("paused", yes(asked(r, at, s.PackPaused(), s.UnpackPaused)), "", "")
	r.fact("signer of vouchers", some(asked(r, at, s.PackVoucherSigner(), s.UnpackVoucherSigner)), "", "")
	r.minting(d, p)
}

// made is the settings, where the contract is the one of its name that they make.
func (r *report) made(kind string) *program.Deployment {
	if d := r.v.settings; d != nil {
		made := deploy.Make(d)
		if r.target.address == map[string]common.Address{"NodeSale": made.Sale, "NodeLicense": made.Licence}[kind] {
			return d
		}
	}
	return nil
}

// terms compares mode, limits and parts.
func (r *report) terms(d *program.Deployment, p *program.Program) {
	at, s := r.target.address, nodesale.NewNodeSale()
	type of struct{ settings, program string }
	var mode, most, discount, reward, discountCap, rewardCap of
	if d != nil {
		mode.settings, most.settings = string(d.Mode), fmt.Sprint(d.MaxNodes)
		discount.settings, reward.settings = money.Percent(d.Discount.Rat()), money.Percent(d.Reward.Rat())
		discountCap.settings, rewardCap.settings = money.Percent(d.DiscountCap.Rat()), money.Percent(d.RewardCap.Rat())
	}
	if p != nil {
		if len(p.Sale.Tiers) > 0 { // a file without a ladder leaves the way of walking it to the contract, too
			mode.program = string(p.Sale.Mode)
		}
		if p.Sale.MaxNodes > 0 {
			most.program = fmt.Sprint(p.Sale.MaxNodes)
		}
		if ratio, ok := p.Referral.Discount.At(r.v.moment()); ok {
			discount.program = money.Percent(ratio.Rat())
		}
		if terms, ok := p.Referral.Reward.At(r.v.moment()); ok {
			reward.program = money.Percent(terms.Levels[0].Rat())
		}
	}
	word := program.Sequential
	if asked(r, at, s.PackMode(), s.UnpackMode) == deploy.Mode(program.Parallel) {
		word = program.Parallel
	}
	percent := func(bps uint16) string { return money.Percent(big.NewRat(int64(bps), 10_000)) }
	highest := func(bps *big.Int) string {
		if bps == nil {
			return ""
		}
		return money.Percent(new(big.Rat).SetFrac(bps, big.NewInt(10_000)))
	}
	r.either("mode", string(word), mode.settings, mode.program)
	r.either("most nodes", fmt.Sprint(asked(r, at, s.PackMaxNodes(), s.UnpackMaxNodes)), most.settings, most.program)
	r.either("discount", percent(asked(r, at, s.PackDiscountBps(), s.UnpackDiscountBps)), discount.settings, discount.program)
	r.either("reward", percent(asked(r, at, s.PackRewardBps(), s.UnpackRewardBps)), reward.settings, reward.program)
	r.either("highest discount", highest(asked(r, at, s.PackDiscountCap(), s.UnpackDiscountCap)), discountCap.settings, "")
	r.either("highest reward", highest(asked(r, at, s.PackRewardCap(), s.UnpackRewardCap)), rewardCap.settings, "")
}

// mostLooked is how many tiers are looked at: an endpoint could say that there are four billion.
const mostLooked = 1_000

// tiers compares the ladder, a line a tier.
func (r *report) tiers(d *program.Deployment, p *program.Program) {
	at, s := r.target.address, nodesale.NewNodeSale()
	coin := money.MustAsset("WEI", 0)
	var settings, said []program.Tier
	if d != nil {
		settings, coin = d.Tiers, d.Coin
	}
	if p != nil {
		said, _ = p.Sale.Tiers.At(r.v.moment())
		coin = p.Sale.Asset
	}
	count := func(list []program.Tier) string {
		if len(list) == 0 {
			return ""
		}
		return fmt.Sprint(len(list))
	}
	n := asked(r, at, s.PackTierCount(), s.UnpackTierCount)
	if r.err != nil {
		return
	}
	r.either("tiers", fmt.Sprint(n), count(settings), count(said))
	if n > mostLooked {
		r.fact("tiers that can be looked at", fmt.Sprint(n), fmt.Sprintf("at most %d", mostLooked), byBuild)
	}
	line := func(list []program.Tier, i int) string {
		if i >= len(list) {
			return ""
		}
		return tierLine(list[i].Price.String(), list[i].Size, list[i].PerWallet)
	}
	for i := int64(0); i < min(int64(n), mostLooked) && r.err == nil; i++ {
		t := asked(r, at, s.PackTiers(big.NewInt(i)), s.UnpackTiers)
		if r.err != nil {
			return
		}
		price, err := money.FromBig(coin, t.Price)
		if err != nil {
			r.err = err
			return
		}
		r.either(fmt.Sprintf("tier %d", i+1), tierLine(price.String(), t.Size.Uint64(), t.PerWallet.Uint64()),
			line(settings, int(i)), line(said, int(i)))
	}
}

func tierLine(price string, size, perWallet uint64) string {
	switch perWallet {
	case program.NoQuota:
		return fmt.Sprintf("%d at %s", size, price)
	case 0:
		return fmt.Sprintf("%d at %s, closed to the public", size, price)
	}
	return fmt.Sprintf("%d at %s, %d a wallet", size, price, perWallet)
}

// minting compares the licence, and whether the sale is what mints it.
func (r *report) minting(d *program.Deployment, p *program.Program) {
	at, s := r.target.address, nodesale.NewNodeSale()
	licence := asked(r, at, s.PackLicense(), s.UnpackLicense)
	var settings, said string
	if d != nil {
		settings = some(deploy.Make(d).Licence)
	}
	if p != nil && p.Sale.Licence != (common.Address{}) {
		said = p.Sale.Licence.Hex()
	}
	r.either("licence", some(licence), settings, said)
	if licence == (common.Address{}) {
		return
	}
	code, err := r.v.ask.Code(r.ctx, licence)
	if r.err == nil {
		r.err = err
	}
	if len(code) > 0 {
		l := nodelicense.NewNodeLicense()
		r.fact("minter of the licence", some(asked(r, licence, l.PackMinter(), l.UnpackMinter)), at.Hex(), "the sale")
	}
	r.v.add(target{address: licence, kind: "NodeLicense", by: "the sale"})
}

// licence looks at a NodeLicense.
func (r *report) licence() {
	at, l := r.target.address, nodelicense.NewNodeLicense()
	var owner, name, symbol, minter, metadata, royalty, by string
	if d := r.made("NodeLicense"); d != nil {
		owner, name, symbol, minter, by = d.Owner.Hex(), d.Licence.Name, d.Licence.Symbol, deploy.Make(d).Sale.Hex(), bySettings
		metadata, royalty = metadataAt(d.Licence.Metadata), royaltyTo(d.Licence.RoyaltyTo, deploy.Hundredths(d.Licence.Royalty))
	} else if p := r.v.program; p != nil && p.Sale.Licence == at {
		minter, by = p.Sale.Contract.Hex(), byProgram
	}
	r.fact("owner", asked(r, at, l.PackOwner(), l.UnpackOwner).Hex(), owner, by)
	r.fact("owner to come", some(asked(r, at, l.PackPendingOwner(), l.UnpackPendingOwner)), "", "")
	r.fact("name", asked(r, at, l.PackName(), l.UnpackName), name, by)
	r.fact("symbol", asked(r, at, l.PackSymbol(), l.UnpackSymbol), symbol, by)
	r.fact("minter", some(asked(r, at, l.PackMinter(), l.UnpackMinter)), minter, by)
	r.fact("metadata", metadataAt(asked(r, at, l.PackBaseURI(), l.UnpackBaseURI)), metadata, by)
	asks := asked(r, at, l.PackRoyaltyInfo(big.NewInt(1), big.NewInt(10_000)), l.UnpackRoyaltyInfo)
	r.fact("royalty", royaltyTo(asks.Receiver, asks.Amount), royalty, by)
	r.fact("licences", fmt.Sprint(asked(r, at, l.PackTotalSupply(), l.UnpackTotalSupply)), "", "")
	r.fact("can be transferred", yes(asked(r, at, l.PackUnlocked(), l.UnpackUnlocked)), "", "")
}

// metadataAt is where the metadata of licences are.
func metadataAt(base string) string {
	if base == "" {
		return "made by the contract"
	}
	return base
}

// royaltyTo is what markets are asked to pay of a price, in hundredths of a per cent, and to whom.
func royaltyTo(receiver common.Address, bps *big.Int) string {
	if bps == nil || bps.Sign() == 0 {
		return "none"
	}
	return money.Percent(new(big.Rat).SetFrac(bps, big.NewInt(10_000))) + " to " + receiver.Hex()
}

// texted is an address, or nothing.
func texted(a common.Address) string {
	if a == (common.Address{}) {
		return ""
	}
	return a.Hex()
}

// some is an address, or the word none.
func some(a common.Address) string {
	if a == (common.Address{}) {
		return "none"
	}
	return a.Hex()
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// span is a time in seconds in words.
func span(seconds *big.Int) string {
	if seconds == nil || seconds.Sign() == 0 {
		return "none"
	}
	return seconds.String() + " s"
}

func spanOf(d time.Duration) string { return span(big.NewInt(int64(d / time.Second))) }
