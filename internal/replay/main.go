// Command replay serves recorded or made blocks over JSON-RPC, on this machine only, and misbehaves on request:
//
//	go run ./internal/replay --listen 127.0.0.1:8545 testdata/gpunet-sale
//	go run ./internal/replay --made payment-handler:2000:25
//	go run ./internal/replay --made nodesale:200:5 --payments 3
//
// It prints the URL that it serves at, then one line for every reason to stop.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "replay:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("replay", flag.ContinueOnError)
	listen := flags.String("listen", "127.0.0.1:0", "`address` to serve at")
	made := flags.String("made", "", "serve a made sale instead of a directory: payment-handler, sparse-payment-handler, in which every "+
		"fourth purchase has a code, nodesale, or lean-nodesale, whose blocks are made again when they are asked for: `sale:blocks:purchases`")
	var paying synth.Payments
	flags.IntVar(&paying.PerBlock, "payments", 0, "in every block of a made sale the treasury pays this `many` times")
	flags.TextVar(&paying.Token, "token", common.HexToAddress("0xdac17f958d2ee523a2206206994597c13d831ec7"), "it pays in this `ERC-20`")
	finalized := flags.Int64("finalized", -1, "the final `block`; if not given, the recording's, or else the head")
	var f server.Faults
	at := func(name, usage string, to **server.At) {
		flags.Func(name, usage, func(text string) (err error) { *to, err = parseAt(text); return err })
	}
	at("leave-out", "leave `block:log` out of eth_getLogs", &f.LeaveOut)
	at("alter", "alter a byte of `block:log` in eth_getLogs", &f.Alter)
	at("invent", "repeat `block:log` in eth_getLogs", &f.Invent)
	flags.BoolVar(&f.InReceipts, "in-receipts", false, "the receipts have the same fault")
	flags.Uint64Var(&f.WrongHeader, "wrong-header", 0, "alter the header of this `block`")
	flags.Uint64Var(&f.WrongTx, "wrong-tx", 0, "alter the first transaction of this `block`")
	flags.Uint64Var(&f.ChainID, "chain-id", 0, "say that it is another `chain`")
	flags.BoolVar(&f.NoCode, "no-code", false, "there is no contract")
	flags.BoolVar(&f.CodeUnsupported, "no-get-code", false, "eth_getCode is unknown")
	flags.BoolVar(&f.NoFinalized, "no-finalized", false, "the tag finalized is unknown")
	flags.IntVar(&f.Busy, "busy", 0, "refuse this `many` requests with 429")
	flags.StringVar(&f.RetryAfter, "retry-after", "", "what Retry-After says then, in `seconds`")
	flags.DurationVar(&f.Slow, "slow", 0, "wait this `long` before every answer")
	flags.Uint64Var(&f.MaxRange, "max-range", 0, "`blocks` in one eth_getLogs")
	flags.IntVar(&f.MaxResults, "max-results", 0, "`logs` in one eth_getLogs")
	flags.IntVar(&f.MaxBatch, "max-batch", 0, "`calls` in one batch")
	flags.IntVar(&f.Truncate, "truncate", 0, "cut this `many` answers in half")
	flags.BoolVar(&f.NotJSON, "not-json", false, "answer with a web page")
	flags.BoolVar(&f.NoBlockReceipts, "no-block-receipts", false, "eth_getBlockReceipts is unknown")
	flags.BoolVar(&f.NoRaw, "no-raw", false, "eth_getRawTransactionByHash is unknown")
	flags.BoolVar(&f.WrongRaw, "wrong-raw", false, "eth_getRawTransactionByHash alters a byte")
	flags.BoolVar(&f.NoBatches, "no-batches", false, "refuse batches")
	if err := flags.Parse(args); err != nil {
		return err
	}
	serving, err := source(*made, paying, flags.Args())
	if err != nil {
		return err
	}
	serving.SetFaults(f)
	if *finalized >= 0 {
		serving.SetFinalized(uint64(*finalized))
	}
	socket, err := net.Listen("tcp", *listen)
	if err != nil {
		return err
	}
	fmt.Printf("http://%s\n", socket.Addr())
	web := &http.Server{Handler: serving, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		_ = web.Close() // it ends with ErrServerClosed below
	}()
	if err := web.Serve(socket); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func source(made string, paying synth.Payments, dirs []string) (*server.Server, error) {
	if made == "" {
		if len(dirs) != 1 {
			return nil, errors.New("name one directory with blocks.jsonl and meta.json, or use --made")
		}
		return server.Load(dirs[0])
	}
	part := strings.Split(made, ":")
	if len(part) != 3 {
		return nil, fmt.Errorf("--made %q: write sale:blocks:purchases", made)
	}
	blocks, err := strconv.Atoi(part[1])
	if err != nil {
		return nil, fmt.Errorf("--made %q: %w", made, err)
	}
	purchases, err := strconv.Atoi(part[2])
	if err != nil {
		return nil, fmt.Errorf("--made %q: %w", made, err)
	}
	switch part[0] {
	case "payment-handler":
		return paying.PaymentHandler(blocks, purchases).Serve(), nil
	case "sparse-payment-handler":
		if paying.PerBlock > 0 {
			return nil, errors.New("a sparse sale has no --payments")
		}
		return synth.SparsePaymentHandler(blocks, purchases).Serve(), nil
	case "nodesale":
		return paying.NodeSale(blocks, purchases).Serve(), nil
	case "lean-nodesale":
		if paying.PerBlock > 0 {
			return nil, errors.New("a lean sale has no --payments")
		}
		return synth.LeanNodeSale(blocks, purchases).Serve(), nil
	}
	return nil, fmt.Errorf("--made %q: the sales are payment-handler, sparse-payment-handler, nodesale and lean-nodesale", made)
}

func parseAt(text string) (*server.At, error) {
	var at server.At
	if n, err := fmt.Sscanf(text, "%d:%d", &at.Block, &at.Log); err != nil || n != 2 {
		return nil, fmt.Errorf("%q: write block:log, such as 30:0", text)
	}
	return &at, nil
}
