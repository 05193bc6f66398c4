package server

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/common"
)

// Load serves a directory with a recorded run: blocks.jsonl, and meta.json with chainId, contract and
// onchain.totalMinted.
func Load(dir string) (*Server, error) {
	raw, err := os.ReadFile(filepath.Join(dir, "meta.json"))
	if err != nil {
		return nil, err
	}
	var meta struct {
		ChainID  uint64
		Contract common.Address
		Onchain  struct{ TotalMinted string }
	}
	if err := json.Unmarshal(raw, &meta); err != nil {
		return nil, fmt.Errorf("meta.json: %w", err)
	}
	minted, ok := new(big.Int).SetString(meta.Onchain.TotalMinted, 10)
	if !ok {
		return nil, fmt.Errorf("meta.json: onchain.totalMinted is %q; write a decimal number", meta.Onchain.TotalMinted)
	}
	file, err := os.Open(filepath.Join(dir, "blocks.jsonl"))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var blocks []*Block
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		block, err := ReadBlock(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("blocks.jsonl line %d: %w", len(blocks)+1, err)
		}
		blocks = append(blocks, block)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("blocks.jsonl: %w", err)
	}
	server, err := New(meta.ChainID, meta.Contract, blocks)
	if err != nil {
		return nil, err
	}
	server.SetCounter(func(block uint64) (*big.Int, bool) {
		return minted, block == blocks[len(blocks)-1].Number
	})
	return server, nil
}
