package ledger

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// Hash is a SHA-256 of the books or a Keccak-256 of the chain.
type Hash [32]byte

// String is the hash in hexadecimal with 0x.
func (h Hash) String() string { return "0x" + hex.EncodeToString(h[:]) }

// ParseHash reads what String writes.
func ParseHash(text string) (h Hash, err error) {
	raw, cut := bytes.CutPrefix([]byte(text), []byte("0x"))
	if n, bad := hex.Decode(h[:], raw[:min(len(raw), 64)]); !cut || bad != nil || n != 32 || len(raw) != 64 {
		return Hash{}, problem.Invalidf("%.80q is not a hash: write 0x and 64 hexadecimal digits", text)
	}
	return h, nil
}

// Posting moves an amount, more than zero, from one account to another.
type Posting struct {
	From, To Account
	Amount   money.Amount
}

// Kind says what a transaction is, in the field's own word, such as "purchase".
type Kind string

// ReversalKind is the kind of a transaction that mirrors another.
const ReversalKind Kind = "reversal"

// Draft is a transaction before it has a place in the journal.
type Draft struct {
	Kind      Kind
	Program   string    // the program's name
	Rule      string    // the version of the rules that computed it
	Effective time.Time // when it holds: the block's or the period's instant, whole seconds UTC
	Booked    time.Time // when it became known: by the chain's, the schedule's or the operator's clock, never the wall's
	Source    Source
	Reverses  uint64 // the sequence that this one mirrors, or zero
	Meta      Meta
	Postings  []Posting
}

// Transaction is a draft that was sealed into the journal.
type Transaction struct {
	Draft
	Sequence uint64 // dense, from 1
	Previous Hash   // hash of the transaction before, zero for the first
	Hash     Hash
}

// Meta is what a reader of the journal wants to know and no account holds. Keys and values are UTF-8 text.
type Meta map[string]string

// Canonical is the one JSON text of the meta: keys sorted, no white space, no HTML escapes; "{}" when empty.
func (m Meta) Canonical() string {
	b := []byte{'{'}
	for i, k := range slices.Sorted(maps.Keys(m)) {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendText(b, k), ':')
		b = appendText(b, m[k])
	}
	return string(append(b, '}'))
}

// appendText appends a text as JSON writes it without HTML escapes.
func appendText(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			var escaped bytes.Buffer
			e := json.NewEncoder(&escaped)
			e.SetEscapeHTML(false)
			_ = e.Encode(s) // text always encodes
			return append(b, bytes.TrimSuffix(escaped.Bytes(), []byte("\n"))...)
		}
	}
	return append(append(append(b, '"'), s...), '"')
}

// ParseMeta reads what Canonical writes.
func ParseMeta(text string) (Meta, error) {
	m := Meta{}
	if err := json.Unmarshal([]byte(text), (*map[string]string)(&m)); err != nil {
		return nil, fmt.Errorf("meta %.80q: %w", text, err)
	}
	if m.Canonical() != text {
		return nil, fmt.Errorf("meta %.80q is not in its canonical form", text)
	}
	return m, nil
}

// ErrInvalid is wrapped by every refusal of a draft; the books are unchanged.
var ErrInvalid = errors.New("the transaction is not valid")

// MaxPostings is the most postings of one transaction.
const MaxPostings = math.MaxUint32

func (d *Draft) check() error {
	bad := func(format string, args ...any) error {
		return fmt.Errorf("%w: %s %s: %s", ErrInvalid, d.Kind, d.Source.Key(), fmt.Sprintf(format, args...))
	}
	switch {
	case !isWord(string(d.Kind)):
		return bad("the kind is not a lower-case word")
	case !isName(d.Program):
		return bad("the program's name %q is not in lower-case letters, digits, _ and -", d.Program)
	case !isRule(d.Rule):
		return bad("the rule version %q is not a version", d.Rule)
	case !whole(d.Effective) || !whole(d.Booked):
		return bad("times are whole seconds UTC after 1970")
	case (d.Kind == ReversalKind) != (d.Reverses != 0):
		return bad("a reversal names what it reverses, and nothing else does")
	case len(d.Postings) > MaxPostings:
		return bad("%d postings are too many", len(d.Postings))
	}
	if err := d.Source.check(); err != nil {
		return bad("%v", err)
	}
	for k, v := range d.Meta {
		if !utf8.ValidString(k) || !utf8.ValidString(v) || k == "" {
			return bad("meta %q is not UTF-8 text", k)
		}
	}
	for i := range d.Postings {
		switch p := &d.Postings[i]; {
		case p.From.path == "" || p.To.path == "":
			return bad("posting %d has no account", i)
		case p.From == p.To:
			return bad("posting %d goes from %s to itself", i, p.From)
		case p.Amount.Asset().IsZero() || p.Amount.IsZero():
			return bad("posting %d from %s to %s moves nothing", i, p.From, p.To)
		}
	}
	return nil
}

func whole(t time.Time) bool {
	return t.Unix() > 0 && t.Nanosecond() == 0 && t.Location() == time.UTC
}
