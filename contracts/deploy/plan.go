// Package deploy plans the transactions that make the contracts of a sale, before any of them is sent.
//
// Guarantees:
//   - The same settings always give the same transactions and addresses. The contracts are made through a proxy that anybody can use,
//     whose addresses follow from the code, its arguments and a salt (CREATE2): nobody can make another contract there.
//   - The sale is made paused, and the last step opens it: nobody who sees it being made, or makes it before its owner does, buys before
//     the licence is set, after which it never could be.
//   - Nothing is sent, and no key is held.
//
// Not guaranteed: that the proxy is on the chain, and that nobody sent a transaction that makes a contract before: such a contract is the
// one that was planned, and the transaction that makes it fails when it is sent a second time.
package deploy

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts"
	"github.com/nodeledger/nodeledger/contracts/nodelicense"
	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// Proxy is the deterministic deployment proxy (github.com/Arachnid/deterministic-deployment-proxy), which is at this address on most
// chains. It makes a contract of what a transaction says after 32 bytes of salt.
var Proxy = common.HexToAddress("0x4e59b44847b379578588920cA78FbF26c0B4956C")

// Step is a transaction of a plan.
type Step struct {
	To      common.Address
	Data    []byte
	What    string         // in words
	Creates common.Address // zero of a call
	Gas     uint64         // that it uses at most, about

	Method string  // of a call
	Inputs []Input // of a call
}

// Input is an argument of a call in words.
type Input struct{ Type, Name, Value string }

// Plan is the transactions in the order in which they are sent, by the owner, and what they make. Licence is zero without one, and so is
// Many, which claims from several distributors at once, without any.
type Plan struct {
	Sale, Licence, Many common.Address
	Distributors        []common.Address // as the settings list their tokens
	Steps               []Step

	salt common.Hash
}

// Make plans a deployment.
func Make(d *program.Deployment) *Plan {
	p := &Plan{salt: crypto.Keccak256Hash([]byte(d.Salt))}
	p.Sale = p.create("NodeSale", "sale", nodesale.NodeSaleMetaData.Bin, nodesale.NewNodeSale().PackConstructor(saleOf(d)),
		gasOfTier*len(d.Tiers))
	if l := d.Licence; l != nil {
		p.Licence = p.create("NodeLicense", "licence", nodelicense.NodeLicenseMetaData.Bin,
			nodelicense.NewNodeLicense().PackConstructor(d.Owner, l.Name, l.Symbol), gasOfText*(len(l.Name)+len(l.Symbol)))
	}
	if d.Payouts != nil {
		p.distributors(d.Payouts)
	}
	if d.Licence != nil {
		p.join(d.Licence)
	}
	p.call(p.Sale, "the sale, which is paused until now, opens; the owner sends it", nodesale.NewNodeSale().PackUnpause(), "unpause")
	return p
}

func saleOf(d *program.Deployment) nodesale.NodeSaleSettings {
	s := nodesale.NodeSaleSettings{
		Owner: d.Owner, Treasury: d.Treasury, Mode: Mode(d.Mode), MaxNodes: new(big.Int).SetUint64(d.MaxNodes),
		DiscountBps: Hundredths(d.Discount), RewardBps: Hundredths(d.Reward),
		DiscountCap: Hundredths(d.DiscountCap), RewardCap: Hundredths(d.RewardCap),
		Delay: uint64(d.Delay.Seconds()), Immediate: d.Delay == 0, Paused: true,
	}
	for _, t := range d.Tiers {
		s.Tiers = append(s.Tiers, nodesale.NodeSaleTier{Price: t.Price.Big(), Size: t.Size, PerWallet: t.PerWallet})
	}
	return s
}

func (p *Plan) distributors(d *program.DeployedPayouts) {
	for _, t := range d.Tokens {
		args := payoutdistributor.NewPayoutDistributor().PackConstructor(t.Address, d.Admin, d.Proposer, d.Activator,
			uint64(d.Delay.Seconds()), t.Earlier)
		p.Distributors = append(p.Distributors, p.create("PayoutDistributor", "distributor of "+t.Asset.Symbol(),
			payoutdistributor.PayoutDistributorMetaData.Bin, args, 0))
	}
	p.Many = p.create("ManyClaims", "contract that claims from several distributors at once",
		payoutdistributor.ManyClaimsMetaData.Bin, nil, 0)
}

