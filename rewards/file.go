package rewards

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// FileFormat names the form of the file that WriteFile writes.
const FileFormat = "nodeledger/epoch/1"

// WriteFile writes the epoch's file, from which everybody can compute every number again, and gives its SHA-256. It is
// written as it is made, so that its size does not matter.
//
// It is one line of canonical JSON: keys in order, no white space, amounts (in base units), scores and fractions as
// strings, only counts of nodes and numbers of blocks as numbers. In a holder's entry for a pool a zero amount has a
// reason; score and share are missing where the score is zero, and so is what a holder does not have: stake, compute, health, queen.
// idle is what is not issued because nobody takes part; it is missing where that is nothing. Where the program has several series of
// emissions, series is what each gives on the day out of its part of the allocation, and by which parts that is split; a pool then has
// no part of its own on a day on which several of them give something.
func (r *Result) WriteFile(w io.Writer) (ledger.Hash, error) {
	sum := sha256.New()
	out := bufio.NewWriterSize(io.MultiWriter(w, sum), 1<<18)
	f := &fileWriter{r: r, known: map[money.Ratio]string{}}
	f.head()
	for i := range r.Holders {
		if i > 0 {
			f.b = append(f.b, ',')
		}
		f.holder(i)
		if _, err := out.Write(f.b); err != nil {
			return ledger.Hash{}, fmt.Errorf("the file of %s %s cannot be written: %w", r.Kind, r.Slot, err)
		}
		f.b = f.b[:0]
	}
	f.tail()
	if _, err := out.Write(f.b); err != nil {
		return ledger.Hash{}, fmt.Errorf("the file of %s %s cannot be written: %w", r.Kind, r.Slot, err)
	}
	if err := out.Flush(); err != nil {
		return ledger.Hash{}, fmt.Errorf("the file of %s %s cannot be written: %w", r.Kind, r.Slot, err)
	}
	return ledger.Hash(sum.Sum(nil)), nil
}

// fileWriter appends canonical JSON. No text in it needs an escape: names are of the program's own forms.
type fileWriter struct {
	r     *Result
	b     []byte
	order []ordered
	known map[money.Ratio]string // as text; many holders have the same factor or health
}

func (f *fileWriter) ratio(key string, value money.Ratio) {
	text, ok := f.known[value]
	if !ok {
		if text = value.String(); len(f.known) < 1<<16 {
			f.known[value] = text
		}
	}
	f.text(key, text)
}

// ordered is a pool in the order of names, with what its rows need.
type ordered struct {
	pool  *Pool
	score scoreWriter
	total string // weight
}

func (f *fileWriter) raw(text string) { f.b = append(f.b, text...) }

func (f *fileWriter) text(key, value string) {
	f.b = append(f.b, '"')
	f.b = append(f.b, key...)
	f.b = append(f.b, `":"`...)
	f.b = append(f.b, value...)
	f.b = append(f.b, '"')
}

func (f *fileWriter) amount(key string, a money.Amount) {
	f.b = append(f.b, '"')
	f.b = append(f.b, key...)
	f.b = append(f.b, `":"`...)
	u := a.Uint256()
	f.b = appendDec(f.b, &u)
	f.b = append(f.b, '"')
}

func appendDec(b []byte, u *uint256.Int) []byte {
	if u.IsUint64() {
		return strconv.AppendUint(b, u.Uint64(), 10)
	}
	return append(b, u.Dec()...)
}

func (f *fileWriter) head() {
	r := f.r
	f.order = make([]ordered, 0, len(r.Pools))
	for _, name := range []string{Drop, Emission, Providers, Queens, Validators} {
		if p, ok := r.Pool(name); ok {
			f.order = append(f.order, ordered{p, newScoreWriter(&p.column.scale), p.column.total.Dec()})
		}
	}
	f.b = make([]byte, 0, 4096)
	f.raw("{")
	f.text("asset", r.Asset.Symbol())
	f.raw(`,"block":{`)
	f.text("hash", r.Block.Hash.String())
	f.raw(`,"number":` + strconv.FormatUint(r.Block.Number, 10) + `},"budget":{`)
	if r.Budget.Capped {
		f.amount("cap", r.Budget.Cap)
		f.raw(",")
	}
	f.amount("carried_in", r.Budget.CarryIn)
	f.raw(",")
	f.amount("carried_out", r.Budget.CarryOut)
	f.raw(",")
	if !r.Budget.Idle.IsZero() {
		f.amount("idle", r.Budget.Idle)
		f.raw(",")
	}
	f.amount("issued", r.Budget.Issued)
	f.raw(",")
	f.amount("issued_before", r.Budget.Before)
	if r.Budget.ZeroReason != 0 {
		f.raw(",")
		f.text("reason", r.Budget.ZeroReason.String())
	}
	f.raw(",")
	f.amount("setting", r.Budget.Setting)
	f.raw("},")
	f.raw(`"decimals":` + strconv.Itoa(int(r.Asset.Decimals())) + ",")
	f.text("format", FileFormat)
	f.raw(`,"holders":[`)
}

