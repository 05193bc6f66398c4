package server

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// meta is what meta.json says of a recorded run. What is not in the file is not served, but for the end of the run, which is final then.
type meta struct {
	ChainID      uint64
	Contract     common.Address
	Contracts    map[string]common.Address // others that have code, by the name that views call them
	DeployBlocks map[string]uint64         // in which those were made, by the same names
	Onchain      struct{ TotalMinted string }
	Views        []view
	Finalized    json.RawMessage // a block; null: the tag is refused
	Refusal      *struct {
		Code    int
		Message string
	} `json:"finalized_refusal"`
}

// Load serves a directory with a recorded run: meta.json, blocks.jsonl, and raw.jsonl with the bytes of transactions if it is there. Either
// list may be compressed, as blocks.jsonl.gz. Without views in meta.json, onchain.totalMinted is what totalMinted() answers at the end.
func Load(dir string) (*Server, error) {
	text, err := os.ReadFile(filepath.Join(dir, "meta.json"))
	if err != nil {
		return nil, err
	}
	var about meta
	if err := json.Unmarshal(text, &about); err != nil {
		return nil, fmt.Errorf("meta.json: %w", err)
	}
	var blocks []*Block
	err = lines(filepath.Join(dir, "blocks.jsonl"), func(line []byte) error {
		block, err := ReadBlock(line)
		blocks = append(blocks, block)
		return err
	})
	if err != nil {
		return nil, err
	}
	s, err := New(about.ChainID, about.Contract, blocks)
	if err != nil {
		return nil, err
	}
	raw := map[common.Hash]hexutil.Bytes{}
	err = lines(filepath.Join(dir, "raw.jsonl"), func(line []byte) error {
		var one struct {
			Hash common.Hash
			Raw  hexutil.Bytes
		}
		err := json.Unmarshal(line, &one)
		raw[one.Hash] = one.Raw
		return err
	})
	switch {
	case err == nil:
		s.raw = raw
	case !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	return s, s.apply(&about)
}

// apply takes over what is said about a run beside its blocks.
func (s *Server) apply(about *meta) error {
	for name, address := range about.Contracts {
		s.coded[address] = about.DeployBlocks[name]
	}
	switch {
	case string(about.Finalized) == "null":
		s.unfinal = &problem{-32000, "finalized block not found"}
		if r := about.Refusal; r != nil {
			s.unfinal = &problem{r.Code, r.Message}
		}
	case len(about.Finalized) > 0:
		if err := json.Unmarshal(about.Finalized, &s.finalized); err != nil {
			return fmt.Errorf("meta.json: finalized: %w", err)
		}
	}
	if len(about.Views) > 0 {
		return s.addViews(about.Views, about.Contract, about.Contracts)
	}
	minted, ok := new(big.Int).SetString(about.Onchain.TotalMinted, 10)
	if !ok {
		return fmt.Errorf("meta.json: onchain.totalMinted is %q; write a decimal number", about.Onchain.TotalMinted)
	}
	last := s.head
	s.SetCounter(func(block uint64) (*big.Int, bool) { return minted, block == last })
	return nil
}

// lines reads a file of lines, or else the compressed one beside it.
func lines(path string, read func(line []byte) error) error {
	file, err := os.Open(path)
	compressed := errors.Is(err, fs.ErrNotExist)
	if compressed {
		file, err = os.Open(path + ".gz")
	}
	if err != nil {
		return err
	}
	defer file.Close()
	var text io.Reader = file
	if compressed {
		if text, err = gzip.NewReader(file); err != nil {
			return fmt.Errorf("%s: %w", file.Name(), err)
		}
	}
	all := bufio.NewScanner(text)
	all.Buffer(nil, 64<<20)
	for n := 1; all.Scan(); n++ {
		if err := read(all.Bytes()); err != nil {
			return fmt.Errorf("%s line %d: %w", filepath.Base(path), n, err)
		}
	}
	if err := all.Err(); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	return nil
}
