package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/wire"
)

// operatorCommand keeps the list of people who may record and approve.
func (in *invocation) operatorCommand() *cobra.Command {
	s := &signer{in: in}
	var given keyFlags
	add := &cobra.Command{
		Use: "add NAME", Short: "Give an operator a key: a wallet, or the public key of a token", Annotations: writesBooks(),
		Long: `The first operator is added by the person who sets up the books, and must have the scope admin. After that everything that is
recorded needs a key: a token in ` + tokenVariable + `, or the --signature of a wallet. Everybody adds further keys of their own
themselves. With --contract the wallet is a contract on the program's chain, such as a Safe, and what it says of a signature counts
(ERC-1271); with --rpc it is looked for there. A key that may prepare, approve or administer counts once another operator consents to
it ("operator consent").`,
		Example: `  nodeledger operator add board --label safe --wallet WALLET --contract --scope approve --reference board --operator ann
  nodeledger operator add carol --label laptop --token-key PUBLIC --scope record,prepare --reference carol --operator ann
  nodeledger operator add dave --label hardware --wallet WALLET --scope approve --reference dave --operator ann`,
		RunE: func(c *cobra.Command, args []string) error {
			change, err := given.change(args[0])
			if err != nil {
				return err
			}
			in.asksNode = change.Contract
			var warnings []wire.Sentence
			err = s.record(c, func(e *engine.Engine, by engine.By) (receipt engine.Receipt, err error) {
				receipt, err = e.RecordOperator(c.Context(), by, s.reference, change)
				registry := e.Operators()
				after := wire.OperatorsOf(&registry, in.Clock.Now())
				warnings = after.Warnings()
				return receipt, err
			})
			if err == nil && !s.ask {
				in.warn(warnings)
				err = in.sayContract(c.Context(), &change)
			}
			return err
		},
	}
	given.addFlags(add)
	var label string
	revoke := &cobra.Command{
		Use: "revoke NAME", Short: "Revoke a key, or all keys of an operator", Annotations: writesBooks(),
		Example: "  nodeledger operator revoke bob --label token --reference bob-lost-it --operator ann",
		RunE: func(c *cobra.Command, args []string) error {
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.RecordOperator(c.Context(), by, s.reference, operator.Change{Name: args[0], Label: label, Revoke: true})
			})
		},
	}
	consent, recovering := consentCommand(s), in.recoverCommand()
	s.addFlags(false, consent)
	revoke.Flags().StringVar(&label, "label", "", "`name` of the key; without it, every key")
	s.addFlags(true, add, revoke)
	list := &cobra.Command{
		Use: "list", Short: "List operators, their keys and scopes", Annotations: readsBooks(),
		Example: "  nodeledger operator list",
		RunE:    func(c *cobra.Command, _ []string) error { return in.operators(c.Context()) },
	}
	return usage.Group("operator", "Manage who may record and approve", add, consent, revoke, recovering, in.tokenCommand(), list,
		in.logCommand())
}

// keyFlags are what a command line says of a key that somebody gets.
type keyFlags struct {
	key    operator.Change
	scopes []string
	until  string
}

func (k *keyFlags) addFlags(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&k.key.Label, "label", "", "`name` that the operator gives the key")
	f.StringVar(&k.key.Wallet, "wallet", "", "`address` of the wallet that signs for the operator")
	f.BoolVar(&k.key.Contract, "contract", false, "the wallet is a contract, such as a Safe, whose own word counts (ERC-1271)")
	f.StringVar(&k.key.Token, "token-key", "", "public `key` of the token, as \"nodeledger operator token\" prints it")
	f.StringSliceVar(&k.scopes, "scope", nil,
		"`scopes` of the key: record, prepare, approve, admin, private; repeat it or separate them by commas")
	f.StringVar(&k.until, "until", "", "`time` from which the key no longer counts, such as 2027-01-01T00:00:00Z")
}

// change is the key that somebody of a name gets.
func (k *keyFlags) change(name string) (operator.Change, error) {
	change := k.key
	change.Name = name
	for _, scope := range k.scopes {
		change.Scopes = append(change.Scopes, operator.Scope(scope))
	}
	if k.until != "" {
		t, err := time.Parse(time.RFC3339, k.until)
		if err != nil {
			return change, problem.Invalidf("--until %q is not a timestamp (RFC 3339): write it as 2027-01-01T00:00:00Z", k.until)
		}
		change.Until = t.UTC()
	}
	return change, change.Check()
}

// warn says on standard error what people should know of what was recorded.
func (in *invocation) warn(warnings []wire.Sentence) {
	if in.json {
		return
	}
	for _, warning := range warnings {
		fmt.Fprintln(in.Stderr, "warning: "+warning.Text)
	}
}

// recoverCommand gives somebody a key by the program's recovery wallets.
func (in *invocation) recoverCommand() *cobra.Command {
	var given keyFlags
	var after uint64
	var texts []string
	c := &cobra.Command{
		Use: "recover NAME", Short: "Give a key by the program's recovery wallets, when no administrator has one left",
		Annotations: writesBooks(),
		Long: `The program file names the owner's wallet, or three wallets of which two sign (operators.recovery). Without --signature
it prints the text for them to sign (personal_sign), and how many facts of the books it names; nothing is recorded. With their signatures
and that number in --after the key counts. NAME is somebody who has no key; the key has the scope admin.`,
		Example: "  nodeledger operator recover erin --label laptop --token-key PUBLIC --scope admin,private",
		RunE: func(c *cobra.Command, args []string) error {
			ctx := c.Context()
			change, err := given.change(args[0])
			if err != nil {
				return err
			}
			if len(texts) == 0 {
				return in.recoveryText(ctx, change)
			}
			signatures := make([][]byte, len(texts))
			for i, text := range texts {
				if signatures[i], err = operator.ParseSignature(text); err != nil {
					return problem.Invalidf("--signature: %w", err)
				}
			}
			return in.recordFact(ctx, func(e *engine.Engine) (engine.Receipt, error) {
				return e.RecoverOperator(ctx, change, after, signatures)
			})
		},
	}
	given.addFlags(c)
	c.Flags().Uint64Var(&after, "after", 0, "`number` of facts that the signed text names")
	c.Flags().StringArrayVar(&texts, "signature", nil, "`signature` of a recovery wallet, in hex; give it once for each")
	return c
}

