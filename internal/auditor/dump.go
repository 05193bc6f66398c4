package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/transparency-dev/formats/log"
	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"github.com/transparency-dev/tessera/client"
)

// The first topics of RootProposed(bytes32 indexed root, uint256 total, bytes32 file, bytes32 checkpoint, uint64 activeFrom), and of the
// event of distributors of before, which had no checkpoint: there the file alone says which books a tree came from.
const (
	rootProposed       = "0xec2ea99b1ca47e0cdba006302f2e989cfe581215d7de54ca6256a48395e96081"
	rootProposedBefore = "0x6443e1158b10480b52dc3a4a4e4ededc16d19750947a623d43dd46da81dd8fd4"
)

// dump is what counts of the published tree of a payout run: its root, and the head of the books that it came from.
type dump struct {
	Format string   `json:"format"`
	Tree   []string `json:"tree"`
	Books  *struct {
		Origin string `json:"origin"`
		Size   uint64 `json:"size"`
		Root   string `json:"root"`
	} `json:"books"`
}

// claim is a published tree, and where the chain says which one was proposed.
type claim struct {
	file, rpc, distributor string
}

// extended accepts a published tree whose bytes the distributor's event names, and that came from the books that it names, with which those
// of now begin.
// Whether its leaves lead to its root is for whoever claims: the contract pays no other.
func (p *claim) extended(ctx context.Context, from *client.HTTPFetcher, now *log.Checkpoint) error {
	content, err := os.ReadFile(filepath.Clean(p.file))
	if err != nil {
		return err
	}
	var d dump
	if err := json.Unmarshal(content, &d); err != nil {
		return fmt.Errorf("the dump: %w", err)
	}
	if d.Format != "standard-v1" || len(d.Tree) == 0 || d.Books == nil {
		return fmt.Errorf("%s is not the dump of a tree that names the books", p.file)
	}
	root, err := unhex(d.Books.Root)
	if err != nil {
		return err
	}
	if err := p.proposed(ctx, d.Tree[0], sha256.Sum256(content), root); err != nil {
		return err
	}
	switch size := d.Books.Size; {
	case d.Books.Origin != now.Origin:
		return fmt.Errorf("the claims came from the books %s, these are %s", d.Books.Origin, now.Origin)
	case size == 0 || size > now.Size:
		return fmt.Errorf("rolled back: the claims came from books of %d leaves, now there are %d", size, now.Size)
	}
	builder, err := client.NewProofBuilder(ctx, now.Size, from.ReadTile)
	if err != nil {
		return err
	}
	path, err := builder.ConsistencyProof(ctx, d.Books.Size, now.Size)
	if err != nil {
		return err
	}
	if err := proof.VerifyConsistency(rfc6962.DefaultHasher, d.Books.Size, now.Size, path, root, now.Hash); err != nil {
		return fmt.Errorf("a fork: the books of %d leaves do not begin with the %d that the claims came from: %w", now.Size, d.Books.Size, err)
	}
	return nil
}

// proposed asks the chain whether a root was proposed together with the bytes of a file and the root of the books that it came from.
func (p *claim) proposed(ctx context.Context, root string, file [sha256.Size]byte, books []byte) error {
	ask := fmt.Sprintf(`{"jsonrpc":"2.0","id":1,"method":"eth_getLogs","params":[{"address":%q,"fromBlock":"0x0","toBlock":"latest",`+
		`"topics":[[%q,%q],%q]}]}`, p.distributor, rootProposed, rootProposedBefore, root)
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, p.rpc, strings.NewReader(ask))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	var logs struct {
		Result []struct {
			Address string   `json:"address"`
			Topics  []string `json:"topics"`
			Data    string   `json:"data"`
		} `json:"result"`
	}
	if err := json.NewDecoder(answer.Body).Decode(&logs); err != nil {
		return err
	}
	others := false // the same file was proposed, of other books
	for _, l := range logs.Result {
		data, err := hex.DecodeString(strings.TrimPrefix(l.Data, "0x")) // total, file, checkpoint, activeFrom
		if err != nil || len(l.Topics) != 2 || !strings.EqualFold(l.Topics[1], root) || !strings.EqualFold(l.Address, p.distributor) ||
			len(data) < 64 || !bytes.Equal(data[32:64], file[:]) {
			continue
		}
		switch {
		case l.Topics[0] == rootProposedBefore && len(data) == 96:
			return nil
		case l.Topics[0] != rootProposed || len(data) != 128:
		case bytes.Equal(data[64:96], books):
			return nil
		default:
			others = true
		}
	}
	if others {
		return fmt.Errorf("changed: the root %s was proposed as one of other books than those of the root 0x%x, which its file names",
			root, books)
	}
	return fmt.Errorf("changed: nobody proposed the root %s with a file of the SHA-256 0x%x", root, file)
}
