package deployment

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts/deploy"
	"github.com/nodeledger/nodeledger/export/safe"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/wire"
)

// File is one that a deployment consists of.
type File struct {
	Name string
	Text []byte
}

// Files are those of a plan. The program file among them was read again.
func Files(d *program.Deployment, p *deploy.Plan) (files []File, err error) {
	batches := p.Batches()
	for i, batch := range batches {
		name, part := "deploy-safe.json", ""
		if len(batches) > 1 {
			name, part = fmt.Sprintf("deploy-safe-%d-of-%d.json", i+1, len(batches)), fmt.Sprintf(" (%d of %d)", i+1, len(batches))
		}
		var text bytes.Buffer
		var calls []safe.ContractCall
		for _, s := range batch {
			c := safe.ContractCall{To: s.To, Data: s.Data, Method: s.Method}
			for _, a := range s.Inputs {
				c.Inputs = append(c.Inputs, safe.Argument(a))
			}
			calls = append(calls, c)
		}
		b := safe.CallBatch{
			Chain: d.Chain, From: d.Owner, Name: d.Name + " deployment" + part, Calls: calls,
			Description: fmt.Sprintf("Makes the contracts of %s%s, in this order. The Safe must be %s, their owner.", d.Name, part, d.Owner.Hex()),
		}
		if err := b.Write(&text); err != nil {
			return nil, err
		}
		files = append(files, File{name, text.Bytes()})
	}
	var steps bytes.Buffer
	e := json.NewEncoder(&steps)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(wire.DeploymentOf(d, p, nil).Steps); err != nil {
		return nil, err
	}
	text := programFile(d, p)
	if _, err := program.Read("program.yaml", text); err != nil {
		return nil, fmt.Errorf("the program file is not sound, which is a bug, please report it: %w", err)
	}
	return append(files, File{"deploy.json", steps.Bytes()}, File{"program.yaml", text}), nil
}

// programFile is the program file of a deployment.
func programFile(d *program.Deployment, p *deploy.Plan) []byte {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("# Written by nodeledger contracts deploy. The lines with FILL IN are what it cannot know.\n")
	line("program: %s\nschema: 1\n", d.Name)
	line("assets:\n  %s: { decimals: 18, kind: native }", d.Coin.Symbol())
	if d.Payouts != nil {
		for _, t := range d.Payouts.Tokens {
			line("  %s: { decimals: %d, kind: erc20, address: %q }", t.Asset.Symbol(), t.Asset.Decimals(), t.Address.Hex())
		}
	}
	line("\nchain:\n  id: %d", d.Chain)
	line("  start_block: 0    # FILL IN the block in which the sale was made: from 0 on, all of the chain is read")
	line("  # finality: 64    # FILL IN a number of blocks on a chain whose nodes call none final")
	line("\nsale:\n  contract: %q", p.Sale.Hex())
	if p.Licence != (common.Address{}) {
		line("  licence: %q", p.Licence.Hex())
	}
	line("  adapter: nodesale\n  asset: %s\n  mode: %s\n  max_nodes: %d", d.Coin.Symbol(), d.Mode, d.MaxNodes)
	line("  # The contract tells its treasury and every change of it. A treasury that is written here stands against what the contract tells.")
	line("  # treasury: %q\n  tiers:", d.Treasury.Hex())
	for _, t := range d.Tiers {
		quota := ""
		if t.PerWallet != program.NoQuota {
			quota = ", per_wallet: " + strconv.FormatUint(t.PerWallet, 10)
		}
		line("    - { size: %d, price: %s%s }", t.Size, t.Price.Decimal(), quota)
	}
	if p.Licence != (common.Address{}) {
		line("\nholdings: licence    # who holds a licence has the node")
	}
	line("\nreferral: { discount: %s, reward: %s }", money.Percent(d.Discount.Rat()), money.Percent(d.Reward.Rat()))
	line("\npayout:\n  treasury: %q    # FILL IN the Safe that pays, where it is not the sale's treasury", d.Treasury.Hex())
	if d.Payouts != nil && len(p.Distributors) > 0 {
		line("  distributor:")
		for i, t := range d.Payouts.Tokens {
			line("    %s: %s", t.Asset.Symbol(), distributorOf(t, p.Distributors[i]))
		}
		if p.Many != (common.Address{}) {
			line("  many_claims: %q", p.Many.Hex())
		}
	}
	line("\n# FILL IN points, token, revenue and operators as the sale has them: docs/program-file.md says how.")
	return []byte(b.String())
}

// distributorOf is the setting of a token's distributor: with an earlier one, both, the new one from a moment on.
func distributorOf(t program.DeployedToken, made common.Address) string {
	if t.Earlier == (common.Address{}) {
		return strconv.Quote(made.Hex())
	}
	return fmt.Sprintf("%q    # FILL IN the earlier one before it, %s, and the block from which on this one pays", made.Hex(),
		t.Earlier.Hex())
}

// writeAll writes files into a folder, all or none, and gives their paths. Those that are there with the same content stay.
func writeAll(folder string, files []File, force bool) (paths []string, err error) {
	for _, f := range files {
		path := filepath.Join(folder, f.Name)
		if old, err := os.ReadFile(filepath.Clean(path)); err == nil && !force && !bytes.Equal(old, f.Text) {
			return nil, problem.New(problem.Conflict, "file-exists",
				"%s is there with other content: name another folder with --out, or write over it with --force", path)
		}
		paths = append(paths, path)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil { //nolint:gosec // what a deployment says is public
		return nil, problem.Invalidf("the folder cannot be made (%w): name another one with --out", err)
	}
	old, err := filepath.Glob(filepath.Join(folder, "deploy-safe*.json"))
	if err != nil {
		return nil, err
	}
	for _, path := range old { // of another number of batches
		if !slices.Contains(paths, path) {
			if !force {
				return nil, problem.New(problem.Conflict, "file-exists",
					"%s is there of another deployment: name another folder with --out, or remove it with --force", path)
			}
			if err := os.Remove(path); err != nil {
				return nil, err
			}
		}
	}
	for i, f := range files {
		if err := os.WriteFile(paths[i]+".part", f.Text, 0o600); err != nil {
			return nil, problem.Invalidf("the files cannot be written (%w): name another folder with --out", err)
		}
	}
	for _, path := range paths {
		if err := os.Rename(path+".part", path); err != nil {
			return nil, err
		}
	}
	return paths, nil
}
