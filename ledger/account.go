package ledger

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"

	"github.com/nodeledger/nodeledger/money"
)

// Wallet is the address of somebody on the chain.
type Wallet [20]byte

// String is the address in lower-case hexadecimal with 0x, the form in account paths.
func (w Wallet) String() string { return "0x" + hex.EncodeToString(w[:]) }

// Compare orders wallets by their bytes, which is the order of their texts as well: -1, 0 or 1.
func (w Wallet) Compare(other Wallet) int { return bytes.Compare(w[:], other[:]) }

// ParseWallet reads an address: 0x and 40 hexadecimal digits, in letters of either size.
func ParseWallet(text string) (w Wallet, err error) {
	digits, found := strings.CutPrefix(text, "0x")
	raw, err := hex.DecodeString(digits)
	if err != nil || !found || len(raw) != len(w) {
		return w, fmt.Errorf("%.60q is not a wallet: write 0x and 40 hexadecimal digits", text)
	}
	return Wallet(raw), nil
}

// Account is a place in the fixed chart of accounts. Only the constructors here and ParseAccount make one; the zero
// Account is refused by postings.
type Account struct{ path string }

// String is the account's path, such as "referrers:0x90f7...b906:payable".
func (a Account) String() string { return a.path }

// Treasury is what the sale's treasury received.
func Treasury() Account { return Account{"sale:treasury"} }

// Dust is what stays in a sale contract for ever because its two shares were each rounded down.
func Dust() Account { return Account{"sale:dust"} }

// Buyer is a buyer's world outside the books: what they paid is its overdraft.
func Buyer(w Wallet) Account { return Account{"buyers:" + w.String()} }

// ReferralStage is how far a referral reward has come.
type ReferralStage string

// The stages: pending until the purchase is final, payable until settled, then paid.
const (
	ReferralPending ReferralStage = "pending"
	ReferralPayable ReferralStage = "payable"
	ReferralPaid    ReferralStage = "paid"
)

// Referrer is a referrer's rewards at one stage.
func Referrer(w Wallet, stage ReferralStage) Account {
	return Account{"referrers:" + w.String() + ":" + string(stage)}
}

// Holding is a holder's stock of an asset that is neither locked nor paid out: nodes, or points.
func Holding(w Wallet, asset money.Asset) Account {
	return Account{"holders:" + w.String() + ":" + strings.ToLower(asset.Symbol())}
}

// TokenStage is how far a rewarded token has come.
type TokenStage string

// The stages of a token reward.
const (
	Locked    TokenStage = "locked"
	Available TokenStage = "available"
	Released  TokenStage = "released"
)

// HolderToken is a holder's tokens at one stage.
func HolderToken(w Wallet, asset money.Asset, stage TokenStage) Account {
	return Account{Holding(w, asset).path + ":" + string(stage)}
}

// ShareStage is how far a holder's share of revenue has come.
type ShareStage string

// The stages of a revenue share.
const (
	SharePayable ShareStage = "payable"
	SharePaid    ShareStage = "paid"
)

// Share is a holder's part of the revenue at one stage.
func Share(w Wallet, stage ShareStage) Account {
	return Account{"holders:" + w.String() + ":share:" + string(stage)}
}

// Rebate is what campaigns gave a wallet at one stage.
func Rebate(w Wallet, stage ShareStage) Account {
	return Account{"holders:" + w.String() + ":rebate:" + string(stage)}
}

// Issuance is where an asset that the program itself makes comes from; its overdraft is what was issued.
func Issuance(asset money.Asset) Account {
	return Account{"issuance:" + strings.ToLower(asset.Symbol())}
}

// Fund names a fund that revenue is split into.
type Fund string

// The funds.
const (
	ShareFund   Fund = "share"
	BuybackFund Fund = "buyback"
)

// FundAccount is what a fund holds.
func FundAccount(f Fund) Account { return Account{"fund:" + string(f)} }

func named(room, name, rest string) (Account, error) {
	if !isName(name) {
		return Account{}, fmt.Errorf("account %s:%s%s: name it with lower-case letters, digits, _ and -, 64 at most", room, name, rest)
	}
	return Account{room + ":" + name + rest}, nil
}

// PoolCarry is what a pool's rounding left for its next round.
func PoolCarry(pool string) (Account, error) { return named("pool", pool, ":carry") }

// Revenue is the world outside that a source of revenue came from; its overdraft is what was earned.
func Revenue(source string) (Account, error) { return named("revenue", source, "") }

// Campaign is what a campaign costs; its overdraft is what it gave.
func Campaign(name string) (Account, error) { return named("campaign", name, "") }

// BuybackMarket is the world outside that tokens are bought back from: the money goes there, and the tokens that came back
// are its overdraft.
func BuybackMarket() Account { return Account{"buyback:market"} }

// BuybackHeld is what was bought back.
func BuybackHeld() Account { return Account{"buyback:held"} }

// PayoutRun is what a payout run has gathered and not yet settled.
func PayoutRun(run string) (Account, error) { return named("payout", run, "") }

// chart is every form of path, and whether it may be overdrawn.
var chart = []struct {
	form      *regexp.Regexp
	overdraft bool
}{
	{regexp.MustCompile(`^sale:(treasury|dust)$`), false},
	{regexp.MustCompile(`^buyers:0x[0-9a-f]{40}$`), true},
	{regexp.MustCompile(`^referrers:0x[0-9a-f]{40}:(pending|payable|paid)$`), false},
	{regexp.MustCompile(`^holders:0x[0-9a-f]{40}:(share|rebate):(payable|paid)$`), false},
	{regexp.MustCompile(`^holders:0x[0-9a-f]{40}:[a-z][a-z0-9]{0,15}(:(locked|available|released))?$`), false},
	{regexp.MustCompile(`^pool:[a-z0-9][a-z0-9_-]{0,63}:carry$`), false},
	{regexp.MustCompile(`^issuance:[a-z][a-z0-9]{0,15}$`), true},
	{regexp.MustCompile(`^revenue:[a-z0-9][a-z0-9_-]{0,63}$`), true},
	{regexp.MustCompile(`^campaign:[a-z0-9][a-z0-9_-]{0,63}$`), true},
	{regexp.MustCompile(`^fund:(share|buyback)$`), false},
	{regexp.MustCompile(`^buyback:market$`), true},
	{regexp.MustCompile(`^buyback:held$`), false},
	{regexp.MustCompile(`^payout:[a-z0-9][a-z0-9_-]{0,63}$`), false},
}

// ParseAccount reads a path that the constructors could have made; anything else is an error.
func ParseAccount(path string) (Account, error) {
	if isHolding(path) {
		return Account{path}, nil
	}
	for _, c := range chart {
		if c.form.MatchString(path) {
			return Account{path}, nil
		}
	}
	return Account{}, fmt.Errorf("%q is not an account of the chart", path)
}

// Overdraft says that the account stands for the world outside and may go below zero.
func (a Account) Overdraft() bool {
	return a.path == "buyback:market" || strings.HasPrefix(a.path, "buyers:") || strings.HasPrefix(a.path, "campaign:") || strings.HasPrefix(a.path, "issuance:") || strings.HasPrefix(a.path, "revenue:")
}
