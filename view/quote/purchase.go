package quote

import (
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// Transaction is a purchase ready to be signed.
type Transaction struct {
	To      common.Address
	Data    []byte
	Value   money.Amount // of the chain's own coin
	ChainID uint64
}

// firstCall is the purchase call of a NodeSale of the first version, which takes the exact price.
const firstCall = "buy(uint256,string)"

// The purchase calls of the contracts that are known. All take the quantity and the referral code, and NodeSale the highest price besides.
var calls = map[program.AdapterKind]string{
	program.NodeSale:       "buy(uint256,string,uint256)",
	program.PaymentHandler: "mint(uint256,string)",
}

// mostAtOnce is the MAX_PURCHASE of NodeSale: more does not fit into the gas of a transaction.
const mostAtOnce = 4_000

// Buyable says whether a quote of the program has a transaction that buys.
func Buyable(p *program.Program) bool {
	_, known := calls[p.Sale.Adapter]
	use, _ := p.AssetUse(p.Sale.Asset.Symbol())
	return known && use.Kind == program.Native && p.Sale.Contract != (common.Address{})
}

// purchase makes the transaction. It is nil where the call is not known, where the sale is not paid in the chain's own coin,
// and where the program file has no contract yet: money sent to the zero address is gone. first says
// that the contract is a NodeSale of the first version.
func purchase(p *program.Program, first bool, quantity uint64, code string, paid money.Amount) (*Transaction, error) {
	if !Buyable(p) {
		return nil, nil
	}
	number, err := abi.NewType("uint256", "", nil)
	if err != nil {
		return nil, err
	}
	text, err := abi.NewType("string", "", nil)
	if err != nil {
		return nil, err
	}
	types, values := abi.Arguments{{Type: number}, {Type: text}}, []any{new(big.Int).SetUint64(quantity), code}
	name := calls[p.Sale.Adapter]
	if first && p.Sale.Adapter == program.NodeSale {
		name = firstCall
	} else if p.Sale.Adapter == program.NodeSale { // who signs a price pays no other one
		types, values = append(types, abi.Argument{Type: number}), append(values, paid.Big())
	}
	arguments, err := types.Pack(values...)
	if err != nil {
		return nil, err
	}
	data := append(crypto.Keccak256([]byte(name))[:4:4], arguments...)
	return &Transaction{To: p.Sale.Contract, Data: data, Value: paid, ChainID: p.Chain.ID}, nil
}
