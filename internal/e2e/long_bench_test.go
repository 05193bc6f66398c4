package e2e_test

import (
	"bufio"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"

	"github.com/nodeledger/nodeledger/internal/pgtest"
)

// longPurchases is how many purchases BenchmarkLong makes where PURCHASES does not say.
const longPurchases = 200_000

// BenchmarkLong is the life of very large books: a sync whose speed and memory are noted by the tenth, how long commands and a server take
// to answer from what there is then, how large it is, and how long the API takes at 200 questions a second. PURCHASES=10000000 make bench
// BENCH=Long/sqlite takes fifty minutes. It needs 8 GB of memory for the made chain, 4 for the program, and 11 GB of disk for the books.
func BenchmarkLong(b *testing.B) {
	purchases := longPurchases
	if text := os.Getenv("PURCHASES"); text != "" {
		var err error
		if purchases, err = strconv.Atoi(text); err != nil || purchases < 1000 {
			b.Fatalf("PURCHASES=%s: a number from 1000 on", text)
		}
	}
	for _, kind := range []string{"sqlite", "postgresql"} {
		b.Run(kind, func(b *testing.B) {
			url, program := serveMade(b, "lean-nodesale", purchases/50, 50)
			for b.Loop() {
				dsn := filepath.Join(b.TempDir(), "books.db")
				if kind == "postgresql" {
					dsn = pgtest.URL(b)
				}
				l := &long{b: b, dsn: dsn, program: program, purchases: purchases}
				l.sync(url)
				l.size()
				l.commands()
				l.serve()
			}
		})
	}
}

type long struct {
	b            *testing.B
	dsn, program string
	purchases    int
}

// ask reads one value out of the books' tables.
func (l *long) ask(query string, into any) error {
	driver, name := "pgx", l.dsn
	if strings.HasSuffix(l.dsn, ".db") {
		driver, name = "sqlite", "file:"+l.dsn+"?mode=ro"
	}
	db, err := sql.Open(driver, name)
	if err != nil {
		return err
	}
	return errors.Join(db.QueryRow(query).Scan(into), db.Close())
}

// sync notes when each tenth of the purchases was booked, and what memory the process had then.
func (l *long) sync(url string) {
	cmd := command("sync", "--db", l.dsn, "--program", l.program, "--rpc", url, "--json")
	cmd.Stderr, cmd.Stdout = os.Stderr, io.Discard
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		l.b.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	var first, last, firstCPU, lastCPU float64 // purchases a second, and a second of the processor
	from, at, used := begun, 0, 0.0
	for next := 1; ; {
		select {
		case err := <-ended:
			if err != nil {
				l.b.Fatal(err)
			}
			took := time.Since(begun)
			l.b.ReportMetric(float64(l.purchases)/took.Seconds(), "events/s")
			l.b.ReportMetric(last/first, "last-to-first")
			l.b.ReportMetric(lastCPU/firstCPU, "last-to-first-by-cpu")
			l.b.ReportMetric(float64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)/1024, "peak-MiB")
			l.b.ReportMetric((cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds(), "cpu-s")
			return
		case <-tick.C:
		}
		var booked int
		if l.ask("SELECT sequence FROM head", &booked) != nil || booked < next*l.purchases/10 {
			continue
		}
		now := time.Now()
		cpu := processor(cmd.Process.Pid)
		rate, byCPU := float64(booked-at)/now.Sub(from).Seconds(), float64(booked-at)/(cpu-used)
		fmt.Fprintf(os.Stderr, "%d purchases after %.0f s, %.0f a second, %.0f a second of the processor, %s\n", booked,
			now.Sub(begun).Seconds(), rate, byCPU, resident(cmd.Process.Pid))
		if next == 1 {
			first, firstCPU = rate, byCPU
		}
		last, lastCPU, from, at, used = rate, byCPU, now, booked, cpu
		for next*l.purchases/10 <= booked {
			next++
		}
	}
}

// processor is how many seconds of processors a process has used, as the kernel counts them: in hundredths.
func processor(pid int) float64 {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	_, after, _ := strings.Cut(string(text), ") ")
	fields := strings.Fields(after)
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.ParseFloat(fields[11], 64)
	system, _ := strconv.ParseFloat(fields[12], 64)
	return (user + system) / 100
}

