package merkle

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync/atomic"
)

// ErrChanged says that a dump's hashes are not those of its values; test with errors.Is.
var ErrChanged = errors.New("the dump is damaged or was changed, get it again from where it was published")

// Load reads a dump and recomputes every hash of it. Keys and values may come in any order, leaves need not be sorted
// (the library can leave them as they are), and leafEncoding may be ["address"], an allowlist whose leaves have no amount.
// Errors: what is not such a dump, ErrChanged when a hash does not fit, and what Build refuses.
func Load(r io.Reader) (*Tree, error) {
	t, err := read(json.NewDecoder(r))
	if err != nil {
		return nil, fmt.Errorf("reading a Merkle tree: %w", err)
	}
	if err := t.check(); err != nil {
		return nil, fmt.Errorf("checking a Merkle tree: %w", err)
	}
	return t, nil
}

// read takes the dump apart, one item of its long lists after the other.
func read(d *json.Decoder) (*Tree, error) {
	t := new(Tree)
	var form string
	var encoding []string
	err := object(d, func(key string) error {
		switch key {
		case "format":
			return d.Decode(&form)
		case "leafEncoding":
			return d.Decode(&encoding)
		case "tree":
			t.nodes = nil
			return list(d, t.readNode)
		case "values":
			t.leaves, t.at = nil, nil
			return list(d, t.readValue)
		case "books":
			return t.readBooks(d)
		default:
			var unknown json.RawMessage
			return d.Decode(&unknown)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("at byte %d: %w", d.InputOffset(), err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("at byte %d: there is something after the dump", d.InputOffset())
	}
	if form != format {
		return nil, fmt.Errorf("its format is %q: only %s is read", form, format)
	}
	switch {
	case slices.Equal(encoding, []string{"address", "uint256"}):
		t.words = 2
	case slices.Equal(encoding, []string{"address"}):
		t.words = 1
	default:
		return nil, fmt.Errorf(`its leafEncoding is %q: only ["address","uint256"] and ["address"] are read`, encoding)
	}
	return t, nil
}

// object calls value for every key of a JSON object; value reads what belongs to the key.
func object(d *json.Decoder, value func(key string) error) error {
	if err := delimiter(d, '{'); err != nil {
		return err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		// Between the braces a token is a string or an error.
		if err := value(key.(string)); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
	}
	return delimiter(d, '}')
}

// list calls item for every item of a JSON array; item reads it.
func list(d *json.Decoder, item func(d *json.Decoder) error) error {
	if err := delimiter(d, '['); err != nil {
		return err
	}
	for i := 0; d.More(); i++ {
		if err := item(d); err != nil {
			return fmt.Errorf("item %d: %w", i, err)
		}
	}
	return delimiter(d, ']')
}

func delimiter(d *json.Decoder, want json.Delim) error {
	switch token, err := d.Token(); {
	case errors.Is(err, io.EOF):
		return io.ErrUnexpectedEOF
	case err != nil:
		return err
	case token != want:
		return fmt.Errorf("%v stands where %v should", token, want)
	}
	return nil
}

// check recomputes every hash, and says which is the first that does not fit.
func (t *Tree) check() error {
	n := len(t.leaves)
	if err := t.index(); err != nil {
		return err
	}
	if len(t.nodes) != 2*n-1 {
		return fmt.Errorf("%d values need %d nodes, the tree has %d: %w", n, 2*n-1, len(t.nodes), ErrChanged)
	}
	taken := make([]bool, n)
	for i, place := range t.at {
		leaf := int(place) - (n - 1)
		if leaf < 0 || leaf >= n || taken[leaf] {
			return fmt.Errorf("value %d: treeIndex %d is not a leaf, or is another value's: %w", i, place, ErrChanged)
		}
		taken[leaf] = true
	}

	var wrong least
	wrong.Store(int64(len(t.nodes)))
	each(0, n, func(h *hasher, i int) {
		var sum Hash
		if h.leaf(&sum, &t.leaves[i], t.words); sum != t.nodes[t.at[i]] {
			wrong.lower(i)
		}
	})
	if i := int(wrong.Load()); i < n {
		return fmt.Errorf("value %d, of %s, does not have the hash of node %d: %w", i, t.leaves[i].Wallet, t.at[i], ErrChanged)
	}
	t.inner(func(h *hasher, i int) {
		var sum Hash
		if h.node(&sum, &t.nodes[2*i+1], &t.nodes[2*i+2]); sum != t.nodes[i] {
			wrong.lower(i)
		}
	})
	if i := int(wrong.Load()); i < n {
		return fmt.Errorf("node %d is not the hash of nodes %d and %d: %w", i, 2*i+1, 2*i+2, ErrChanged)
	}
	return nil
}

// least is the lowest index that any goroutine has seen.
type least struct{ atomic.Int64 }

func (l *least) lower(i int) {
	for old := l.Load(); int64(i) < old && !l.CompareAndSwap(old, int64(i)); old = l.Load() {
	}
}
