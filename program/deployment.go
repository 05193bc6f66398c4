package program

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"math"
	"math/big"
	"os"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// Deployment is what the contracts of a sale are to be made with. Values of this type come from [ReadDeployment] and [LoadDeployment].
type Deployment struct {
	Name                   string // of the program file
	Chain                  uint64
	Salt                   string // other addresses for the same settings; the name when the file does not say it
	Owner, Treasury        common.Address
	Coin                   money.Asset // the chain's own: what prices are in
	Mode                   Mode
	MaxNodes               uint64
	Tiers                  []Tier
	Discount, Reward       money.Ratio // whole hundredths of a per cent, as the caps are
	DiscountCap, RewardCap money.Ratio
	Delay                  time.Duration // between the announcement of a change and the change; zero: changes are made at once
	Licence                *DeployedLicence
	Payouts                *DeployedPayouts
}

// DeployedLicence is the ERC-721 contract of a deployment. Royalty is zero when markets are asked for none.
type DeployedLicence struct {
	Name, Symbol, Metadata string
	Royalty                money.Ratio
	RoyaltyTo              common.Address
}

// DeployedPayouts are the distributors of a deployment, one a token, with the same people.
type DeployedPayouts struct {
	Admin, Proposer, Activator common.Address
	Delay                      time.Duration
	Tokens                     []DeployedToken // in the file's order
}

// DeployedToken is a token that is paid out. Earlier is the distributor that it was paid from before, or zero.
type DeployedToken struct {
	Asset            money.Asset
	Address, Earlier common.Address
}

// What a deployment may have at most: what the contracts refuse is refused here, and a sale with MostTiers is still made in a transaction.
const (
	MostTiers  = 100
	MostTokens = 8
	mostDelay  = 365 * 24 * time.Hour
	leastWait  = 10 * time.Minute // of a distributor
)

//go:embed deployment.yaml
var deploymentExample []byte

// DeploymentExample is a file of settings with a comment at each.
func DeploymentExample() []byte { return append([]byte{}, deploymentExample...) }

// deploymentRoot is the whole of such a file.
const deploymentRoot shape = "deployment"

// deploymentKeys are the keys of the groups of such a file, as knownKeys are those of a program file.
var deploymentKeys = map[shape][]string{
	deploymentRoot: {"program", "chain", "salt", "owner", "treasury", "coin", "mode", "max_nodes", "tiers", "discount", "discount_cap",
		"reward", "reward_cap", "delay", "licence", "payouts"},
	"deployment.licence": {"name", "symbol", "metadata", "royalty", "royalty_to"},
	"deployment.payouts": {"admin", "proposer", "activator", "delay", "tokens"},
	"deployment.token":   {"decimals", "address", "earlier"},
}

// LoadDeployment reads a file of settings by its path.
func LoadDeployment(path string) (*Deployment, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, problem.New(problem.NotFound, problem.NoSuchFile, "the file of settings cannot be opened: %w", err)
	}
	defer file.Close()
	src, err := io.ReadAll(io.LimitReader(file, MaxSize+1))
	if err != nil {
		return nil, problem.New(problem.NotFound, problem.NoSuchFile, "the file of settings cannot be read: %w", err)
	}
	return ReadDeployment(path, src)
}

// ReadDeployment reads settings as strictly as [Read] reads a program. The name is for messages only. The refusal's text is the first
// mistake, its reasons are the others, and its cause is of type [Errors].
func ReadDeployment(name string, src []byte) (*Deployment, error) {
	r := &reader{file: name}
	top, mistakes := parse(src)
	for _, m := range mistakes {
		r.fault(place{m.Line, m.Column}, "%s", m.Text)
	}
	var d *Deployment
	if len(mistakes) == 0 {
		d = r.deployment(top)
	}
	if len(r.mistakes) == 0 {
		return d, nil
	}
	var refusal *problem.Error
	all := r.mistakes.inOrder()
	if !errors.As(all.refusal(name), &refusal) {
		return nil, all
	}
	refusal.Text = all[0].Error()
	for _, m := range all[1:] {
		refusal.Reasons = append(refusal.Reasons, m.Error())
	}
	return nil, refusal
}

