package e2e_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

const (
	lagBlock = 12 * time.Second  // between two blocks, and between two polls: Ethereum's
	lagTime  = 240 * time.Second // that each world is watched
)

// BenchmarkLag has the built program follow anvil through two endpoints of which one is faulty, for four minutes, while nodes
// are bought and an operator records something every second. It reports how far the books were behind the chain at most, in blocks, beside
// a pair of healthy endpoints, and how long the operator waited. Where all endpoints are down for a minute, the lag is that of ten seconds
// after they came back.
func BenchmarkLag(b *testing.B) {
	for b.Loop() {
		n, contract, start := lagging(b)
		faults := map[string]func(*endpoint){
			"healthy":        func(*endpoint) {},
			"hanging":        func(e *endpoint) { e.fault = hang },
			"429":            func(e *endpoint) { e.fault = busyFor30 },
			"wrong-counter":  func(e *endpoint) { e.edit = wrongCounter },
			"null-finalized": func(e *endpoint) { e.edit = nullFinalized },
			"half-500":       func(e *endpoint) { e.fault = everyOther500 },
			"dropped-socket": func(*endpoint) {},
			"other-chain":    func(e *endpoint) { e.edit = otherChain },
			"all-down":       nil,
		}
		var wait sync.WaitGroup
		var mu sync.Mutex
		for name, fault := range faults {
			w := newLagWorld(b, n, contract, start, name == "dropped-socket")
			wait.Go(func() {
				lag, post := w.run(b, fault)
				mu.Lock()
				defer mu.Unlock()
				b.ReportMetric(float64(lag), name+"-blocks")
				b.ReportMetric(float64(post.Milliseconds()), name+"-ms")
			})
		}
		wait.Wait()
	}
}

// lagging starts anvil with a sale in which somebody buys every few seconds.
func lagging(b *testing.B) (n *node, contract common.Address, start uint64) {
	b.Helper()
	n = startAnvil(b, "--block-time", fmt.Sprint(int(lagBlock.Seconds())), "--slots-in-an-epoch", "1")
	sale := nodesale.NewNodeSale()
	price := big.NewInt(1_000_000)
	settings := nodesale.NodeSaleSettings{
		Owner: n.address(0), Treasury: n.address(4), Mode: 1, MaxNodes: big.NewInt(1_000_000), DiscountBps: new(big.Int),
		RewardBps: new(big.Int), DiscountCap: new(big.Int), RewardCap: new(big.Int), Immediate: true,
		Tiers: []nodesale.NodeSaleTier{{Price: price, Size: 1_000_000, PerWallet: 1_000_000}},
	}
	deployed := n.send(b, 0, nil, nil, append(common.FromHex(nodesale.NodeSaleMetaData.Bin), sale.PackConstructor(settings)...))
	contract = deployed.ContractAddress
	ctx, stop := context.WithCancel(context.Background())
	var wait sync.WaitGroup
	wait.Go(func() {
		for ctx.Err() == nil {
			n.send(b, 1, &contract, price, sale.PackBuy(big.NewInt(1), "", price))
		}
	})
	b.Cleanup(func() { stop(); wait.Wait() })
	return n, contract, deployed.BlockNumber.Uint64()
}

// endpoint passes calls on to a node, and misbehaves from when on is set.
type endpoint struct {
	fault func(w http.ResponseWriter, r *http.Request, n int64) bool // true: it has answered
	edit  func(method string, params []json.RawMessage, result json.RawMessage) json.RawMessage
	on    atomic.Bool
	calls atomic.Int64
	pass  *httputil.ReverseProxy
	at    string // its address
}

func newEndpoint(b testing.TB, node string) (*endpoint, string) {
	b.Helper()
	to, err := url.Parse(node)
	if err != nil {
		b.Fatal(err)
	}
	e := &endpoint{pass: &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(to); r.Out.Header.Del("Accept-Encoding") }}}
	web := httptest.NewServer(e)
	b.Cleanup(web.CloseClientConnections)
	e.at = web.URL
	return e, e.at
}

func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !e.on.Load() || e.fault == nil && e.edit == nil {
		e.pass.ServeHTTP(w, r)
		return
	}
	if e.fault != nil && e.fault(w, r, e.calls.Add(1)) {
		return
	}
	if e.edit == nil {
		e.pass.ServeHTTP(w, r)
		return
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	got := httptest.NewRecorder()
	e.pass.ServeHTTP(got, r)
	text := e.edited(body, got.Body.Bytes())
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(text) // the caller may have hung up
}

