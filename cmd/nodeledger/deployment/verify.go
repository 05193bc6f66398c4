package deployment

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/survey"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/contracts"
	"github.com/nodeledger/nodeledger/contracts/deploy"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/wire"
)

// target is a contract to look at. Kind is the name that it has to have; empty: any of this build.
type target struct {
	address common.Address
	kind    string
	by      string         // what names it
	token   int            // of a distributor that the settings make: which of their tokens it pays, from 1
	pays    common.Address // of a distributor that the program file names: the token
}

// verifier looks at contracts and collects what it finds.
type verifier struct {
	program  *program.Program
	settings *program.Deployment
	targets  []target

	ask *survey.Contracts
	out wire.ContractsCheck
}

// What expects something.
const (
	byProgram  = "the program file"
	bySettings = "the file of settings"
	byBuild    = "this build"
)

// targets are the contracts that a command line names.
func (h Host) targets(settings string, addresses []string) (v *verifier, err error) {
	v = &verifier{}
	if settings != "" {
		if v.settings, err = program.LoadDeployment(settings); err != nil {
			return nil, err
		}
	}
	if *h.Program != "" {
		if v.program, err = program.Load(*h.Program); err != nil {
			return nil, err
		}
		if v.program.Sale.Adapter != program.NodeSale {
			return nil, problem.Invalidf("the program %s reads its sale with the adapter %s, and this build has no code of that contract: "+
				"only those of the adapter nodesale can be compared", v.program.Name, v.program.Sale.Adapter)
		}
	}
	for _, text := range addresses {
		if !common.IsHexAddress(text) {
			return nil, problem.Invalidf("ADDRESS %q is not an address: write 0x and 40 hexadecimal digits", text)
		}
		v.add(target{address: common.HexToAddress(text)})
	}
	if v.program == nil && v.settings == nil && len(v.targets) == 0 {
		return nil, usage.Errorf("contracts verify needs --program FILE, --settings FILE or an ADDRESS")
	}
	return v, nil
}

// add takes a target in, once; what one names of it that the other does not is kept.
func (v *verifier) add(t target) {
	if t.address == (common.Address{}) {
		return
	}
	for i := range v.targets {
		if old := &v.targets[i]; old.address == t.address {
			if old.kind == "" {
				old.kind, old.by = t.kind, t.by
			}
			if old.token = max(old.token, t.token); t.pays != (common.Address{}) {
				old.pays = t.pays
			}
			return
		}
	}
	v.targets = append(v.targets, t)
}

// look asks about all contracts.
func (v *verifier) look(ctx context.Context, urls []string) (*wire.ContractsCheck, error) {
	var err error
	if v.ask, err = survey.Ask(ctx, urls); err != nil {
		return nil, err
	}
	defer v.ask.Close()
	v.out = wire.ContractsCheck{OK: true, Chain: v.ask.Chain, Block: v.ask.Block, Contracts: []wire.ContractCheck{}}
	if v.settings != nil {
		if v.settings.Chain != v.ask.Chain {
			return nil, otherChain(bySettings, v.settings.Chain, v.ask.Chain)
		}
		p := deploy.Make(v.settings)
		v.add(target{address: p.Sale, kind: "NodeSale", by: bySettings})
		v.add(target{address: p.Licence, kind: "NodeLicense", by: bySettings})
		for i, a := range p.Distributors {
			v.add(target{address: a, kind: "PayoutDistributor", by: bySettings, token: i + 1})
		}
		v.add(target{address: p.Many, kind: "ManyClaims", by: bySettings})
	}
	if v.program != nil {
		if v.program.Chain.ID != v.ask.Chain {
			return nil, otherChain(byProgram, v.program.Chain.ID, v.ask.Chain)
		}
		v.add(target{address: v.program.Sale.Contract, kind: "NodeSale", by: byProgram})
		v.add(target{address: v.program.Sale.Licence, kind: "NodeLicense", by: byProgram})
		for _, d := range v.program.Payout.Distributors {
			if a, ok := d.Address.At(v.moment()); ok {
				use, _ := v.program.AssetUse(d.Asset.Symbol())
				v.add(target{address: a, kind: "PayoutDistributor", by: byProgram, pays: use.Address})
			}
		}
	}
	for i := 0; i < len(v.targets); i++ { // a sale names its licence
		if err := v.contract(ctx, v.targets[i]); err != nil {
			return nil, err
		}
	}
	return &v.out, nil
}

func otherChain(by string, says, is uint64) error {
	return problem.Invalidf("%s is for chain %d, and the endpoint is one of chain %d: name an endpoint of chain %d with --rpc",
		by, says, is, says)
}

// moment is the one at which the program file's dated settings are looked at.
func (v *verifier) moment() program.Moment {
	return program.Moment{Block: v.ask.Block, Time: time.Unix(int64(v.ask.Time), 0).UTC()}
}

// contract looks at one contract.
func (v *verifier) contract(ctx context.Context, t target) error {
	code, err := v.ask.Code(ctx, t.address)
	if err != nil {
		return err
	}
	r := &report{ctx: ctx, v: v, target: t, ContractCheck: wire.ContractCheck{Address: t.address.Hex(), Facts: []wire.ContractFact{}}}
	defer func() { v.out.Contracts = append(v.out.Contracts, r.ContractCheck) }()
	var immutables map[string][32]byte
	name := ""
	for _, known := range contracts.Deployed() {
		if values, ok := contracts.RuntimeOf(known).Match(code); ok {
			name, immutables = known, values
		}
	}
	r.Contract = name
	want, by := "that of "+t.kind, t.by
	if t.kind == "" {
		want, by = "that of "+strings.Join(contracts.Deployed(), ", or of "), byBuild
	}
	switch {
	case len(code) == 0:
		r.fact("code", "none: there is no contract at this address", want, by)
		return nil
	case name == "":
		r.fact("code", fmt.Sprintf("%d bytes that are of no contract of this build", len(code)), want, by)
		return nil
	case t.kind != "" && t.kind != name:
		r.fact("code", "that of "+name, want, by)
		return nil
	}
	r.fact("code", "that of "+name, "that of "+name, byBuild)
	switch name {
	case "NodeSale":
		r.sale()
	case "NodeLicense":
		r.licence()
	case "PayoutDistributor":
		r.distributor(immutables)
	}
	return r.err
}
