package payout

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/nodeledger/nodeledger/export"
	"github.com/nodeledger/nodeledger/export/safe"
)

// The file of Safe's Transaction Builder for calls that are no transfers; the order of the keys is the app's.
type (
	builderFile struct {
		Version      string        `json:"version"`
		ChainID      string        `json:"chainId"`
		CreatedAt    int64         `json:"createdAt"` // milliseconds since 1970
		Meta         builderMeta   `json:"meta"`
		Transactions []builderCall `json:"transactions"`
	}
	builderMeta struct {
		Name        string `json:"name"`
		Description string `json:"description"`
		Builder     string `json:"txBuilderVersion"`
		Safe        string `json:"createdFromSafeAddress"` // empty: whoever proposes, which is not the treasury
		Owner       string `json:"createdFromOwnerAddress"`
		Checksum    string `json:"checksum"`
	}
	builderCall struct {
		To     string            `json:"to"`
		Value  string            `json:"value"`
		Data   string            `json:"data"`
		Method builderMethod     `json:"contractMethod"`
		Inputs map[string]string `json:"contractInputsValues"`
	}
	builderMethod struct {
		Inputs  []builderInput `json:"inputs"`
		Name    string         `json:"name"`
		Payable bool           `json:"payable"`
	}
	builderInput struct {
		InternalType string `json:"internalType"`
		Name         string `json:"name"`
		Type         string `json:"type"`
	}
)

// treeVerbs begin what a batch says of itself.
var treeVerbs = map[string]string{FormatPropose: "Propose", FormatActivate: "Activate"}

// treeInputs are what is said of a tree when it is proposed and when it is activated.
var treeInputs = []builderInput{
	{"bytes32", "root_", "bytes32"}, {"uint256", "total_", "uint256"}, {"bytes32", "file_", "bytes32"}, {"bytes32", "checkpoint_", "bytes32"},
}

// writeTreeCall writes propose(root, total, file, checkpoint), or activate of the same, as a batch of its own: other accounts sign it than
// the treasury. The checkpoint is the root of the books that the tree came from, which its dump names with their size.
func writeTreeCall(w io.Writer, call string, run *export.Run, distributor common.Address, t *Tree) error {
	root, books := t.Root(), t.Books().Head.Root
	file, err := t.File()
	if err != nil {
		return err
	}
	f := builderFile{
		Version: "1.0", ChainID: strconv.FormatUint(run.ChainID, 10), CreatedAt: run.CreatedAt.UnixMilli(),
		Meta: builderMeta{
			Name: fmt.Sprintf("%s %s (%s)", run.Program, run.Name, call),
			Description: run.Describe(fmt.Sprintf("%s the tree of run %s of %s: %d wallets, %s since the beginning", treeVerbs[call], run.Name,
				run.Program, t.Len(), t.Total)),
			Builder: "1.18.2",
		},
		Transactions: []builderCall{{
			To: distributor.Hex(), Value: "0", Data: hexutil.Encode(treeData(call, root, t.Total.Uint256(), file, books)),
			Method: builderMethod{Name: call, Inputs: treeInputs},
			Inputs: map[string]string{
				"root_": root.String(), "total_": t.Total.Digits(), "file_": file.String(), "checkpoint_": books.String(),
			},
		}},
	}
	text, err := encodeBatch(f)
	if err == nil {
		f.Meta.Checksum, err = safe.Checksum(bytes.NewReader(text))
	}
	if err == nil {
		text, err = encodeBatch(f)
	}
	if err == nil {
		_, err = w.Write(text)
	}
	if err != nil {
		return fmt.Errorf("writing the call %s of run %s: %w", call, run.Name, err)
	}
	return nil
}

func encodeBatch(f builderFile) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(f)
	return b.Bytes(), err
}
