package engine_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/internal/recompute"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
)

// variety is a program as its text and as plain rules: each part is chosen once and written down twice.
type variety struct {
	dice    *rand.Rand
	days    int // that the world lives
	text    strings.Builder
	rules   recompute.Rules
	means   string    // of what the sale's event states
	planned bool      // the TGE is recorded by two, and not in the text
	early   time.Time // the first midnight of the world
}

// wei are so many points, tokens or ether in base units, of 18 decimals.
func wei(decimal string) *big.Int { return inUnits(decimal, 18) }

// inUnits are the base units of a decimal number.
func inUnits(decimal string, decimals int) *big.Int {
	r, ok := new(big.Rat).SetString(decimal)
	if !ok {
		panic(decimal)
	}
	r.Mul(r, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)))
	if !r.IsInt() {
		panic(decimal)
	}
	return r.Num()
}

func ratio(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(strings.TrimSuffix(text, "%"))
	if !ok {
		panic(text)
	}
	if strings.HasSuffix(text, "%") {
		r.Quo(r, big.NewRat(100, 1))
	}
	return r
}

func oneOf[T any](dice *rand.Rand, list ...T) T { return list[dice.IntN(len(list))] }

func (v *variety) write(format string, args ...any) { fmt.Fprintf(&v.text, format, args...) }

// date is a midnight of the world, by days from its first.
func (v *variety) date(n int) time.Time { return v.early.AddDate(0, 0, n) }

// some is a day between two parts of the world's life.
func (v *variety) some(from, to float64) time.Time {
	low, high := int(from*float64(v.days)), int(to*float64(v.days))
	return v.date(low + v.dice.IntN(high-low))
}

// vary makes the program of a seed. The first one lives a year, with locks of 90 days; in the others all of it happens in some weeks.
func vary(t *testing.T, seed uint64) (*variety, *program.Program) {
	t.Helper()
	v := &variety{dice: rand.New(rand.NewPCG(seed, 41)), days: 46 + rand.New(rand.NewPCG(seed, 42)).IntN(14), early: on(4, 13)}
	if seed == 0 {
		v.days = 366
	}
	v.rules.Coin, v.rules.Dollar = "ETH", "USDT"
	v.write(`program: year
schema: 1
assets:
  ETH:    { decimals: 18, kind: native }
  USDT:   { decimals: 6, kind: erc20, address: "%s" }
  GPOINT: { decimals: 18, kind: points }
  GPU:    { decimals: 18, kind: token, supply: 200000000 }
chain: { id: 31337, start_block: 0 }
`, tether)
	v.sale(seed)
	v.score()
	v.points(seed)
	v.token(seed)
	v.revenue()
	v.campaigns()
	p, err := program.Read("year.yaml", []byte(v.text.String()))
	if err != nil {
		t.Fatalf("%v\n%s", err, v.text.String())
	}
	return v, p
}

// sale is NodeSale, whose events state everything, or a contract whose terms are those of the text.
func (v *variety) sale(seed uint64) {
	s := &v.rules.Sale
	s.Contract, s.Codes = fakechain.Contract, map[string]string{}
	s.OfCode, s.OfTier = map[string]recompute.Own{}, map[int]recompute.Own{}
	for r := range byte(3) {
		s.Codes[fakechain.Code(r+1)] = ledger.Wallet{19: oneOf(v.dice, r+1, 10+r)}.String()
	}
	s.Parallel = v.dice.IntN(2) == 0
	for i := range 5 + v.dice.IntN(10) {
		quota := int64(-1)
		if s.Parallel {
			quota = int64(oneOf(v.dice, 1, 2, 5, 20, i, 0))
		}
		s.Tiers = append(s.Tiers, recompute.Tier{Price: big.NewInt(75_000_000_000_000_001 + int64(i*12_345_678_901_234_567)),
			Size: int64(5 + v.dice.IntN(40)), PerWallet: quota})
	}
	s.Tiers = append(s.Tiers, recompute.Tier{Price: big.NewInt(999_999_999_999_999_999), Size: 1_000_000, PerWallet: -1})
	mode := map[bool]string{true: "parallel", false: "sequential"}[s.Parallel]
	v.means = oneOf(v.dice, "ladder", "gross", "list")
	if seed%2 == 0 {
		v.means, s.Settlement = "", recompute.Held
		s.Discount, s.Reward = recompute.Always(ratio("10%")), recompute.Always(recompute.Reward{Levels: []*big.Rat{ratio("10%")}})
		v.write("sale: { contract: \"%s\", adapter: nodesale, mode: %s }\n", s.Contract, mode)
		return
	}
	v.write("sale:\n  contract: \"%s\"\n  adapter: event\n  mode: %s\n  tiers:\n", s.Contract, mode)
	for _, t := range s.Tiers {
		v.write("    - { size: %d, price: %s", t.Size, coins(t.Price, 18))
		if t.PerWallet >= 0 {
			v.write(", per_wallet: %d", t.PerWallet)
		}
		v.write(" }\n")
	}
	v.write("  codes:\n")
	for r := range byte(3) {
		v.write("    - { code: %s, wallet: \"%s\" }\n", fakechain.Code(r+1), s.Codes[fakechain.Code(r+1)])
	}
	paid := "{ field: paid, means: " + v.means + " }"
	if v.means == "ladder" {
		paid = v.means
	}
	v.write("  purchases:\n    - event: \"Bought(address indexed account, uint256 count, uint256 paid, string code)\"\n      buyer: account\n"+
		"      quantity: count\n      paid: %s\n      code: code\n", paid)
	v.terms()
}

