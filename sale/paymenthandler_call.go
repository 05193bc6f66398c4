package sale

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
)

// The setters of GPU.net's sale contract, which has no events for them.
var (
	setTiers        = evm.Selector("setTiers(uint256,uint256,uint256)")
	setReferralCode = evm.Selector("setReferralCode(string[],address[])")
	setFundsHandler = evm.Selector("setFundsHandler(address)")
)

// setting reads a successful call of one of the contract's setters; every other call says nothing here.
func (r *paymentHandler) setting(tx *evm.Tx) ([]Event, error) {
	selector, arguments, ok := tx.Call()
	if tx.To != r.contract || !tx.Success || !ok {
		return nil, nil
	}
	switch selector {
	case setTiers:
		return r.tiers(tx, arguments)
	case setFundsHandler:
		to, err := arguments.Address(0)
		if err != nil {
			return nil, err
		}
		return []Event{TreasurySet{tx.Place(), ledger.Wallet(to)}}, nil
	case setReferralCode:
		return referralCodes(tx, arguments)
	}
	return nil, nil
}

// tiers reads setTiers(tier, left, price).
func (r *paymentHandler) tiers(tx *evm.Tx, arguments evm.Words) ([]Event, error) {
	tier, err := arguments.Uint64(0)
	if err != nil {
		return nil, err
	}
	left, err := arguments.Uint64(1)
	if err != nil {
		return nil, err
	}
	price, err := arguments.Amount(r.asset, 2)
	if err != nil {
		return nil, err
	}
	if tier < 1 || tier > 1000 {
		return nil, fmt.Errorf("it sets tier %d", tier)
	}
	quota := tier
	if tier == 5 {
		quota = 0
	}
	return []Event{TierSet{Place: tx.Place(), Tier: int(tier), Price: price, Left: &left, PerWallet: &quota}}, nil
}

// referralCodes reads setReferralCode(codes, wallets): one code for each wallet, and the zero wallet ends a code.
func referralCodes(tx *evm.Tx, arguments evm.Words) ([]Event, error) {
	codes, n, err := arguments.Array(0)
	if err != nil {
		return nil, err
	}
	wallets, m, err := arguments.Array(1)
	if err != nil {
		return nil, err
	}
	if n != m {
		return nil, fmt.Errorf("it names %d codes and %d wallets", n, m)
	}
	events := make([]Event, n)
	for i := range events {
		code, err := codes.Bytes(i)
		if err != nil {
			return nil, fmt.Errorf("of the codes, %w", err)
		}
		wallet, err := wallets.Address(i)
		if err != nil {
			return nil, fmt.Errorf("of the wallets, %w", err)
		}
		events[i] = CodeSet{tx.Place(), string(code), ledger.Wallet(wallet), wallet != (common.Address{})}
	}
	return events, nil
}
