package engine_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/tamper"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/store"
	viewpayout "github.com/nodeledger/nodeledger/view/payout"
)

// moneySteps are what brings money closer to somebody, in the order in which they come.
var moneySteps = []struct {
	name string
	do   func(e *engine.Engine) (engine.Receipt, error)
}{
	{"month close", func(e *engine.Engine) (engine.Receipt, error) {
		return e.CloseMonth(context.Background(), ann, "2024-04")
	}},
	{"month approve", func(e *engine.Engine) (engine.Receipt, error) {
		var file ledger.Hash
		e.View(func(f *fold.Fold, _ engine.State) {
			if p := f.ProposedMonth(); p != nil {
				file = p.File
			}
		})
		return e.ApproveMonth(context.Background(), bob, "2024-04", file)
	}},
	{"prepare", func(e *engine.Engine) (engine.Receipt, error) {
		return e.PreparePayout(context.Background(), ann, "april", "USDT", payout.Transfer)
	}},
	{"propose", func(e *engine.Engine) (engine.Receipt, error) {
		return e.StepPayout(context.Background(), ann, "april", payout.Propose, "")
	}},
	{"approve", func(e *engine.Engine) (engine.Receipt, error) { return approve(e, bob, "april") }},
	{"export", func(e *engine.Engine) (engine.Receipt, error) {
		return e.ExportPayout(context.Background(), ann, "april", ledger.Hash{}, ledger.Hash{})
	}},
}

// paid takes a step, as a process that begins does, and gives everything of it that says who gets how much: the postings of its
// transaction, the hash of its month's file, and, byte for byte, the files of its run.
func (c *crime) paid(step int) (string, error) {
	t := c.t
	t.Helper()
	ctx := context.Background()
	s, err := store.Connect(ctx, c.dsn)
	if err != nil {
		return "", err
	}
	defer s.Close()
	e, err := engine.Open(ctx, nil, s, c.scene.world, c.scene.world, silent())
	if err != nil {
		return "", err
	}
	e.Salts(bytes.NewReader(make([]byte, 1<<10)))
	e.VerifyFirst(c.scratch)
	if c.trusts {
		e.Trust(c.stage.mark, c.scene.world.Now())
	}
	receipt, err := moneySteps[step].do(e)
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	for tx, err := range s.Transactions(ctx, receipt.Sequence) {
		fatal(t, err)
		fmt.Fprintln(&out, tx.Kind, tx.Meta["file"])
		for _, p := range tx.Postings {
			fmt.Fprintln(&out, p)
		}
		break
	}
	switch name := moneySteps[step].name; name {
	case "prepare", "propose", "approve":
		_, err := e.RunFile(ctx, "april", &out)
		fatal(t, err)
	case "export":
		for _, form := range []string{viewpayout.FormatCSV, viewpayout.FormatSafe} {
			_, err := viewpayout.Export(ctx, e, "april", form, 1, &out)
			fatal(t, err)
		}
	}
	return out.String(), nil
}

// pays takes a step with tampered books, of which no head is kept, and says what becomes of it: it is refused because the books are not
// sound, in the words of a verification; or the same money goes out as by the books that nobody touched; or, where only what was kept
// outside tells that these are others, the head file refuses them before. Anything else fails the test.
func (c *crime) pays(step int, honest string) string {
	c.t.Helper()
	got, err := c.paid(step)
	switch name := moneySteps[step].name; {
	case err != nil && (problem.Of(err).Code == problem.NotSound || c.verified() != ""):
		return "refused"
	case err == nil && got == honest:
		return "the same"
	case errors.Is(err, engine.ErrNoBlock), err != nil && problem.Of(err).Code == problem.NoNode:
		return "chain"
	case c.verified() == "" && c.started() != "":
		return "head file"
	default:
		c.t.Errorf("%s goes on with\n%s\nand not with\n%s\n%v", name, got, honest, err)
		return "WRONG"
	}
}

// Books that were verified before are not verified wholly again, and are refused once they do not begin as they were, whatever was hashed
// anew, and once a row is not what was sealed.
func (s *scene) trusted(t *testing.T) {
	for what, want := range map[string]string{
		"": "", "a posting's amount": "its content and postings", "an older backup": "this is an older copy",
		"a share moved from one holder to another, everything hashed anew": "are not those that there were on",
	} {
		c := s.crime(t, false, 2)
		c.lay(c.stage)
		if i := slices.IndexFunc(tamperings, func(row tampering) bool { return row.what == what }); i >= 0 {
			c.dsn = ""
			tamperings[i].do(c)
		}
		c.trusts = true
		if _, err := c.paid(2); (err == nil) != (want == "") || err != nil && (problem.Of(err).Code != problem.NotSound ||
			!strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %v, want %q", what, err, want)
		}
	}
}

// A word of a contract that was altered, and one that was never said, are named once the contract is asked again; the one that was said
// holds. A fact that cannot be read is a difference, and not a failure.
func (s *scene) wordsAskedAgain(t *testing.T) {
	for what, want := range map[string]string{
		"": "", "the block of a contract's word in an input, digests made anew": "on the chain",
		"a fact that a contract never signed appended, and new books made of it": "where it does not say so",
	} {
		c := s.crime(t, false, len(moneySteps)-1)
		c.lay(c.stage)
		if i := slices.IndexFunc(tamperings, func(row tampering) bool { return row.what == what }); i >= 0 {
			c.dsn = ""
			tamperings[i].do(c)
		}
		same(t, what, c.with(func(books *store.Store) error {
			words, err := engine.ContractWords(t.Context(), books)
			fatal(t, err)
			unheld, _, err := engine.AskAgain(t.Context(), s.world, words)
			fatal(t, err)
			if named := strings.Join(unheld, "; "); len(words) == 0 || (len(unheld) != 0) != (want != "") || !strings.Contains(named, want) {
				t.Errorf("%s: of %v, %q is named, want %q", what, words, named, want)
			}
			return nil
		}), "")
	}
	c := s.crime(t, false, len(moneySteps)-1)
	c.forge(func(b *copied) { b.commit.Inputs[len(b.commit.Inputs)-1].Payload = []byte{0xff} })
	c.with(func(books *store.Store) error {
		_, err := engine.ContractWords(t.Context(), books)
		if d := (*ledger.Difference)(nil); !errors.As(err, &d) || d.Table != "input" {
			t.Errorf("a fact that cannot be read: %v", err)
		}
		return nil
	})
}

// What a step with money finds is looked at again by the next one; what a verification found stays until another finds nothing.
func TestAStepLooksAgain(t *testing.T) {
	onBothAt(t, func(t *testing.T, s engine.Store, dsn string) {
		ctx := context.Background()
		_, e := fundedIn(t, s)
		row := tamper.First(t, dsn, "balance", "equity:fund:buyback", "USDT")
		for range 2 {
			restore := row.Bend(t, "up")
			refusal(t, problem.Unavailable, "balance, account ")(e.CloseMonth(ctx, ann, "2024-04"))
			if e.Sound() == nil {
				t.Error("the finding is not kept")
			}
			restore()
			fatal(t, e.MayPay(ctx))
			fatal(t, e.Sound())
		}
		done(t)(e.CloseMonth(ctx, ann, "2024-04"))
		e.Found(engine.Finding{Difference: "a row"})
		refusal(t, problem.Unavailable, "a row")(e.PreparePayout(ctx, ann, "april", "USDT", payout.Transfer))
		e.Found(engine.Finding{Whole: true})
		done(t)(e.PreparePayout(ctx, ann, "april", "USDT", payout.Transfer))
	})
}
