package httpapi_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/wire"
)

// Months are those of the journal, their files have the hashes that it has, and everything that is said of a month and its
// holders is what the file says.
func TestMonthsAreThoseOfTheJournal(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20, 5, 5, 4, 0})
	var none wire.Months
	if d.get("/api/v1/months", &none); len(none.Months) != 0 || none.Next != "" {
		t.Fatalf("%+v", none)
	}
	d.earned("1000.000002")
	d.chain.Until(time.Date(2024, 7, 2, 0, 0, 0, 0, time.UTC))
	samplebooks.Settle(t, d.engine)
	for _, month := range []string{"2024-05", "2024-06"} {
		d.did(d.ann, "/months/"+month+"/close", nil, &wire.MonthClosed{})
	}
	var list []wire.ClosedMonth
	for next, more := "", true; more; more = next != "" {
		var page wire.Months
		d.get("/api/v1/months?limit=2&after="+next, &page)
		list, next = append(list, page.Months...), page.Next
	}
	if len(list) != 3 || list[0].Month != "2024-06" || list[2].Month != "2024-04" || list[2].HoldersPaid != 3 ||
		list[2].ZeroReason != nil || list[1].CarriedIn.Amount != "1" {
		t.Fatalf("%+v", list)
	}
	for i, m := range list {
		w := d.ask(http.MethodGet, "/api/v1/months/"+m.Month+"/file")
		digest := sha256.Sum256(w.Body.Bytes())
		tag := w.Header().Get("ETag")
		if w.Code != http.StatusOK || m.File != "0x"+hex.EncodeToString(digest[:]) || tag != `"`+m.File[2:]+`"` {
			t.Fatalf("%s: %d %s of %s", m.Month, w.Code, tag, m.File)
		}
		if again := d.conditional("/api/v1/months/"+m.Month+"/file", tag); again.Code != http.StatusNotModified || again.Body.Len() != 0 {
			t.Errorf("%s: %d with %d bytes", m.Month, again.Code, again.Body.Len())
		}
		var file struct {
			Fund    map[string]any
			Holders []struct {
				Wallet, Amount, Reason string
				Nodes                  uint64
			}
		}
		check(t, json.Unmarshal(w.Body.Bytes(), &file))
		var one wire.MonthDetail
		d.get("/api/v1/months/"+m.Month, &one)
		if !reflect.DeepEqual(one.ClosedMonth, m) || one.Holders != len(file.Holders) || one.Mode != "brackets" ||
			one.Scaled != file.Fund["scaled"] ||
			m.CarriedIn.Amount != file.Fund["carried_in"] || m.CarriedOut.Amount != file.Fund["carried_out"] || m.Paid.Amount != file.Fund["paid"] ||
			m.Revenue.Amount != file.Fund["revenue"] || m.ToBuyback.Amount != file.Fund["to_buyback"] || one.Due.Amount != file.Fund["due"] {
			t.Errorf("%+v, the file has %v", one, file.Fund)
		}
		if sum(t, m.CarriedIn, m.Revenue).Cmp(sum(t, m.Paid, m.CarriedOut, m.ToBuyback)) != 0 || m.ClosedBy != "ann" {
			t.Errorf("%+v is not conserved", m)
		}
		if i+1 < len(list) && m.CarriedIn != list[i+1].CarriedOut {
			t.Errorf("%s begins with %s, the month before left %s", m.Month, m.CarriedIn.Display, list[i+1].CarriedOut.Display)
		}
		paid := new(big.Int)
		for _, h := range file.Holders {
			var got wire.MonthExplanation
			d.get("/api/v1/months/"+m.Month+"/holders/"+h.Wallet, &got)
			if got.Amount.Amount != h.Amount || !says(got.ZeroReason, h.Reason) || got.Nodes != h.Nodes || len(got.Lines) < 5 ||
				!names(got.Lines, h.Wallet) {
				t.Errorf("%s of %s: %+v, the file has %+v", m.Month, h.Wallet, got, h)
			}
			paid.Add(paid, sum(t, got.Amount))
		}
		if paid.Cmp(sum(t, m.Paid)) != 0 {
			t.Errorf("%s: holders get %s, it paid %s", m.Month, paid, m.Paid.Amount)
		}
	}
	var stranger wire.MonthExplanation
	if d.get("/api/v1/months/2024-04/holders/"+samplebooks.Person(99).String(), &stranger); stranger.Amount.Amount != "0" ||
		!says(stranger.ZeroReason, "not_included") {
		t.Errorf("%+v", stranger)
	}
	for path, status := range map[string]int{
		"/api/v1/months/2024-07": 404, "/api/v1/months/x": 404, "/api/v1/months/2024-07/file": 404, "/api/v1/months?after=x": 422,
		"/api/v1/months/2024-04/holders/x": 422, "/api/v1/quarters/2024-Q5": 422, "/api/v1/quarters/2024": 422,
	} {
		if p := d.problem(d.ask(http.MethodGet, path)); p.Status != status {
			t.Errorf("%s: %+v", path, p)
		}
	}
}

