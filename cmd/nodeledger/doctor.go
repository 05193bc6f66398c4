package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/program/describe"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) doctorCommand() *cobra.Command {
	s := &signer{in: in}
	var reason string
	c := &cobra.Command{
		Use: "doctor", Short: "Check program file, books and endpoints; resume frozen books", Annotations: writesBooks(),
		Long: `Prints a line for each check, green, yellow or red, and exits 1 when one is red. Only --thaw changes books: it lets books
that were frozen by a contradiction go on, and records who decided so and why.`,
		Example: `  nodeledger doctor
  nodeledger doctor --rpc https://one.example`,
		RunE: func(c *cobra.Command, _ []string) error {
			if !usage.IsSet(c.Flags(), "thaw") {
				return in.doctor(c.Context())
			}
			if reason == "" {
				return usage.Errorf("--thaw needs the reason why the books may go on: nodeledger doctor --thaw \"the endpoint was replaced\" " +
					"--operator ann")
			}
			by, err := s.identify()
			if err != nil {
				return err
			}
			return in.thaw(c.Context(), by, reason)
		},
	}
	c.Flags().StringVar(&reason, "thaw", "", "resume frozen books for this `reason`, which is recorded")
	s.addFlags(false, c)
	in.proving.Add(c.Flags())
	return c
}

// colour is how bad a finding is.
type colour string

const (
	green  colour = "green"
	yellow colour = "yellow" // worth knowing
	red    colour = "red"    // something does not work
)

// diagnosis is what was found so far.
type diagnosis struct{ wire.Diagnosis }

func (r *diagnosis) add(check string, c colour, format string, args ...any) {
	r.Checks = append(r.Checks, wire.Finding{Check: check, Colour: string(c), Text: fmt.Sprintf(format, args...)})
}

func (in *invocation) doctor(ctx context.Context) error {
	r := diagnosis{wire.Diagnosis{Checks: []wire.Finding{}}}
	p, err := in.rules(ctx)
	if err != nil {
		r.add("program", red, "%s", err)
	} else {
		r.add("program", green, "%s, digest %s", p.Name, canonical.Digest(p))
		for _, note := range describe.Notes(p) {
			r.add("program", yellow, "%s", note)
		}
		in.examineNodes(ctx, p, &r)
		in.proving.Examine(ctx, p, in.Clock, func(c, text string) { r.add("consensus", colour(c), "%s", text) })
	}
	in.examineBooks(ctx, p, &r)
	reds := 0
	for i := range r.Checks {
		r.Checks[i].Text = oneLine(in.redact(r.Checks[i].Text))
		if r.Checks[i].Colour == string(red) {
			reds++
		}
	}
	r.OK = reds == 0
	err = in.show(r.Diagnosis, func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			for _, f := range r.Checks {
				row(f.Colour, f.Check, f.Text)
			}
			if r.Frozen != nil {
				for _, name := range sortedKeys(r.Frozen.Evidence) {
					row("", "evidence", name+": "+r.Frozen.Evidence[name])
				}
			}
		})
	})
	if err == nil && reds > 0 {
		return reported("unhealthy", "%d of %d checks red", reds, len(r.Checks))
	}
	return err
}

