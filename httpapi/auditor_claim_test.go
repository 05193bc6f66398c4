package httpapi_test

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout/merkle"
	"github.com/nodeledger/nodeledger/wire"
)

// proposedOn is a node on which the distributor once said that a root was proposed with the hash of a file and the root of the books.
func proposedOn(t *testing.T, root merkle.Hash, file [32]byte, books ledger.Hash) string {
	t.Helper()
	abi, err := payoutdistributor.PayoutDistributorMetaData.ParseABI()
	check(t, err)
	return proposedBy(t, abi.Events["RootProposed"].ID.Hex(), root,
		fmt.Sprintf("0x%064x%x%x%064x", 1_250_000_000, file, books[:], 1_720_000_000))
}

// proposedBy is a node on which the distributor once made an event about a root.
func proposedBy(t *testing.T, event string, root merkle.Hash, data string) string {
	t.Helper()
	node := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw, _ := io.ReadAll(r.Body)
		logs := []any{}
		if asked := string(raw); strings.Contains(asked, event) && strings.Contains(asked, root.String()) &&
			strings.Contains(strings.ToLower(asked), strings.ToLower(deskDistributor)) {
			logs = append(logs, map[string]any{"address": strings.ToLower(deskDistributor), "topics": []string{event, root.String()},
				"data": data})
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"jsonrpc": "2.0", "id": 1, "result": logs})
	}))
	t.Cleanup(node.Close)
	return node.URL
}

// held records n holds, each a leaf for its input and one for its transaction.
func (d *desk) held(reason string, n int) {
	d.Helper()
	for i := range n {
		_, err := d.engine.Hold(d.Context(), engine.By{Token: d.ann}, fmt.Sprintf("%s-%d", reason, i),
			samplebooks.Person(99).String(), fmt.Sprintf("%s %d", reason, i%2))
		check(d.T, err)
	}
}

// Somebody who has only the published tree of a run, what the distributor's event says and the public key of the books can tell that the
// books that are shown today begin with those that the claims came from. A fork, books that end before, and a tree that was changed are
// refused, though nobody kept a checkpoint.
func TestAClaimBindsTheBooksThatItCameFrom(t *testing.T) {
	t.Parallel()
	auditor := builtAuditor(t)
	private, public, err := note.GenerateKey(rand.Reader, "books.example.org")
	check(t, err)
	key, err := note.NewSigner(private)
	check(t, err)

	early := newDesk(t, fives(9))
	honest, forked := newDesk(t, fives(9)), newDesk(t, fives(9))
	forked.held("forked", 1)
	var text, proposal string
	var run wire.PayoutReceipt
	for _, d := range []*desk{forked, honest} {
		other, of := run.Payout, proposal
		d.earned("8000")
		run = d.letOut("april", "claim")
		text, _ = d.export("april", "merkle", 1)
		proposal, _ = d.export("april", "propose", 1)
		// One fact more before the run, which pays nobody, is another checkpoint of the same tree.
		if d == honest && (run.Payout.Root != other.Root || run.Payout.Books.Root == other.Books.Root || proposal == of ||
			!strings.Contains(proposal, run.Payout.Books.Root) || !strings.Contains(of, other.Books.Root)) {
			t.Errorf("the forked books have the run %+v, the honest ones %+v:\n%s\n%s", other.Payout, run.Payout.Payout, of, proposal)
		}
	}
	tree, err := merkle.Load(strings.NewReader(text))
	check(t, err)
	file := sha256.Sum256([]byte(text))
	books := tree.Books()
	if c := honest.claim(samplebooks.Person(1)); run.Payout.TreeFile != fmt.Sprintf("0x%x", file) || c.TreeFile != run.Payout.TreeFile ||
		*run.Payout.Books != (wire.BooksHead{Origin: books.Origin, Size: books.Head.Size, Root: books.Head.Root.String()}) ||
		*c.Books != *run.Payout.Books {
		t.Errorf("the run says %+v, the claim %+v, the tree %+v", run.Payout.Payout, c, books)
	}
	before := run.Payout.Books.Size
	honest.held("honest", 150) // past a whole tile
	forked.held("more", 160)

	node := proposedOn(t, tree.Root(), file, books.Head.Root)
	dump := filepath.Join(t.TempDir(), "april-tree.json")
	audit := func(d *desk, content, node string) (string, error) {
		check(t, os.WriteFile(dump, []byte(content), 0o600))
		c := exec.CommandContext(t.Context(), auditor, "-url", published(t, d.engine, key, nil), "-key", public, "-origin", books.Origin,
			"-kept", filepath.Join(t.TempDir(), "none"), "-dump", dump, "-rpc", node, "-distributor", deskDistributor)
		out, err := c.CombinedOutput()
		return string(out), err
	}
	if out, err := audit(honest, text, node); err != nil || !strings.HasPrefix(out, "accepted ") {
		t.Fatalf("the honest books: %v, %s", err, out)
	}
	// A distributor of before did not say from which books a tree came: there the file alone says it.
	older := proposedBy(t, "0x6443e1158b10480b52dc3a4a4e4ededc16d19750947a623d43dd46da81dd8fd4", tree.Root(),
		fmt.Sprintf("0x%064x%x%064x", 1_250_000_000, file, 1_720_000_000))
	if out, err := audit(honest, text, older); err != nil || !strings.HasPrefix(out, "accepted ") {
		t.Errorf("the event of before: %v, %s", err, out)
	}
	var proof wire.ConsistencyProof
	honest.get(fmt.Sprintf("/api/v1/ledger/consistency?from=%d", before), &proof)
	if proof.FromRoot != books.Head.Root.String() || proof.To <= before+256 {
		t.Errorf("%+v, the tree of claims came from %+v", proof, books)
	}
	whole, _, _ := strings.Cut(text, `,"books":`)
	for name, c := range map[string]struct {
		books         *desk
		content, node string
		want          string
	}{
		"a fork":               {forked, text, node, "a fork"},
		"books that end early": {early, text, node, "rolled back"},
		"another head":         {honest, strings.Replace(text, `"size":`, `"size":1`, 1), node, "changed"},
		"another amount":       {honest, strings.Replace(text, `","`, `","1`, 1), node, "changed"},
		"no head":              {honest, whole + "}", node, "names the books"},
		"another file":         {honest, text, proposedOn(t, tree.Root(), [32]byte{1}, books.Head.Root), "changed"},
		"another checkpoint":   {honest, text, proposedOn(t, tree.Root(), file, ledger.Hash{1}), "other books"},
		"another root":         {honest, text, proposedOn(t, merkle.Hash{1}, file, books.Head.Root), "changed"},
	} {
		if out, err := audit(c.books, c.content, c.node); err == nil || !strings.HasPrefix(out, "refused") || !strings.Contains(out, c.want) {
			t.Errorf("%s: %v, %s", name, err, out)
		}
	}
}