type lagCall struct {
	ID     json.RawMessage   `json:"id"`
	Method string            `json:"method"`
	Params []json.RawMessage `json:"params"`
}

// edited changes the answers of one call, or of a batch.
func (e *endpoint) edited(asked, answered []byte) []byte {
	var calls []lagCall
	var answers []map[string]json.RawMessage
	many := bytes.HasPrefix(bytes.TrimSpace(asked), []byte("["))
	if !many {
		asked, answered = fmt.Appendf(nil, "[%s]", asked), fmt.Appendf(nil, "[%s]", answered)
	}
	if json.Unmarshal(asked, &calls) != nil || json.Unmarshal(answered, &answers) != nil {
		return answered
	}
	for _, a := range answers {
		for _, c := range calls {
			if result, ok := a["result"]; ok && bytes.Equal(c.ID, a["id"]) {
				a["result"] = e.edit(c.Method, c.Params, result)
			}
		}
	}
	out, err := json.Marshal(answers)
	if err != nil {
		return answered
	}
	if !many {
		out = bytes.TrimSuffix(bytes.TrimPrefix(out, []byte("[")), []byte("]"))
	}
	return out
}

func hang(_ http.ResponseWriter, r *http.Request, _ int64) bool { <-r.Context().Done(); return true }

func busyFor30(w http.ResponseWriter, _ *http.Request, _ int64) bool {
	w.Header().Set("Retry-After", "30")
	w.WriteHeader(http.StatusTooManyRequests)
	return true
}

func everyOther500(w http.ResponseWriter, _ *http.Request, n int64) bool {
	if n%2 == 0 {
		w.WriteHeader(http.StatusInternalServerError)
	}
	return n%2 == 0
}

func wrongCounter(method string, _ []json.RawMessage, result json.RawMessage) json.RawMessage {
	if method != "eth_call" || len(result) != 68 {
		return result
	}
	return json.RawMessage(`"0x` + strings.Repeat("0", 62) + `07"`)
}

func nullFinalized(_ string, params []json.RawMessage, result json.RawMessage) json.RawMessage {
	for _, p := range params {
		if string(p) == `"finalized"` {
			return json.RawMessage("null")
		}
	}
	return result
}

func otherChain(method string, _ []json.RawMessage, result json.RawMessage) json.RawMessage {
	if method == "eth_chainId" {
		return json.RawMessage(`"0x1"`)
	}
	return result
}

// lagWorld is the program with its books and its two endpoints.
type lagWorld struct {
	node      *node
	endpoints [2]*endpoint
	api       string
	token     string
}

func newLagWorld(b *testing.B, n *node, contract common.Address, start uint64, socket bool) *lagWorld {
	b.Helper()
	w := &lagWorld{node: n}
	var urls []string
	for i := range w.endpoints {
		e, at := newEndpoint(b, n.url)
		w.endpoints[i], urls = e, append(urls, at)
	}
	if socket {
		urls[0] = "ws://" + lossy(b, strings.TrimPrefix(n.url, "http://"), 20*time.Second)
	}
	dir := b.TempDir()
	program := filepath.Join(dir, "lag.yaml")
	text := fmt.Sprintf(`program: lag
schema: 1
chain: { id: 31337, start_block: %d }
sale: { contract: "%s", adapter: nodesale }
assets:
  ETH:  { decimals: 18, kind: native }
  USDT: { decimals: 6, kind: erc20, address: "0x00000000000000000000000000000000000000ee" }
score:
  - brackets:
      - { nodes: 1, factor: 1 }
revenue:
  asset: USDT
  sources: [dapp]
  close_by: 2
  split: { share: 60%%, buyback: 40%% }
  share: { mode: brackets, brackets: [{ nodes: 5, amount: 250 }], surplus: carry }
payout: { treasury: "0x00000000000000000000000000000000000000ab" }
`, start, contract.Hex())
	if err := os.WriteFile(program, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	flags := []string{"--db", filepath.Join(dir, "books.db"), "--program", program}
	made := succeed(b, "operator", "token", "--json")
	w.token = fmt.Sprint(made["token"])
	succeed(b, append([]string{"sync", "--rpc", n.url, "--json"}, flags...)...)
	succeed(b, append([]string{"operator", "add", "ann", "--label", "bench", "--token-key", fmt.Sprint(made["key"]), "--scope", "admin,record",
		"--reference", "ann", "--operator", "ann", "--json"}, flags...)...)
	flags = append([]string{"serve", "--listen", "127.0.0.1:0", "--poll", lagBlock.String(), "--rpc", strings.Join(urls, ",")}, flags...)
	cmd := command(flags...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	log, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		b.Fatal(err)
	}
	cmd.Stderr = log
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait(); _ = log.Close() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		b.Fatal(err)
	}
	w.api = strings.TrimSpace(strings.TrimPrefix(line, "serving at "))
	go func() { _, _ = io.Copy(io.Discard, out) }()
	return w
}

