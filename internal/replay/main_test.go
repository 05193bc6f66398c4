package main

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
)

// TestRun: it serves a directory or a made sale until it is told to stop, and refuses what it does not understand.
func TestRun(t *testing.T) {
	stopped, stop := context.WithCancel(t.Context())
	stop()
	for _, args := range []string{
		"../../testdata/gpunet-sale",
		"--leave-out 23:1 --in-receipts --finalized 60 --slow 1ms ../../testdata/gpunet-sale",
		"--made payment-handler:2:3",
		"--made nodesale:2:3 --busy 2 --retry-after 1",
		"--made nodesale:2:3 --payments 4 --token 0x00000000000000000000000000000000000000ee",
	} {
		if err := run(stopped, strings.Fields(args)); err != nil {
			t.Errorf("%s: %v", args, err)
		}
	}
	for args, says := range map[string]string{
		"":                    "name one directory",
		"one two":             "name one directory",
		"nowhere":             "no such file",
		"--made lottery:1:1":  "payment-handler, sparse-payment-handler, nodesale and lean-nodesale",
		"--made nodesale:1":   "sale:blocks:purchases",
		"--made nodesale:a:1": "invalid syntax",
		"--made nodesale:1:a": "invalid syntax",
		"--token 0x12 x":      "invalid value",
		"--alter 5 x":         "block:log",
		"--made nodesale:1:1 --listen 127.0.0.1:99999": "invalid port",
	} {
		if err := run(stopped, strings.Fields(args)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", args, err)
		}
	}
	paid, err := source("nodesale:2:3", synth.Payments{PerBlock: 4}, nil)
	if err != nil || len(paid.Head().Txs) != 7 {
		t.Error(err)
	}
	if at, err := parseAt("30:2"); err != nil || !reflect.DeepEqual(at, &server.At{Block: 30, Log: 2}) {
		t.Error(at, err)
	}
}