// join makes sale and licence know each other, and sets what the licence says of itself.
func (p *Plan) join(l *program.DeployedLicence) {
	licence, sale := nodelicense.NewNodeLicense(), nodesale.NewNodeSale()
	p.call(p.Licence, "the licence is minted by the sale alone; the owner sends it", licence.PackSetMinter(p.Sale),
		"setMinter", Input{"address", "minter_", p.Sale.Hex()})
	p.call(p.Sale, "the sale mints the licence; the owner sends it", sale.PackSetLicense(p.Licence),
		"setLicense", Input{"address", "license_", p.Licence.Hex()})
	if l.Metadata != "" {
		p.call(p.Licence, "where the metadata of licences is; the owner sends it", licence.PackSetBaseURI(l.Metadata),
			"setBaseURI", Input{"string", "baseURI_", l.Metadata})
	}
	if !l.Royalty.IsZero() {
		bps := Hundredths(l.Royalty)
		p.call(p.Licence, "what markets are asked to pay when a licence is sold on; the owner sends it",
			licence.PackSetRoyalty(l.RoyaltyTo, bps), "setRoyalty",
			Input{"address", "receiver", l.RoyaltyTo.Hex()}, Input{"uint96", "bps", bps.String()})
	}
}

// What transactions cost: 21,000 and 32,000 to begin one that makes a contract, 16 a byte of it and one to read it, 200 a byte of code
// that stays; beside them what constructors store at most, what a tier stores, and a byte of text, of which 32 are stored for 22,100.
const (
	gasToCreate, gasOfData, gasOfCode = 53_000, 17, 200
	gasToStore, gasOfTier, gasOfText  = 200_000, 52_000, 1_400
	gasOfCall                         = 100_000
)

// create plans a contract and gives its address. The gas is what it stores beside what every one does.
func (p *Plan) create(name, what, bin string, arguments []byte, gas int) common.Address {
	code := append(common.FromHex(bin), arguments...)
	address := crypto.CreateAddress2(Proxy, p.salt, crypto.Keccak256(code))
	kept := len(contracts.RuntimeOf(name).Code)
	p.Steps = append(p.Steps, Step{
		To: Proxy, Data: append(p.salt.Bytes(), code...), What: fmt.Sprintf("makes the %s (%s)", what, name), Creates: address,
		Gas: uint64(gasToCreate + gasOfData*len(code) + gasOfCode*kept + gasToStore + gas),
	})
	return address
}

func (p *Plan) call(to common.Address, what string, data []byte, method string, inputs ...Input) {
	p.Steps = append(p.Steps, Step{To: to, Data: data, What: what, Gas: gasOfCall + uint64(len(data))*gasOfText, Method: method,
		Inputs: inputs})
}

// mostGas is what one transaction of a Safe may use: less than the 16,777,216 of EIP-7825, since a Safe needs some itself.
const mostGas = 15_000_000

// Batches are the steps in as few transactions of a Safe as their gas allows.
func (p *Plan) Batches() (batches [][]Step) {
	gas := uint64(mostGas)
	for _, s := range p.Steps {
		if gas+s.Gas > mostGas {
			batches, gas = append(batches, nil), 0
		}
		last := len(batches) - 1
		batches[last], gas = append(batches[last], s), gas+s.Gas
	}
	return batches
}

// Mode is a mode as NodeSale numbers it.
func Mode(m program.Mode) uint8 {
	if m == program.Parallel {
		return 1
	}
	return 0
}

// Hundredths is a part in hundredths of a per cent, as the contracts count; what is below one is left out.
func Hundredths(r money.Ratio) *big.Int {
	n := new(big.Int).Mul(new(big.Int).SetUint64(r.Num()), big.NewInt(10_000))
	return n.Div(n, new(big.Int).SetUint64(r.Den()))
}
