package contracts

import "github.com/ethereum/go-ethereum/common"

// SoldSlot is where NodeSale keeps totalSold: slot 7 of its storage. Ownable has slot 0; Ownable2Step's pending owner,
// Pausable's flag and the mode share slot 1; ReentrancyGuardTransient has none. build/NodeSale.layout is what the compiler
// says.
var SoldSlot = common.Hash{31: 7}

// SaleCodes are the hashes of NodeSale's code as it is, or was, deployed, newest first. The contract has no immutables, so the
// code is the same on every chain, and an account with one of these hashes keeps what it sold in [SoldSlot].
var SaleCodes = []common.Hash{
	common.HexToHash("0x4d203cb42d2e75a9f2ae998346ee4b8e983a2aa2ff5ba3eaae3c866e838bccbc"),
	common.HexToHash("0x1e8ba2ee7cb89d64b872ade6a1d2549a836b8e92dc5160b48deb4f4a249b0c62"), // buy(quantity, code), for exactly the price
}
