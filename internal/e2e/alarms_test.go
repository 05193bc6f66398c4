package e2e_test

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/sys/unix"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/internal/tamper"
)

// alarmed is a server that something goes wrong with, and what its metrics say meanwhile.
type alarmed struct {
	*testing.T

	flags        []string
	rate         string          // requests a second of one client; empty: any
	prepare      func(*exec.Cmd) // nil: nothing is done before the server starts
	cmd          *exec.Cmd
	api, metrics string
	fired        map[string]bool
}

// start starts the server, with settings of the environment.
func (w *alarmed) start(env ...string) {
	w.Helper()
	w.cmd = command(append([]string{"serve", "--listen", "127.0.0.1:0", "--metrics-listen", "127.0.0.1:0", "--poll", "1s",
		"--rate", cmp.Or(w.rate, "0")}, w.flags...)...)
	w.cmd.Env = append(w.cmd.Env, env...)
	w.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if w.prepare != nil {
		w.prepare(w.cmd)
	}
	out, err := w.cmd.StdoutPipe()
	if err != nil {
		w.Fatal(err)
	}
	log, err := os.Create(filepath.Join(w.TempDir(), "log"))
	if err != nil {
		w.Fatal(err)
	}
	w.cmd.Stderr = log
	if err := w.cmd.Start(); err != nil {
		w.Fatal(err)
	}
	w.Cleanup(func() {
		w.kill()
		if text, _ := os.ReadFile(log.Name()); w.Failed() {
			w.Logf("the log of the server:\n%.6000s", text)
		}
	})
	begun := time.Now()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		w.Fatal(err)
	}
	w.api = strings.TrimSpace(strings.TrimPrefix(line, "serving at "))
	for w.metrics = ""; w.metrics == ""; time.Sleep(10 * time.Millisecond) { // it is in the log, sooner or later
		text, err := os.ReadFile(log.Name())
		if err != nil || time.Since(begun) > 30*time.Second {
			w.Fatalf("no address of metrics in the log: %v", err)
		}
		if at := metricsAt.FindSubmatch(text); at != nil {
			w.metrics = string(at[1])
		}
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
}

var metricsAt = regexp.MustCompile(`"msg":"metrics","at":"(http://[^"]+)"`)

// kill ends the server at once.
func (w *alarmed) kill() {
	if w.cmd.ProcessState == nil {
		_ = w.cmd.Process.Kill()
		_ = w.cmd.Wait()
	}
}

// scrape is what Prometheus would have of the server: its metrics, and whether it answered.
func (w *alarmed) scrape() string {
	w.Helper()
	ask, err := http.NewRequestWithContext(w.Context(), http.MethodGet, w.metrics, nil)
	if err != nil {
		w.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(ask)
	if err != nil {
		return "up 0\n"
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		return "up 0\n"
	}
	return "up 1\n" + string(text)
}

// until scrapes until every metric that is named, with its labels as a regular expression, is as is says.
func (w *alarmed) until(name string, is func(float64) bool) string {
	w.Helper()
	line, text := regexp.MustCompile(`(?m)^`+name+` (\S+)$`), ""
	for end := time.Now().Add(90 * time.Second); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		text = w.scrape()
		found := line.FindAllStringSubmatch(text, -1)
		all := len(found) > 0
		for _, f := range found {
			value, err := strconv.ParseFloat(f[1], 64)
			all = all && err == nil && is(value)
		}
		if all {
			return text
		}
	}
	w.Fatalf("%s does not come to be so:\n%s", name, text)
	return ""
}

// fires says that alarms fire on scrapes, of which the last one holds for some minutes, and notes which did.
func (w *alarmed) fires(holds int, scrapes []string, want ...string) {
	w.Helper()
	fire := firing(w.T, holds, scrapes...)
	for _, name := range want {
		if !fire[name] {
			w.Errorf("%s does not fire", name)
		}
	}
	for name := range fire {
		w.fired[name] = true
	}
}

