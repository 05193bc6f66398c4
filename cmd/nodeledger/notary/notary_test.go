package notary_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	fnote "github.com/transparency-dev/formats/note"
	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/notary"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/ledger/checkpoint"
	"github.com/nodeledger/nodeledger/problem"
)

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestKeysAreForTheirOwnerOnly(t *testing.T) {
	file := filepath.Join(t.TempDir(), "books.key")
	public, err := notary.MakeKey("books.example.org", file)
	check(t, err)
	about, err := os.Stat(file)
	if err != nil || about.Mode().Perm() != 0o600 || !strings.HasPrefix(public, "books.example.org+") {
		t.Fatalf("%v, %s, %v", about, public, err)
	}
	signer, err := notary.ReadKey(file)
	if err != nil || signer.Name() != "books.example.org" {
		t.Fatal(err)
	}
	if _, err := notary.MakeKey("books.example.org", file); problem.KindOf(err) != problem.Conflict {
		t.Errorf("a key was made in the place of another: %v", err)
	}
	for _, name := range []string{"", "a b", "a+b"} {
		other := filepath.Join(t.TempDir(), "other.key")
		if _, err := notary.MakeKey(name, other); problem.KindOf(err) != problem.Invalid {
			t.Errorf("%q: %v", name, err)
		}
		if _, err := os.Stat(other); err == nil {
			t.Errorf("%q left a file", name)
		}
	}
	check(t, os.Chmod(file, 0o640))
	if _, err := notary.ReadKey(file); problem.KindOf(err) != problem.Invalid || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("a key that others may read: %v", err)
	}
	check(t, os.WriteFile(file, []byte("none"), 0o600))
	check(t, os.Chmod(file, 0o600))
	if _, err := notary.ReadKey(file); problem.KindOf(err) != problem.Invalid {
		t.Errorf("no key: %v", err)
	}
	if _, err := notary.ReadKey(file + "x"); problem.KindOf(err) != problem.Invalid {
		t.Errorf("no file: %v", err)
	}
}

// witness is one as C2SP's tlog-witness describes it, for one log.
type witness struct {
	t      *testing.T
	origin string
	log    note.Verifier
	signer note.Signer
	size   uint64
	root   []byte
}

func (w *witness) ServeHTTP(to http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost || r.URL.Path != "/add-checkpoint" {
		http.NotFound(to, r)
		return
	}
	body := bufio.NewReader(r.Body)
	var old uint64
	line, err := body.ReadString('\n')
	if _, scanned := fmt.Sscanf(line, "old %d\n", &old); err != nil || scanned != nil {
		http.Error(to, "no old size", http.StatusBadRequest)
		return
	}
	var path [][]byte
	for line, err = body.ReadString('\n'); err == nil && line != "\n"; line, err = body.ReadString('\n') {
		hash, bad := base64.StdEncoding.DecodeString(strings.TrimSuffix(line, "\n"))
		if bad != nil || len(hash) != 32 || len(path) == 63 {
			http.Error(to, "no proof", http.StatusBadRequest)
			return
		}
		path = append(path, hash)
	}
	raw, err := io.ReadAll(body)
	if err != nil {
		http.Error(to, "no checkpoint", http.StatusBadRequest)
		return
	}
	signed, err := note.Open(raw, note.VerifierList(w.log))
	if err != nil {
		http.Error(to, "not signed by a log that is known", http.StatusForbidden)
		return
	}
	c, err := checkpoint.Read(raw, w.log)
	if err != nil || c.Origin != w.origin {
		http.Error(to, "unknown origin", http.StatusNotFound)
		return
	}
	switch {
	case old > c.Size:
		http.Error(to, "old size above the new one", http.StatusBadRequest)
	case old != w.size || old == c.Size && !bytes.Equal(w.root, c.Root[:]):
		to.Header().Set("Content-Type", "text/x.tlog.size")
		to.WriteHeader(http.StatusConflict)
		fmt.Fprintf(to, "%d\n", w.size)
	case proof.VerifyConsistency(rfc6962.DefaultHasher, old, c.Size, path, w.root, c.Root[:]) != nil:
		http.Error(to, "the proof does not hold", http.StatusUnprocessableEntity)
	default:
		w.size, w.root = c.Size, c.Root[:]
		cosigned, err := note.Sign(&note.Note{Text: signed.Text}, w.signer)
		if err != nil {
			w.t.Error(err)
		}
		_, lines, _ := bytes.Cut(cosigned, []byte("\n\n"))
		_, _ = to.Write(lines)
	}
}

