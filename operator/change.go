package operator

import (
	"encoding/hex"
	"regexp"
	"slices"
	"time"

	"filippo.io/edwards25519"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// Change gives an operator a key, or takes keys away. It is the body of a recorded fact: its tags are part of the books and never
// change.
//
//	{"name": "alice", "label": "ledger-nano", "wallet": "0x…", "scopes": ["approve"]}
//	{"name": "board", "label": "safe", "wallet": "0x…", "contract": true, "scopes": ["approve"]}
//	{"name": "bot", "label": "ci", "token": "<64 digits>", "scopes": ["record"], "until": "2027-01-01T00:00:00Z"}
//	{"name": "bot", "label": "ci", "revoke": true}
//	{"name": "alice", "revoke": true}
type Change struct {
	Name string `json:"name"` // the operator's: lower-case letters, digits, _ and -, 64 at most
	// Wallet is an address, Token the public key of a token as 64 hexadecimal digits (TokenKey). A change that gives has exactly one
	// of them.
	Wallet string `json:"wallet,omitempty"`
	Token  string `json:"token,omitempty"`
	// Contract says that the wallet is a contract on the program's chain, such as a Safe, whose own word counts (ERC-1271).
	Contract bool `json:"contract,omitempty"`
	// Label is what the operator calls the key, in the form of a name. It stands for the same key permanently. A change that
	// takes away names one key by it, or all keys of the operator without it.
	Label  string    `json:"label,omitempty"`
	Scopes []Scope   `json:"scopes,omitempty"`
	Until  time.Time `json:"until,omitzero"` // the first instant at which the key no longer counts; zero: it has no end
	Revoke bool      `json:"revoke,omitempty"`
	// Pending says that the key counts once another operator consents, see [Registry.NeedsConsent]. Changes of older books, before
	// anybody had to, have it not.
	Pending bool `json:"pending,omitempty"`
}

var nameForm = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]{0,63}$`)

// checkName gives one line about a name or label that is not written as it must be.
func checkName(what, text string) error {
	if !nameForm.MatchString(text) {
		return problem.Invalidf("the %s %q is not a valid name: use lower-case letters, digits, _ and -, 64 at most, a letter or digit first",
			what, text)
	}
	return nil
}

// Check says in one line what is wrong with the change by itself. Whether it fits what was applied before is for
// Registry.Check to say.
func (c Change) Check() error {
	if _, err := c.key(); err != nil || c.Wallet == "" {
		return err
	}
	_, err := ledger.ParseWallet(c.Wallet)
	return err
}

// key is what the change gives; the zero key with its name and label when it takes away.
func (c Change) key() (key, error) {
	if err := checkName("operator", c.Name); err != nil {
		return key{}, err
	}
	k := key{operator: c.Name, label: c.Label, contract: c.Contract}
	if c.Revoke {
		if c.Wallet != "" || c.Token != "" || c.Contract || len(c.Scopes) > 0 || !c.Until.IsZero() || c.Pending {
			return k, problem.Invalidf("a revocation has a name and perhaps a label, and nothing else: leave out wallet, token, scopes and until")
		}
		if c.Label == "" {
			return k, nil
		}
		return k, checkName("label", c.Label)
	}
	if err := checkName("label", c.Label); err != nil {
		return k, err
	}
	if (c.Wallet == "") == (c.Token == "") {
		return k, problem.Invalidf("give the operator either a wallet or a token's public key")
	}
	if c.Contract && c.Wallet == "" {
		return k, problem.Invalidf("a token cannot be a contract: give the contract's address as the wallet")
	}
	var err error
	if c.Wallet != "" {
		if k.wallet, err = parseWallet(c.Wallet); err != nil {
			return k, err
		}
	} else if k.token, err = parsePublic(c.Token); err != nil {
		return k, err
	}
	if len(c.Scopes) == 0 {
		return k, problem.Invalidf("the key %s of %s has no scope: give one or more of %s", c.Label, c.Name, list(Scopes()))
	}
	for i, s := range c.Scopes {
		if _, err := ParseScope(string(s)); err != nil {
			return k, err
		}
		if slices.Contains(c.Scopes[:i], s) {
			return k, problem.Invalidf("the scope %s is given twice: give each scope once", s)
		}
	}
	k.scopes = slices.Sorted(slices.Values(c.Scopes))
	if !c.Until.IsZero() {
		k.until = c.Until.UTC()
		if k.until.Nanosecond() != 0 || k.until.Year() < 1970 || k.until.Year() > 9999 {
			return k, problem.Invalidf("the end %s is not valid: give a whole second of the years 1970 to 9999", k.until.Format(time.RFC3339Nano))
		}
	}
	return k, nil
}

func parseWallet(text string) (w ledger.Wallet, err error) {
	if w, err = ledger.ReadWallet(text); err == nil && w == (ledger.Wallet{}) {
		err = problem.Invalidf("the zero address cannot be an operator's wallet: give another address")
	}
	return w, err
}

func parsePublic(text string) (h [32]byte, err error) {
	raw, err := hex.DecodeString(text)
	if err != nil || len(raw) != len(h) {
		return h, problem.Invalidf(
			"the token's public key is not valid: give the 64 hexadecimal digits that `nodeledger operator token` prints, never the secret itself")
	}
	if h = [32]byte(raw); h == ([32]byte{}) {
		return h, problem.Invalidf("a token's public key cannot be all zero: give the one that `nodeledger operator token` prints")
	}
	// A signature by a point of small order says nothing: it can be made for every text by everybody.
	point, err := new(edwards25519.Point).SetBytes(raw)
	if err != nil || new(edwards25519.Point).MultByCofactor(point).Equal(edwards25519.NewIdentityPoint()) == 1 {
		return h, problem.Invalidf("the token's public key is none: give the one that `nodeledger operator token` prints")
	}
	return h, nil
}
