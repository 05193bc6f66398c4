package payout

import (
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/export"
	"github.com/nodeledger/nodeledger/export/safe"
)

// treeVerbs begin what a batch says of itself.
var treeVerbs = map[string]string{FormatPropose: "Propose", FormatActivate: "Activate"}

// writeTreeCall writes propose(root, total, file, checkpoint), or activate of the same, as a batch of its own: other accounts sign it than
// the treasury. The checkpoint is the root of the books that the tree came from, which its dump names with their size.
func writeTreeCall(w io.Writer, call string, run *export.Run, distributor common.Address, t *Tree) error {
	root, books := t.Root(), t.Books().Head.Root
	file, err := t.File()
	if err != nil {
		return err
	}
	word := func(name, value string) safe.Argument {
		return safe.Argument{Type: "bytes32", Name: name, Value: value}
	}
	batch := safe.CallBatch{
		Chain: run.ChainID, Created: run.CreatedAt, Name: fmt.Sprintf("%s %s (%s)", run.Program, run.Name, call),
		Description: run.Describe(fmt.Sprintf("%s the tree of run %s of %s: %d wallets, %s since the beginning", treeVerbs[call], run.Name,
			run.Program, t.Len(), t.Total)),
		Calls: []safe.ContractCall{{
			To: distributor, Data: treeData(call, root, t.Total.Uint256(), file, books), Method: call,
			Inputs: []safe.Argument{
				word("root_", root.String()), {Type: "uint256", Name: "total_", Value: t.Total.Digits()}, word("file_", file.String()),
				word("checkpoint_", books.String()),
			},
		}},
	}
	return batch.Write(w)
}
