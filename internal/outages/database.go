package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// The network: a bridge that this machine is on, and three namespaces with a database and an etcd each.
const (
	bridge  = "nlbridge"
	network = "10.77.0."
	nodes   = 3
	secret  = "outages" // of databases that nobody else can reach
)

func address(node int) string { return network + strconv.Itoa(11+node) }
func space(node int) string   { return fmt.Sprintf("nlpg%d", node) }
func link(node int) string    { return fmt.Sprintf("nlveth%d", node) }

// network makes the bridge and the namespaces.
func (w *world) network(ctx context.Context) error {
	commands := [][]string{
		{"ip", "link", "add", bridge, "type", "bridge"}, {"ip", "addr", "add", network + "1/24", "dev", bridge},
		{"ip", "link", "set", bridge, "up"},
	}
	for n := range nodes {
		in := []string{"ip", "netns", "exec", space(n)}
		commands = append(commands, []string{"ip", "netns", "add", space(n)},
			[]string{"ip", "link", "add", link(n), "type", "veth", "peer", "name", "eth0", "netns", space(n)},
			[]string{"ip", "link", "set", link(n), "master", bridge, "up"},
			append(in, "ip", "addr", "add", address(n)+"/24", "dev", "eth0"), append(in, "ip", "link", "set", "eth0", "up"),
			append(in, "ip", "link", "set", "lo", "up"))
	}
	for _, c := range commands {
		if _, err := do(ctx, c...); err != nil {
			return err
		}
	}
	return nil
}

// takeDown removes what network made.
func takeDown() (err error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	for n := range nodes {
		_, failed := do(ctx, "ip", "netns", "del", space(n))
		err = errors.Join(err, failed)
	}
	_, failed := do(ctx, "ip", "link", "del", bridge)
	return errors.Join(err, failed)
}

const patroniText = `scope: nodeledger
name: pg%[1]d
restapi: {listen: '%[2]s:8008', connect_address: '%[2]s:8008'}
etcd: {hosts: '%[3]s'}
bootstrap:
  dcs:
    ttl: 15
    loop_wait: 3
    retry_timeout: 5
    master_start_timeout: 0
    synchronous_mode: true
    synchronous_mode_strict: true
    postgresql:
      use_pg_rewind: true
      parameters: {wal_log_hints: 'on', hot_standby_feedback: 'on', max_connections: 100, shared_buffers: 64MB,
        wal_receiver_status_interval: 1s, wal_sender_timeout: 5s, wal_receiver_timeout: 5s, wal_retrieve_retry_interval: 1s,
        tcp_keepalives_idle: 3, tcp_keepalives_interval: 1, tcp_keepalives_count: 5}
  initdb: [{encoding: UTF8}, data-checksums, {locale: C}]
postgresql:
  listen: '%[2]s:5432'
  connect_address: '%[2]s:5432'
  data_dir: '%[4]s/data'
  bin_dir: '%[5]s'
  pgpass: '%[4]s/pgpass'
  pg_hba: ['host all all 10.77.0.0/24 scram-sha-256', 'host replication all 10.77.0.0/24 scram-sha-256']
  authentication:
    superuser: {username: postgres, password: %[6]s}
    replication: {username: replicator, password: %[6]s}
    rewind: {username: rewinder, password: %[6]s}
  parameters: {unix_socket_directories: '%[4]s'}
`