// examineBooks looks at the books; p may be nil.
func (in *invocation) examineBooks(ctx context.Context, p *program.Program, r *diagnosis) {
	s, state, err := in.openState(ctx)
	if errors.Is(err, errNoBooks) {
		r.add("books", yellow, "%s", err)
		return
	}
	if err != nil {
		r.add("books", red, "%s", err)
		return
	}
	defer s.Close()
	for _, path := range store.ReadableByOthers(in.db) {
		r.add("books", yellow, "others on this machine may read %s, which says who is held back and why: run chmod 600 on it", path)
	}
	in.examineFinality(&state, r)
	r.add("books", green, "%s on chain %d, %d transactions, head %s", state.Identity.Program, state.Identity.Chain,
		state.Ledger.Sequence, state.Ledger.Hash)
	if p != nil && engine.IdentityOf(p) != state.Identity {
		r.add("books", red, "they are of program %s, chain %d, contract %s, block %d on, not of the program file: name the other one with "+
			"--program",
			state.Identity.Program, state.Identity.Chain, state.Identity.Contract, state.Identity.Start)
	} else {
		in.examineText(ctx, s, r)
	}
	if state.Frozen, err = engine.WhyFrozen(ctx, s); err != nil {
		r.add("books", red, "%s", err)
	}
	if state.Frozen != nil {
		r.add("books", red, "frozen since %s: %s; %s", wire.Instant(state.Frozen.Time), state.Frozen.Text,
			in.wayOn(ctx, p, state.Cursor.Final))
		r.Frozen = &wire.Freeze{Since: wire.Instant(state.Frozen.Time), Text: in.redact(state.Frozen.Text), Evidence: map[string]string{}}
		for name, value := range state.Frozen.Evidence {
			r.Frozen.Evidence[in.redact(name)] = in.redact(value)
		}
	}
	if state.Inputs > 0 {
		in.examineOperators(ctx, p, s, r)
		in.examineFinals(ctx, p, s, r)
	}
	fresh, err := view.Of(ctx, s, state)
	switch {
	case err != nil:
		r.add("freshness", red, "%s", err)
	case !fresh.Begun:
		r.add("freshness", yellow, "nothing is booked yet")
	default:
		r.add("freshness", green, "block %d of %s, %s old; final up to %d; proof %s", fresh.Block, wire.Instant(fresh.Time),
			in.Clock.Now().Sub(fresh.Time).Truncate(time.Second), fresh.Final, fresh.Proof)
		if covered, err := view.CoveredBy(ctx, s); err == nil {
			r.add("coverage", green, "blocks by how they were proven: %s", covered)
		}
	}
}

// examineText says which text of the program is in force, and whether a file that is named is one of the books' texts.
func (in *invocation) examineText(ctx context.Context, s *store.Store, r *diagnosis) {
	p, err := in.given()
	if err != nil {
		return // it is said already
	}
	e, err := engine.Open(ctx, p, s, nil, in.Clock, in.logger(false))
	if err != nil {
		r.add("rules", red, "%s", err)
		return
	}
	e.View(func(f *fold.Fold, _ engine.State) {
		texts := f.Texts()
		r.add("rules", green, "text %d of the program is in force, digest %s", len(texts), texts[len(texts)-1].Digest)
		if next := f.Proposed(); next != nil {
			r.add("rules", yellow, "the text %s that %s proposed waits for somebody's consent: see nodeledger program history", next.Digest, next.By)
		}
	})
}

// examineOperators looks at who may do what in the books; p may be nil.
func (in *invocation) examineOperators(ctx context.Context, p *program.Program, s engine.Books, r *diagnosis) {
	f, err := fold.Restore(ctx, p, s)
	if err != nil {
		r.add("operators", red, "%s", err)
		return
	}
	list := wire.OperatorsOf(f.Operators(), in.Clock.Now())
	warnings := list.Warnings()
	switch {
	case len(list.Operators) == 0:
		r.add("operators", yellow, "there are none: everybody who can write to these books can record anything; `nodeledger operator add` adds "+
			"the first")
	case len(warnings) == 0:
		r.add("operators", green, "%d, of whom %d may administer", len(list.Operators), len(f.Operators().Administrators(in.Clock.Now())))
	}
	in.examineContracts(ctx, f, &list, r)
	for _, warning := range warnings {
		r.add("operators", yellow, "%s", warning.Text)
	}
}

// examineNodes asks every node by itself.
func (in *invocation) examineNodes(ctx context.Context, p *program.Program, r *diagnosis) {
	if len(in.rpc) == 0 {
		r.add("node", yellow, "none was named: add --rpc URL to check it")
		return
	}
	for _, raw := range in.rpc {
		in.examineNode(ctx, p, raw, r)
	}
}

