package main

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/transparency-dev/formats/log"
	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
)

// lineProof is what /api/v1/ledger/proof answers.
type lineProof struct {
	Transaction transaction `json:"transaction"`
	Postings    uint64      `json:"postings"`
	Line        uint64      `json:"line"`
	LinePath    []string    `json:"line_path"`
	Leaf        struct {
		Index uint64   `json:"index"`
		Path  []string `json:"path"`
	} `json:"leaf"`
}

// proveLine asks for the proof of a posting and accepts one that leads from the posting's own bytes to the checkpoint.
func proveLine(ctx context.Context, address, line string, c *log.Checkpoint) error {
	from := fmt.Sprintf("%s/api/v1/ledger/proof/%s?size=%d", address, line, c.Size)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, from, nil)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("the proof of %s: %s", line, answer.Status)
	}
	var p lineProof
	if err := json.NewDecoder(answer.Body).Decode(&p); err != nil {
		return err
	}
	if len(p.Transaction.Postings) != 1 || line != fmt.Sprintf("%d/%d", p.Transaction.Sequence, p.Line) {
		return fmt.Errorf("the proof of %s is of another posting", line)
	}
	path, err := hashes(p.LinePath)
	if err != nil {
		return err
	}
	leaf, err := p.Transaction.Postings[0].leaf()
	if err != nil {
		return err
	}
	root, err := proof.RootFromInclusionProof(rfc6962.DefaultHasher, p.Line, p.Postings, leaf, path)
	if err != nil {
		return err
	}
	own, err := p.Transaction.hash(p.Postings, root)
	if err != nil {
		return err
	}
	if path, err = hashes(p.Leaf.Path); err != nil {
		return err
	}
	entry := fmt.Sprintf("transaction\n%d\n%x\n", p.Transaction.Sequence, own)
	if err := proof.VerifyInclusion(rfc6962.DefaultHasher, p.Leaf.Index, c.Size, rfc6962.DefaultHasher.HashLeaf([]byte(entry)), path,
		c.Hash); err != nil {
		return fmt.Errorf("changed: the posting %s is not in the books: %w", line, err)
	}
	return nil
}

func hashes(texts []string) (list [][]byte, err error) {
	for _, text := range texts {
		h, err := unhex(text)
		if err != nil {
			return nil, err
		}
		list = append(list, h)
	}
	return list, nil
}

func unhex(text string) ([]byte, error) {
	h, err := hex.DecodeString(strings.TrimPrefix(text, "0x"))
	if err == nil && len(h) != 32 {
		err = fmt.Errorf("%q is not a hash", text)
	}
	return h, err
}