// A quarter's revenue is the sum of what was recorded; with a buyback larger than the emission the token is deflationary.
func TestQuarters(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{5})
	for i, r := range []struct{ source, amount, at string }{
		{"dapp", "1000", "2024-04-14T00:00:00Z"}, {"fiat", "500.5", "2024-04-30T23:59:59Z"}, {"fiat", "-100.5", "2024-05-01T10:00:00Z"},
	} {
		d.did(d.ann, "/revenue", map[string]any{"reference": fmt.Sprintf("r%d", i), "source": r.source, "amount": r.amount, "at": r.at},
			&wire.Receipt{})
	}
	var q wire.Quarter
	d.get("/api/v1/quarters/2024-Q2", &q)
	if q.Revenue.Display != "1500.5 USDT" || q.Costs.Display != "100.5 USDT" || q.ToBuyback.Display != "700 USDT" ||
		q.Spent.Amount != "0" || q.Price != "" || q.Deflationary || q.Emitted.Amount == "0" || q.Net != q.Emitted || q.Dropped.Amount == "0" {
		t.Fatalf("%+v", q)
	}
	d.refuses(d.ann, "/buybacks", map[string]any{"reference": "b", "spent": "701", "tokens": "1", "source": "dapp",
		"at": "2024-05-02T00:00:00Z"}, 422,
		"invalid", "record the revenue first")
	for name, from := range map[string]map[string]any{
		"neither": {}, "both": {"source": "dapp", "payment": "0x01:1"}, "no such payment": {"payment": "0x01:1"},
	} {
		body := map[string]any{"reference": "b", "spent": "250", "tokens": "1", "at": "2024-05-02T00:00:00Z"}
		maps.Copy(body, from)
		if name == "no such payment" {
			d.refuses(d.ann, "/buybacks", body, 404, "not-found", "there is no exception 0x01:1")
		} else {
			d.refuses(d.ann, "/buybacks", body, 422, "invalid", "say where the money came from")
		}
	}
	tokens := "1000000"
	d.did(d.ann, "/buybacks", map[string]any{"reference": "b", "spent": "250", "tokens": tokens, "at": "2024-05-02T00:00:00Z",
		"source": "dapp",
		"note":   "0xabc"}, &wire.Receipt{})
	var after wire.Quarter
	d.get("/api/v1/quarters/2024-Q2", &after)
	net := new(big.Int).Sub(sum(t, after.Emitted), sum(t, after.Bought))
	if after.Spent.Display != "250 USDT" || after.Bought.Display != tokens+" GPU" || after.Price != "0.00025" ||
		after.Net.Amount != net.String() || after.Deflationary != (net.Sign() < 0) || after.Emitted != q.Emitted {
		t.Errorf("%+v", after)
	}
	var before wire.Quarter
	if d.get("/api/v1/quarters/2024-Q1", &before); before.Revenue.Amount != "0" || before.Emitted.Amount != "0" ||
		before.End != "2024-04-01T00:00:00Z" {
		t.Errorf("%+v", before)
	}
	s, _ := recorded(t)
	if p := s.problem(s.ask(http.MethodGet, "/api/v1/quarters/2024-Q2")); p.Status != http.StatusNotFound ||
		!strings.Contains(p.Detail, "no buybacks") {
		t.Errorf("%+v", p)
	}
}

// A month without revenue says so, for everybody.
func TestAMonthOfNothing(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20, 5})
	var closed wire.MonthClosed
	d.did(d.ann, "/months/2024-04/close", nil, &closed)
	if !says(closed.Month.ZeroReason, "fund_empty") || closed.Month.HoldersPaid != 0 || closed.Month.Paid.Amount != "0" {
		t.Errorf("%+v", closed)
	}
	var mine wire.MonthExplanation
	if d.get("/api/v1/months/2024-04/holders/"+samplebooks.Person(1).String(), &mine); !says(mine.ZeroReason, "fund_empty") ||
		mine.Nodes != 20 {
		t.Errorf("%+v", mine)
	}
}