// examineFinals looks on the chain for the final blocks that the books stand on.
func (in *invocation) examineFinals(ctx context.Context, p *program.Program, s engine.Books, r *diagnosis) {
	if p == nil || len(in.rpc) == 0 {
		return
	}
	watcher, err := in.dialBriefly(ctx, p, in.rpc)
	if err != nil {
		return // each node by itself says why
	}
	defer watcher.Close()
	finals, err := engine.FinalHeaders(ctx, s)
	var differs, later string
	if err == nil {
		differs, later, err = engine.AskFinals(ctx, watcher, finals)
	}
	switch {
	case err != nil:
		r.add("final blocks", yellow, "%s", err)
	case differs != "":
		r.add("final blocks", red, "%s; run `nodeledger ledger verify`", differs)
	case later != "":
		r.add("final blocks", yellow, "not asked: %s; ask again later", later)
	default:
		r.add("final blocks", green, "the %d that the books name are on the chain", len(finals))
	}
}

// dialBriefly connects to nodes that may be down.
func (in *invocation) dialBriefly(ctx context.Context, p *program.Program, urls []string) (*chain.Watcher, error) {
	options, err := chain.OptionsOf(p, urls, in.logger(false))
	if err != nil {
		return nil, err
	}
	options.Limits = in.Limits
	if options.Limits.Attempts == 0 {
		options.Limits.Attempts, options.Limits.Timeout = 2, 10*time.Second
	}
	return chain.Dial(ctx, options)
}

func (in *invocation) examineNode(ctx context.Context, p *program.Program, raw string, r *diagnosis) {
	watcher, err := in.dialBriefly(ctx, p, []string{raw})
	if err != nil {
		r.add("node", red, "%s", err)
		return
	}
	defer watcher.Close()
	health := watcher.Endpoints()[0]
	contract := "contract found"
	if p.Sale.Contract == (common.Address{}) {
		contract = "no contract to look for"
	}
	r.add("node", green, "%s: chain %d, %s, answers in %s", health.URL, p.Chain.ID, contract, health.Latency.Truncate(time.Millisecond))
	examineProof(ctx, p, watcher, r)
	head, err := watcher.Head(ctx)
	if err != nil {
		r.add("head", red, "%s: %s", health.URL, err)
		return
	}
	final, err := watcher.Finalized(ctx)
	if err != nil {
		r.add("finality", red, "%s: %s; set chain.finality in the program file to a number of blocks", health.URL, err)
		return
	}
	if final.Number == 0 && head.Number > 0 {
		r.add("finality", yellow, "%s: head %d, and no block is final; if that stays so, set chain.finality in the program file to a "+
			"number of blocks", health.URL, head.Number)
	} else {
		r.add("finality", green, "%s: head %d, final %d", health.URL, head.Number, final.Number)
	}
	sold, err := watcher.Counter(ctx, final)
	switch {
	case err != nil:
		r.add("counter", yellow, "%s: %s", health.URL, err)
	case sold.Assurance == engine.AssuranceProven:
		r.add("counter", green, "%s: the contract counts %s nodes sold, proven by the state root", health.URL, &sold.Value)
	case sold.Known():
		r.add("counter", green, "%s: the contract counts %s nodes sold, which the node reports and does not prove: %s", health.URL,
			&sold.Value, sold.Why)
	default:
		r.add("counter", yellow, "%s: the contract cannot be asked what it sold, so nothing checks the sum", health.URL)
	}
}

// examineProof says which level of proof holds at one node.
func examineProof(ctx context.Context, p *program.Program, watcher *chain.Watcher, r *diagnosis) {
	if health := watcher.Endpoints()[0]; !health.BlockReceipts {
		r.add("proof", yellow, "%s: receipts come one by one (no eth_getBlockReceipts), proving takes longer", health.URL)
	}
	all, err := watcher.Provable(ctx)
	if err != nil {
		r.add("proof", red, "%s", err)
	}
	for _, one := range all {
		how := map[bool]colour{true: green, false: yellow}[one.Why == ""]
		if one.Falls(p.Chain.Proof) {
			how = red
		}
		r.add("proof", how, "%s", one.String())
	}
}

func (in *invocation) thaw(ctx context.Context, by engine.By, reason string) error {
	var receipt engine.Receipt
	err := in.openForWriting(ctx, func(e *engine.Engine) (err error) { receipt, err = e.Thaw(ctx, by, reason); return err })
	if err != nil {
		return err
	}
	return in.show(wire.ReceiptOf(receipt), func(w io.Writer) {
		fmt.Fprintf(w, "the books may go on; recorded for %s: %s\n", by.Name, reason)
	})
}