// terms are what codes do at a contract that the text describes.
func (v *variety) terms() {
	s := &v.rules.Sale
	first, second, later := oneOf(v.dice, "10%", "12.5%"), oneOf(v.dice, "5%", "7%"), v.some(0.3, 0.7)
	s.Discount = recompute.Dated[*big.Rat]{{Is: ratio(first)}, {From: later, Is: ratio(second)}}
	v.write("referral:\n  discount: [{ share: %s }, { from: %s, share: %s }]\n", first, later.Format(time.DateOnly), second)
	levels := oneOf(v.dice, []string{"10%"}, []string{"10%", "3%"}, []string{"10%", "3%", "1%"})
	ofList := v.dice.IntN(2) == 0
	reward := recompute.Reward{OfList: ofList}
	for _, l := range levels {
		reward.Levels = append(reward.Levels, ratio(l))
	}
	s.Reward = recompute.Dated[recompute.Reward]{{Is: recompute.Reward{Levels: []*big.Rat{ratio("8%")}}}, {From: v.date(20), Is: reward}}
	v.write("  reward:\n    - { levels: [8%%] }\n    - { from: %s, levels: [%s]%s }\n", v.date(20).Format(time.DateOnly),
		strings.Join(levels, ", "), map[bool]string{true: ", of: list", false: ""}[ofList])
	s.Settlement = oneOf(v.dice, recompute.AtOnce, recompute.Accrues)
	v.write("  settlement: %s\n", map[recompute.Settlement]string{recompute.AtOnce: "on_chain", recompute.Accrues: "accrued"}[s.Settlement])
	if s.NoSelf = v.dice.IntN(2) == 0; s.NoSelf {
		v.write("  self_referral: refuse\n")
	}
	if s.PerUnit = v.dice.IntN(3) == 0; s.PerUnit {
		v.write("  floored: per_unit\n")
	}
	if v.dice.IntN(2) == 0 {
		s.OfCode[fakechain.Code(2)] = recompute.Own{Discount: ratio("15%"), Reward: ratio("12%")}
		v.write("  codes: [{ code: %s, discount: 15%%, reward: 12%% }]\n", fakechain.Code(2))
	}
	if v.dice.IntN(2) == 0 {
		s.OfTier[2] = recompute.Own{Discount: ratio("0%"), Reward: ratio("5%")}
		s.OfTier[4] = recompute.Own{Discount: ratio("1/3")}
		v.write("  tiers: [{ tier: 2, discount: 0%%, reward: 5%% }, { tier: 4, discount: 1/3 }]\n")
	}
}

// coins are base units as a decimal number.
func coins(units *big.Int, decimals int) string {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	text := new(big.Rat).SetFrac(units, scale).FloatString(decimals)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}

// steps writes brackets, and gives them.
func steps(from, is string, list ...[2]string) (text string, out []recompute.Step) {
	var parts []string
	for _, s := range list {
		parts = append(parts, fmt.Sprintf("{ %s: %s, %s: %s }", from, s[0], is, s[1]))
		out = append(out, recompute.Step{From: ratio(s[0]), Is: ratio(s[1])})
	}
	return "[" + strings.Join(parts, ", ") + "]", out
}

var (
	published  = [][2]string{{"1", "1"}, {"5", "1.2"}, {"20", "1.5"}, {"50", "1.6"}, {"100", "2"}}
	documented = [][2]string{{"1", "1"}, {"5", "1.25"}, {"15", "1.25"}, {"50", "1.75"}, {"80", "1.75"}, {"100", "2"}}
	thirds     = [][2]string{{"1", "1"}, {"3", "4/3"}, {"12", "1.5"}}
)

func (v *variety) score() {
	one, is := steps("nodes", "factor", published...)
	two, later := steps("nodes", "factor", oneOf(v.dice, documented, thirds)...)
	from := v.some(0.2, 0.9)
	v.rules.Score = recompute.Dated[[]recompute.Step]{{Is: is}, {From: from, Is: later}}
	v.write("score:\n  - brackets: %s\n  - from: %s\n    brackets: %s\n", one, from.Format(time.DateOnly), two)
}

// shares writes the parts of pools, and gives them.
func (v *variety) shares() (text string, out recompute.Shares) {
	parts := oneOf(v.dice, [3]string{"20%", "80%", "0%"}, [3]string{"1/3", "1/3", "1/3"}, [3]string{"100%", "0%", "0%"},
		[3]string{"12.5%", "50%", "37.5%"}, [3]string{"0%", "2/7", "5/7"})
	out = recompute.Shares{Validators: ratio(parts[0]), Providers: ratio(parts[1]), Queens: ratio(parts[2]), IdleCarry: v.dice.IntN(3) == 0}
	text = fmt.Sprintf("validators: %s, providers: %s, queens: %s", parts[0], parts[1], parts[2])
	if out.IdleCarry {
		text += ", idle: carry"
	}
	return text, out
}
