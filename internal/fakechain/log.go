package fakechain

import (
	"crypto/sha256"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
)

const (
	purchased = "Purchased(uint256,address,address,uint256,uint256,uint256,uint256,string)"
	withdrawn = "ReferralWithdrawn(address,address,uint256)"
)

// Code is the referral code of a wallet.
func Code(wallet byte) string { return fmt.Sprintf("CODE%d", wallet) }

// Log is an event of the sale's contract in a transaction of its own. The topics are those behind the event's.
func (c *Chain) Log(signature string, topics []common.Hash, values ...any) evm.Log {
	var args abi.Arguments
	for _, v := range values {
		name := "uint256"
		switch v.(type) {
		case string:
			name = "string"
		case bool:
			name = "bool"
		case common.Address:
			name = "address"
		}
		kind, err := abi.NewType(name, "", nil)
		if err != nil {
			panic(err)
		}
		args = append(args, abi.Argument{Type: kind})
	}
	data, err := args.Pack(values...)
	if err != nil {
		panic(err)
	}
	c.logs++
	return evm.Log{
		Address: common.HexToAddress(Contract), Topics: append([]common.Hash{evm.Topic(signature)}, topics...),
		Data: data, TxHash: sha256.Sum256(fmt.Append(nil, "tx", c.logs)),
	}
}

// Buy is a purchase of a wallet; the referrer 0 is none, and every other takes 10% off the price and gets 10% of the rest.
func (c *Chain) Buy(buyer, referrer byte, nodes int64) evm.Log {
	code := ""
	if referrer != 0 {
		code = Code(referrer)
	}
	return c.Purchase(common.Address{19: buyer}, common.Address{19: referrer}, code, nodes)
}

// Purchase is as Buy, of any addresses and with any code.
func (c *Chain) Purchase(buyer, referrer common.Address, code string, nodes int64) evm.Log {
	list := nodes * Price
	paid, reward := list, int64(0)
	if referrer != (common.Address{}) {
		paid = list * 90 / 100
		reward = paid * 10 / 100
	}
	return c.Log(purchased, []common.Hash{common.BigToHash(new(big.Int).SetUint64(c.logs)), evm.Padded(buyer), evm.Padded(referrer)},
		big.NewInt(nodes), big.NewInt(list), big.NewInt(paid), big.NewInt(reward), code)
}

// Withdraw is a referrer that takes rewards out of the contract.
func (c *Chain) Withdraw(referrer byte, wei int64) evm.Log {
	return c.Log(withdrawn, []common.Hash{{31: referrer}}, common.Address{19: referrer}, big.NewInt(wei))
}

// Transfer is a token's transfer.
func (c *Chain) Transfer(token, from, to common.Address, amount *big.Int) evm.Log {
	l := c.Log("Transfer(address,address,uint256)", []common.Hash{evm.Padded(from), evm.Padded(to)}, amount)
	l.Address = token
	return l
}

// Claim is a claim from a distributor, the first of its wallet.
func (c *Chain) Claim(distributor, to common.Address, amount *big.Int) evm.Log {
	l := c.Log("Claimed(address,uint256,uint256,bytes32)", []common.Hash{evm.Padded(to), {1}}, amount, amount)
	l.Address = distributor
	return l
}
