package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/periodfiles"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/wire"
)

// epochCommand shows a closed epoch, explains a number of it, and closes those that are due.
func (in *invocation) epochCommand() *cobra.Command {
	var job, explain, files string
	var file bool
	show := &cobra.Command{
		Use: "epoch DAY", Short: "Show a closed epoch, or explain one wallet's number in it", Annotations: readsBooks(),
		Long: `Prints the pools and the holders of a closed epoch. With --explain it prints the computation of one wallet's amount, line by
line. With --file it prints the epoch's file, whose SHA-256 is in the ledger.`,
		Example: `  nodeledger rewards epoch 2026-03-15
  nodeledger rewards epoch 2026-08-15 --job token-epoch --explain WALLET
  nodeledger rewards epoch 2026-07-05T12:00:00Z --job tge-drop`,
		RunE: func(c *cobra.Command, args []string) error {
			if file && explain != "" {
				return usage.Errorf("--file and --explain exclude each other")
			}
			return in.epoch(c.Context(), job, args[0], explain, file)
		},
	}
	usage.AddChoice(show, &job, "job", rewards.PointsJob, "`job` that closed it (tge-drop: DAY is the time of the TGE)",
		rewards.PointsJob, rewards.TokenJob, rewards.DropJob)
	show.Flags().StringVar(&explain, "explain", "", "explain how the amount of this `wallet` was computed")
	show.Flags().BoolVar(&file, "file", false, "print the epoch's file, from which every number can be computed again")
	closing := &cobra.Command{
		Use: "close", Short: "Run every job that is due: epochs, TGE airdrop, conversion, unlocks", Annotations: writesBooks(),
		Long:    "A job is due when the chain is final past the end of its day. Nothing is run twice. `serve` does it by itself.",
		Example: "  nodeledger rewards epoch close --rpc https://one.example --files epochs",
		RunE:    func(c *cobra.Command, _ []string) error { return in.closeEpochs(c.Context(), files) },
	}
	closing.Flags().StringVar(&files, "files", "", "write the file of each epoch into this `folder`")
	show.AddCommand(closing)
	return show
}

func (in *invocation) epoch(ctx context.Context, job, slot, explain string, file bool) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Close()
	epochs := period.NewEpochs(e)
	c, err := epochs.Of(ctx, job, slot)
	if err != nil {
		return err
	}
	r, err := epochs.Compute(ctx, &c)
	if err != nil {
		return err
	}
	of, err := view.Now(ctx, e)
	if err != nil {
		return err
	}
	switch {
	case explain != "":
		wallet, err := view.ParseWallet(explain)
		if err != nil {
			return err
		}
		found, err := period.Explain(r, wallet)
		if err != nil {
			return err
		}
		return in.show(wire.EpochExplanationOf(wallet, &found, of), func(w io.Writer) { writeExplanation(w, found.Lines) })
	case file:
		_, err := r.WriteFile(in.Stdout)
		return err
	}
	return in.show(wire.EpochDetailOf(&c, r, of), func(w io.Writer) { writeEpoch(w, r) })
}

// writeEpoch is an epoch for people.
func writeEpoch(w io.Writer, r *rewards.Result) {
	fmt.Fprintf(w, "%s of %s: from %s to before %s, as of block %d, rules %s\n", r.Kind, r.Slot, r.Start.Format(time.RFC3339),
		r.End.Format(time.RFC3339), r.Block.Number, r.Rule)
	if why := r.WhyNobody(); !why.IsZero() {
		fmt.Fprintf(w, "nothing is issued: %s\n", why)
	}
	table(w, func(row func(cells ...any)) {
		row("pool", "amount", "not issued", "carried in", "paid", "carried out", "total score")
		for i := range r.Pools {
			p := &r.Pools[i]
			row(p.Name, p.Amount, p.Idle, p.CarryIn, p.Paid, p.CarryOut, p.TotalScore())
		}
	})
	table(w, func(row func(cells ...any)) {
		row("wallet", "nodes", "amount")
		for i := range r.Holders {
			amount, err := r.Amount(r.Holders[i].Wallet)
			if err != nil {
				row(r.Holders[i].Wallet, r.Holders[i].Nodes, err)
				continue
			}
			row(r.Holders[i].Wallet, r.Holders[i].Nodes, amount)
		}
	})
	if r.Locked {
		fmt.Fprintf(w, "locked until %s\n", r.UnlocksAt.Format(time.RFC3339))
	}
}

// writeExplanation is a computation for people, a sentence a line. Each pool begins a paragraph, as does the sum of all; why an
// amount is zero stands under it.
func writeExplanation(w io.Writer, lines []sentence.Sentence) {
	for _, line := range lines {
		switch {
		case line.Code == sentence.PoolHeading, line.Code == sentence.EpochSum, line.Code == sentence.EpochSumLocked:
			fmt.Fprintf(w, "\n%s\n", line)
		case line.Code.IsZeroReason():
			fmt.Fprintf(w, "  %s\n", line)
		default:
			fmt.Fprintln(w, line)
		}
	}
}

