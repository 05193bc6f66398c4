package program

import (
	"bytes"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/money"
)

func bigInt(n int64) *big.Int { return big.NewInt(n) }

func TestSmallestFileHasDefaults(t *testing.T) {
	t.Parallel()
	p, err := Load("../testdata/programs/gpunet-recorded.yaml")
	if err != nil {
		t.Fatal(err)
	}
	eth := money.MustAsset("ETH", 18)
	tenth, _ := money.NewRatio(1, 10)
	want := Sale{
		Contract: common.HexToAddress("0x5FbDB2315678afecb367f032d93F642f64180aa3"),
		Adapter:  PaymentHandler, Amount: Net, Admin: Admin{Scan: true}, Mode: Parallel, Asset: eth,
	}
	if fmt.Sprint(p.Sale) != fmt.Sprint(want) {
		t.Errorf("sale %+v", p.Sale)
	}
	if p.Chain != (Chain{ID: 31337, Proof: ProofFull}) {
		t.Errorf("chain %+v", p.Chain)
	}
	terms := Referral{Discount: Always(tenth), Reward: Always(Reward{Levels: []money.Ratio{tenth}}), Settlement: OnChain}
	if !reflect.DeepEqual(p.Referral, terms) {
		t.Errorf("referral %+v", p.Referral)
	}
	if len(p.Assets) != 1 || p.Assets[0].Asset != eth || p.Assets[0].Kind != Native {
		t.Errorf("assets %+v", p.Assets)
	}
	if p.Holdings != FromPurchases || p.Score != nil || p.Points != nil || p.Token != nil || p.Revenue != nil || p.Campaigns != nil {
		t.Errorf("program %+v", p)
	}
	if other := mustRead(t, head); other.Sale.Mode != Sequential || other.Sale.Amount != Gross {
		t.Errorf("a nodesale is %s, %s", other.Sale.Mode, other.Sale.Amount)
	}
}

