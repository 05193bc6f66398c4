package safe

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/ethereum/go-ethereum/crypto"
)

// Checksum is what the Transaction Builder compares meta.checksum with when it imports the file: the Keccak-256, with 0x, of
// a serialisation of the file without that key. With the key left in, even empty, the result is another one, and the
// import warns.
func Checksum(file io.Reader) (string, error) {
	content, err := generic(file)
	if err != nil {
		return "", err
	}
	meta, ok := content["meta"].(map[string]any)
	if !ok {
		return "", errors.New("the file has no meta: it is not a batch of the Transaction Builder")
	}
	delete(meta, "checksum")
	return digest(content)
}

// generic reads a JSON object and keeps numbers as they are written.
func generic(r io.Reader) (content map[string]any, err error) {
	d := json.NewDecoder(r)
	d.UseNumber()
	if err := d.Decode(&content); err != nil {
		return nil, fmt.Errorf("the file is not a JSON object: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("there is something after the JSON object")
	}
	return content, nil
}

// digest hashes a batch as the app does, which takes meta.name for null, so that a batch can be renamed there.
func digest(content map[string]any) (string, error) {
	meta, _ := content["meta"].(map[string]any)
	nameless := maps.Clone(meta)
	if nameless == nil {
		nameless = map[string]any{}
	}
	nameless["name"] = nil
	content = maps.Clone(content)
	content["meta"] = nameless
	var b bytes.Buffer
	if err := serialise(&b, content); err != nil {
		return "", err
	}
	return crypto.Keccak256Hash(b.Bytes()).Hex(), nil
}

// serialise writes a value in the app's own way:
//
//	[1,"a"]            ->  [1,"a"]
//	{"b":1,"a":null}   ->  {["a","b"]null,1,}
func serialise(b *bytes.Buffer, value any) error {
	switch v := value.(type) {
	case map[string]any:
		// JavaScript sorts by units of UTF-16.
		keys := slices.SortedFunc(maps.Keys(v), func(a, b string) int {
			return slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b)))
		})
		b.WriteString("{[")
		for i, key := range keys {
			if i > 0 {
				b.WriteByte(',')
			}
			quote(b, key)
		}
		b.WriteByte(']')
		for _, key := range keys {
			if err := serialise(b, v[key]); err != nil {
				return err
			}
			b.WriteByte(',')
		}
		b.WriteByte('}')
	case []any:
		b.WriteByte('[')
		for i, item := range v {
			if i > 0 {
				b.WriteByte(',')
			}
			if err := serialise(b, item); err != nil {
				return err
			}
		}
		b.WriteByte(']')
	case string:
		quote(b, v)
	case json.Number:
		// Only in whole numbers up to 2^53 are JavaScript's text and the file's the same.
		n, err := strconv.ParseInt(v.String(), 10, 64)
		if err != nil || n > 1<<53 || n < -1<<53 || strconv.FormatInt(n, 10) != v.String() {
			return fmt.Errorf("the number %s is not one that JavaScript keeps: write it as a string", v)
		}
		b.WriteString(v.String())
	case bool:
		b.WriteString(strconv.FormatBool(v))
	default:
		b.WriteString("null")
	}
	return nil
}

// quote writes a string as JSON.stringify does, which leaves more characters as they are than encoding/json.
func quote(b *bytes.Buffer, text string) {
	const short = "\b\t\n\f\r\"\\"
	b.WriteByte('"')
	for _, r := range text {
		switch i := strings.IndexRune(short, r); {
		case i >= 0:
			b.WriteByte('\\')
			b.WriteByte(`btnfr"\`[i])
		case r < ' ':
			fmt.Fprintf(b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
}
