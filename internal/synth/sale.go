package synth

import (
	"fmt"
	"math/big"
	"sort"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/internal/replay/server"
)

// ChainID is the chain of every made sale.
const ChainID = 31337

// Tier is one step of the ladder. In parallel a wallet may take PerWallet nodes of each tier, in order.
type Tier struct {
	Price     uint256.Int // wei
	Size      uint64
	PerWallet uint64
}

// Purchase is one purchase as the right books have it; amounts in wei.
type Purchase struct {
	Block    uint64
	Tx       common.Hash
	Buyer    common.Address
	Code     string         // empty: none
	Referrer common.Address // zero: none
	Quantity uint64
	List     uint256.Int
	Paid     uint256.Int
	Referral uint256.Int
	Treasury uint256.Int
	Dust     uint256.Int
}

// Sale is a whole sale on a chain of its own.
type Sale struct {
	Chain     *Chain
	Contract  common.Address
	Treasury  common.Address
	Owner     common.Address
	Start     uint64 // the block that made the contract
	Topics    []common.Hash
	Admin     []common.Hash // the transactions that set tiers, codes and treasury
	Tiers     []Tier
	Codes     map[string]common.Address
	Blocks    []*server.Block
	Purchases []Purchase
	Payments  []Payment // of Payments, in order
	Counter   string    // the signature of the contract's count of nodes, such as "totalMinted()"

	payments Payments
	sold     []uint64 // nodes, up to each purchase
	lean     bool
	tx       func(n uint64, p *Purchase) Tx // of a purchase, by its number from 0
	bought   map[common.Address][]uint64    // by tier
}

func newSale(name string, payments Payments) *Sale {
	s := &Sale{
		payments: payments,
		Chain:    New(ChainID), Contract: wallet(name, 0), Treasury: wallet("treasury", 0), Owner: wallet("owner", 0), Start: 1,
		Codes:  map[string]common.Address{"ALPHA": wallet("referrer", 1), "BETA": wallet("referrer", 2), "GAMMA": wallet("referrer", 3)},
		bought: map[common.Address][]uint64{},
	}
	price := uint256.NewInt(75_000_000_000_000_000)
	for i := uint64(1); i <= 15; i++ {
		tier := Tier{Price: *price, Size: 1_000_000_000, PerWallet: i}
		if i == 5 {
			tier.PerWallet = 0
		}
		s.Tiers = append(s.Tiers, tier)
		price = new(uint256.Int).Add(price, uint256.NewInt(12_500_000_000_000_000+i)) // odd ends, so that dust happens
	}
	s.Blocks = append(s.Blocks, s.Chain.Add())
	return s
}

// buy walks the ladder for a wallet.
func (s *Sale) buy(buyer common.Address, quantity uint64, code string) Purchase {
	p := Purchase{Buyer: buyer, Code: code, Quantity: quantity}
	had := s.bought[buyer]
	if had == nil {
		had = make([]uint64, len(s.Tiers))
		s.bought[buyer] = had
	}
	for i, left := 0, quantity; left > 0; i++ {
		if i == len(s.Tiers) {
			panic(fmt.Sprintf("the wallet %s has no room for %d more nodes", buyer, left))
		}
		taken := min(left, s.Tiers[i].PerWallet-had[i], s.Tiers[i].Size)
		had[i] += taken
		s.Tiers[i].Size -= taken
		left -= taken
		p.List.Add(&p.List, new(uint256.Int).Mul(&s.Tiers[i].Price, uint256.NewInt(taken)))
	}
	p.Paid = p.List
	if code != "" {
		p.Referrer = s.Codes[code]
		p.Paid = share(&p.List, 90)
		p.Referral = share(&p.Paid, 10)
	}
	return p
}

// next is who buys how much, with a code or without, for the n-th purchase of a sale in which every wallet buys some ten times.
func (s *Sale) next(n, all uint64, referred bool) Purchase {
	code := ""
	if referred {
		code = [...]string{"ALPHA", "BETA", "GAMMA"}[n%3]
	}
	return s.buy(wallet("buyer", n%(all/10+1)), n%7+1, code)
}

// add makes the next block of purchases, each in a transaction of its own.
func (s *Sale) add(bought []Purchase) {
	before, first, purchases := *s.Chain, len(s.Purchases), len(bought)
	all, moved, paid := s.pay(s.txs(first, bought))
	made := s.Chain.seal(all)
	if s.lean {
		s.Blocks = append(s.Blocks, made.place().Lean(func() *server.Block {
			c := before
			c.trie = trie.NewStackTrie(nil)
			return c.Add(s.txs(first, s.Purchases[first:first+purchases])...)
		}))
	} else {
		s.Blocks = append(s.Blocks, render(made))
	}
	number := made.header.Number.Uint64()
	for i := range bought {
		bought[i].Block, bought[i].Tx = number, made.signed[moved[i]].Hash()
		before := uint64(0)
		if len(s.sold) > 0 {
			before = s.sold[len(s.sold)-1]
		}
		s.sold = append(s.sold, before+bought[i].Quantity)
	}
	s.Payments = append(s.Payments, placed(paid, all, number, func(tx int) common.Hash { return made.signed[tx].Hash() })...)
	s.Purchases = append(s.Purchases, bought...)
}

// txs are the transactions of purchases, of which the first has a number.
func (s *Sale) txs(first int, bought []Purchase) []Tx {
	txs := make([]Tx, len(bought))
	for i := range bought {
		txs[i] = s.tx(uint64(first+i), &bought[i])
		txs[i].Legacy = i%5 == 4
	}
	return txs
}

// settle makes the next block of transactions that set something.
func (s *Sale) settle(txs ...Tx) {
	block := s.Chain.Add(txs...)
	s.Blocks = append(s.Blocks, block)
	for _, tx := range block.Txs {
		s.Admin = append(s.Admin, tx.Hash)
	}
}

// Sold is how many nodes were sold up to a block.
func (s *Sale) Sold(block uint64) uint64 {
	n := sort.Search(len(s.Purchases), func(i int) bool { return s.Purchases[i].Block > block })
	if n == 0 {
		return 0
	}
	return s.sold[n-1]
}

// Serve is a server of the sale's blocks, with its counter. The last block is head and final.
func (s *Sale) Serve() *server.Server {
	serving, err := server.New(ChainID, s.Contract, s.Blocks)
	if err != nil {
		panic(err) // the blocks are this package's own
	}
	serving.SetSelector([4]byte(selector(s.Counter)))
	serving.SetCounter(func(block uint64) (*big.Int, bool) { return new(big.Int).SetUint64(s.Sold(block)), true })
	return serving
}

// share is floor(amount x percent / 100).
func share(amount *uint256.Int, percent uint64) (out uint256.Int) {
	out.Mul(amount, uint256.NewInt(percent))
	out.Div(&out, uint256.NewInt(100))
	return out
}