func resident(pid int) string {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return err.Error()
	}
	_, after, _ := strings.Cut(string(text), "VmRSS:")
	line, _, _ := strings.Cut(after, "\n")
	return strings.TrimSpace(line) + " resident"
}

func (l *long) size() {
	var bytes int64
	if strings.HasSuffix(l.dsn, ".db") {
		for _, end := range []string{"", "-wal"} {
			if info, err := os.Stat(l.dsn + end); err == nil {
				bytes += info.Size()
			}
		}
	} else if err := l.ask("SELECT pg_database_size(current_database())", &bytes); err != nil {
		l.b.Fatal(err)
	}
	l.b.ReportMetric(float64(bytes)/float64(l.purchases), "bytes/purchase")
}

// commands are four of those that people use from day to day, each in a process of its own.
func (l *long) commands() {
	slowest := time.Duration(0)
	for _, args := range [][]string{
		{"holder", l.buyer(0)}, {"referral", "leaderboard"}, {"quote", "--quantity", "3"}, {"payout", "list"},
	} {
		cmd := command(append(args, "--db", l.dsn, "--program", l.program)...)
		begun := time.Now()
		if out, err := cmd.CombinedOutput(); err != nil {
			l.b.Fatalf("%v: %v\n%s", args, err, out)
		}
		took := time.Since(begun)
		fmt.Fprintf(os.Stderr, "%s: %.2f s, %.2f s of CPU\n", strings.Join(args, " "), took.Seconds(),
			(cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds())
		slowest = max(slowest, took)
	}
	l.b.ReportMetric(slowest.Seconds(), "slowest-command-s")
}

// buyer is the wallet of a purchase.
func (l *long) buyer(n int) (wallet string) {
	const query = "SELECT path FROM account WHERE path LIKE 'asset:%' OR path LIKE '%:0x%' ORDER BY id LIMIT 1 OFFSET "
	var path string
	if err := l.ask(query+strconv.Itoa(n), &path); err != nil {
		l.b.Fatal(err)
	}
	i := strings.Index(path, "0x")
	return path[i : i+42]
}

// serve notes when a server answers for the first time, and how long answers take at 200 questions a second for half a minute.
func (l *long) serve() {
	cmd := command("serve", "--db", l.dsn, "--program", l.program, "--listen", "127.0.0.1:0", "--rate", "0")
	cmd.Stderr = io.Discard
	out, err := cmd.StdoutPipe()
	if err != nil {
		l.b.Fatal(err)
	}
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		l.b.Fatal(err)
	}
	defer func() { _ = cmd.Process.Signal(os.Interrupt); _ = cmd.Wait() }()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		l.b.Fatal(err)
	}
	at := strings.TrimSpace(strings.TrimPrefix(line, "serving at "))
	if err := ask(at + "/api/v1/sale"); err != nil {
		l.b.Fatal(err)
	}
	l.b.ReportMetric(time.Since(begun).Seconds(), "ready-s")
	l.load(at)
}

// through keeps its connections, as a proxy does: a server takes a bounded number from one address.
var through = http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 32, MaxConnsPerHost: 32}}

func ask(url string) error {
	r, err := through.Get(url)
	if err != nil {
		return err
	}
	defer r.Body.Close()
	if _, err := io.Copy(io.Discard, r.Body); err != nil || r.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s %w", url, r.Status, err)
	}
	return nil
}

func (l *long) load(at string) {
	const perSecond, seconds = 200, 30
	var wallets []string
	for n := range 100 {
		wallets = append(wallets, l.buyer(n*l.purchases/2000))
	}
	dice := rand.New(rand.NewPCG(1, 1))
	took := make([]time.Duration, perSecond*seconds)
	group, start := sync.WaitGroup{}, time.Now()
	for i := range took {
		due := start.Add(time.Duration(i) * time.Second / perSecond)
		time.Sleep(time.Until(due))
		path := []string{
			"/api/v1/sale", "/api/v1/holders/" + wallets[dice.IntN(len(wallets))], "/api/v1/ledger/transactions?limit=20",
			"/api/v1/leaderboard", fmt.Sprintf("/api/v1/quote?quantity=%d", 1+dice.IntN(9)),
		}[dice.IntN(5)]
		group.Go(func() {
			if err := ask(at + path); err != nil {
				l.b.Error(err)
			}
			took[i] = time.Since(due) // waiting for a turn counts
		})
	}
	group.Wait()
	slices.Sort(took)
	l.b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
	l.b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
}