func (r *reader) deployment(n *node) *Deployment {
	s := r.open(n, deploymentRoot, "the file")
	d := &Deployment{}
	if n := s.need("program", "a name for the program file, such as my-sale"); n != nil {
		if d.Name = r.text(n, "program"); d.Name != "" && !programForm.MatchString(d.Name) {
			r.fault(n.place, "program cannot be %s; write lower-case letters, digits and dashes, a letter first, at most 63", n.what())
		}
	}
	s.need("chain", "the chain's number, such as 1 for Ethereum")
	d.Chain = s.count("chain", 0, 1, math.MaxInt64)
	if d.Salt = d.Name; s.has("salt") {
		d.Salt = r.text(s.get("salt"), "salt")
	}
	d.Owner = r.party(s, "owner", "the Safe or wallet that owns the contracts")
	d.Treasury = r.party(s, "treasury", "who gets what is paid")
	d.Coin = r.coin(s)
	s.need("mode", "mode: sequential or parallel")
	d.Mode = choice(s, "mode", Sequential, Sequential, Parallel)
	s.need("max_nodes", "how many nodes are sold at most")
	d.MaxNodes = s.count("max_nodes", 0, 1, math.MaxUint64)
	if n := s.need("tiers", "the tiers from the cheapest up, each with size and price"); n != nil {
		d.Tiers = r.tiers(n, "tiers", Sale{Asset: d.Coin})
		most, left := new(big.Int).Lsh(big.NewInt(1), 128), d.MaxNodes
		for i, t := range d.Tiers {
			if t.Size > left && d.MaxNodes > 0 {
				r.fault(s.placeOf("max_nodes"), "max_nodes is %d, and the tiers have more nodes; make them agree", d.MaxNodes)
				break
			}
			left -= t.Size
			if t.Price.Big().Cmp(most) >= 0 {
				r.fault(n.place, "the price of tier %d is more than the contract can take; write one below 2^128 base units", i+1)
			}
		}
		if len(d.Tiers) > MostTiers {
			r.fault(n.place, "tiers has %d entries; the most is %d, more do not fit into the transaction that makes the sale",
				len(d.Tiers), MostTiers)
		}
	}
	d.DiscountCap = r.cap(s, "discount_cap", "50%", money.Ratio{})
	d.RewardCap = r.cap(s, "reward_cap", "50%", money.Ratio{})
	d.Discount, d.Reward = r.cap(s, "discount", "discount_cap", d.DiscountCap), r.cap(s, "reward", "reward_cap", d.RewardCap)
	if n := s.need("delay", "how long a change of price, treasury or codes waits, such as 2d, or immediate"); n != nil &&
		(n.kind != scalarNode || n.text != "immediate") {
		d.Delay = r.wait(n, "delay", time.Second, ", or immediate where changes are made at once")
	}
	d.Licence = r.deployedLicence(s.get("licence"))
	d.Payouts = r.deployedPayouts(s.get("payouts"), d)
	return d
}

// coin is the symbol of the chain's own coin: ETH when the file does not say it.
func (r *reader) coin(s section) money.Asset {
	symbol, n := "ETH", s.get("coin")
	if n != nil {
		symbol = r.text(n, "coin")
	}
	coin, err := money.NewAsset(symbol, 18)
	if err != nil && symbol != "" {
		r.fault(n.place, "coin cannot be %s; write 1 to 16 capital letters and digits, a letter first", n.what())
	}
	return coin
}

// party reads an address that has to be there.
func (r *reader) party(s section, key, who string) common.Address {
	before := len(r.mistakes)
	n := s.need(key, who+`, as an address in quotes`)
	address := r.address(n, s.path(key))
	if n != nil && address == (common.Address{}) && len(r.mistakes) == before {
		r.fault(n.place, "%s is the zero address; write %s", s.path(key), who)
	}
	return address
}

// cap reads a part that a contract keeps in hundredths of a per cent, at most another one, or 50% where that is zero and named so.
func (r *reader) cap(s section, key, limit string, most money.Ratio) money.Ratio {
	n := s.need(key, "a percentage, such as 10%")
	value := r.ratio(n, s.path(key), true)
	if n == nil {
		return value
	}
	if limit == "50%" {
		most, _ = money.NewRatio(1, 2)
	}
	units := new(big.Rat).Mul(value.Rat(), big.NewRat(10_000, 1))
	switch {
	case !units.IsInt():
		r.fault(n.place, "%s: %s has more than two places of a per cent; write no more, such as 12.25%%", s.path(key), clip(n.text))
	case value.Cmp(most) > 0 && (limit == "50%" || s.get(limit) != nil):
		r.fault(n.place, "%s: %s is more than %s; write at most that", s.path(key), clip(n.text), limit)
	}
	return value
}

