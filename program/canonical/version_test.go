package canonical_test

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

// The smallest program, and assets for larger ones.
const (
	head = `program: x
schema: 1
chain: { id: 1, start_block: 0 }
sale:
  contract: "0x5FbDB2315678afecb367f032d93F642f64180aa3"
  adapter: nodesale
`
	assets = `assets:
  ETH:  { decimals: 18, kind: native }
  USDT: { decimals: 6, kind: erc20, address: "0xdac17f958d2ee523a2206206994597c13d831ec7" }
  PTS:  { decimals: 2, kind: points }
  TOK:  { decimals: 18, kind: token, supply: 1000 }
`
)

func day(text string) time.Time {
	at, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return at
}

// goodFiles are the sources of the presets and of the files for tests.
func goodFiles(t testing.TB) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, name := range program.Presets() {
		files[name] = nil
	}
	for _, name := range []string{"../../testdata/programs/gpunet-recorded.yaml", "../testdata/everything.yaml", "../testdata/event.yaml"} {
		files[name] = nil
	}
	for name := range files {
		path := name
		if !strings.Contains(name, "/") {
			path = "../presets/" + name + ".yaml"
		}
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = src
	}
	return files
}

func mustRead(t testing.TB, src string) *program.Program {
	t.Helper()
	p, err := program.Read("test.yaml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var moments = []program.Moment{
	{Block: 0},
	{Block: 18_000_000, Time: day("2024-03-31")},
	{Block: 19_700_000, Time: day("2024-04-01")},
	{Block: 19_700_000, Time: day("2024-06-15")},
	{Block: 20_000_000, Time: day("2025-01-01")},
	{Block: 30_000_000, Time: day("2030-01-01")},
}

// The version is stable: it is stored with every transaction in the books. A change of these digits means that the
// canonical encoding has changed, and with it every book.
func TestVersionIsFrozen(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"gpunet":      "2aae6b9735a22610 8bd2f091780d750d6ca87493ef3e2432dbc82a8b42280e1599b298eb944f80a9",
		"gpunet-docs": "27cc240c9e3b9f5c 48d7541ad76bdd1ef8469989a22e7a654cfed3288bcce88fc0c3757f5b1bf456",
		"../../testdata/programs/gpunet-recorded.yaml": "1ac073717a57253b 5c8dd232582a4016b97b68a5dbdccce4aa93621512d643de85a1cab9e10733ca",
	} {
		p, err := program.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		got := canonical.Version(p, program.Moment{Block: 21_000_000, Time: day("2024-12-01")}) + " " + canonical.Digest(p)
		if got != want {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

func TestLaterSettingsChangeNoEarlierVersion(t *testing.T) {
	t.Parallel()
	const okay = `"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"`
	base := assets + strings.Replace(head, "adapter: nodesale\n", `adapter: nodesale
  tiers: [{ tiers: [{ size: 5, price: 1 }] }]
  treasury: [{ address: `+okay+` }]
  codes: [{ code: A, wallet: `+okay+` }]
`, 1) + `points:
  asset: PTS
  cap: [{ amount: 100 }]
  emission: [{ per_day: 1 }]
  pools: [{ validators: 100%, providers: 0%, queens: 0% }]
token: { asset: TOK, allocation: { a: 100% } }
revenue: { asset: USDT, split: [{ share: 50%, buyback: 50% }] }
`
	before := mustRead(t, base)
	for name, edit := range map[string][2]string{
		"tiers": {"price: 1 }] }", "price: 1 }] }, { from: 2030-01-01, tiers: [{ size: 5, price: 2 }] }"},
		"treasury": {"treasury: [{ address: " + okay + " }",
			"treasury: [{ address: " + okay + " }, { from: block 30000000, address: \"0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC\" }"},
		"codes": {"wallet: " + okay + " }",
			"wallet: " + okay + " }, { code: B, from: 2030-01-01, wallet: " + okay + " }, { code: A, from: 2030-01-01, active: false }"},
		"cap":      {"amount: 100 }", "amount: 100 }, { from: 2030-01-01, amount: 200 }"},
		"emission": {"per_day: 1 }", "per_day: 1 }, { from: 2030-01-01, per_day: 2 }"},
		"pools":    {"queens: 0% }", "queens: 0% }, { from: 2030-01-01, validators: 1/3, providers: 1/3, queens: 1/3 }"},
		"split":    {"buyback: 50% }", "buyback: 50% }, { from: 2030-01-01, share: 1/4, buyback: 3/4 }"},
		"tge":      {"asset: TOK, allocation", "asset: TOK, tge: 2030-01-01, allocation"},
		"score":    {"points:\n", "score: [{ from: 2030-01-01, brackets: [{ nodes: 1, factor: 2 }] }]\npoints:\n"},
		"price":    {"  emission", "  price: [{ from: 2030-01-01, usd: 2 }]\n  emission"},
		"eligible": {"  emission", "  eligible: [{ from: 2030-01-01, validators: all_holders }]\n  emission"},
		"stake":    {"  emission", "  stake_score: [{ from: 2030-01-01, brackets: [{ stake: 0, factor: 2 }] }]\n  emission"},
		"health":   {"  emission", "  health: [{ from: 2030-01-01, start: 0.5 }]\n  emission"},
		"share":    {"revenue: { asset: USDT,", "revenue: { asset: USDT, share: [{ from: 2030-01-01, mode: pro_rata }],"},
		"campaigns": {"points:\n", "campaigns: [{ name: c, from: 2030-01-01, wallets: everybody, rebate: 5%, asset: ETH, budget: 1 }]\n" +
			"points:\n"},
	} {
		if strings.Count(base, edit[0]) != 1 {
			t.Fatalf("%s: %q is not once in the file", name, edit[0])
		}
		after := mustRead(t, strings.Replace(base, edit[0], edit[1], 1))
		for _, m := range moments[:5] {
			if canonical.Version(before, m) != canonical.Version(after, m) {
				t.Errorf("%s: the version at %v changed\n%s\n%s", name, m, canonical.RulesAt(before, m), canonical.RulesAt(after, m))
			}
		}
		if m := moments[5]; canonical.Version(before, m) == canonical.Version(after, m) {
			t.Errorf("%s: the version did not change when the setting began", name)
		}
		if canonical.Digest(before) == canonical.Digest(after) {
			t.Errorf("%s: the digest did not change", name)
		}
	}
}

// Points and revenue whose every setting begins later are not in force before.
func TestSectionsForLaterChangeNoEarlierVersion(t *testing.T) {
	t.Parallel()
	before := mustRead(t, assets+head)
	after := mustRead(t, assets+head+`points:
  asset: PTS
  emission: [{ from: 2030-01-01, per_day: 1 }]
  pools: [{ from: 2030-01-01, validators: 100%, providers: 0%, queens: 0% }]
revenue: { asset: USDT, split: [{ from: 2030-01-01, share: 50%, buyback: 50% }] }
`)
	for i, m := range moments {
		if same := canonical.Version(before, m) == canonical.Version(after, m); same != (i < 5) {
			t.Errorf("at %v: same is %v", m, same)
		}
	}
}

func TestOperationalSettingsChangeNoVersion(t *testing.T) {
	t.Parallel()
	files := goodFiles(t)
	src := string(files["gpunet"])
	p := mustRead(t, src)
	for _, edit := range [][2]string{
		{"start_block: 19600000", "start_block: 5"},
		{"finality: finalized", "finality: 64"},
		{"finality: finalized", `consensus: { checkpoint: "0x1111111111111111111111111111111111111111111111111111111111111111", wait: false }`},
		{"proof: full", "proof: events"},
		{"admin: scan", `admin: ["0x1111111111111111111111111111111111111111111111111111111111111111"]`},
		{"zh: GPU.net", "zh: GPU"},
		{"placeholder_prices: true", "placeholder_prices: false"},
		{`treasury: "0x0000000000000000000000000000000000000000"`, `treasury: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"`},
		{"minimum: {", "distributor: { USDT: \"0x90f79bf6eb2c4f870365e785982e1f101e93b906\" }\n  minimum: {"},
		{`831ec7" }`, `831ec7", balances_slot: 2 }`}, {"adapter: payment-handler", "adapter: payment-handler\n  counter_slot: 3"},
		{"assets:\n", "assets:\n  UNUSED: { decimals: 3, kind: points }\n"},
	} {
		q := mustRead(t, strings.Replace(src, edit[0], edit[1], 1))
		if canonical.Digest(p) == canonical.Digest(q) {
			t.Errorf("%q does not change the digest", edit[1])
		}
		for _, m := range moments {
			if canonical.Version(p, m) != canonical.Version(q, m) {
				t.Errorf("%q changes the version at %v", edit[1], m)
			}
		}
	}
	for _, edit := range [][2]string{
		{"  id: 1\n", "  id: 10\n"}, {"amount: net", "amount: gross"}, {"mode: parallel", "mode: sequential"},
		{"discount: 10%", "discount: 11%"}, {"price: 0.25,", "price: 0.26,"}, {"lock: 90d", "lock: 91d"}, {"ETH: 0.005", "ETH: 0.006"},
		{"max_nodes: 15000", "max_nodes: 15001"}, {"share: 5%, by: nodes", "share: 5%, by: score"}, {"decimals: 6,", "decimals: 7,"},
	} {
		q := mustRead(t, strings.Replace(src, edit[0], edit[1], 1))
		if m := moments[4]; canonical.Version(p, m) == canonical.Version(q, m) {
			t.Errorf("%q does not change the version", edit[1])
		}
	}
}

// How a file is written does not matter: comments, order, quotes, percentages or decimals, defaults written out.
func TestDigestIsOfContent(t *testing.T) {
	t.Parallel()
	a := mustRead(t, head)
	b := mustRead(t, `# the same
"sale": { adapter: nodesale, mode: sequential, asset: ETH, amount: gross, admin: scan,
  contract: "0x5fbdb2315678afecb367f032d93f642f64180aa3" }
referral: { reward: 0.1, discount: 1/10, settlement: on_chain, floored: total, self_referral: flag }
holdings: purchases
chain: { start_block: "0", id: 1, proof: full, finality: finalized }
assets: { ETH: { kind: native, decimals: 18 } }
schema: 1
program: x
`)
	if canonical.Digest(a) != canonical.Digest(b) {
		t.Errorf("got different digests of\n%s\n%s", canonical.Text(a), canonical.Text(b))
	}
	if len(canonical.Digest(a)) != 64 || len(canonical.Version(a, program.Moment{})) != 16 {
		t.Errorf("digest %q, version %q", canonical.Digest(a), canonical.Version(a, program.Moment{}))
	}
}

// The remembered version of an interval is the version computed afresh at any moment in it.
func TestVersionOfIntervals(t *testing.T) {
	t.Parallel()
	src := goodFiles(t)["../testdata/everything.yaml"]
	p := mustRead(t, string(src))
	versions := canonical.NewVersions(p)
	rapid.Check(t, func(t *rapid.T) {
		m := program.Moment{
			Block: rapid.Uint64Range(19_699_998, 19_800_002).Draw(t, "block"),
			Time:  day("2023-12-30").Add(time.Duration(rapid.Int64Range(0, 600*86400).Draw(t, "second")) * time.Second),
		}
		if got, want := versions.At(m), canonical.Version(p, m); got != want {
			t.Fatalf("remembered %s, computed %s", got, want)
		}
	})
}

func TestVersionsOfManyCallersAtOnce(t *testing.T) {
	t.Parallel()
	p, err := program.Load("gpunet")
	if err != nil {
		t.Fatal(err)
	}
	versions := canonical.NewVersions(p)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for i := range uint64(25_000) {
				versions.At(program.Moment{Block: i, Time: day("2024-03-01").Add(time.Duration(i) * time.Hour)})
			}
		})
	}
	group.Wait()
	if n := versions.Known(); n != 4 {
		t.Errorf("%d intervals are remembered, want 4: before April, April, May, from June on", n)
	}
}

