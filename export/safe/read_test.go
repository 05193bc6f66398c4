package safe_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/export"
	"github.com/nodeledger/nodeledger/export/safe"
)

// sealed gives a text that was changed the checksum that fits.
func sealed(t *testing.T, text string) string {
	t.Helper()
	_, rest, found := strings.Cut(text, `"checksum": "`)
	if !found {
		t.Fatal("the file has no checksum")
	}
	old, _, _ := strings.Cut(rest, `"`)
	sum, err := safe.Checksum(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Replace(text, old, sum, 1)
}

// Any other byte of a file breaks its checksum or its form, except in the name, by which the app lets it be renamed, and in
// white space.
func TestReadFindsEveryChangedByte(t *testing.T) {
	t.Parallel()
	b := batches(t, tether, pay(usdt, 1))[0]
	text := written(t, func(w *bytes.Buffer) error { return b.Write(w) })
	name := strings.Index(text, "gpunet 2025-06-usdt (1 of 1)")
	for i := range text {
		if i >= name && i < name+len("gpunet 2025-06-usdt (1 of 1)") || text[i] == ' ' || text[i] == '\n' {
			continue
		}
		changed := []byte(text)
		changed[i] ^= 1
		if _, err := safe.Read(bytes.NewReader(changed)); err == nil {
			t.Fatalf("byte %d, %q, is not missed", i, text[max(0, i-20):i+1])
		}
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	token := written(t, func(w *bytes.Buffer) error { return batches(t, tether, pay(usdt, 1))[0].Write(w) })
	coin := written(t, func(w *bytes.Buffer) error { return batches(t, export.Token{}, pay(eth, 1))[0].Write(w) })
	for _, c := range []struct {
		name, from, old, new, want string
		is                         error
	}{
		{"an amount in words", token, `"value": "333334"`, `"value": "333335"`, "pay differently", nil},
		{"a wallet in words", token, `"to": "0xAb00`, `"to": "0xAb01`, "its capital letters do not fit its digits", nil},
		{"an amount in data", token, `51616",`, `51617",`, "pay differently", nil},
		{"another method", token, `"name": "transfer"`, `"name": "approve"`, "contractMethod is approve", safe.ErrNotTransfer},
		{"another method in data", coin, `"data": null`, `"data": "0x095ea7b3"`, "4 bytes of data", safe.ErrNotTransfer},
		{"value beside data", token, `"value": "0"`, `"value": "1"`, "68 bytes of data", safe.ErrNotTransfer},
		{"no value", coin, `"value": "333334000000000000"`, `"value": "0"`, "without value or data", safe.ErrNotTransfer},
		{"half a byte", coin, `"data": null`, `"data": "0x1"`, "pairs of hexadecimal digits", nil},
		{"a short address", coin, `"to": "0x`, `"to": "0x0`, "is not a wallet", nil},
		{"a number in words", coin, `"333334000000000000"`, `"0x10"`, "write decimal digits", nil},
		{"a number above 2^256-1", coin, `"333334000000000000"`, `"1` + strings.Repeat("0", 78) + `"`, "is not a number of base units", nil},
		{"a number bare", coin, `"333334000000000000"`, `1`, "cannot unmarshal number", nil},
		{"a chain in words", coin, `"chainId": "1"`, `"chainId": "eth"`, "write decimal digits", nil},
		{"no Safe", coin, `"createdFromSafeAddress": "0x`, `"createdFromSafeAddress": "`, "createdFromSafeAddress", nil},
		{"another version", coin, `"version": "1.0"`, `"version": "2.0"`, "only 1.0 is read", nil},
		{"a key in other letters", coin, `"data": null`, `"data": null, "DATA": "0x"`, `"DATA" is none of a batch`, nil},
		{"an unknown key", coin, `"version"`, `"operation": 1, "version"`, `"operation" is none of a batch`, nil},
	} {
		changed := strings.Replace(c.from, c.old, c.new, 1)
		if changed == c.from {
			t.Fatalf("%s: %s does not stand in the file", c.name, c.old)
		}
		if _, err := safe.Read(strings.NewReader(changed)); err == nil {
			t.Errorf("%s: it is read with the old checksum", c.name)
		}
		_, err := safe.Read(strings.NewReader(sealed(t, changed)))
		if err == nil || !strings.Contains(err.Error(), c.want) || (c.is != nil && !errors.Is(err, c.is)) {
			t.Errorf("%s: got %v, expected %q", c.name, err, c.want)
		}
	}
	if _, err := safe.Read(strings.NewReader(strings.Replace(coin, `"checksum": "0x`, `"checksum": "0x0`, 1))); !errors.Is(err,
		safe.ErrChecksum) {
		t.Errorf("another checksum: %v", err)
	}
	if _, err := safe.Read(io.LimitReader(endless{}, 1<<30)); err == nil || !strings.Contains(err.Error(), "longer than") {
		t.Errorf("a file without end: %v", err)
	}
}

// endless is blanks.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = ' '
	}
	return len(b), nil
}

// The app saves a transfer that was filled in by form without its data.
func TestReadTakesATransferInWords(t *testing.T) {
	t.Parallel()
	b := batches(t, tether, pay(usdt, 1))[0]
	text := written(t, func(w *bytes.Buffer) error { return b.Write(w) })
	whole, err := safe.Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(text, `"data": "`)
	_, after, _ := strings.Cut(rest, `"`)
	words, err := safe.Read(strings.NewReader(sealed(t, before+`"data": null`+after)))
	if err != nil {
		t.Fatal(err)
	}
	if words.Payments[0] != whole.Payments[0] || !bytes.Equal(words.Calls[0].Data, whole.Calls[0].Data) {
		t.Errorf("%+v in words, %+v with data", words.Payments[0], whole.Payments[0])
	}
}

func FuzzRead(f *testing.F) {
	for _, b := range []safe.Batch{batches(f, tether, pay(usdt, 2))[0], batches(f, export.Token{}, pay(eth, 2))[0]} {
		f.Add([]byte(written(f, func(w *bytes.Buffer) error { return b.Write(w) })))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		file, err := safe.Read(bytes.NewReader(text))
		if err != nil {
			return
		}
		if len(file.Payments) != len(file.Calls) {
			t.Fatalf("%d payments of %d calls", len(file.Payments), len(file.Calls))
		}
		for _, p := range file.Payments {
			if p.Units.IsZero() {
				t.Fatal("a payment of nothing")
			}
		}
	})
}
