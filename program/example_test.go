package program_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/program"
)

// All mistakes of a file are found at once, each with its place and with what to write instead.
func ExampleRead() {
	_, err := program.Read("sale.yaml", []byte(`program: my-sale
schema: 1
chain: { id: 1, start_block: 19_600_000 }
sale:
  contract: "0x5fbdb2315678afecb367f032d93f642f64180aa3"
  adapter: nodesale
referal: { discount: 10% }
`))
	var mistakes program.Errors
	if errors.As(err, &mistakes) {
		fmt.Println(mistakes)
	}
	// Output:
	// sale.yaml:3:30: chain.start_block: 19_600_000 has underscores; write 19600000
	// sale.yaml:7:1: the file has no key "referal"; did you mean "referral"?
}

// A dated setting is asked for its value at a moment.
func ExampleDated_At() {
	p, err := program.Load("gpunet")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, day := range []string{"2024-05-31", "2024-06-01"} {
		at, _ := time.Parse(time.DateOnly, day)
		if emission, begun := p.Points.Emission.At(program.Moment{Block: 20_000_000, Time: at}); begun {
			fmt.Println(day, emission, "a day")
		} else {
			fmt.Println(day, "nothing yet")
		}
	}
	// Output:
	// 2024-05-31 nothing yet
	// 2024-06-01 1440 GPOINT a day
}
