package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// tokenVariable holds an operator's token: secrets do not stand on a command line, where every user of the machine sees them.
const tokenVariable = "NODELEDGER_TOKEN"

// signer is who records something from the command line.
type signer struct {
	in                             *invocation
	operator, reference, signature string
	ask                            bool
}

// addFlags gives a command the flags that say who records and how they prove it. named says that the operator also chooses the
// reference.
func (s *signer) addFlags(named bool, commands ...*cobra.Command) {
	for _, c := range commands {
		f := c.Flags()
		f.StringVar(&s.operator, "operator", "",
			"`name` of the operator who records it; a token in "+tokenVariable+" is enough (NODELEDGER_OPERATOR)")
		f.StringVar(&s.signature, "signature", "", "`signature` of the operator's wallet, or Safe, over the text that --statement prints, in hex")
		f.BoolVar(&s.ask, "statement", false, "dry run: print the text for the operator's wallet to sign (personal_sign), and record nothing")
		if named {
			f.StringVar(&s.reference, "reference", "", "`name` of the record: the same reference is recorded once")
			if err := c.MarkFlagRequired("reference"); err != nil {
				panic(err) // the flag is that of the line above
			}
		}
	}
}

// identify says who records, and with what proof.
func (s *signer) identify() (engine.By, error) {
	by := engine.By{Name: s.operator, Token: s.in.Env(tokenVariable), StatementOnly: s.ask}
	if s.signature != "" {
		var err error
		if by.Signature, err = operator.ParseSignature(s.signature); err != nil {
			return by, problem.Invalidf("--signature: %w", err)
		}
		by.Token = ""
		if by.Name == "" {
			return by, usage.Errorf("--signature needs the name of its operator: --operator NAME")
		}
	}
	if by.Name == "" && by.Token == "" {
		return by, usage.Errorf("%s needs an operator: --operator NAME, or a token in %s", usage.Name(s.in.command), tokenVariable)
	}
	return by, nil
}

// record records something, and tells whether it was new. With --statement it prints what is to be signed.
func (s *signer) record(c *cobra.Command, say func(*engine.Engine, engine.By) (engine.Receipt, error)) error {
	by, err := s.identify()
	if err != nil {
		return err
	}
	return s.printStatement(s.in.recordFact(c.Context(), func(e *engine.Engine) (engine.Receipt, error) { return say(e, by) }))
}

// printStatement prints the statement that is to be signed, where that is what came back.
func (s *signer) printStatement(err error) error {
	var unsigned *engine.Unsigned
	if !errors.As(err, &unsigned) {
		return err
	}
	return s.in.show(map[string]string{"statement": unsigned.Text}, func(w io.Writer) { fmt.Fprintln(w, unsigned.Text) })
}

// recordAnd is record with another answer than the receipt.
func (s *signer) recordAnd(c *cobra.Command, say func(*engine.Engine, engine.By) (engine.Receipt, error),
	answer func(*engine.Engine, engine.Receipt) (any, error)) error {
	by, err := s.identify()
	if err != nil {
		return err
	}
	return s.printStatement(s.in.recordAnd(c.Context(), func(e *engine.Engine) (engine.Receipt, error) { return say(e, by) }, answer))
}

// proofOf is what a key is.
func proofOf(wallet string, contract bool) string {
	if contract {
		return wallet + " (contract)"
	}
	return cmp.Or(wallet, "token")
}

// sayContract says on standard error where a contract that became a key is.
func (in *invocation) sayContract(ctx context.Context, change *operator.Change) error {
	if in.json || !change.Contract {
		return nil
	}
	p, err := in.own(ctx)
	if err != nil || p == nil {
		return err
	}
	looked := "found there"
	if len(in.rpc) == 0 {
		looked = "no node was asked: name one with --rpc to look for it"
	}
	fmt.Fprintf(in.Stderr, "%s is a contract on chain %d, %s\n", change.Wallet, p.Chain.ID, looked)
	return nil
}