func above(least float64) func(float64) bool { return func(v float64) bool { return v > least } }
func is(value float64) func(float64) bool    { return func(v float64) bool { return v == value } }

// alarmedSale is a sale on a chain whose clock is an hour late, with points that are issued every day.
func alarmedSale(t *testing.T) (*node, common.Address, string) {
	t.Helper()
	n := startAnvil(t, "--timestamp", fmt.Sprint(time.Now().Unix()-3600))
	sale := nodesale.NewNodeSale()
	price := big.NewInt(1e15)
	settings := nodesale.NodeSaleSettings{
		Owner: n.address(0), Treasury: n.address(4), Mode: 1, MaxNodes: big.NewInt(500), DiscountBps: big.NewInt(1000),
		RewardBps: big.NewInt(1000), DiscountCap: big.NewInt(1000), RewardCap: big.NewInt(1000), Immediate: true,
		Tiers: []nodesale.NodeSaleTier{{Price: price, Size: 500, PerWallet: 500}},
	}
	deployed := n.send(t, 0, nil, nil, append(common.FromHex(nodesale.NodeSaleMetaData.Bin), sale.PackConstructor(settings)...))
	if deployed.Status != 1 {
		t.Fatal("the contract was not deployed")
	}
	program := filepath.Join(t.TempDir(), "alarmed.yaml")
	text := fmt.Sprintf(`program: alarmed
schema: 1
assets:
  ETH:    { decimals: 18, kind: native }
  GPOINT: { decimals: 18, kind: points }
chain: { id: 31337, start_block: %d }
sale: { contract: "%s", adapter: nodesale }
score: [{ brackets: [{ nodes: 1, factor: 1 }] }]
points:
  asset: GPOINT
  cap: 600000
  emission: [{ from: 2024-04-13, per_day: 1440 }]
  pools: { validators: 1/3, providers: 1/3, queens: 1/3 }
`, deployed.BlockNumber, deployed.ContractAddress.Hex())
	if err := os.WriteFile(program, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	buy(t, n, deployed.ContractAddress)
	n.mine(t, 70)
	return n, deployed.ContractAddress, program
}

// buy buys a node.
func buy(t *testing.T, n *node, contract common.Address) {
	t.Helper()
	price := big.NewInt(1e15)
	if r := n.send(t, 2, &contract, price, nodesale.NewNodeSale().PackBuy(big.NewInt(1), "", price)); r.Status != 1 {
		t.Fatal("a purchase was refused")
	}
}

// later lets time pass on the chain.
func later(t *testing.T, n *node, seconds int) {
	t.Helper()
	if err := n.Client.Client().Call(nil, "evm_increaseTime", seconds); err != nil {
		t.Fatal(err)
	}
	n.mine(t, 1)
}

// refuse answers everything with an error of the server.
func refuse(w http.ResponseWriter, _ *http.Request, _ int64) bool {
	w.WriteHeader(http.StatusBadGateway)
	return true
}

// TestEveryAlarmFires brings about each fault that there is an alarm for, and has Prometheus' own tool say what fires on what the server
// itself says meanwhile. Where all is well nothing fires.
func TestEveryAlarmFires(t *testing.T) {
	w := &alarmed{T: t, fired: map[string]bool{}}
	w.aloneOnSQLite()
	w.databaseAway()
	for _, a := range alarms(t) {
		if !w.fired[a.Alert] {
			t.Errorf("%s never fired", a.Alert)
		}
	}
}

// aloneOnSQLite is everything that goes wrong around a server with books in a file.
func (w *alarmed) aloneOnSQLite() {
	t := w.T
	n, contract, program := alarmedSale(t)
	one, first := newEndpoint(t, n.url)
	two, second := newEndpoint(t, n.url)
	folder, books := t.TempDir(), filepath.Join(t.TempDir(), "books.db")
	gone := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) }))
	t.Cleanup(gone.Close)
	secret := run(t, "notices", "secret").stdout
	for name, text := range map[string]string{"ops.secret": secret,
		"notices.yaml": `webhooks: [{ name: ops, url: "` + gone.URL + `/hook", secret_file: ops.secret, private: true }]`} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files := filepath.Join(folder, "files")
	w.flags = []string{"--db", books, "--program", program, "--rpc", first, "--rpc", second, "--files", files}
	w.start()
	w.until("nodeledger_purchases", is(1))
	w.fires(16, []string{w.until("nodeledger_lag_seconds", above(3000))}, "NodeledgerBehind")

	later(t, n, 3600)
	well := w.until("nodeledger_lag_seconds", func(lag float64) bool { return lag < 600 })
	if fire := firing(t, 30, well); len(fire) > 0 {
		t.Errorf("all is well, and %v fire", fire)
	}
	w.endpoints(n, contract, one, two)
	w.kill()

	notices := append(slices.Clone(w.flags), "--notices", filepath.Join(folder, "notices.yaml"))
	w.flags, notices = notices, w.flags
	w.start()
	w.until("nodeledger_purchases", above(1))
	succeed(t, "notices", "test", "ops", "--db", books, "--json")
	w.fires(16, []string{w.until(`nodeledger_notices_endpoint_failing\{endpoint="ops"\}`, is(1))}, "NodeledgerNoticesFailing")
	w.flags = notices
	w.process()
	w.time(n, files)

	w.kill()
	restore := tamper.First(t, books, "balance", "", "ETH").Bend(t, "up")
	w.start()
	w.fires(1, []string{w.until("nodeledger_not_sound", is(1))}, "NodeledgerNotSound")
	w.kill()
	restore()
	w.start()
	w.until("nodeledger_updates_failing", is(0))
	if err := n.Client.Client().Call(nil, "anvil_reorg", 150, []any{}); err != nil {
		t.Fatal(err)
	}
	w.fires(1, []string{w.until("nodeledger_frozen", is(1))}, "NodeledgerFrozen")
	w.kill()
	w.fires(5, []string{w.scrape()}, "NodeledgerDown")
}