// databases starts etcd and Patroni in every namespace.
func (w *world) databases(ctx context.Context) error {
	var members, hosts []string
	for n := range nodes {
		members = append(members, fmt.Sprintf("e%d=http://%s:2380", n, address(n)))
		hosts = append(hosts, address(n)+":2379")
	}
	bin, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	if err != nil || len(bin) == 0 {
		return errors.New("there is no PostgreSQL: run scripts/cluster.sh")
	}
	for n := range nodes {
		folder := filepath.Join(w.folder, fmt.Sprintf("pg%d", n))
		if err := os.MkdirAll(filepath.Join(folder, "etcd"), 0o700); err != nil {
			return err
		}
		config := fmt.Sprintf(patroniText, n, address(n), strings.Join(hosts, ","), folder, bin[len(bin)-1], secret)
		if err := os.WriteFile(filepath.Join(folder, "patroni.yml"), []byte(config), 0o644); err != nil {
			return err
		}
		if _, err := do(ctx, "chown", "-R", "postgres", folder); err != nil {
			return err
		}
		at := "http://" + address(n)
		if err := w.within(n, "etcd", "etcd", "--name", fmt.Sprintf("e%d", n), "--data-dir", folder+"/etcd",
			"--listen-client-urls", at+":2379", "--advertise-client-urls", at+":2379", "--listen-peer-urls", at+":2380",
			"--initial-advertise-peer-urls", at+":2380", "--initial-cluster", strings.Join(members, ","), "--initial-cluster-state", "new",
			"--enable-v2", "--pre-vote", "--heartbeat-interval", "300", "--election-timeout", "2500", "--logger", "zap"); err != nil {
			return err
		}
		if err := w.within(n, "patroni", "patroni", folder+"/patroni.yml"); err != nil {
			return err
		}
	}
	return until(ctx, "three databases, one of them primary and one synchronous", 3*time.Minute, w.whole)
}

// within starts a program as the user postgres in a namespace.
func (w *world) within(node int, name string, command ...string) error {
	p, err := launch(w.folder, fmt.Sprintf("%s%d", name, node), append([]string{"ip", "netns", "exec", space(node), "setpriv",
		"--reuid=postgres", "--regid=postgres", "--init-groups", "env", "LC_ALL=C.UTF-8", "HOME=/tmp"}, command...)...)
	w.add(p)
	return err
}

// state is what Patroni says of a database.
type state struct {
	State, Role string
	Synchronous bool                     `json:"sync_standby"`
	Replication []struct{ State string } // of a primary: who is sent its log
}

var patroni = &http.Client{Timeout: time.Second}

func ask(node int) (s state, ok bool) {
	r, err := patroni.Get("http://" + address(node) + ":8008/patroni")
	if err != nil {
		return s, false
	}
	defer r.Body.Close()
	return s, json.NewDecoder(r.Body).Decode(&s) == nil && s.State == "running"
}

// primary is the database that takes writes; -1: none does.
func primary() int {
	for n := range nodes {
		if s, ok := ask(n); ok && (s.Role == "master" || s.Role == "primary") {
			return n
		}
	}
	return -1
}

// whole says that one database is primary, and that both others follow it, one of them synchronously. One that comes back calls itself a
// replica before it is one: it may have to be rewound first, and until then the primary does not send it anything.
func (w *world) whole() bool {
	leads, follow, synchronous, sent := 0, 0, 0, 0
	for n := range nodes {
		s, ok := ask(n)
		switch {
		case !ok:
		case s.Role == "replica":
			if follow++; s.Synchronous {
				synchronous++
			}
		default:
			leads++
			for _, r := range s.Replication {
				if r.State == "streaming" {
					sent++
				}
			}
		}
	}
	return leads == 1 && follow == nodes-1 && synchronous == 1 && sent == nodes-1
}

// killPrimary kills the primary's first process without a word: the others of it end with it.
func (w *world) killPrimary(context.Context) (func() error, error) {
	n := primary()
	if n < 0 {
		return nil, errors.New("there is no primary to kill")
	}
	text, err := os.ReadFile(filepath.Join(w.folder, fmt.Sprintf("pg%d/data/postmaster.pid", n)))
	if err != nil {
		return nil, err
	}
	first, _, _ := strings.Cut(string(text), "\n")
	pid, err := strconv.Atoi(first)
	if err != nil {
		return nil, err
	}
	return func() error { return nil }, syscall.Kill(pid, syscall.SIGKILL)
}

// partition cuts the primary off from everybody, its etcd with it.
func (w *world) partition(ctx context.Context) (heal func() error, err error) {
	n := primary()
	if n < 0 {
		return nil, errors.New("there is no primary to cut off")
	}
	_, err = do(ctx, "ip", "link", "set", link(n), "down")
	return func() error {
		_, err := do(ctx, "ip", "link", "set", link(n), "up")
		return err
	}, err
}