// lossy passes bytes on, and loses each connection after a while.
func lossy(b *testing.B, to string, after time.Duration) string {
	b.Helper()
	in, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = in.Close() })
	go func() {
		for {
			front, err := in.Accept()
			if err != nil {
				return
			}
			back, err := net.Dial("tcp", to)
			if err != nil {
				_ = front.Close()
				continue
			}
			shut := func() { _ = front.Close(); _ = back.Close() }
			time.AfterFunc(after, shut)
			go func() { _, _ = io.Copy(front, back); shut() }()
			go func() { _, _ = io.Copy(back, front); shut() }()
		}
	}()
	return in.Addr().String()
}

// run watches the books and records revenue. A fault of nil takes both endpoints down for a minute.
func (w *lagWorld) run(b *testing.B, fault func(*endpoint)) (lag uint64, post time.Duration) {
	begun := time.Now()
	for w.behind(b) > 1 && time.Since(begun) < 2*time.Minute { // it has caught up
		time.Sleep(100 * time.Millisecond)
	}
	if fault == nil {
		for _, e := range w.endpoints {
			e.fault = func(w http.ResponseWriter, _ *http.Request, _ int64) bool {
				w.WriteHeader(http.StatusBadGateway)
				return true
			}
			e.on.Store(true)
		}
		time.AfterFunc(time.Minute, func() {
			for _, e := range w.endpoints {
				e.on.Store(false)
			}
		})
	} else {
		fault(w.endpoints[0])
		w.endpoints[0].on.Store(true)
	}
	begun = time.Now()
	for n := 0; time.Since(begun) < lagTime; n++ {
		if n%5 == 0 {
			post = max(post, w.record(b, n))
		}
		if fault != nil || time.Since(begun) > time.Minute+10*time.Second {
			lag = max(lag, w.behind(b))
		}
		time.Sleep(200 * time.Millisecond)
	}
	return lag, post
}

// behind is how many blocks the books are behind the chain.
func (w *lagWorld) behind(b *testing.B) uint64 {
	b.Helper()
	head, err := w.node.BlockNumber(context.Background())
	if err != nil {
		b.Error(err)
		return 0
	}
	got, err := http.Get(w.api + "/api/v1/sale")
	if err != nil {
		b.Error(err)
		return 0
	}
	defer got.Body.Close()
	var sale struct {
		AsOf struct {
			Block uint64 `json:"block"`
		} `json:"as_of"`
	}
	if err := json.NewDecoder(got.Body).Decode(&sale); err != nil {
		b.Error(err)
	}
	return head - min(head, sale.AsOf.Block)
}

// record records revenue as an operator, and says how long that took.
func (w *lagWorld) record(b *testing.B, n int) time.Duration {
	b.Helper()
	body := fmt.Sprintf(`{"reference":"r%d","source":"dapp","amount":"10","at":%q}`, n, time.Now().UTC().Add(-time.Hour).Format(time.RFC3339))
	r, err := http.NewRequest(http.MethodPost, w.api+"/api/v1/operator/revenue", strings.NewReader(body))
	if err != nil {
		b.Error(err)
		return 0
	}
	r.Header.Set("Authorization", "Bearer "+w.token)
	r.Header.Set("Content-Type", "application/json")
	begun := time.Now()
	got, err := http.DefaultClient.Do(r)
	if err != nil {
		b.Error(err)
		return 0
	}
	defer got.Body.Close()
	if text, _ := io.ReadAll(got.Body); got.StatusCode/100 != 2 {
		b.Errorf("recorded with %d: %s", got.StatusCode, text)
	}
	return time.Since(begun)
}