// endpoints is what goes wrong with the endpoints of the chain.
func (w *alarmed) endpoints(n *node, contract common.Address, one, two *endpoint) {
	two.fault = refuse
	two.on.Store(true)
	w.fires(16, []string{w.until(`nodeledger_endpoint_up\{endpoint="`+regexp.QuoteMeta(two.at)+`"\}`, is(0))}, "NodeledgerEndpointDown")
	one.fault = refuse
	one.on.Store(true)
	w.until("nodeledger_updates_failing", above(0))
	w.fires(16, []string{w.until(`nodeledger_endpoint_up\{.*\}`, is(0))}, "NodeledgerNoEndpoint", "NodeledgerUpdatesFailing")
	one.on.Store(false)
	two.on.Store(false)
	before := w.until("nodeledger_updates_failing", is(0))

	one.fault = nil
	two.fault = func(_ http.ResponseWriter, _ *http.Request, _ int64) bool { time.Sleep(time.Second); return false } // the other one leads
	lie := func(method string, _ []json.RawMessage, result json.RawMessage) json.RawMessage {
		switch method {
		case "eth_getLogs":
			return json.RawMessage("[]")
		case "eth_getBlockReceipts", "eth_getTransactionReceipt":
			return json.RawMessage(strings.ReplaceAll(string(result), `"status":"0x1"`, `"status":"0x0"`))
		}
		return result
	}
	one.edit = lie
	one.on.Store(true)
	two.on.Store(true)
	after, caught := "", regexp.MustCompile(`(?m)^nodeledger_endpoint_faulty_total\{endpoint="`+regexp.QuoteMeta(one.at)+`"\} [1-9]`)
	for end := time.Now().Add(90 * time.Second); !caught.MatchString(after); time.Sleep(2 * time.Second) {
		buy(w.T, n, contract)
		if after = w.scrape(); time.Now().After(end) {
			w.Fatalf("nobody caught the endpoint that lies:\n%s", after)
		}
	}
	w.fires(16, []string{before, after}, "NodeledgerEndpointFaulty")
	one.on.Store(false)
	two.on.Store(false)
}