func (f *fileWriter) holder(i int) {
	h := &f.r.Holders[i]
	f.raw("{")
	if !h.Compute.IsZero() {
		f.ratio("compute", h.Compute)
		f.raw(",")
	}
	if h.Health.Measured() {
		f.ratio("health", h.Health.value)
		f.raw(",")
	}
	f.raw(`"nodes":`)
	f.b = strconv.AppendUint(f.b, h.Nodes, 10)
	f.raw(`,"pools":{`)
	for k := range f.order {
		if k > 0 {
			f.raw(",")
		}
		f.share(&f.order[k], h, i)
	}
	f.raw("}")
	if h.Queen {
		f.raw(`,"queen":true`)
	}
	if !h.Stake.IsZero() {
		f.raw(`,"stake":{`)
		f.amount("amount", h.Stake)
		f.raw(",")
		f.text("asset", h.Stake.Asset().Symbol())
		f.raw("}")
	}
	f.raw(`,"wallet":"0x`)
	f.b = hex.AppendEncode(f.b, h.Wallet[:])
	f.raw(`"}`)
}

func (f *fileWriter) share(o *ordered, h *Holder, i int) {
	p := o.pool
	f.raw(`"`)
	f.raw(p.Name)
	f.raw(`":{`)
	f.amount("amount", p.Share(i))
	weight := &p.column.weights[i]
	if !weight.IsZero() && p.byNodeScore() {
		f.raw(",")
		f.ratio("factor", nodeFactor(f.r.rules.brackets, h.Nodes))
	}
	if why := p.Reason(i); why != 0 {
		f.raw(",")
		f.text("reason", why.String())
	}
	if !weight.IsZero() {
		f.raw(`,"score":"`)
		f.b = o.score.append(f.b, weight)
		f.raw(`","share":"`)
		f.b = appendDec(f.b, weight)
		f.raw("/")
		f.raw(o.total)
		f.raw(`"`)
	}
	f.raw("}")
}

func (f *fileWriter) tail() {
	r := f.r
	f.raw("],")
	f.text("kind", string(r.Kind))
	f.raw(`,"pools":{`)
	for k := range f.order {
		p := f.order[k].pool
		if k > 0 {
			f.raw(",")
		}
		f.raw(`"` + p.Name + `":{`)
		f.amount("amount", p.Amount)
		f.raw(",")
		f.amount("carried_in", p.CarryIn)
		f.raw(",")
		f.amount("carried_out", p.CarryOut)
		f.raw(",")
		if !p.Idle.IsZero() {
			f.amount("idle", p.Idle)
			f.raw(",")
		}
		f.amount("paid", p.Paid)
		f.raw(",")
		if len(r.Series) < 2 {
			f.text("part", p.Part.String())
			f.raw(",")
		}
		f.text("scale", p.column.scale.Dec())
		f.raw(",")
		f.text("total_score", p.TotalScore())
		f.raw(",")
		f.text("total_weight", p.column.total.Dec())
		f.raw("}")
	}
	f.raw("},")
	f.text("program", r.Program)
	f.raw(",")
	f.text("rule", r.Rule)
	f.raw(`,"rules_at":{"block":` + strconv.FormatUint(r.Moment.Block, 10) + ",")
	f.text("time", r.Moment.Time.Format(time.RFC3339))
	f.raw("}")
	if r.several {
		f.series()
	}
	if r.Locked {
		f.raw(",")
		f.text("unlocks_at", r.UnlocksAt.Format(time.RFC3339))
	}
	f.raw(`,"window":{`)
	f.text("end", r.End.Format(time.RFC3339))
	f.raw(",")
	f.text("start", r.Start.Format(time.RFC3339))
	f.raw("}}")
}

func (f *fileWriter) series() {
	f.raw(`,"series":[`)
	for i := range f.r.Series {
		if i > 0 {
			f.raw(",")
		}
		s := &f.r.Series[i]
		f.raw("{")
		f.amount("issued", s.Issued)
		f.raw(",")
		f.text("of", s.Of)
		f.raw(`,"parts":{`)
		f.text(Providers, s.Pools.Providers.String())
		f.raw(",")
		f.text(Queens, s.Pools.Queens.String())
		f.raw(",")
		f.text(Validators, s.Pools.Validators.String())
		f.raw("}}")
	}
	f.raw("]")
}
