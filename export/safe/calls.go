package safe

import (
	"bytes"
	"fmt"
	"io"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// ContractCall is what a Safe is to call. Method and Inputs say in words what Data says; without them the app shows the bytes alone.
type ContractCall struct {
	To     common.Address
	Data   []byte
	Method string
	Inputs []Argument
}

// Argument is one of a call, of a type such as "address".
type Argument struct{ Type, Name, Value string }

// WriteCalls writes calls that are no transfers as one batch for the Transaction Builder. It says no time, so that the same calls are
// always the same file.
func WriteCalls(w io.Writer, chain uint64, from common.Address, name, description string, calls []ContractCall) error {
	f := file{
		Version: "1.0", ChainID: strconv.FormatUint(chain, 10),
		Meta: meta{Name: name, Description: description, Builder: builderVersion, Safe: from.Hex()},
	}
	for _, c := range calls {
		data := hexutil.Encode(c.Data)
		t := transaction{To: c.To.Hex(), Value: "0", Data: &data}
		if c.Method != "" {
			t.Method, t.Inputs = &method{Name: c.Method}, map[string]string{}
			for _, a := range c.Inputs {
				t.Method.Inputs = append(t.Method.Inputs, input{a.Type, a.Name, a.Type})
				t.Inputs[a.Name] = a.Value
			}
		}
		f.Transactions = append(f.Transactions, t)
	}
	text, err := encode(f)
	if err == nil {
		f.Meta.Checksum, err = Checksum(bytes.NewReader(text))
	}
	if err == nil {
		text, err = encode(f)
	}
	if err == nil {
		_, err = w.Write(text)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}