// grown is the head of books after n inputs of a kind, and the proof that they grew.
func grown(kind string, n uint64) (head ledger.Head, nodes ledger.Nodes) {
	var leaves []ledger.Hash
	for range n {
		var leaf ledger.Hash
		leaf, _, head = head.Take(kind, []byte(kind))
		leaves = append(leaves, leaf)
	}
	return head, ledger.NodesOf(leaves)
}

func TestAWitnessSignsBooksThatGrewOnly(t *testing.T) {
	file := filepath.Join(t.TempDir(), "books.key")
	public, err := notary.MakeKey("books.example.org", file)
	check(t, err)
	signer, err := notary.ReadKey(file)
	check(t, err)
	log, err := checkpoint.Verifier(public)
	check(t, err)
	private, witnessPublic, err := note.GenerateKey(rand.Reader, "witness.example.org")
	check(t, err)
	cosigner, err := fnote.NewSignerForCosignatureV1(private)
	check(t, err)
	key, err := fnote.VKeyToCosignatureV1(witnessPublic)
	check(t, err)
	verifier, err := checkpoint.Witness(key)
	check(t, err)
	server := httptest.NewServer(&witness{t: t, origin: "nodeledger/gpunet/1/0xab", log: log, signer: cosigner})
	defer server.Close()

	cosign := func(origin, kind string, n uint64) ([]byte, error) {
		head, nodes := grown(kind, n)
		c := checkpoint.Checkpoint{Origin: origin, Size: n, Root: head.Root()}
		signed, err := c.Sign(signer)
		check(t, err)
		w := notary.Witness{URL: server.URL + "/"}
		return w.Cosign(context.Background(), signed, n, func(from uint64) ([]ledger.Hash, error) {
			p, err := ledger.ProveConsistency(from, n, nodes)
			return p.Path, err
		})
	}
	for _, n := range []uint64{5, 5, 9, 300} { // new, seen already, grown, grown again
		both, err := cosign("nodeledger/gpunet/1/0xab", "block", n)
		check(t, err)
		if c, err := checkpoint.Read(both, log, verifier); err != nil || c.Size != n {
			t.Fatalf("of %d leaves: %v\n%s", n, err, both)
		}
	}
	for name, c := range map[string]struct {
		origin, kind string
		n            uint64
		want         string
	}{
		"rolled back":            {"nodeledger/gpunet/1/0xab", "block", 200, "rolled back"},
		"a fork":                 {"nodeledger/gpunet/1/0xab", "fact", 400, "a fork"},
		"a fork of the same age": {"nodeledger/gpunet/1/0xab", "fact", 300, "a fork"},
		"others":                 {"nodeledger/other/1/0xab", "block", 301, "404"},
	} {
		if both, err := cosign(c.origin, c.kind, c.n); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v\n%s", name, err, both)
		}
	}
	w := notary.Witness{URL: "http://127.0.0.1:1"}
	if _, err := w.Cosign(context.Background(), nil, 0, nil); problem.KindOf(err) != problem.Unavailable {
		t.Errorf("nobody there: %v", err)
	}
	liar := httptest.NewServer(http.HandlerFunc(func(to http.ResponseWriter, _ *http.Request) { fmt.Fprintln(to, "thank you") }))
	defer liar.Close()
	w.URL = liar.URL
	if _, err := w.Cosign(context.Background(), nil, 0, nil); problem.KindOf(err) != problem.Unavailable {
		t.Errorf("no signature: %v", err)
	}
}
