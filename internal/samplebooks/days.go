package samplebooks

import (
	"strconv"
	"testing"

	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
)

// Days are the books of a crowd that bought on a chain of its own over two months, everything final.
func Days(t testing.TB) (*engine.Engine, *devnet.Chain) {
	t.Helper()
	c, err := devnet.Start(t.Context(), devnet.Options{Seed: 5})
	check(t, err)
	t.Cleanup(func() { _ = c.Close() })
	check(t, c.RunCrowd(t.Context(), devnet.CrowdOptions{Months: 2, Purchases: 60}, nil))
	check(t, c.Mine(t.Context(), int(32-c.Head().Number.Uint64()%32)))
	p, err := program.Read("days", []byte(`program: days
schema: 1
title: { en: Days }
chain: { id: `+strconv.FormatUint(c.ChainID(), 10)+`, start_block: `+strconv.FormatUint(c.DeployBlock(), 10)+` }
sale: { contract: "`+c.Sale().Hex()+`", adapter: nodesale, mode: parallel }
`))
	check(t, err)
	e := open(t, p, c.URL())
	check(t, e.Sync(t.Context(), nil))
	return e, c
}