func (in *invocation) closeEpochs(ctx context.Context, files string) error {
	return in.openWithChain(ctx, func(e *engine.Engine) error {
		kept, err := in.keepFiles(e, files)
		if err != nil {
			return err
		}
		ran, err := e.RunJobs(ctx)
		if err = errors.Join(err, kept.Close()); err != nil {
			return err
		}
		r := wire.Jobs{Ran: ran}
		e.View(func(_ *fold.Fold, s engine.State) { r.Head = s.Ledger.Hash.String() })
		if due, ok := e.Due(); ok {
			r.Next = wire.NextJobOf(due)
		}
		return in.show(r, func(w io.Writer) {
			fmt.Fprintf(w, "%d jobs ran\n", r.Ran)
			if r.Next != nil {
				fmt.Fprintf(w, "next: %s %s, when the chain is final past %s\n", r.Next.Job, r.Next.Slot, r.Next.At)
			}
		})
	})
}

// keepFiles lets the files of closed periods be written into a folder; nowhere where none is named.
func (in *invocation) keepFiles(e *engine.Engine, folder string) (*periodfiles.Keeper, error) {
	if folder == "" {
		return nil, nil //nolint:nilnil // no files are kept
	}
	k, err := periodfiles.Open(folder, in.logger(true))
	if err == nil {
		e.Keep(k.Create)
	}
	return k, err
}

// closing gives up what still waits when a server ends, and says it in the log.
func (in *invocation) closing(kept *periodfiles.Keeper) {
	if err := kept.Close(); err != nil {
		in.logger(true).Error("files of closed periods are not in their folder", "error", err)
	}
}

// recordFact writes down what an operator says, and answers with its receipt.
func (in *invocation) recordFact(ctx context.Context, say func(*engine.Engine) (engine.Receipt, error)) error {
	return in.recordAnd(ctx, say, func(_ *engine.Engine, r engine.Receipt) (any, error) { return wire.ReceiptOf(r), nil })
}

// recordAnd writes down what an operator says, and answers with what answer makes of the books after it.
func (in *invocation) recordAnd(ctx context.Context, say func(*engine.Engine) (engine.Receipt, error),
	answer func(*engine.Engine, engine.Receipt) (any, error)) error {
	var receipt engine.Receipt
	var head ledger.Head
	var result any
	err := in.openForWriting(ctx, func(e *engine.Engine) (err error) {
		if receipt, err = say(e); err != nil {
			return err
		}
		e.View(func(_ *fold.Fold, s engine.State) { head = s.Ledger })
		result, err = answer(e, receipt)
		return err
	})
	if err != nil {
		return err
	}
	return in.show(result, func(w io.Writer) {
		if receipt.AlreadyRecorded {
			fmt.Fprintln(w, alreadyRecorded(receipt))
			return
		}
		fmt.Fprintf(w, "recorded; ledger head %s\n", head)
	})
}

// alreadyRecorded says that nothing was written, and who had recorded it.
func alreadyRecorded(r engine.Receipt) string {
	if r.Operator == "" {
		return "it was recorded before, with the same content; nothing was written"
	}
	return fmt.Sprintf("it was recorded before by %s, with the same content; nothing was written", r.Operator)
}

func (in *invocation) epochsCommand() *cobra.Command {
	var kind, after string
	var limit int
	c := &cobra.Command{
		Use: "epochs", Short: "List closed epochs, newest first", Annotations: readsBooks(),
		Example: "  nodeledger rewards epochs --kind tge-drop",
		RunE: func(c *cobra.Command, _ []string) error {
			before, err := view.ParseNumber(after)
			if err != nil {
				return err
			}
			return in.epochs(c.Context(), kind, before, limit)
		},
	}
	usage.AddChoice(c, &kind, "kind", "", "`kind` of epoch; without it, all", "points-epoch", "token-epoch", "tge-drop")
	c.Flags().StringVar(&after, "after", "", "`cursor` of the previous page: its next")
	usage.AddNumber(c, &limit, "limit", 50, "`number` of epochs", 1, 10_000)
	return c
}

func (in *invocation) epochs(ctx context.Context, kind string, before, limit int) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Close()
	fresh, err := view.Now(ctx, e)
	if err != nil {
		return err
	}
	list, more, err := period.NewEpochs(e).List(ctx, kind, before, limit)
	if err != nil {
		return err
	}
	result := wire.EpochsOf(list, more, fresh)
	return in.show(result, func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			row("kind", "slot", "issued", "block", "locked until", "file")
			for i := range list {
				c := &list[i]
				row(c.Kind, c.Job.Slot, c.Issued, c.Job.Block, result.Epochs[i].UnlocksAt, c.File)
			}
		})
		if more {
			fmt.Fprintf(w, "more with --after %s\n", result.Next)
		}
		writeFresh(w, fresh)
	})
}