// recoveryText prints what recovery wallets sign.
func (in *invocation) recoveryText(ctx context.Context, change operator.Change) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Close()
	text, after, err := e.RecoveryText(change)
	if err != nil {
		return err
	}
	return in.show(wire.ToSign{Statement: text, After: after}, func(w io.Writer) {
		fmt.Fprintf(w, "%s\n\nsign this text, all of it but this line, and run it again with --after %d and each --signature\n", text, after)
	})
}

// consentCommand lets a key count that another operator gave somebody.
func consentCommand(s *signer) *cobra.Command {
	var grant string
	c := &cobra.Command{
		Use: "consent NAME", Short: "Consent to a key that another operator gave NAME", Annotations: writesBooks(),
		Long: `A key that may prepare, approve or administer counts once another operator than the one who gave it, and than NAME, consents.
"nodeledger operator list" shows the keys that wait, what they may do, and their grant.`,
		Example: "  nodeledger operator consent erin --grant GRANT --operator bob",
		RunE: func(c *cobra.Command, args []string) error {
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.ConsentToKey(c.Context(), by, args[0], grant)
			})
		},
	}
	c.Flags().StringVar(&grant, "grant", "", "`text` that names the key and what it may do, as \"operator list\" prints it")
	_ = c.MarkFlagRequired("grant") // it is defined above
	return c
}

// tokenCommand makes a token.
func (in *invocation) tokenCommand() *cobra.Command {
	return &cobra.Command{
		Use: "token", Short: "Make a token: a secret for the operator, and its public key for \"operator add\"", Annotations: noBooks(),
		Example: "  nodeledger operator token",
		RunE: func(*cobra.Command, []string) error {
			secret, public, err := operator.NewToken(rand.Reader)
			if err != nil {
				return err
			}
			return in.show(wire.Token{Token: secret, Key: public}, func(w io.Writer) {
				fmt.Fprintf(w, "token  %s   keep it secret; it is nowhere else\nkey    %s   give it with --token-key\n", secret, public)
			})
		},
	}
}

func (in *invocation) operators(ctx context.Context) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Close()
	registry := e.Operators()
	result := wire.OperatorsOf(&registry, in.Clock.Now())
	return in.show(result, func(w io.Writer) {
		if len(result.Operators) == 0 {
			fmt.Fprintln(w, "there are no operators: everybody who can write to these books can record anything; `nodeledger operator add` "+
				"adds the first")
			return
		}
		table(w, func(row func(cells ...any)) {
			row("operator", "key", "proof", "may", "until")
			for _, o := range result.Operators {
				for _, k := range o.Keys {
					row(o.Name, k.Label, proofOf(k.Wallet, k.Contract), spaced(k.Scopes), validity(&k))
				}
			}
			for _, k := range result.Waiting {
				row(k.Name, k.Label, proofOf(k.Wallet, k.Contract), spaced(k.Scopes), "waits for consent; given by "+k.By)
			}
		})
		for _, warning := range result.Warnings() {
			fmt.Fprintln(w, "warning: "+warning.Text)
		}
		for _, k := range result.Waiting {
			fmt.Fprintf(w, "another operator consents to %s of %s with: nodeledger operator consent %s --grant %s\n", k.Label, k.Name, k.Name,
				k.Grant)
		}
	})
}

// spaced are scopes on a line.
func spaced(scopes []operator.Scope) string {
	texts := make([]string, len(scopes))
	for i, scope := range scopes {
		texts[i] = string(scope)
	}
	return strings.Join(texts, " ")
}

// validity is until when a key counts.
func validity(k *wire.OperatorKey) string {
	if k.Revoked {
		return "revoked"
	}
	return k.Until
}

// logCommand lists what operators recorded.
func (in *invocation) logCommand() *cobra.Command {
	var p usage.Page
	c := in.read(&cobra.Command{
		Use: "log", Short: "List everything that operators recorded, the newest first", Example: "  nodeledger operator log --limit 20",
	}, func(c *cobra.Command, _ []string, e *engine.Engine, of view.AsOf) error {
		before, err := view.ParseNumber(p.After)
		if err != nil {
			return err
		}
		list, more, err := period.NewFacts(e).List(c.Context(), before, p.Limit)
		if err != nil {
			return err
		}
		result := wire.AuditOf(list, more, of)
		return in.show(result, func(w io.Writer) {
			table(w, func(row func(cells ...any)) {
				row("time", "kind", "operator", "proof", "reference", "transaction")
				for _, r := range result.Entries {
					row(r.Time, r.Kind, r.Operator, r.Proof, oneLine(r.Reference), r.Sequence)
				}
			})
			usage.WriteNext(w, result.Next)
			writeFresh(w, of)
		})
	})
	p.AddFlags(c, "entries", 100, 500)
	return c
}