// wait reads a time in seconds, minutes, hours or days.
func (r *reader) wait(n *node, name string, least time.Duration, or string) time.Duration {
	units := map[byte]time.Duration{'s': time.Second, 'm': time.Minute, 'h': time.Hour, 'd': 24 * time.Hour}
	if n.kind == scalarNode && len(n.text) > 1 && len(n.text) < 12 {
		last := len(n.text) - 1
		if unit, known := units[n.text[last]]; known && wholeForm.MatchString(n.text[:last]) {
			count, _ := new(big.Int).SetString(n.text[:last], 10)
			switch seconds := count.Mul(count, big.NewInt(int64(unit/time.Second))); {
			case seconds.Cmp(big.NewInt(int64(least/time.Second))) < 0:
				r.fault(n.place, "%s: %s is too short; write at least %s%s", name, n.text, words(least), or)
			case seconds.Cmp(big.NewInt(int64(mostDelay/time.Second))) > 0:
				r.fault(n.place, "%s: %s is too long; write at most %s%s", name, n.text, words(mostDelay), or)
			default:
				return time.Duration(seconds.Int64()) * time.Second
			}
			return 0
		}
	}
	r.fault(n.place, "%s is %s where a time belongs; write one such as 90s, 30m, 36h or 2d%s", name, n.what(), or)
	return 0
}

// words is a time of [reader.wait] as it is written.
func words(d time.Duration) string {
	switch day := 24 * time.Hour; {
	case d%day == 0:
		return fmt.Sprintf("%dd", d/day)
	case d%time.Minute == 0:
		return fmt.Sprintf("%dm", d/time.Minute)
	}
	return fmt.Sprintf("%ds", d/time.Second)
}

func (r *reader) deployedLicence(n *node) *DeployedLicence {
	if n == nil {
		return nil
	}
	s := r.open(n, "deployment.licence", "licence")
	l := &DeployedLicence{
		Name:     r.text(s.need("name", "the collection's name"), "licence.name"),
		Symbol:   r.text(s.need("symbol", "the collection's symbol"), "licence.symbol"),
		Metadata: r.text(s.get("metadata"), "licence.metadata"),
	}
	if !s.has("royalty") {
		s.needless("royalty_to", "is for a royalty, and there is none")
		return l
	}
	l.Royalty = r.cap(s, "royalty", "50%", money.Ratio{})
	if tenth, _ := money.NewRatio(1, 10); l.Royalty.Cmp(tenth) > 0 {
		r.fault(s.placeOf("royalty"), "licence.royalty: %s is more than 10%%; write at most that", clip(s.get("royalty").text))
	}
	l.RoyaltyTo = r.party(s, "royalty_to", "who gets the royalty")
	return l
}

func (r *reader) deployedPayouts(n *node, d *Deployment) *DeployedPayouts {
	if n == nil {
		return nil
	}
	s := r.open(n, "deployment.payouts", "payouts")
	p := &DeployedPayouts{
		Admin:     r.party(s, "admin", "who appoints the others, pauses, cancels and sweeps"),
		Proposer:  r.party(s, "proposer", "who proposes trees"),
		Activator: r.party(s, "activator", "who activates what the proposer proposed"),
	}
	if p.Proposer == p.Activator && p.Proposer != (common.Address{}) {
		r.fault(s.placeOf("activator"), "payouts.activator is the proposer; write another account: two have to look at a tree")
	}
	if n := s.need("delay", "how long a proposed tree waits, such as 1d"); n != nil {
		p.Delay = r.wait(n, "payouts.delay", leastWait, "")
	}
	tokens := r.group(s.need("tokens", `the tokens that are paid out, such as USDT: { decimals: 6, address: "0x..." }`), "payouts.tokens")
	seen := map[common.Address]string{}
	for _, symbol := range tokens.order {
		item := r.open(tokens.get(symbol), "deployment.token", "payouts.tokens."+clip(symbol))
		t := DeployedToken{
			Address: r.party(item, "address", "the token's contract"),
			Earlier: r.address(item.get("earlier"), item.path("earlier")),
		}
		item.need("decimals", "decimals: 18 or as many as the token has")
		asset, err := money.NewAsset(symbol, uint8(item.count("decimals", 18, 0, money.MaxDecimals)))
		switch other := seen[t.Address]; {
		case err != nil:
			r.fault(tokens.keyAt[symbol], "%q cannot be a token's symbol; write 1 to 16 capital letters and digits, a letter first", clip(symbol))
		case symbol == d.Coin.Symbol():
			r.fault(tokens.keyAt[symbol], "%s is the chain's own coin; distributors pay tokens only", symbol)
		case other != "" && t.Address != (common.Address{}):
			r.fault(item.placeOf("address"), "%s is that of %s, too; write each token once", item.path("address"), other)
		case t.Earlier != (common.Address{}) && t.Earlier == t.Address:
			r.fault(item.placeOf("earlier"), "%s is the token; write the distributor that it was paid from before", item.path("earlier"))
		}
		seen[t.Address], t.Asset = symbol, asset
		p.Tokens = append(p.Tokens, t)
	}
	if len(tokens.order) > MostTokens {
		r.fault(tokens.place, "payouts.tokens has %d tokens; the most is %d, deploy the others with a file of their own",
			len(tokens.order), MostTokens)
	}
	return p
}