func BenchmarkVersions(b *testing.B) {
	p, err := program.Load("gpunet")
	if err != nil {
		b.Fatal(err)
	}
	versions := canonical.NewVersions(p)
	for i := range b.N {
		versions.At(program.Moment{Block: uint64(i), Time: moments[4].Time})
	}
}

func ExampleVersion() {
	p, err := program.Load("gpunet")
	if err != nil {
		panic(err)
	}
	may, june := program.Moment{Time: day("2024-05-20")}, program.Moment{Time: day("2024-06-02")}
	fmt.Println(canonical.Version(p, may) == canonical.Version(p, june))
	// Output: false
}

// A series of emissions that is dated later changes no version before, and one that begins with the TGE is written as books have it.
func TestALaterSeriesChangesNoEarlierVersion(t *testing.T) {
	t.Parallel()
	const one = "{ of: a, first: 15%, period: 2y, then: half }"
	read := func(emission string) *program.Program {
		return mustRead(t, assets+head+"token:\n  asset: TOK\n  tge: 2025-01-01\n  allocation: { a: 35%, b: 65% }\n  emission: "+emission+"\n")
	}
	alone, list, two := read(one), read("["+one+"]"), read("["+one+", { of: b, from: 2029-01-01, first: 10%, period: 2y, then: half }]")
	if canonical.Digest(alone) != canonical.Digest(list) || !strings.Contains(string(canonical.Text(list)), `"emission":{"first":"0.15"`) {
		t.Errorf("a list of one has the text %s", canonical.Text(list))
	}
	for _, m := range moments {
		if same := canonical.Version(two, m) == canonical.Version(alone, m); same != m.Time.Before(day("2029-01-01")) {
			t.Errorf("at %v the versions are the same: %v", m, same)
		}
	}
	if again := mustRead(t, string(canonical.Text(two))); canonical.Digest(again) != canonical.Digest(two) {
		t.Error("the canonical text of two series is of another digest")
	}
}
