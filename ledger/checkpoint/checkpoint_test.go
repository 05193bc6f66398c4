package checkpoint_test

import (
	"crypto/rand"
	"errors"
	"strings"
	"testing"

	"github.com/transparency-dev/formats/log"
	fnote "github.com/transparency-dev/formats/note"
	"golang.org/x/mod/sumdb/note"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/ledger/checkpoint"
	"github.com/nodeledger/nodeledger/problem"
)

var books = checkpoint.Checkpoint{Origin: checkpoint.Origin("gpunet", 1, "0xABcd"), Size: 40, Root: ledger.Hash{1, 2}, Sequence: 30,
	Journal: ledger.Hash{3}, Final: 100, FinalHash: ledger.Hash{4}}

func keys(t *testing.T, name string) (note.Signer, string) {
	t.Helper()
	private, public, err := note.GenerateKey(rand.Reader, name)
	if err != nil {
		t.Fatal(err)
	}
	s, err := note.NewSigner(private)
	if err != nil {
		t.Fatal(err)
	}
	return s, public
}

func TestACheckpointIsThatOfC2SP(t *testing.T) {
	signer, public := keys(t, "books.example.org")
	signed, err := books.Sign(signer)
	if err != nil {
		t.Fatal(err)
	}
	verifier, err := checkpoint.Verifier(public + "\n")
	if err != nil {
		t.Fatal(err)
	}
	// Others read it as theirs.
	theirs, rest, _, err := log.ParseCheckpoint(signed, "nodeledger/gpunet/1/0xabcd", verifier)
	if err != nil || theirs.Size != 40 || ledger.Hash(theirs.Hash) != books.Root || !strings.HasPrefix(string(rest), "journal 30 0x03") {
		t.Fatalf("%+v, %q, %v", theirs, rest, err)
	}
	for _, raw := range []string{string(signed), books.Text()} {
		c, err := checkpoint.Read([]byte(raw))
		if err != nil || *c != books {
			t.Errorf("%q reads as %+v, %v", raw, c, err)
		}
	}
	if _, err := checkpoint.Read(signed, verifier); err != nil {
		t.Errorf("with the key of who signed it: %v", err)
	}
}

func TestACheckpointOfSomebodyElseIsRefused(t *testing.T) {
	signer, public := keys(t, "books.example.org")
	stranger, _ := keys(t, "books.example.org")
	verifier, err := checkpoint.Verifier(public)
	if err != nil {
		t.Fatal(err)
	}
	private, witnessPublic, err := note.GenerateKey(rand.Reader, "witness.example.org")
	if err != nil {
		t.Fatal(err)
	}
	witnessKey, err := fnote.VKeyToCosignatureV1(witnessPublic)
	if err != nil {
		t.Fatal(err)
	}
	witness, err := checkpoint.Witness(witnessKey)
	if err != nil {
		t.Fatal(err)
	}
	cosigner, err := fnote.NewSignerForCosignatureV1(private)
	if err != nil {
		t.Fatal(err)
	}
	both, err := books.Sign(signer, cosigner)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := checkpoint.Read(both, verifier, witness); err != nil {
		t.Errorf("signed by both: %v", err)
	}
	alone, err := books.Sign(signer)
	if err != nil {
		t.Fatal(err)
	}
	forged, err := books.Sign(stranger)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		raw string
		by  []note.Verifier
	}{
		"not signed":                {books.Text(), []note.Verifier{verifier}},
		"signed by another":         {string(forged), []note.Verifier{verifier}},
		"not signed by the witness": {string(alone), []note.Verifier{verifier, witness}},
		"changed afterwards":        {strings.Replace(string(alone), "\n40\n", "\n41\n", 1), []note.Verifier{verifier}},
		"no root":                   {"a\n40\nAAAA\n", nil},
		"no size":                   {strings.Replace(books.Text(), "\n40\n", "\n040\n", 1), nil},
		"no origin":                 {"\n40\n" + books.Text(), nil},
		"nothing":                   {"", nil},
		"another line":              {books.Text() + "weather fine\n", nil},
		"no line of the block":      {strings.Split(books.Text(), "block ")[0], nil},
		"two ends of the journal":   {strings.Replace(books.Text(), "block 100", "journal 100", 1), nil},
		"a number with a zero":      {strings.Replace(books.Text(), "journal 30", "journal 030", 1), nil},
		"a short hash":              {strings.Replace(books.Text(), "0x03", "0x3", 1), nil},
		"no end":                    {strings.TrimSuffix(books.Text(), "\n"), nil},
	} {
		if got, err := checkpoint.Read([]byte(c.raw), c.by...); problem.KindOf(err) != problem.Invalid {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	for _, key := range []string{"", "x", public[:20]} {
		if _, err := checkpoint.Verifier(key); problem.KindOf(err) != problem.Invalid {
			t.Errorf("%q is a key: %v", key, err)
		}
		if _, err := checkpoint.Witness(key); problem.KindOf(err) != problem.Invalid {
			t.Errorf("%q is a key of a witness: %v", key, err)
		}
	}
}

func TestBooksAreComparedWithTheCheckpoint(t *testing.T) {
	root := func(h ledger.Hash) func(uint64) (checkpoint.Checkpoint, error) {
		return func(size uint64) (checkpoint.Checkpoint, error) {
			if size != 40 {
				t.Errorf("the root at %d is asked for", size)
			}
			return checkpoint.Checkpoint{Root: h, Sequence: books.Sequence, Journal: books.Journal}, nil
		}
	}
	for name, c := range map[string]struct {
		origin string
		size   uint64
		root   ledger.Hash
		want   string
	}{
		"the same":    {books.Origin, 40, books.Root, ""},
		"longer":      {books.Origin, 50, books.Root, ""},
		"rolled back": {books.Origin, 39, books.Root, "rolled back"},
		"a fork":      {books.Origin, 50, ledger.Hash{9}, "fork"},
		"others":      {"nodeledger/other/1/0xabcd", 50, books.Root, "other books"},
	} {
		err := books.Check(c.origin, c.size, root(c.root))
		var d *ledger.Difference
		if c.want == "" && err != nil || c.want != "" &&
			(!errors.As(err, &d) || d.Table != "checkpoint" || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
