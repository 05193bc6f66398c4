package merkle_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout/merkle"
)

// root is the folder of the module, seen from this package.
const root = "../.."

// peer is a command that runs npm's @openzeppelin/merkle-tree; testdata/peer.cjs says what it can do.
func peer(t testing.TB, arguments ...string) *exec.Cmd {
	t.Helper()
	library, err := filepath.Abs(filepath.Join(root, "scripts/tools/node_modules/@openzeppelin/merkle-tree"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(library, "package.json")); err != nil {
		t.Fatal("scripts/tools/node_modules does not hold @openzeppelin/merkle-tree: run make setup")
	}
	node := exec.CommandContext(t.Context(), "node", append([]string{"testdata/peer.cjs", library}, arguments...)...)
	node.Stderr = os.Stderr
	return node
}

// ask runs the peer on an input.
func ask(t testing.TB, input []byte, arguments ...string) []byte {
	t.Helper()
	node := peer(t, arguments...)
	node.Stdin = bytes.NewReader(input)
	answer, err := node.Output()
	if err != nil {
		t.Fatalf("node %s: %v", strings.Join(arguments, " "), err)
	}
	return answer
}

func TestTreesAreThoseOfTheLibrary(t *testing.T) {
	for _, n := range []int{1, 2, 7, 1_000, 100_000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			t.Parallel()
			leaves := scattered(n)
			tree, err := merkle.Build(leaves)
			if err != nil {
				t.Fatal(err)
			}
			var question struct {
				Leaves [][2]string `json:"leaves"`
				Proofs []int       `json:"proofs"`
			}
			for _, l := range leaves {
				question.Leaves = append(question.Leaves, [2]string{l.Wallet.String(), l.Amount.Dec()})
			}
			// Every proof of the small trees, 1,000 of the large one: the library checks each while it makes it.
			for i := 0; i < n; i += max(1, n/1000) {
				question.Proofs = append(question.Proofs, i)
			}
			input, err := json.Marshal(question)
			if err != nil {
				t.Fatal(err)
			}
			head, dump, _ := bytes.Cut(ask(t, input, "build"), []byte("\n"))
			var theirs struct {
				Root   string
				Proofs [][]string
			}
			if err := json.Unmarshal(head, &theirs); err != nil {
				t.Fatal(err)
			}
			if got := tree.Root().String(); got != theirs.Root {
				t.Fatalf("root %s, the library has %s", got, theirs.Root)
			}
			for k, i := range question.Proofs {
				if got, want := fmt.Sprint(tree.Proof(i)), fmt.Sprint(theirs.Proofs[k]); got != want {
					t.Errorf("proof of leaf %d: %s, the library has %s", i, got, want)
				}
			}
			var ours bytes.Buffer
			if err := tree.Dump(&ours); err != nil {
				t.Fatal(err)
			}
			if at := differ(ours.Bytes(), dump); at >= 0 {
				t.Errorf("the dumps differ at byte %d:\n%s\n%s", at, around(ours.Bytes(), at), around(dump, at))
			}
			back, err := merkle.Load(bytes.NewReader(dump))
			if err != nil {
				t.Fatal(err)
			}
			if back.Root() != tree.Root() || back.Len() != n {
				t.Errorf("the library's dump is read as %d leaves with root %s", back.Len(), back.Root())
			}
		})
	}
}

func TestLibraryLoadsOurDump(t *testing.T) {
	tree, err := merkle.Build(scattered(333))
	if err != nil {
		t.Fatal(err)
	}
	var dump bytes.Buffer
	if err := tree.Dump(&dump); err != nil {
		t.Fatal(err)
	}
	if got := string(ask(t, dump.Bytes(), "load")); got != tree.Root().String() {
		t.Errorf("the library reads root %s from the dump of a tree with root %s", got, tree.Root())
	}
}

// The head of the books that a tree came from is one more key of its dump: the library reads the same tree, and so do we.
func TestLibraryLoadsADumpWithTheBooks(t *testing.T) {
	plain, err := merkle.Build(scattered(33))
	if err != nil {
		t.Fatal(err)
	}
	books := merkle.Books{
		Origin: "nodeledger/gpunet/1/0x00000000000000000000000000000000000000aa",
		Head:   ledger.TreeHead{Size: 1_234_567, Root: ledger.Hash{1, 31: 0xfe}},
	}
	var before, dump bytes.Buffer
	if err := errors.Join(plain.Dump(&before), plain.From(books).Dump(&dump)); err != nil {
		t.Fatal(err)
	}
	want := strings.TrimSuffix(before.String(), "}") + `,"books":{"origin":"nodeledger/gpunet/1/0x00000000000000000000000000000000000000aa",` +
		`"size":1234567,"root":"0x01` + strings.Repeat("00", 30) + `fe"}}`
	if dump.String() != want {
		t.Errorf("the dump ends with %s", around(dump.Bytes(), dump.Len()-40))
	}
	if got := string(ask(t, dump.Bytes(), "load")); got != plain.Root().String() {
		t.Errorf("the library reads root %s, of a tree with root %s", got, plain.Root())
	}
	back, err := merkle.Load(bytes.NewReader(dump.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if back.Books() != books || back.Root() != plain.Root() || plain.Books() != (merkle.Books{}) {
		t.Errorf("read back as %+v of %+v", back.Books(), books)
	}
	for _, bad := range []string{`"books":7`, `"books":{"origin":"x","size":-1,"root":"0x"}`,
		`"books":{"origin":"x","size":1,"root":"0x12"}`} {
		text := strings.TrimSuffix(before.String(), "}") + "," + bad + "}"
		if _, err := merkle.Load(strings.NewReader(text)); err == nil {
			t.Errorf("%s was read", bad)
		}
	}
}

// differ is where two texts first differ, or -1.
func differ(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	if len(a) != len(b) {
		return min(len(a), len(b))
	}
	return -1
}

// around is what stands at a place of a text.
func around(text []byte, at int) []byte {
	return text[max(0, at-40):min(len(text), at+40)]
}