func TestEverything(t *testing.T) {
	t.Parallel()
	p := mustRead(t, string(goodFiles(t)["testdata/everything.yaml"]))
	late := Moment{19_900_000, day("2025-06-01")}
	tiers, _ := p.Sale.Tiers.At(late)
	stake, _ := p.Points.Stake.At(late)
	health, _ := p.Points.Health.At(late)
	share, _ := p.Revenue.Share.At(late)
	first, _ := p.Revenue.Share.At(Moment{})
	eligible, _ := p.Points.Eligible.At(Moment{Time: day("2024-06-15")})
	both, _ := p.Points.Eligible.At(late)
	usdt, _ := p.AssetUse("USDT")
	got := []any{
		tiers[0].PerWallet == NoQuota, tiers[1].PerWallet, tiers[1].Price,
		stake[1].Stake, stake[1].Factor, health.CheckRow, health.Start, len(health.Ratings),
		share.Mode, share.Brackets[0].Amount, first.Mode, first.Surplus,
		eligible.Stake, eligible.MinHealth, eligible.HealthAbove, both.Stake, p.Unbonding[0].Value,
		p.Points.AtTGE.Rate, p.Points.AtTGE.Lock, p.Token.Supply, p.Token.TGE.Format(time.DateOnly), p.Token.Lock, p.Token.Emission[0].Then,
		p.Token.Emission[0].Period, p.Token.Emission[1].Start(), p.Token.Emission[2].Start(), p.Token.Emission[0].Start() == "",
		p.Token.Vesting[0].Step, p.Token.Vesting[0].Begins, p.Token.Vesting[0].Total, p.Token.Vesting[1].Step,
		p.Token.Vesting[1].Tranches[1].After,
		p.Payout.Minimum(usdt.Asset, Moment{}), p.Payout.Minimum(money.MustAsset("PTS", 2), Moment{}), p.Referral.Reward[0].Value.Levels[0],
		p.Referral.PerUnit, p.Referral.SelfRefuse,
		len(p.Sale.Codes),
	}
	want := "[true 0 0.25 ETH 50.5 TOK 1.5 3 1 1 brackets 250.5 USDT pro_rata buyback [1000 TOK] true 0.5 [100 PTS 7.5 TOK] 28d " +
		"0.5 1y 1000000.5 TOK 2025-03-01 36h 0.6 18mo 4y 2031-06-01 true monthly accrue 500 TOK tranches 1y 5 USDT 0 PTS 1/3 true true 3]"
	if fmt.Sprint(got) != want {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	tok, _ := p.AssetUse("TOK")
	claims, _ := p.Payout.Distributor(usdt.Asset, Moment{})
	tokens, _ := p.Payout.Distributor(tok.Asset, Moment{})
	_, none := p.Payout.Distributor(p.Sale.Asset, Moment{})
	if claims != common.HexToAddress("0x90f79bf6eb2c4f870365e785982e1f101e93b906") ||
		tokens != common.HexToAddress("0x15d34aaf54267db7d7c367839aaf71a00a2c6a65") || none || p.Payout.Distributors[0].Asset != usdt.Asset {
		t.Errorf("the distributors are %v", p.Payout.Distributors)
	}
	for symbol, kept := range map[string]bool{"ETH": false, "USDT": true, "PTS": false, "TOK": true} {
		use, _ := p.AssetUse(symbol)
		if contract, ok := use.Contract(); ok != kept || contract != use.Address {
			t.Errorf("%s is kept by %s, %t", symbol, contract, ok)
		}
	}
	miners := p.Campaigns[0]
	for m, running := range map[Moment]bool{{Time: day("2024-04-30")}: false, {Time: day("2024-05-01")}: true,
		{Time: day("2024-05-31")}: true, {Time: day("2024-06-01")}: false} {
		if miners.Running(m) != running {
			t.Errorf("the campaign runs at %v: %v", m, !running)
		}
	}
	if !miners.Admits(common.HexToAddress("0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC")) || miners.Admits(p.Sale.Contract) ||
		!p.Campaigns[1].Admits(p.Sale.Contract) {
		t.Error("the campaign admits the wrong wallets")
	}
}

// A number is what its digits say: 0.1 + 0.2 in binary is not 0.3, and 0.075 has no binary form at all.
func TestNumbersAreExact(t *testing.T) {
	t.Parallel()
	for text, wei := range map[string]string{
		"0.075": "75000000000000000", "\"0.0750\"": "75000000000000000", "0.1": "100000000000000000",
		"123456789.123456789123456789": "123456789123456789123456789", "9007199254740993": "9007199254740993000000000000000000",
		"0.000000000000000001": "1", "0": "0", "0.0": "0",
	} {
		p := mustRead(t, head+"payout: { minimum: { ETH: "+text+" } }\n")
		if got := p.Payout.Minimum(p.Sale.Asset, Moment{}).Digits(); got != wei {
			t.Errorf("%s is %s wei, want %s", text, got, wei)
		}
	}
	for text, want := range map[string]string{"10%": "0.1", "2.5%": "0.025", "1/3": "1/3", "0.1": "0.1", "0": "0",
		"33.333333333333333%": "0.33333333333333333"} {
		if p := mustRead(t, head+"referral: { reward: "+text+" }\n"); p.Referral.Reward[0].Value.Levels[0].String() != want {
			t.Errorf("%s is %v, want %s", text, p.Referral.Reward, want)
		}
	}
}

// Whatever brackets are accepted, splitting nodes over two wallets never raises the score.
func TestAcceptedBracketsKeepTheLaw(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		src := head + "score:\n"
		nodes, factor := 1, 10
		for range rapid.IntRange(1, 5).Draw(t, "brackets") {
			src += fmt.Sprintf("  - { nodes: %d, factor: %d/10 }\n", nodes, factor)
			nodes += rapid.IntRange(0, 20).Draw(t, "more nodes")
			factor = max(0, factor+rapid.IntRange(-1, 5).Draw(t, "more factor"))
		}
		p, err := Read("f.yaml", []byte(src))
		if err != nil {
			return
		}
		list, _ := p.Score.At(Moment{})
		score := func(n uint64) *big.Rat {
			total := new(big.Rat)
			for _, b := range list {
				if n >= b.Nodes {
					total.Mul(b.Factor.Rat(), new(big.Rat).SetInt64(int64(n)))
				}
			}
			return total
		}
		a, b := rapid.Uint64Range(1, 200).Draw(t, "a"), rapid.Uint64Range(1, 200).Draw(t, "b")
		if parts := new(big.Rat).Add(score(a), score(b)); score(a+b).Cmp(parts) < 0 {
			t.Fatalf("%d and %d nodes score %s apart and %s together\n%s", a, b, parts, score(a+b), src)
		}
	})
}

