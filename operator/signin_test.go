package operator_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
)

// standard is an example of the text of ERC-4361.
const standard = `example.com wants you to sign in with your Ethereum account:
0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2

I accept the ExampleOrg Terms of Service: https://example.com/tos

URI: https://example.com/login
Version: 1
Chain ID: 1
Nonce: 32891756
Issued At: 2021-09-30T16:25:24Z
Resources:
- ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/
- https://example.com/my-web2-claim.json`

func published() operator.SignIn {
	return operator.SignIn{
		Domain: "example.com", Wallet: ledger.Wallet(common.HexToAddress("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2")),
		Statement: "I accept the ExampleOrg Terms of Service: https://example.com/tos", URI: "https://example.com/login", Chain: 1,
		Nonce: "32891756", IssuedAt: time.Date(2021, 9, 30, 16, 25, 24, 0, time.UTC),
		Resources: []string{"ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/", "https://example.com/my-web2-claim.json"},
	}
}

func TestPublishedMessages(t *testing.T) {
	t.Parallel()
	const statement = "I accept the ExampleOrg Terms of Service: https://example.com/tos\n"
	resources := standard[strings.Index(standard, "\nResources"):]
	for _, c := range []struct {
		name, text string
		edit       func(*operator.SignIn)
	}{
		{"an implicit scheme", standard, func(*operator.SignIn) {}},
		{"an explicit port", strings.Replace(standard, "example.com", "example.com:3388", 1),
			func(m *operator.SignIn) { m.Domain = "example.com:3388" }},
		{"an explicit scheme", "https://" + standard, func(m *operator.SignIn) { m.Scheme = "https" }},
		{"an address", strings.Replace(standard, "example.com", "127.0.0.1:8080", 1), func(m *operator.SignIn) { m.Domain = "127.0.0.1:8080" }},
		{"the other kind of address", strings.Replace(standard, "example.com", "[::1]:8080", 1),
			func(m *operator.SignIn) { m.Domain = "[::1]:8080" }},
		{"a name before the host", strings.Replace(standard, "example.com", "test@127.0.0.1", 1),
			func(m *operator.SignIn) { m.Domain = "test@127.0.0.1" }},
		{"no statement", strings.Replace(standard, statement, "", 1), func(m *operator.SignIn) { m.Statement = "" }},
		{"an empty statement", strings.Replace(standard, statement, "\n", 1), func(m *operator.SignIn) { m.Statement = "" }},
		{"no resources", strings.TrimSuffix(standard, resources), func(m *operator.SignIn) { m.Resources = nil }},
		{"an empty list of resources", strings.TrimSuffix(standard, resources) + "\nResources:", func(m *operator.SignIn) { m.Resources = nil }},
		{"parts of a second", strings.Replace(standard, "24Z", "24.5z", 1),
			func(m *operator.SignIn) { m.IssuedAt = m.IssuedAt.Add(time.Second / 2) }},
		{"small letters", strings.Replace(standard, "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2", published().Wallet.String(), 1),
			func(*operator.SignIn) {}},
		{"every optional line", strings.Replace(standard, "\nResources",
			"\nExpiration Time: 2021-10-01T00:00:00Z\nNot Before: 2021-09-30T00:00:00Z\nRequest ID: a%20b:@\nResources", 1),
			func(m *operator.SignIn) {
				m.Expiration, m.NotBefore = time.Date(2021, 10, 1, 0, 0, 0, 0, time.UTC), time.Date(2021, 9, 30, 0, 0, 0, 0, time.UTC)
				m.RequestID = "a%20b:@"
			}},
		{"a statement that looks like a field", strings.Replace(standard, statement, "Nonce: 12345678\n", 1),
			func(m *operator.SignIn) { m.Statement = "Nonce: 12345678" }},
	} {
		want := published()
		c.edit(&want)
		if got, err := operator.ParseSignIn(c.text); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
}

func TestMessagesThatAreNone(t *testing.T) {
	t.Parallel()
	replaced := func(old, by string) string {
		text := strings.Replace(standard, old, by, 1)
		if text == standard {
			t.Fatalf("%q is not in the example", old)
		}
		return text
	}
	for name, text := range map[string]string{
		"nothing":                     "",
		"a new line at the end":       standard + "\n",
		"carriage returns":            strings.ReplaceAll(standard, "\n", "\r\n"),
		"something before":            " " + standard,
		"no domain":                   replaced("example.com wants", " wants"),
		"a path in the domain":        replaced("example.com wants", "example.com/x wants"),
		"two domains":                 replaced("example.com wants", "example.com evil.com wants"),
		"a broken scheme":             "1https://" + standard,
		"another verb":                replaced("wants you", "asks you"),
		"capitals":                    replaced("wants you to sign", "WANTS you to sign"),
		"no address":                  replaced("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2\n", ""),
		"a short address":             replaced("756Cc2", "756Cc"),
		"an address without 0x":       replaced("0xC0", "C0"),
		"a wrong checksum":            replaced("0xC02aaA", "0xC02AAA"),
		"a checksum of capitals":      replaced("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2", "0xC02AAA39B223FE8D0A0E5C4F27EAD9083C756CC2"),
		"two statements":              replaced("I accept", "I accept\nI accept"),
		"a statement with quotes":     replaced("I accept", `I "accept"`),
		"a statement with a tab":      replaced("I accept", "I\taccept"),
		"letters beyond ASCII":        replaced("I accept", "Ich möchte"),
		"no blank line":               replaced("\n\nURI", "\nURI"),
		"no URI":                      replaced("URI: https://example.com/login\n", ""),
		"a URI without scheme":        replaced("https://example.com/login", "/login"),
		"a URI with a blank":          replaced("/login", "/log in"),
		"a URI with a broken percent": replaced("/login", "/%zz"),
		"a URI with two fragments":    replaced("/login", "/#a#b"),
		"version 2":                   replaced("Version: 1", "Version: 2"),
		"version 1.0":                 replaced("Version: 1", "Version: 1.0"),
		"a negative chain":            replaced("Chain ID: 1", "Chain ID: -1"),
		"a chain beyond all":          replaced("Chain ID: 1", "Chain ID: 18446744073709551616"),
		"no chain":                    replaced("Chain ID: 1\n", ""),
		"a zero before the chain":     replaced("Chain ID: 1", "Chain ID: 01"),
		"a sign before the chain":     replaced("Chain ID: 1", "Chain ID: +1"),
		"a short nonce":               replaced("32891756", "3289175"),
		"a nonce with a dash":         replaced("32891756", "3289175-6"),
		"fields in another order":     replaced("Chain ID: 1\nNonce: 32891756", "Nonce: 32891756\nChain ID: 1"),
		"a nonce twice":               replaced("Nonce: 32891756", "Nonce: 32891756\nNonce: 32891756"),
		"a day without a time":        replaced("2021-09-30T16:25:24Z", "2021-09-30"),
		"a time without a zone":       replaced("16:25:24Z", "16:25:24"),
		"a month 13":                  replaced("2021-09", "2021-13"),
		"a comma in the time":         replaced("24Z", "24,5Z"),
		"options in another order":    replaced("\nResources", "\nRequest ID: x\nNot Before: 2021-09-30T00:00:00Z\nResources"),
		"a request id with a slash":   replaced("\nResources", "\nRequest ID: a/b\nResources"),
		"a resource without a dash":   replaced("- ipfs", "ipfs"),
		"a resource that is no URI":   replaced("- https://example.com/my-web2-claim.json", "- x"),
		"a line of its own":           replaced("\nResources", "\nScopes: all\nResources"),
		"NUL":                         replaced("32891756", "32891756\x00"),
	} {
		m, err := operator.ParseSignIn(text)
		if err == nil || strings.Contains(err.Error(), "\n") || !reflect.DeepEqual(m, operator.SignIn{}) {
			t.Errorf("%s: %+v, %v", name, m, err)
		}
	}
}

// What this server writes for a wallet to sign is a message that it reads as the same.
func TestMessagesAreReadAsWritten(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := operator.SignIn{
			Domain: rapid.StringMatching(`[a-z0-9.-]{1,20}(:[0-9]{1,5})?`).Draw(t, "domain"),
			Wallet: ledger.Wallet(rapid.SliceOfN(rapid.Byte(), 20, 20).Draw(t, "wallet")),
			// Never empty: the text of an empty one reads as one, too, and means none.
			Statement: rapid.StringMatching(`[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;= -]{1,60}`).Draw(t, "statement"),
			URI:       "https://" + rapid.StringMatching(`[a-z]{1,9}(/[a-z%]{0})?`).Draw(t, "uri"),
			Chain:     rapid.Uint64().Draw(t, "chain"), Nonce: rapid.StringMatching(`[A-Za-z0-9]{8,40}`).Draw(t, "nonce"),
			IssuedAt: time.Unix(rapid.Int64Range(0, 4_000_000_000).Draw(t, "issued"), 0).UTC(),
		}
		got, err := operator.ParseSignIn(m.Text())
		if err != nil || !reflect.DeepEqual(got, m) {
			t.Fatalf("%+v became %+v, %v", m, got, err)
		}
	})
}

func FuzzSignIn(f *testing.F) {
	f.Add(standard)
	f.Add("https://" + strings.Replace(standard, "\nResources", "\nRequest ID: \nResources", 1))
	f.Fuzz(func(t *testing.T, text string) {
		m, err := operator.ParseSignIn(text)
		if err != nil {
			return
		}
		lines := strings.Split(text, "\n")
		if len(lines) < 9 || !strings.Contains(lines[0], m.Domain+" wants") || !strings.EqualFold(lines[1], m.Wallet.String()) ||
			strings.ContainsAny(text, "\r\x00\t") {
			t.Errorf("%q was taken as %+v", text, m)
		}
	})
}
