package httpapi_test

import (
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/ledger/checkpoint"
	"github.com/nodeledger/nodeledger/wire"
)

// A mirror gets every entry and every hash of the tree, and the checkpoint that they lead to.
func TestTheTreeIsMirrored(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Days(t)
	private, public, err := note.GenerateKey(rand.Reader, "books.example.org")
	check(t, err)
	signer, err := note.NewSigner(private)
	check(t, err)
	h, err := httpapi.New(httpapi.Options{Engine: e, Clock: samplebooks.Soon, Signer: signer})
	check(t, err)
	s := &site{t, h, new(strings.Builder)}
	verifier, err := checkpoint.Verifier(public)
	check(t, err)
	answer := s.ask(http.MethodGet, "/checkpoint")
	c, err := checkpoint.Read(answer.Body.Bytes(), verifier)
	if err != nil || answer.Code != http.StatusOK || answer.Header().Get("Cache-Control") != "no-cache" ||
		answer.Header().Get("Content-Type") != "text/plain; charset=utf-8" || answer.Header().Get("Access-Control-Allow-Origin") != "*" {
		t.Fatalf("%d %v: %s, %v", answer.Code, answer.Header(), answer.Body, err)
	}
	var head wire.Ledger
	s.get("/api/v1/ledger", &head)
	if c.Size != head.Size || c.Root.String() != head.Root || c.Size < 90 || c.Size > 255 {
		t.Fatalf("the checkpoint is of %d leaves, the head of %d", c.Size, head.Size)
	}
	bundle := s.ask(http.MethodGet, fmt.Sprintf("/tile/entries/000.p/%d", c.Size))
	hashes := s.ask(http.MethodGet, fmt.Sprintf("/tile/0/000.p/%d", c.Size))
	for _, w := range []http.Header{bundle.Header(), hashes.Header()} {
		if !strings.Contains(w.Get("Cache-Control"), "immutable") || w.Get("Content-Type") != "application/octet-stream" {
			t.Errorf("%v", w)
		}
	}
	var leaves []ledger.Hash
	for rest := bundle.Body.Bytes(); len(rest) > 2; {
		n := int(binary.BigEndian.Uint16(rest))
		leaves = append(leaves, ledger.LeafHash(rest[2:2+n]))
		rest = rest[2+n:]
	}
	var listed []ledger.Hash
	for part := range slices.Chunk(hashes.Body.Bytes(), 32) {
		listed = append(listed, ledger.Hash(part))
	}
	if root, err := ledger.RootAt(c.Size, ledger.NodesOf(leaves)); err != nil || root != c.Root || !slices.Equal(leaves, listed) {
		t.Errorf("%d entries and %d hashes lead to %s, %v", len(leaves), len(listed), root, err)
	}
	for _, path := range []string{"/tile/0/000", fmt.Sprintf("/tile/0/000.p/%d", c.Size+1), "/tile/1/000.p/1", "/tile/0/001.p/1",
		"/tile/9/000",
		"/tile/entries/000", "/tile/", "/tile/0/x000/000"} {
		if w := s.ask(http.MethodGet, path); w.Code != http.StatusNotFound || strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
}

func TestWithoutAKeyThereIsNoCheckpoint(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	if w := s.ask(http.MethodGet, "/checkpoint"); w.Code != http.StatusNotFound || !strings.Contains(w.Body.String(), "--checkpoint-key") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
