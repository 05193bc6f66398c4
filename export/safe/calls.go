package safe

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"time"

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

// CallBatch is calls that are no transfers, for the Transaction Builder.
type CallBatch struct {
	Chain             uint64
	From              common.Address // the Safe that makes them; zero: whoever proposes them
	Created           time.Time      // to the millisecond; the zero time says none, so that the same calls are always the same file
	Name, Description string
	Calls             []ContractCall
}

// Write writes the batch with its checksum.
func (b *CallBatch) Write(w io.Writer) error {
	f := file{
		Version: "1.0", ChainID: strconv.FormatUint(b.Chain, 10),
		Meta: meta{Name: b.Name, Description: b.Description, Builder: builderVersion},
	}
	if b.From != (common.Address{}) {
		f.Meta.Safe = b.From.Hex()
	}
	if !b.Created.IsZero() {
		f.CreatedAt = b.Created.UnixMilli()
	}
	for _, c := range b.Calls {
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
		return fmt.Errorf("writing %s: %w", b.Name, err)
	}
	return nil
}
