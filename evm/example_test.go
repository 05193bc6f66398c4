package evm_test

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
)

func ExampleTopic() {
	fmt.Println(evm.Topic("Transfer(address,address,uint256)"))
	// Output: 0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef
}

// The data of paymentReceived(address indexed, uint256 amount, uint256 quantity, string code).
func ExampleWords() {
	data := evm.Words(common.FromHex("0x" +
		"00000000000000000000000000000000000000000000000006f05b59d3b20000" + // 0.5 ether
		"0000000000000000000000000000000000000000000000000000000000000003" + // of nodes
		"0000000000000000000000000000000000000000000000000000000000000060" + // the code stands 96 bytes from the start
		"0000000000000000000000000000000000000000000000000000000000000005" + // and has 5 bytes
		"414c504841000000000000000000000000000000000000000000000000000000"))
	amount, err := data.Uint256(0)
	if err != nil {
		fmt.Println(err)
		return
	}
	quantity, err := data.Uint64(1)
	if err != nil {
		fmt.Println(err)
		return
	}
	code, err := data.Bytes(2)
	fmt.Println(amount.Dec(), quantity, string(code), err)
	_, err = data.Address(4)
	fmt.Println(err)
	_, err = data[:64].Bytes(2)
	fmt.Println(err)
	// Output:
	// 500000000000000000 3 ALPHA <nil>
	// argument 5 is not an address: 0x414c504841000000000000000000000000000000000000000000000000000000
	// argument 3 is missing
}