func TestLoad(t *testing.T) {
	t.Parallel()
	if _, err := Load("gpunett"); err == nil || !strings.Contains(err.Error(), "gpunet, gpunet-docs") {
		t.Errorf("an unknown name: %v", err)
	}
	if _, err := Load("testdata/none.yaml"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	broken := filepath.Join(t.TempDir(), "broken.yaml")
	if err := os.WriteFile(broken, []byte("program: x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var list Errors
	if _, err := Load(broken); !errors.As(err, &list) || list[0].File != broken {
		t.Errorf("a broken file: %v", err)
	}
	if text := list.Error(); strings.Count(text, "\n") != len(list)-1 || !strings.HasPrefix(text, broken+":1:1: ") {
		t.Errorf("mistakes are not one a line: %s", text)
	}
}

// hostileFiles nest, repeat and grow as far as the reader lets them.
func hostileFiles() map[string]string {
	return map[string]string{
		"too large":     strings.Repeat("#", MaxSize+1),
		"nested flow":   "a: " + strings.Repeat("[", 500_000),
		"nested groups": "a: " + strings.Repeat("{a: ", 200_000),
		"nested dashes": strings.Repeat("- ", 500_000),
		"many keys":     strings.Repeat("a: 1\n", 200_000),
		"many mistakes": strings.Repeat("abc: 1\n", maxKeys-1),
		"keys in keys":  strings.Repeat("? ", 500_000),
		"many tags":     "a: " + strings.Repeat("! ", 500_000),
		"laughs":        "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
		"long text":     "program: " + strings.Repeat("x", MaxSize-20),
		"quotes":        "a: \"" + strings.Repeat("x\n", 500_000),
		"parts":         assets + head + "token: { asset: TOK, allocation: { " + parts(3000) + " } }\n",
		"staircase":     staircase(),
		"not UTF-8":     "program: \xff\n",
	}
}

// Hostile files are refused: nothing nests, repeats or grows without a bound. How long that takes is measured by a benchmark.
func TestHostileFiles(t *testing.T) {
	t.Parallel()
	for name, src := range hostileFiles() {
		if p, err := Read("f.yaml", []byte(src)); err == nil {
			t.Errorf("%s: read as %v", name, p.Name)
		}
	}
}

func BenchmarkHostileFiles(b *testing.B) {
	for name, src := range hostileFiles() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Read("f.yaml", []byte(src)); err == nil {
					b.Fatal("it is read")
				}
			}
		})
	}
}

func parts(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a%d: 1/%d, ", i, 18446744073709551557-uint64(i)*2)
	}
	return b.String()
}

func staircase() string {
	var b strings.Builder
	for i := 0; b.Len() < MaxSize-2000; i++ {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// No number of this package may ever be a binary floating-point one.
func TestNoFloats(t *testing.T) {
	t.Parallel()
	float := regexp.MustCompile(`float(32|64)|ParseFloat|\.Float[(6]`)
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range bytes.Split(src, []byte("\n")) {
			if float.Match(line) && !bytes.Contains(line, []byte("regexp.MustCompile")) {
				t.Errorf("%s:%d: %s", name, i+1, line)
			}
		}
	}
}

func mustRead(t testing.TB, src string) *Program {
	t.Helper()
	p, err := Read("test.yaml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return p
}