// process is what goes wrong with the process.
func (w *alarmed) process() {
	limit := &unix.Rlimit{}
	if err := unix.Prlimit(w.cmd.Process.Pid, unix.RLIMIT_NOFILE, nil, limit); err != nil {
		w.Fatal(err)
	}
	open, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", w.cmd.Process.Pid))
	if err != nil {
		w.Fatal(err)
	}
	if err := unix.Prlimit(w.cmd.Process.Pid, unix.RLIMIT_NOFILE, &unix.Rlimit{Cur: uint64(len(open) + 2), Max: limit.Max}, nil); err != nil {
		w.Fatal(err)
	}
	w.fires(16, []string{w.until("process_max_fds", is(float64(len(open)+2)))}, "NodeledgerFiles")

	var begun []string
	for range 4 {
		w.kill()
		w.start("GOMEMLIMIT=24MiB")
		begun = append(begun, w.until("nodeledger_updated_seconds", above(0)))
		time.Sleep(time.Second) // the instant at which a process began is known to the hundredth of a second
	}
	w.kill()
	w.start("GOMEMLIMIT=24MiB")
	w.fires(16, append(begun, w.until("process_resident_memory_bytes", above(24<<20))), "NodeledgerRestarting", "NodeledgerMemory")
	w.kill()
	w.start()
}

// time is what goes wrong with the chain's finality, and with the files of what it ends.
func (w *alarmed) time(n *node, files string) {
	w.until("nodeledger_updated_seconds", above(0))
	later(w.T, n, 2*24*3600)
	w.until("nodeledger_job_due_seconds", above(14400))
	w.fires(16, []string{w.until("nodeledger_not_final_seconds", above(7200))}, "NodeledgerNotFinal", "NodeledgerJobLate")
	if err := os.RemoveAll(files); err != nil {
		w.Fatal(err)
	}
	if err := os.WriteFile(files, []byte("in the way\n"), 0o600); err != nil {
		w.Fatal(err)
	}
	n.mine(w.T, 200)
	w.fires(16, []string{w.until("nodeledger_files_waiting", above(0))}, "NodeledgerFilesWaiting")
	if err := os.Remove(files); err != nil {
		w.Fatal(err)
	}
	w.until("nodeledger_files_waiting", is(0))
}

// databaseAway is a server whose PostgreSQL cannot be reached any more.
func (w *alarmed) databaseAway() {
	t := w.T
	url := pgtest.URL(t)
	d := newDatabase(t, url)
	_, at := recordedServer(t)
	w.flags = []string{"--db", d.dsn, "--program", recordedProgram(), "--rpc", at, "--max-lag", "0"}
	w.start()
	scrapes := []string{w.until("nodeledger_purchases", is(41))}
	d.line.cut()
	for range 12 {
		for range 3 {
			ask, err := http.NewRequestWithContext(context.Background(), http.MethodGet, w.api+"/api/v1/ledger/transactions", nil)
			if err != nil {
				t.Fatal(err)
			}
			answer, err := http.DefaultClient.Do(ask)
			if err != nil {
				t.Fatal(err)
			}
			if answer.Body.Close(); answer.StatusCode != http.StatusServiceUnavailable {
				t.Errorf("without a database: %d", answer.StatusCode)
			}
		}
		scrapes = append(scrapes, w.scrape())
	}
	w.fires(0, scrapes, "NodeledgerErrors", "NodeledgerDatabaseDown")
	w.kill()
}
