package safe

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// ErrChecksum says that a file was changed after it was written; test with errors.Is.
var ErrChecksum = errors.New("the file was modified since it was written: export it again")

// largest is the longest file that is read: a batch is some 150 kB.
const largest = 16 << 20

// File is what a batch says, from the calls that a Safe would make.
type File struct {
	Name, Description string
	ChainID           uint64
	Safe              common.Address
	CreatedAt         time.Time
	Calls             []Call    // in order
	Payments          []Payment // what each of the calls pays
}

// Read reads a batch of the Transaction Builder. Errors: ErrChecksum, ErrNotTransfer, what is not such a file, and a
// transaction whose words (contractMethod, contractInputsValues) say something else than its data, which is executed. The
// app itself writes a transfer in words alone when its form was filled in; that is read too.
func Read(r io.Reader) (*File, error) {
	text, err := io.ReadAll(io.LimitReader(r, largest+1))
	if err != nil {
		return nil, fmt.Errorf("reading a batch: %w", err)
	}
	if len(text) > largest {
		return nil, fmt.Errorf("reading a batch: it is longer than %d bytes", largest)
	}
	f, err := read(text)
	if err != nil {
		return nil, fmt.Errorf("reading a batch: %w", err)
	}
	return f, nil
}

func read(text []byte) (*File, error) {
	want, err := Checksum(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	in, err := exact(text)
	if err != nil {
		return nil, err
	}
	if in.Meta.Checksum != want {
		return nil, fmt.Errorf("its checksum is %q, expected %s: %w", in.Meta.Checksum, want, ErrChecksum)
	}
	if in.Version != "1.0" {
		return nil, fmt.Errorf("its version is %q: only 1.0 is read", in.Version)
	}
	f := &File{Name: in.Meta.Name, Description: in.Meta.Description, CreatedAt: time.UnixMilli(in.CreatedAt).UTC()}
	if f.ChainID, err = strconv.ParseUint(in.ChainID, 10, 64); err != nil {
		return nil, fmt.Errorf("its chainId is %q: write decimal digits", in.ChainID)
	}
	for i, t := range in.Transactions {
		c, err := t.call()
		if err != nil {
			return nil, fmt.Errorf("transaction %d: %w", i, err)
		}
		p, err := c.payment()
		if err != nil {
			return nil, fmt.Errorf("transaction %d: %w", i, err)
		}
		f.Calls, f.Payments = append(f.Calls, c), append(f.Payments, p)
	}
	// Last: a batch that anybody may send names no Safe, and what it does is to be told first.
	if f.Safe, err = address(in.Meta.Safe); err != nil {
		return nil, fmt.Errorf("createdFromSafeAddress: %w", err)
	}
	return f, nil
}

// exact reads the file as JavaScript does: of a key that is said twice the last counts, and a key in other letters is
// another key, which no batch has.
func exact(text []byte) (in file, err error) {
	content, err := generic(bytes.NewReader(text))
	if err != nil {
		return in, err
	}
	if text, err = json.Marshal(content); err == nil {
		err = json.Unmarshal(text, &in)
	}
	if err == nil {
		err = keys(content, reflect.TypeFor[file]())
	}
	return in, err
}

// keys refuses a key that the Go type does not name exactly so; encoding/json takes it in any letters.
func keys(value any, t reflect.Type) error {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			if err := keys(item, t.Elem()); err != nil {
				return err
			}
		}
	case map[string]any:
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct {
			return nil
		}
		fields := map[string]reflect.Type{}
		for i := range t.NumField() {
			fields[t.Field(i).Tag.Get("json")] = t.Field(i).Type
		}
		for key, item := range v {
			if fields[key] == nil {
				return fmt.Errorf("the key %q is none of a batch", key)
			}
			if err := keys(item, fields[key]); err != nil {
				return err
			}
		}
	}
	return nil
}
