package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/lasthead"
	"github.com/nodeledger/nodeledger/demo"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/program"
)

// A document's commands, and the examples of help, are run as they are written: in a folder with the books of a demonstration
// whose last month is open (books.db), its program file (my-sale.yaml), and the files below. A block of a document, indented or
// fenced, that is not run says why in a comment above it: <!-- not run: it needs ... -->; one that needs books without operators
// says <!-- new books -->.

// files are those that documents and examples name.
func files(wallet string) map[string]string {
	return map[string]string{
		"scores.csv":  "wallet,what,value,at\n" + wallet + ",compute,5,2026-10-01T00:00:00Z\n",
		"revenue.csv": "reference,source,amount,at,note\nweek-36,dapp,1250.50,2026-09-02T12:00:00Z,\n",
		"balance.csv": "balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category\ntxn_1,2026-09-02 " +
			"09:12:45,usd,600.00,17.70,582.30,charge\n",
		"settings.yaml": string(program.DeploymentExample()),
		"sanctions.txt": "0x00000000000000000000000000000000000000e5\n",
		"prices.csv":    "date,asset,usd\n2026-03-01,USDT,1\n",
		"ann.json": `{"name":"ann-seed","wallet":"` + wallet +
			`","total":"1000000","bucket":"funds","start":"2026-07-05T12:00:00Z","at_start":"10000",` +
			`"cliff":"none","duration":"24mo","step":"linear","begins":"after_cliff"}`,
	}
}

// refusedBecause are the commands that the demonstration's books refuse, and how.
var refusedBecause = map[string]string{
	"nodeledger audit":                       "does not answer",            // nobody serves books there
	"nodeledger payout settle":               "not explained by any line",  // somebody was paid by mistake
	"nodeledger rewards plan-tge":            "there is nothing to record", // the program file has token.tge
	"nodeledger rewards record-tge":          "there is nothing to record",
	"nodeledger contracts verify --settings": "is for chain 11155111", // the example's
	"nodeledger operator recover":            "names no recovery wallets",
	"nodeledger points sold":                 "there are no GPOINT any more", // the TGE is over
	"nodeledger points spent":                "there are no GPOINT any more",
	"nodeledger points reverse":              "there are no GPOINT any more",
}

// before are the commands that have to be run before the examples of a command.
var before = map[string][]string{
	"ledger checkpoint": {"nodeledger ledger key books.example.org books.key"},
	"ledger verify":     {"nodeledger ledger checkpoint --out books.checkpoint"},
	"month approve":     {proposing},
	"program consent":   {changing},
	"program amendment": {amending},
	"payout prepare":    {proposing, closing},
	"operator consent":  {"nodeledger operator add erin --label laptop --wallet NOBODY --scope approve --reference erin --operator ann"},
	"payout propose":    {proposing, closing, preparing},
	"payout approve":    {proposing, closing, preparing, "nodeledger payout propose 2026-08 --operator ann"},
	"payout cancel":     {proposing, closing, preparing},
	"payout check":      {exporting, exportingClaims},
	"vesting revoke":    {granting},
	"vesting release":   {granting},
	"stake end":         {staking},
	"stake reverse":     {staking},
}

const (
	proposing = "nodeledger month close 2026-08 --rpc https://one.example --operator ann"
	closing   = "nodeledger month approve 2026-08 --file-hash HASH --rpc https://one.example --operator bob"
	preparing = "nodeledger payout prepare 2026-08 --operator ann"
	staking   = "nodeledger stake add WALLET 1 GPU --at 2026-09-05T00:00:00Z --reference stake-7 --operator ann"
	granting  = "nodeledger vesting grant ann.json --reference grant-ann --operator ann"

	changing        = `nodeledger program propose next-sale.yaml --why "less dust" --reference rules-2030 --operator ann`
	amending        = `nodeledger program propose amended-sale.yaml --amend --why "a typo" --reference amend --operator ann`
	exporting       = "nodeledger payout export 2026-01 --out files --operator ann"
	exportingClaims = "nodeledger payout export 2026-02 --out files --operator ann"
)

// shop is a demonstration whose chain runs on while its books are copied.
type shop struct {
	folder string // with demo.db, new.db and my-sale.yaml
	names  *strings.Replacer
	tokens map[string]string
	wallet string
	other  string // the program file of a sale on another chain
}

var theShop *shop

// demonstration is the one that all tests share: it is made once.
func demonstration(t *testing.T) *shop {
	t.Helper()
	if theShop == nil {
		theShop = openShop(t)
	}
	return theShop
}

