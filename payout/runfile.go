package payout

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
)

// The forms of the file that WriteFile writes. The first one is of runs without a salt.
const (
	FileFormat       = "nodeledger/payout/1"
	SaltedFileFormat = "nodeledger/payout/2"
)

// The tags of these types are the run's file: a public form whose hash is in the journal, so they never change. What the API says
// of a run has its shapes in wire.
type filePart struct {
	Account string `json:"account"`
	Amount  string `json:"amount"`
	Why     string `json:"why"`
}

type fileLine struct {
	Amount string     `json:"amount"`
	Parts  []filePart `json:"parts"`
	Wallet string     `json:"wallet"`
}

type fileWaiting struct {
	Amount string `json:"amount"`
	Reason string `json:"reason"`
	Text   string `json:"text,omitempty"`
	Wallet string `json:"wallet"`
}

// WriteFile writes the run's file, every line with what it is made of and everybody who waits with the reason, and gives
// its SHA-256. What an operator said when a wallet was held back is not in it. One line of canonical
// JSON: keys in order, no white space, amounts in base units as strings.
func (r *Run) WriteFile(w io.Writer) (ledger.Hash, error) {
	sum := sha256.New()
	out := bufio.NewWriterSize(io.MultiWriter(w, sum), 1<<18)
	e := json.NewEncoder(trim{out})
	e.SetEscapeHTML(false)
	var failed error
	put := func(text string) {
		if _, err := out.WriteString(text); err != nil && failed == nil {
			failed = err
		}
	}
	encode := func(v any) {
		if err := e.Encode(v); err != nil && failed == nil {
			failed = err
		}
	}
	put(`{"asset":"` + r.Asset.Symbol() + `","at":"` + r.At.Format(time.RFC3339) + `","decimals":` + strconv.Itoa(int(r.Asset.Decimals())))
	format, salt := FileFormat, ""
	if len(r.Salt) > 0 {
		format, salt = SaltedFileFormat, `","salt":"`+hex.EncodeToString(r.Salt)
	}
	if r.Payer.Distributor != (ledger.Wallet{}) {
		put(`,"distributor":"` + r.Payer.Distributor.String() + `"`)
	}
	put(`,"format":"` + format + `","lines":[`)
	for i := range r.Lines {
		if i > 0 {
			put(",")
		}
		l := &r.Lines[i]
		line := fileLine{Amount: l.Amount.Digits(), Wallet: l.Wallet.String()}
		for _, p := range l.Parts {
			line.Parts = append(line.Parts, filePart{p.From.String(), p.Amount.Digits(), p.Why()})
		}
		encode(line)
	}
	treasury := ""
	if r.Payer.Treasury != (ledger.Wallet{}) {
		treasury = `","treasury":"` + r.Payer.Treasury.String()
	}
	put(`],"method":"` + string(r.Method) + `","minimum":"` + r.Minimum.Digits() + `","program":"` + r.Program + `","run":"` + r.Name + salt +
		`","total":"` + r.Total.Digits() + treasury + `","waiting":[`)
	for i, w := range r.Waiting {
		if i > 0 {
			put(",")
		}
		encode(fileWaiting{w.Amount.Digits(), string(w.Why), w.Public(), w.Wallet.String()})
	}
	put("]}")
	if err := out.Flush(); err != nil && failed == nil {
		failed = err
	}
	if failed != nil {
		return ledger.Hash{}, fmt.Errorf("the file of run %s cannot be written: %w", r.Name, failed)
	}
	return ledger.Hash(sum.Sum(nil)), nil
}

// trim cuts the new line that json.Encoder ends each value with.
type trim struct{ w io.Writer }

func (t trim) Write(b []byte) (int, error) {
	n, err := t.w.Write(b[:len(b)-1])
	return n + 1, err
}
