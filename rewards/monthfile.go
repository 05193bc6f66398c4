package rewards

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
)

// MonthFileFormat names the form of the file that ClosedMonth.WriteFile writes.
const MonthFileFormat = "nodeledger/month/1"

// WriteFile writes the month's file, from which everybody can compute every number again, and gives its SHA-256. Its form
// is that of an epoch's file: one line of canonical JSON, keys in order, no white space, amounts in base units and
// fractions as strings, only counts of nodes and numbers of blocks as numbers. A zero amount has a reason.
func (m *ClosedMonth) WriteFile(w io.Writer) (ledger.Hash, error) {
	sum := sha256.New()
	out := bufio.NewWriterSize(io.MultiWriter(w, sum), 1<<18)
	f := &fileWriter{b: make([]byte, 0, 4096)}
	m.head(f)
	for i := range m.Holders {
		if i > 0 {
			f.raw(",")
		}
		m.line(f, i)
		if _, err := out.Write(f.b); err != nil {
			return ledger.Hash{}, fmt.Errorf("the file of month %s cannot be written: %w", m.Slot, err)
		}
		f.b = f.b[:0]
	}
	m.tail(f)
	_, err := out.Write(f.b)
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return ledger.Hash{}, fmt.Errorf("the file of month %s cannot be written: %w", m.Slot, err)
	}
	return ledger.Hash(sum.Sum(nil)), nil
}

func (m *ClosedMonth) head(f *fileWriter) {
	f.raw("{")
	f.text("asset", m.Asset.Symbol())
	f.raw(`,"block":{`)
	f.text("hash", m.Block.Hash.String())
	f.raw(`,"number":` + strconv.FormatUint(m.Block.Number, 10) + "}")
	if m.Mode == program.ShareBrackets {
		f.raw(`,"brackets":[`)
		for k, b := range m.brackets {
			if k > 0 {
				f.raw(",")
			}
			f.raw("{")
			f.amount("amount", b.Amount)
			f.raw(`,"nodes":` + strconv.FormatUint(b.Nodes, 10) + "}")
		}
		f.raw("]")
	}
	f.raw(`,"decimals":` + strconv.Itoa(int(m.Asset.Decimals())) + ",")
	f.text("format", MonthFileFormat)
	f.raw(`,"fund":{`)
	f.text("carried_in", m.CarryIn.Net().String())
	f.raw(",")
	f.text("carried_out", m.CarryOut.Net().String())
	f.raw(",")
	f.amount("due", m.Due)
	f.raw(",")
	f.amount("paid", m.Paid)
	if m.ZeroReason != 0 {
		f.raw(",")
		f.text("reason", m.ZeroReason.String())
	}
	f.raw(",")
	f.text("revenue", m.Fund.Net().String())
	f.raw(`,"scaled":` + strconv.FormatBool(m.Scaled) + ",")
	f.amount("to_buyback", m.ToBuyback)
	f.raw(`},"holders":[`)
}

func (m *ClosedMonth) line(f *fileWriter, i int) {
	h := &m.Holders[i]
	f.raw("{")
	f.amount("amount", m.Share(i))
	if m.place != nil && m.place[i] > 0 {
		f.raw(`,"bracket":` + strconv.FormatUint(m.brackets[m.place[i]-1].Nodes, 10) + ",")
		f.amount("due", m.amountOf(m.place[i]))
	}
	f.raw(`,"nodes":` + strconv.FormatUint(h.Nodes, 10))
	if why := m.Reason(i); why != 0 {
		f.raw(",")
		f.text("reason", why.String())
	}
	if m.column.weights != nil && !m.column.weights[i].IsZero() {
		f.raw(",")
		f.text("share", m.column.weights[i].Dec()+"/"+m.column.total.Dec())
	}
	f.raw(`,"wallet":"0x`)
	f.b = hex.AppendEncode(f.b, h.Wallet[:])
	f.raw(`"}`)
}

func (m *ClosedMonth) tail(f *fileWriter) {
	f.raw(`],"kind":"` + string(MonthKind) + `"`)
	if m.Mode != "" {
		f.raw(",")
		f.text("mode", string(m.Mode))
	}
	f.raw(",")
	f.text("program", m.Program)
	f.raw(",")
	f.text("rule", m.Rule)
	f.raw(`,"rules_at":{"block":` + strconv.FormatUint(m.Moment.Block, 10) + ",")
	f.text("time", m.Moment.Time.Format(time.RFC3339))
	f.raw(`},"window":{`)
	f.text("end", m.End.Format(time.RFC3339))
	f.raw(",")
	f.text("start", m.Start.Format(time.RFC3339))
	f.raw("}}")
}