func openShop(t *testing.T) *shop {
	t.Helper()
	folder, err := os.MkdirTemp("", "nodeledger-shop-")
	if err != nil {
		t.Fatal(err)
	}
	afterTests = append(afterTests, func() { os.RemoveAll(folder) })
	o := demo.Options{Seed: 1, Months: 8, Purchases: 160, LeaveOpen: true, Database: filepath.Join(folder, "demo.db"),
		Logger: (&invocation{App: &App{}}).logger(false)}
	o.Update = func(ctx context.Context, e *engine.Engine) error { return updateBooks(e)(ctx) }
	d, err := demo.Start(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	afterTests = append(afterTests, d.Close)
	if err := d.RunMonths(t.Context(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	if err := d.Book(t.Context()); err != nil {
		t.Fatal(err)
	}
	exception := ""
	d.Engine.Payouts(func(b *payout.Book) {
		for _, x := range b.Exceptions() {
			if x.Closed.IsZero() { // the treasury's receipts are explained
				exception = x.Key
			}
		}
	})
	head, now := lasthead.File(o.Database+".head"), afterwards().Now()
	if err := head.Advance(t.Context(), d.Engine.History().(engine.Copy), engine.Fetched{}, now); err != nil {
		t.Fatal(err)
	}
	if err := head.Keep(engine.Finding{Time: now, Whole: true}); err != nil {
		t.Fatal(err)
	}
	d.Engine.Close() // so that its file is whole
	makeLog(t, o.Database)
	address, _ := d.Chain.Wallet(8)
	owner, _ := d.Chain.Wallet(6)
	s := &shop{folder: folder, wallet: strings.ToLower(address.Hex()),
		tokens: map[string]string{"ann": d.Operators.Ann.Token, "bob": d.Operators.Bob.Token, "eve": "nlo_" + strings.Repeat("A", 43)}}
	s.names = strings.NewReplacer(
		"https://one.example", d.Chain.URL(), "https://two.example", strings.Replace(d.Chain.URL(), "127.0.0.1", "localhost", 1),
		"https://your.own.example", d.Chain.URL(), "127.0.0.1:8080", "127.0.0.1:0",
		"WALLET", s.wallet, "TREASURY", strings.ToLower(d.Program.Payout.Treasury[0].Value.Hex()),
		"CONTRACT", d.Program.Sale.Contract.Hex(),
		"OWNER", strings.ToLower(owner.Hex()), "NOBODY", "0x00000000000000000000000000000000000000e5",
		"EXCEPTION", exception, "BOBSKEY", operator.TokenKey(d.Operators.Bob.Token), "HASH", strings.Repeat("5a", 32), "PUBLIC",
		operator.TokenKey("nlo_"+strings.Repeat("P", 42)+"A"), "LARGE",
		`{"note":"`+strings.Repeat("x", 1<<20)+`"}`,
		"NODELEDGER_TOKEN=...", "NODELEDGER_TOKEN="+s.tokens["ann"],
	)
	s.write(t, folder, "my-sale.yaml", d.ProgramText())
	s.other = strings.Replace(d.ProgramText(), "id: 1337", "id: 5", 1)
	mustRun(t, "sync", "--program", filepath.Join(folder, "my-sale.yaml"), "--db", filepath.Join(folder, "new.db"), "--rpc", d.Chain.URL())
	return s
}

func (s *shop) write(t *testing.T, folder, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// enter makes a folder with books and everything, and goes there.
func (s *shop) enter(t *testing.T, books string) {
	t.Helper()
	folder := t.TempDir()
	copied := map[string]string{"new.db": "new.db", books: "books.db", books + ".head": "books.db.head", "my-sale.yaml": "my-sale.yaml"}
	if books == "demo.db" {
		copied["demo.db.notices"] = "books.db.notices"
	}
	for from, to := range copied {
		content, err := os.ReadFile(filepath.Join(s.folder, from))
		if err != nil {
			t.Fatal(err)
		}
		s.write(t, folder, to, string(content))
	}
	s.write(t, folder, "other.yaml", s.other)
	text, err := os.ReadFile(filepath.Join(s.folder, "my-sale.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	s.write(t, folder, "next-sale.yaml", strings.Replace(string(text), "minimum: { USDT: 5 }",
		"minimum: { USDT: [{ amount: 5 }, { from: 2030-01-01, amount: 10 }] }", 1))
	s.write(t, folder, "amended-sale.yaml", strings.Replace(string(text), "{ nodes: 5,   amount: 250 }", "{ nodes: 5,   amount: 240 }", 1))
	s.write(t, folder, "bad.yaml", "program: bad\nschema: 1\nsail: {}\n")
	for name, text := range files(s.wallet) {
		s.write(t, folder, name, text)
	}
	t.Chdir(folder)
}

// run runs a command line as it is written.
func (s *shop) run(t *testing.T, line string) {
	t.Helper()
	if fault := s.fault(t, line); fault != "" {
		t.Error(fault)
	}
}

// fault runs a command line of a document and says what is wrong with it.
func (s *shop) fault(t *testing.T, line string) string {
	t.Helper()
	if !strings.Contains(line, "nodeledger ") || strings.HasPrefix(line, "go ") {
		return "it is not said why this is not run: " + line
	}
	env := map[string]string{"NODELEDGER_DB": "books.db", "NODELEDGER_PROGRAM": "my-sale.yaml", "NODELEDGER_LISTEN": "127.0.0.1:0",
		"NODELEDGER_TOKEN": s.tokens["ann"]}
	words := split(s.names.Replace(line))
	for strings.Contains(words[0], "=") {
		name, value, _ := strings.Cut(words[0], "=")
		env[name], words = value, words[1:]
	}
	if strings.HasSuffix(line, "--operator bob") || strings.HasPrefix(line, "nodeledger payout approve") ||
		strings.HasPrefix(line, "nodeledger program consent") || strings.HasPrefix(line, "nodeledger month approve") {
		env["NODELEDGER_TOKEN"] = s.tokens["bob"]
	}
	if slices.Contains(words, "setup") {
		env["NODELEDGER_TOKEN"] = ""
	}
	if words[1] == "demo" {
		delete(env, "NODELEDGER_DB") // its books are new ones
	}
	if i := slices.Index(words, "--file-hash"); i > 0 { // of the run or the month, which the line does not know
		ask := []string{"payout", "show", words[3]}
		if words[1] == "month" {
			ask = []string{"month", "preview", words[3], "--rpc", s.names.Replace("https://one.example")}
		}
		words[i+1] = s.ask(t, env, ask...).File
	}
	if i := slices.Index(words, "DIGEST"); i > 0 {
		words[i] = s.ask(t, env, "program", "history").Proposed.SHA256
	}
	if i := slices.Index(words, "--grant"); i > 0 {
		words[i+1] = s.ask(t, env, "operator", "list").Waiting[0].Grant
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	stdout, stderr := &untilServing{stop: stop}, new(lines)
	a := &App{Stdout: stdout, Stderr: stderr, Env: func(name string) string { return env[name] }, Clock: afterwards(), Limits: impatient}
	code := a.Run(ctx, words[1:])
	for command, why := range refusedBecause {
		if strings.HasPrefix(line, command) {
			if code != 1 || !strings.Contains(stderr.String(), why) {
				return fmt.Sprintf("%s\nexit code %d: %s, want 1 and %q", line, code, stderr, why)
			}
			return ""
		}
	}
	if code != exitDone {
		return fmt.Sprintf("%s\nexit code %d: %s", line, code, stderr)
	}
	return ""
}

// known is what lines of documents cannot know of the books: the hash of a run's or a month's file, and the keys that wait.
type known struct {
	File     string
	Waiting  []struct{ Grant string }
	Proposed struct{ SHA256 string }
}

// ask runs a command that shows something.
func (s *shop) ask(t *testing.T, env map[string]string, args ...string) (answer known) {
	t.Helper()
	var stdout, stderr lines
	a := &App{Stdout: &stdout, Stderr: &stderr, Env: func(name string) string { return env[name] }, Clock: afterwards(), Limits: impatient}
	if code := a.Run(t.Context(), append(args, "--json")); code != exitDone {
		t.Fatalf("%v: %s", args, stderr.String())
	}
	if args[0] == "payout" { // the number of wallets that wait
		var run struct {
			File string `json:"file"`
		}
		if err := json.Unmarshal([]byte(stdout.String()), &run); err != nil {
			t.Fatal(err)
		}
		return known{File: run.File}
	}
	if err := json.Unmarshal([]byte(stdout.String()), &answer); err != nil {
		t.Fatal(err)
	}
	return answer
}

// afterwards is a clock that begins after the demonstration's last block.
func afterwards() *stepClock { return &stepClock{time.Date(2026, 9, 5, 12, 0, 0, 0, time.UTC)} }

// untilServing takes what a command prints, and stops it when it serves.
type untilServing struct {
	lines
	stop context.CancelFunc
}

// Write takes it.
func (u *untilServing) Write(p []byte) (int, error) {
	if strings.HasPrefix(string(p), "serving at") {
		u.stop()
	}
	return u.lines.Write(p)
}

var _ io.Writer = (*untilServing)(nil)

// word is one word of a command line: with quotes around it, or in it.
var word = regexp.MustCompile(`"([^"]*)"|'([^']*)'|([^\s"']+)`)

// split is a command line in words, without a comment at its end.
func split(line string) (words []string) {
	for _, m := range word.FindAllStringSubmatch(line, -1) {
		if strings.HasPrefix(m[0], "#") {
			break
		}
		words = append(words, m[1]+m[2]+m[3])
	}
	return words
}

// block is a run of command lines in a document.
type block struct {
	line     int
	commands []string
	note     string // the comment above it: "not run: ..." or "new books"
}

// runnable is a line that is a command: it begins with the name of a program.
var runnable = regexp.MustCompile(`^(?:[A-Z_]+=\S* )*(nodeledger|go|make|curl|docker|npm|git|\./\S+|bin/\S+|scripts/\S+|\.ci/\S+)(?: |$)`)

// blocks are those of a document: lines that are commands, indented or in a fence.
func blocks(content string) (list []*block) {
	note, last, fenced := "", 0, false
	for i, line := range strings.Split(content, "\n") {
		command := strings.TrimSpace(line)
		if strings.HasPrefix(command, "```") {
			fenced = !fenced
			continue
		}
		if text, ok := strings.CutPrefix(command, "<!-- "); ok {
			note = strings.TrimSuffix(text, " -->")
			continue
		}
		written := fenced || strings.HasPrefix(line, "    ")
		if command = strings.TrimPrefix(command, "$ "); !written || !runnable.MatchString(command) {
			if command != "" && !written {
				note = ""
			}
			continue
		}
		if len(list) == 0 || last != i-1 {
			list = append(list, &block{line: i + 1, note: note})
		}
		b := list[len(list)-1]
		b.commands, last = append(b.commands, command), i
	}
	return list
}

func TestEveryCommandOfTheDocumentsAndOfHelpRuns(t *testing.T) {
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	s := demonstration(t)
	ran := 0
	for _, path := range everyDocument(t) {
		if filepath.Base(path) == "commands.md" {
			continue // it is written from help, whose examples are run below
		}
		content, err := os.ReadFile(filepath.Join(here, path))
		if err != nil {
			t.Fatal(err)
		}
		list := blocks(string(content))
		if len(list) == 0 {
			continue
		}
		t.Run(strings.TrimPrefix(filepath.ToSlash(path), "../../"), func(t *testing.T) {
			s.enter(t, "demo.db")
			for _, b := range list {
				if why, ok := strings.CutPrefix(b.note, "not run: "); ok && why != "" {
					continue
				}
				t.Run(fmt.Sprint(b.line), func(t *testing.T) {
					if b.note == "new books" {
						s.enter(t, "new.db")
					}
					for _, command := range b.commands {
						s.run(t, command)
						ran++
					}
				})
			}
		})
	}
	if ran < 20 {
		t.Errorf("only %d commands of documents were run: are they still found?", ran)
	}
	all := commands()
	all[""] = (&invocation{App: &App{}}).root()
	for name, c := range all {
		t.Run("help "+name, func(t *testing.T) {
			for _, example := range examples(c) {
				s.enter(t, "demo.db")
				for _, first := range before[name] {
					s.run(t, first)
				}
				s.run(t, example)
			}
		})
	}
}

// TestRunOfDocumentsCanFail plants lines that no document may have.
func TestRunOfDocumentsCanFail(t *testing.T) {
	s := demonstration(t)
	s.enter(t, "demo.db")
	for line, want := range map[string]string{
		"nodeledger phantom":                                   "exit code 2",
		"nodeledger holder WALLET --phantom":                   "exit code 2",
		"nodeledger holder not-a-wallet":                       "exit code 1",
		"nodeledger program check no-such-file.yaml":           "exit code 1",
		"nodeledger rewards record-tge phantom --operator bob": "there is nothing to record",
		"make check":                          "not said why",
		".ci/run":                             "not said why",
		"go run ./cmd/nodeledger demo --once": "not said why",
		"nodeledger holder WALLET":            "",
	} {
		if got := s.fault(t, line); !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

func TestCommandsOfDocumentsAreFound(t *testing.T) {
	t.Parallel()
	list := blocks("text\n\n    nodeledger a # first\n    NODELEDGER_TOKEN=x nodeledger b \"c d\"\n\n<!-- not run: it waits -->\n\n    " +
		"make x\n\nmore\n\n    fund:share -> y\n    go run z\n")
	if len(list) != 3 || len(list[0].commands) != 2 || list[1].note != "not run: it waits" || list[2].note != "" ||
		list[2].commands[0] != "go run z" {
		for _, b := range list {
			t.Errorf("%+v", *b)
		}
	}
	if got := split(list[0].commands[1]); !slices.Equal(got, []string{"NODELEDGER_TOKEN=x", "nodeledger", "b", "c d"}) {
		t.Errorf("%q", got)
	}
	list = blocks("text\n\n```sh\nnodeledger a\n$ make b\n```\n\n<!-- not run: it waits -->\n\n```sh\n.ci/run\n```\n\n" +
		"nodeledger in prose\n\n```yaml\nsale:\n```\n")
	if len(list) != 2 || !slices.Equal(list[0].commands, []string{"nodeledger a", "make b"}) || list[1].note != "not run: it waits" ||
		!slices.Equal(list[1].commands, []string{".ci/run"}) {
		for _, b := range list {
			t.Errorf("%+v", *b)
		}
	}
}
