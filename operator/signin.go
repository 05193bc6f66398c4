package operator

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/ledger"
)

// SignIn is a message of Sign-In with Ethereum (ERC-4361, version 1).
type SignIn struct {
	Scheme, Domain        string // the scheme is empty when the message has none
	Wallet                ledger.Wallet
	Statement             string // empty: none
	URI                   string
	Chain                 uint64
	Nonce                 string
	IssuedAt              time.Time
	Expiration, NotBefore time.Time // zero: none
	RequestID             string
	Resources             []string
}

// The forms of the standard's grammar, which takes them from RFC 3986 and RFC 3339.
var (
	siweHeader    = regexp.MustCompile(`^(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(\S+) wants you to sign in with your Ethereum account:$`)
	siweAuthority = regexp.MustCompile(`^(?:(?:[A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*@)?(?:\[[0-9A-Fa-f:.]+\]|` +
		`(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+)(?::[0-9]*)?$`)
	siweAddress   = regexp.MustCompile(`^0x[0-9A-Fa-f]{40}$`)
	siweStatement = regexp.MustCompile(`^[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;= -]*$`)
	siweURI       = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?\[\]@!$&'()*+,;=-]|` +
		`%[0-9A-Fa-f]{2})*(?:#(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?$`)
	siweNonce   = regexp.MustCompile(`^[A-Za-z0-9]{8,}$`)
	siweTime    = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})$`)
	siweRequest = regexp.MustCompile(`^(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*$`)
)

// siweLines walks over the lines of a message; the first mistake stays.
type siweLines struct {
	rest []string
	err  error
}

func (l *siweLines) fail(format string, args ...any) {
	if l.err == nil {
		l.err = fmt.Errorf(format, args...)
	}
}

// next takes a line; it is a mistake when there is none.
func (l *siweLines) next() string {
	if len(l.rest) == 0 {
		l.fail("the message ends too early")
		return ""
	}
	line := l.rest[0]
	l.rest = l.rest[1:]
	return line
}

// field takes the line with a label that must be there.
func (l *siweLines) field(label string) string {
	value, found := strings.CutPrefix(l.next(), label+": ")
	if !found {
		l.fail("the message has no line %q where it belongs", label+": ")
	}
	return value
}

// optional takes the line with a label when it comes next.
func (l *siweLines) optional(label string) (string, bool) {
	if len(l.rest) == 0 || !strings.HasPrefix(l.rest[0], label+": ") {
		return "", false
	}
	return l.field(label), true
}

func (l *siweLines) uri(text string) string {
	if _, err := url.Parse(text); err != nil || !siweURI.MatchString(text) {
		l.fail("%.80q is not a URI", text)
	}
	return text
}

func (l *siweLines) time(text string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, strings.ToUpper(text))
	if err != nil || !siweTime.MatchString(text) {
		l.fail("%.80q is not a valid time: write it as 2024-05-01T12:00:00Z", text)
	}
	return t
}

// ParseSignIn reads a message strictly by the standard's grammar. The address may be written in small letters throughout;
// with capitals it must be the one checksum form of ERC-55.
func ParseSignIn(text string) (m SignIn, err error) {
	l := &siweLines{rest: strings.Split(text, "\n")}
	header := siweHeader.FindStringSubmatch(l.next())
	if header == nil || !siweAuthority.MatchString(header[2]) {
		return m, errors.New(`the message does not begin with "<domain> wants you to sign in with your Ethereum account:"`)
	}
	m.Scheme, m.Domain = header[1], header[2]
	address := l.next()
	m.Wallet = ledger.Wallet(common.HexToAddress(address))
	if !siweAddress.MatchString(address) || (address != m.Wallet.String() && address != common.Address(m.Wallet).Hex()) {
		l.fail("%.80q is not an address with the capitals of its checksum (ERC-55)", address)
	}
	// LF [ statement LF ] LF: with a statement, which may be empty, there is one line more.
	blank, statement := l.next(), l.next()
	if len(l.rest) > 0 && !strings.HasPrefix(l.rest[0], "URI: ") {
		m.Statement = statement
		statement = l.next()
	}
	if blank != "" || statement != "" || !siweStatement.MatchString(m.Statement) {
		l.fail("the statement is not one line of plain characters between two empty ones")
	}
	m.URI = l.uri(l.field("URI"))
	if version := l.field("Version"); version != "1" {
		l.fail("the version is %.80q, not 1", version)
	}
	chain := l.field("Chain ID")
	if m.Chain, err = strconv.ParseUint(chain, 10, 64); err != nil || strconv.FormatUint(m.Chain, 10) != chain {
		l.fail("%.80q is not a valid chain id: write it in digits without a zero in front", chain)
	}
	if m.Nonce = l.field("Nonce"); !siweNonce.MatchString(m.Nonce) {
		l.fail("%.80q is not a valid nonce: it has 8 letters and digits or more", m.Nonce)
	}
	m.IssuedAt = l.time(l.field("Issued At"))
	value, expires := l.optional("Expiration Time")
	if expires {
		m.Expiration = l.time(value)
	}
	if expires && m.Expiration.IsZero() {
		l.fail("the message cannot end in the year 1")
	}
	if value, found := l.optional("Not Before"); found {
		m.NotBefore = l.time(value)
	}
	if value, found := l.optional("Request ID"); found {
		if m.RequestID = value; !siweRequest.MatchString(value) {
			l.fail("%.80q is not a valid request id", value)
		}
	}
	if len(l.rest) > 0 && l.rest[0] == "Resources:" {
		for l.next(); len(l.rest) > 0; {
			resource, found := strings.CutPrefix(l.next(), "- ")
			if !found {
				l.fail("a resource does not begin with a dash and a blank")
			}
			m.Resources = append(m.Resources, l.uri(resource))
		}
	}
	if len(l.rest) > 0 {
		l.fail("the line %.80q does not belong into the message", l.rest[0])
	}
	if l.err != nil {
		return SignIn{}, l.err
	}
	return m, nil
}

// Text is the message as a wallet must sign it: of the optional parts with a statement alone.
func (m *SignIn) Text() string {
	return m.Domain + " wants you to sign in with your Ethereum account:\n" + common.Address(m.Wallet).Hex() + "\n\n" + m.Statement +
		"\n\nURI: " + m.URI + "\nVersion: 1\nChain ID: " + strconv.FormatUint(m.Chain, 10) + "\nNonce: " + m.Nonce +
		"\nIssued At: " + m.IssuedAt.UTC().Format(time.RFC3339)
}
