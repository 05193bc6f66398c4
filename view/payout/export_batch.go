package payout

import (
	"bytes"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/export"
	"github.com/nodeledger/nodeledger/export/safe"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// batches are what the treasury signs, and in which token it pays: the lines or, of a run for claims, what fills the distributor.
func (s *snapshot) batches(e *engine.Engine) (list []safe.Batch, token export.Token, err error) {
	if token, err = tokenOf(e, s.asset); err != nil {
		return nil, token, err
	}
	transfers := make([]export.Transfer, len(s.lines))
	for i := range s.lines {
		transfers[i] = s.lines[i].Transfer
	}
	if s.method == payout.Claim {
		transfers = []export.Transfer{{Wallet: s.payer.Distributor, Amount: s.total}}
	}
	if list, err = safe.Batches(s.head, token, transfers); err != nil {
		return nil, token, problem.Invalidf("%w", err) // it says what in the program file or the run is in the way
	}
	return list, token, nil
}

// batch writes one batch of what the treasury signs.
func (s *snapshot) batch(e *engine.Engine, format string, part int, w io.Writer) (out ExportResult, err error) {
	batches, _, err := s.batches(e)
	if err != nil {
		return out, err
	}
	ending := ""
	if s.method == payout.Claim {
		ending = "-fund"
	}
	if part > len(batches) {
		return out, problem.NotFoundf("run %s has %d parts as %s: there is no part %d", s.head.Name, len(batches), format, part)
	}
	b := batches[part-1]
	out = ExportResult{ContentType: "application/json", Name: b.FileName() + ending + ".json", Parts: len(batches)}
	if format == FormatSafe {
		return out, b.Write(w)
	}
	out.ContentType, out.Name = "text/csv; charset=utf-8", b.FileName()+"-airdrop.csv"
	return out, b.WriteAirdrop(w)
}

// propose writes the call that proposes the run's tree to the distributor.
func (s *snapshot) treeCall(e *engine.Engine, call string, w io.Writer) (out ExportResult, err error) {
	t, err := treeOf(e, s.head.Name)
	if err != nil {
		return out, err
	}
	var text bytes.Buffer
	if err := writeTreeCall(&text, call, &s.head, common.Address(s.payer.Distributor), t); err != nil {
		return out, err
	}
	_, err = text.WriteTo(w)
	return ExportResult{ContentType: "application/json", Name: s.head.Name + "-" + call + ".json", Parts: 1, Root: t.Root()}, err
}

func tokenOf(e *engine.Engine, asset money.Asset) (export.Token, error) {
	use, ok := e.Program().AssetUse(asset.Symbol())
	if !ok {
		return export.Token{}, fmt.Errorf("the program %s has no asset %s", e.Program().Name, asset)
	}
	if contract, ok := use.Contract(); ok {
		return export.Token{Address: contract}, nil
	}
	if use.Kind == program.Native {
		return export.Token{}, nil
	}
	return export.Token{}, problem.NotFoundf("the program file names no contract of %s, so nothing can be sent: write its address", asset)
}
