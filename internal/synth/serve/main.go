// Command serve makes a sale and serves its chain as a JSON-RPC endpoint, for benchmarks that want the endpoint in a
// process of its own. It prints one JSON line, {"url": ..., "program": <text of the program file>}, and serves until it
// is ended.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/internal/synth"
)

func main() {
	adapter := flag.String("adapter", "payment-handler", "the contract that sells: payment-handler or nodesale")
	blocks := flag.Int("blocks", 2000, "blocks of purchases")
	purchases := flag.Int("purchases", 25, "purchases in each")
	flag.Parse()
	if err := run(*adapter, *blocks, *purchases); err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

func run(adapter string, blocks, purchases int) error {
	var made *synth.Sale
	settings := ""
	switch adapter {
	case "payment-handler":
		made = synth.PaymentHandler(blocks, purchases)
		admin := make([]string, len(made.Admin))
		for i, tx := range made.Admin {
			admin[i] = fmt.Sprintf("%q", tx.Hex())
		}
		settings = ", amount: net, admin: [" + strings.Join(admin, ", ") + "]"
	case "nodesale":
		made = synth.NodeSale(blocks, purchases)
	default:
		return fmt.Errorf("there is no adapter %q: use payment-handler or nodesale", adapter)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	if err := json.NewEncoder(os.Stdout).Encode(map[string]string{
		"url": "http://" + listener.Addr().String(),
		"program": fmt.Sprintf("program: made\nschema: 1\nchain: { id: %d, start_block: 0, proof: full }\nsale: { contract: %q, adapter: %s%s }\n",
			synth.ChainID, made.Contract.Hex(), adapter, settings),
	}); err != nil {
		return err
	}
	server := http.Server{Handler: made.Serve(), ReadHeaderTimeout: 10 * time.Second}
	return server.Serve(listener)
}
