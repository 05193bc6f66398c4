package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

// world is everything that runs: databases, proxies, a chain and two servers.
type world struct {
	options
	out               io.Writer
	api, chain, token string
	program           string // file

	mu        sync.Mutex
	processes []*process // in the order in which they were started
	servers   [2]*process
}

const (
	booksURL = "postgres://postgres:" + secret + "@" + network + "1:5000/ledger?sslmode=disable"
	readsURL = "postgres://postgres:" + secret + "@" + network + "1:5001/ledger?sslmode=disable"
	proxyAPI = "127.0.0.1:8090"
)

const haproxyText = `global
  maxconn 400
defaults
  timeout connect 2s
  timeout client 1h
  timeout server 1h
  timeout check 1s
  retries 2
  option redispatch 1
listen primary
  mode tcp
  bind 10.77.0.1:5000
  option httpchk OPTIONS /primary
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
%[1]slisten reads
  mode tcp
  bind 10.77.0.1:5001
  balance roundrobin
  option httpchk OPTIONS /read-only
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
%[1]slisten api
  mode http
  bind 127.0.0.1:8090
  balance roundrobin
  option forwardfor
  option httpchk GET /healthz
  default-server inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
  server s0 127.0.0.1:8091 check
  server s1 127.0.0.1:8092 check
`

func (w *world) add(p *process) {
	if p != nil {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.processes = append(w.processes, p)
	}
}

func (w *world) start(ctx context.Context) error {
	w.api = "http://" + proxyAPI
	if err := os.Chmod(w.folder, 0o755); err != nil {
		return err
	}
	for _, begin := range []func(context.Context) error{w.network, w.databases, w.proxies, w.begin} {
		if err := begin(ctx); err != nil {
			return err
		}
	}
	for n := range w.servers {
		if err := w.serve(n); err != nil {
			return err
		}
	}
	return until(ctx, "two servers that are ready", 2*time.Minute, func() bool { return w.ready(0) && w.ready(1) && w.leader() >= 0 })
}

// proxies starts HAProxy.
func (w *world) proxies(context.Context) error {
	var list strings.Builder
	for n := range nodes {
		fmt.Fprintf(&list, "  server pg%d %s:5432 check port 8008\n", n, address(n))
	}
	file := filepath.Join(w.folder, "haproxy.cfg")
	if err := os.WriteFile(file, fmt.Appendf(nil, haproxyText, list.String()), 0o600); err != nil {
		return err
	}
	p, err := launch(w.folder, "haproxy", "haproxy", "-f", file)
	w.add(p)
	return err
}

var (
	chainLine = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)
	annsToken = regexp.MustCompile(`ann (nlo_[A-Za-z0-9_-]+)`)
)

// begin starts a chain on which somebody buys, and makes books in the cluster out of the demonstration's, which have operators.
func (w *world) begin(ctx context.Context) error {
	w.program = filepath.Join(w.folder, "sale.yaml")
	first := filepath.Join(w.folder, "demo.db")
	p, err := launch(w.folder, "demo", w.demo, "demo", "--db", first, "--program-file", w.program, "--purchases", fmt.Sprint(w.purchases),
		"--months", "2", "--pace", "400ms") // facts are dated today, and none far past the chain's newest block
	w.add(p)
	if err != nil {
		return err
	}
	said := func() string {
		text, _ := os.ReadFile(filepath.Join(w.folder, "demo.log"))
		return string(text)
	}
	if err := until(ctx, "a chain", 3*time.Minute, func() bool { return strings.Contains(said(), "tokens: ann") }); err != nil {
		return err
	}
	for line := range strings.Lines(said()) {
		if found := annsToken.FindStringSubmatch(line); found != nil {
			w.token = found[1]
		}
	}
	lines := bufio.NewScanner(strings.NewReader(said()))
	for lines.Scan() && w.chain == "" {
		if strings.Contains(lines.Text(), "--rpc") || strings.Contains(lines.Text(), "chain") {
			w.chain = chainLine.FindString(lines.Text())
		}
	}
	if w.token == "" || w.chain == "" {
		return fmt.Errorf("the demonstration does not say its chain and tokens: %s", said())
	}
	if err := until(ctx, "a connection", time.Minute, func() bool {
		_, err = do(ctx, "psql", strings.Replace(booksURL, "/ledger?", "/postgres?", 1), "-c", "CREATE DATABASE ledger")
		return err == nil
	}); err != nil {
		return err
	}
	copied := filepath.Join(w.folder, "first.db")
	if _, err := do(ctx, w.binary, "backup", copied, "--db", first); err != nil {
		return err
	}
	_, err = do(ctx, w.binary, "rebuild", "--from", copied, "--db", booksURL)
	return err
}

// serve starts a server.
func (w *world) serve(n int) (err error) {
	w.servers[n], err = launch(w.folder, fmt.Sprintf("serve%d", n), w.binary, "serve", "--db", booksURL, "--read-db", readsURL,
		"--rpc", w.chain, "--listen", fmt.Sprintf("127.0.0.1:%d", 8091+n), "--metrics-listen", fmt.Sprintf("127.0.0.1:%d", 8191+n),
		"--poll", "2s", "--max-lag", "0", "--rate", "0", "--head-file", filepath.Join(w.folder, fmt.Sprintf("head%d", n)))
	w.add(w.servers[n])
	return err
}

func (w *world) ready(n int) bool {
	_, ok := get(fmt.Sprintf("http://127.0.0.1:%d/readyz", 8091+n))
	return ok
}

func get(url string) (string, bool) {
	r, err := patroni.Get(url)
	if err != nil {
		return "", false
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	return string(text), err == nil && r.StatusCode == http.StatusOK
}

// leader is the server that leads; -1: none does.
func (w *world) leader() int {
	return slices.IndexFunc([]int{0, 1}, func(n int) bool {
		text, _ := get(fmt.Sprintf("http://127.0.0.1:%d/metrics", 8191+n))
		return strings.Contains(text, "\nnodeledger_leader 1\n")
	})
}

// killLeader kills the server that leads; it is started again afterwards.
func (w *world) killLeader(context.Context) (func() error, error) {
	n := w.leader()
	if n < 0 {
		return nil, errors.New("no server leads")
	}
	w.servers[n].kill()
	return func() error { return w.serve(n) }, nil
}

// stop ends everything, the last first.
func (w *world) stop() error {
	w.mu.Lock()
	list := slices.Clone(w.processes)
	w.mu.Unlock()
	slices.Reverse(list)
	for _, p := range list {
		p.end()
	}
	return takeDown()
}
