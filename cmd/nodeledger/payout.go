package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/intake"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
)

// payoutCommand pays what the books owe, without ever holding a key.
func (in *invocation) payoutCommand() *cobra.Command {
	s := &signer{in: in}
	var asset, reason string
	var claim bool
	prepare := &cobra.Command{
		Use: "prepare RUN", Short: "Gather everything payable in an asset into a payout run", Annotations: writesBooks(),
		Long: `RUN is the name of the new run, such as 2026-08. Its lines are fixed from then on: what is owed later goes into the next run.
Wallets below the minimum payout, on hold or on the sanctions list stay out of it, with the reason in the run's file.`,
		Example: `  nodeledger payout prepare 2026-08 --asset USDT --operator ann
  nodeledger payout prepare 2026-08 --asset USDT --claim --operator ann`,
		RunE: func(c *cobra.Command, args []string) error {
			method := payout.Transfer
			if claim {
				method = payout.Claim
			}
			return s.recordAnd(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.PreparePayout(c.Context(), by, args[0], asset, method)
			}, runAfter(c.Context(), args[0]))
		},
	}
	prepare.Flags().StringVar(&asset, "asset", "USDT", "`symbol` of the asset to pay")
	prepare.Flags().BoolVar(&claim, "claim", false, "wallets claim from the distributor contract with a Merkle proof, instead of transfers")
	propose := &cobra.Command{
		Use: "propose RUN", Short: "Propose a run for approval", Annotations: writesBooks(),
		Example: "  nodeledger payout propose 2026-08 --operator ann",
		RunE: func(c *cobra.Command, args []string) error {
			return s.recordAnd(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.StepPayout(c.Context(), by, args[0], payout.Propose, "")
			}, runAfter(c.Context(), args[0]))
		},
	}
	cancel := cancelCommand(s)
	var nature, source string
	var correct bool
	resolve := &cobra.Command{
		Use: "resolve EXCEPTION", Short: "Say what a payment or receipt was that nothing explains", Annotations: writesBooks(),
		Long: "EXCEPTION is the key that \"payout exceptions\" prints: the hash of the transaction, a colon, and the index of the log.\n" +
			"What moved stands in suspense until --nature says what it was.",
		Example: `  nodeledger payout resolve EXCEPTION --nature expense --source fiat --reason "bank fees" --operator ann`,
		RunE: func(c *cobra.Command, args []string) error {
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				say := e.ResolvePayment
				if correct {
					say = e.CorrectPayment
				}
				return say(c.Context(), by, fold.ResolveBody{
					Exception: args[0], Reason: reason, Nature: payout.Nature(nature), Source: source,
				})
			})
		},
	}
	resolve.Flags().StringVar(&nature, "nature", "", "`text` for what it was: "+strings.Join(payout.Natures(), ", "))
	resolve.Flags().StringVar(&source, "source", "", "`name` of the source of revenue, where the nature is of one")
	resolve.Flags().BoolVar(&correct, "correct", false, "it was explained before, and wrongly: take back what that booked")
	resolve.Flags().StringVar(&reason, "reason", "", "`text` that says why; it is recorded")
	_ = resolve.MarkFlagRequired("reason") // it is defined above
	approve := approveCommand(s)
	s.addFlags(false, prepare, propose, approve, cancel, resolve)
	reading := []*cobra.Command{in.runsCommand(), in.runCommand(), in.linesCommand(), in.waitingCommand(), in.exceptionsCommand(),
		in.liabilitiesCommand(), in.holdsCommand(), in.checkCommand()}
	recording := []*cobra.Command{prepare, propose, approve, in.payoutExport(), in.payoutSettle(), cancel, resolve, in.holdCommand(),
		in.sanctionsCommand()}
	return usage.Group("payout", "Prepare, approve, export and settle payouts", append(recording, reading...)...)
}

// cancelCommand cancels a run, or asks for a second operator's consent where it was exported, or gives that consent.
func cancelCommand(s *signer) *cobra.Command {
	var reason, transaction, consent string
	var nonce uint64
	c := &cobra.Command{
		Use: "cancel RUN", Short: "Cancel a run of which nothing was paid: what it gathered is owed again", Annotations: writesBooks(),
		Long: `A run that was exported is cancelled by two operators, with the evidence that its transactions cannot be executed any more: reject
them in the Safe, and name the highest --nonce that a batch of the run got there. With --rpc the Safe is asked whether it was used; without
a node the hash of the rejecting --transaction is recorded as you say it. Another operator looks at it with "payout show", and consents.`,
		Example: `  nodeledger payout cancel 2026-08 --reason "wrong asset" --operator ann`,
		RunE: func(c *cobra.Command, args []string) error {
			ctx, run := c.Context(), args[0]
			evidence := payout.RejectionEvidence{}
			if usage.IsSet(c.Flags(), "nonce") {
				evidence.Nonce = &nonce
			}
			var what ledger.Hash
			for _, f := range []struct {
				name, text string
				into       *ledger.Hash
			}{{"transaction", transaction, &evidence.Transaction}, {"consent", consent, &what}} {
				var err error
				if f.text == "" {
					continue
				}
				if *f.into, err = ledger.ParseHash(f.text); err != nil {
					return problem.Invalidf("--%s: %w", f.name, err)
				}
			}
			asked := evidence != (payout.RejectionEvidence{})
			switch {
			case consent != "" && (asked || reason != ""):
				return usage.Errorf("--consent is to the reason and the evidence that another operator gave: leave the other flags out")
			case consent == "" && reason == "":
				return usage.Errorf("payout cancel needs --reason TEXT, or --consent HASH where another operator asked for it")
			}
			s.in.asksNode = asked
			return s.recordAnd(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				switch {
				case consent != "":
					return e.ConsentToCancel(ctx, by, run, what)
				case asked:
					return e.RejectPayout(ctx, by, run, reason, evidence)
				}
				return e.StepPayout(ctx, by, run, payout.Cancel, reason)
			}, runAfter(ctx, run))
		},
	}
	c.Flags().StringVar(&reason, "reason", "", "`text` that says why; it is recorded")
	c.Flags().StringVar(&transaction, "transaction", "", "`hash` of the Safe's transaction that rejects the exported ones")
	c.Flags().Uint64Var(&nonce, "nonce", 0, "highest `number` that a batch of the run got in the Safe as its nonce")
	c.Flags().StringVar(&consent, "consent", "", "`hash` of the reason and the evidence that you consent to, as \"payout show\" prints it")
	return c
}

// approveCommand approves a run, and names the bytes that are approved.
func approveCommand(s *signer) *cobra.Command {
	var file string
	c := &cobra.Command{
		Use: payout.Approve + " RUN", Short: "Approve a run that another operator proposed", Annotations: writesBooks(),
		Long: `--file-hash is the SHA-256 of the run's file that you looked at; without it the command says what it is and what the run pays, and
approves nothing. The approval holds for these bytes and this total only. A key that was made after the run was prepared cannot approve.`,
		Example: "  nodeledger payout approve 2026-08 --file-hash HASH --operator bob",
		RunE: func(c *cobra.Command, args []string) error {
			hash, err := fileHash(file)
			if err != nil {
				return err
			}
			return s.recordAnd(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.ApprovePayout(c.Context(), by, args[0], hash)
			}, runAfter(c.Context(), args[0]))
		},
	}
	c.Flags().StringVar(&file, "file-hash", "", "`hash` of the run's file that is approved (SHA-256), as \"payout show\" prints it")
	return c
}

// fileHash is the hash that --file-hash names; zero where it is not given.
func fileHash(text string) (ledger.Hash, error) { return hashFlag("--file-hash", text) }

// hashFlag is the hash that a flag names; zero where it is not given.
func hashFlag(flag, text string) (hash ledger.Hash, err error) {
	if text == "" {
		return hash, nil
	}
	if hash, err = ledger.ParseHash(text); err != nil {
		return hash, problem.Invalidf("%s: %w", flag, err)
	}
	return hash, nil
}

func (in *invocation) holdCommand() *cobra.Command {
	s := &signer{in: in}
	var reason string
	c := &cobra.Command{
		Use: "hold WALLET", Short: "Hold back a wallet's payouts, or resume them", Annotations: writesBooks(),
		Long: "With a --reason the wallet stays out of the next runs. Without one its payouts resume.",
		Example: `  nodeledger payout hold WALLET --reason "address under review" --reference hold-1 --operator ann
  nodeledger payout hold WALLET --reference resume-1 --operator ann`,
		RunE: func(c *cobra.Command, args []string) error {
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.Hold(c.Context(), by, s.reference, args[0], reason)
			})
		},
	}
	c.Flags().StringVar(&reason, "reason", "", "`text` that says why; only operators see it")
	s.addFlags(true, c)
	return c
}

func (in *invocation) sanctionsCommand() *cobra.Command {
	s := &signer{in: in}
	c := &cobra.Command{
		Use: "sanctions FILE", Short: "Replace the list of wallets that are never paid", Annotations: writesBooks(),
		Long:    "The file has one address on each line. It replaces the whole list.",
		Example: "  nodeledger payout sanctions sanctions.txt --reference list-2026-09 --operator ann",
		RunE: func(c *cobra.Command, args []string) error {
			f, err := openFile(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			wallets, err := intake.Sanctions(f, args[0])
			if err != nil {
				return oneLineOfRows(args[0], err)
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				again, err := e.RecordSanctions(c.Context(), by, s.reference, wallets)
				return again, oneLineOfRows(args[0], err)
			})
		},
	}
	s.addFlags(true, c)
	return c
}

// payoutSettle books what the chain shows of payments, and says what is still open.
func (in *invocation) payoutSettle() *cobra.Command {
	return &cobra.Command{
		Use: "settle", Short: "Book the payments that the chain proves, and list the runs", Annotations: writesBooks(),
		Long:    "Exits 1 while payments are open that no line of a run explains.",
		Example: "  nodeledger payout settle --rpc https://one.example",
		RunE: func(c *cobra.Command, _ []string) error {
			ctx := c.Context()
			return in.openWithChain(ctx, func(e *engine.Engine) error {
				if err := e.Sync(ctx, nil); err != nil {
					return stoppedAt(ctx, e, err)
				}
				_, open := payoutview.NewRuns(e).Open()
				if err := in.showRuns(ctx, e, payoutview.Filter{}, 0, 50); err != nil {
					return err
				}
				if open > 0 {
					return reported("unexplained-payments", "%d payments are not explained by any line; `nodeledger payout exceptions` shows them", open)
				}
				return nil
			})
		},
	}
}
