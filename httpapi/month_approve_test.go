package httpapi_test

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/wire"
)

// A month is previewed, proposed by one and closed by another, who names the file that was previewed.
func TestTwoCloseAMonthOverTheAPI(t *testing.T) {
	t.Parallel()
	c := fakechain.New(0)
	c.Mine(c.Buy(1, 0, 20), c.Buy(2, 0, 5), c.Buy(3, 0, 4))
	c.Until(time.Date(2024, 6, 2, 0, 0, 0, 0, time.UTC))
	d := deskOf(t, filepath.Join(t.TempDir(), "books.db"), c, strings.Replace(deskProgram, "  close_by: 1\n", "", 1))
	d.did(d.ann, "/revenue", map[string]any{"reference": "r1", "source": "dapp", "amount": "1000", "at": "2024-04-20T00:00:00Z"},
		&wire.Receipt{})
	preview := func(query string) (p wire.MonthPreview) {
		d.Helper()
		d.decode(d.send(d.bob, http.MethodGet, "/months/2024-04/preview"+query, nil), "preview", &p)
		return p
	}
	first := preview("?limit=2")
	if first.CloseBy != 2 || first.Factor != "0.222222222222222222" || first.Due.Display != "2250 USDT" ||
		first.Paid.Display != "499.999999 USDT" ||
		first.CarriedOut.Amount != "1" || first.Holders != 3 || first.HoldersPaid != 2 || first.Last != nil || first.Proposal != nil ||
		len(first.Lines) != 2 || first.Next == "" {
		t.Fatalf("%+v", first)
	}
	if rest := preview("?after=" + first.Next); len(rest.Lines) != 1 || rest.Next != "" || rest.File != first.File {
		t.Fatalf("%+v", rest)
	}
	if changed := preview("?changed=true"); len(changed.Lines) != 0 {
		t.Fatalf("%+v", changed)
	}
	approve := func(token, file string) (int, string) {
		w := d.sendFor(token, http.MethodPost, "/months/2024-04/approve", file, nil)
		return w.Code, w.Body.String()
	}
	refused := func(token, file string, status int, why string) {
		d.Helper()
		if code, body := approve(token, file); code != status || !strings.Contains(body, why) {
			t.Errorf("%d %s, want %d %q", code, body, status, why)
		}
	}
	refused(d.bob, `"`+first.File+`"`, http.StatusConflict, "nobody proposed to close month 2024-04")
	d.refuses(d.ann, "/months/2024-05/close", nil, http.StatusConflict, "conflict", "close 2024-04 first")
	var closed wire.MonthClosed
	d.did(d.ann, "/months/2024-04/close", nil, &closed)
	if closed.State != "proposed" || closed.Month != nil || closed.Proposal.By != "ann" || closed.Proposal.File != first.File ||
		closed.Proposal.Total.Display != "499.999999 USDT" {
		t.Fatalf("%+v", closed)
	}
	if p := preview(""); !p.Stands || p.Proposal == nil {
		t.Errorf("%+v", p)
	}
	refused(d.ann, `"`+first.File+`"`, http.StatusConflict, "another operator must approve it")
	refused(d.bob, "", http.StatusPreconditionRequired, first.File)
	refused(d.bob, `"`+"0x"+strings.Repeat("7", 64)+`"`, http.StatusPreconditionFailed, "look at the month again")
	refused(d.bob, "*", http.StatusUnprocessableEntity, "If-Match must be")
	d.did(d.ann, "/revenue", map[string]any{"reference": "r2", "source": "dapp", "amount": "1", "at": "2024-04-21T00:00:00Z"}, &wire.Receipt{})
	refused(d.bob, `"`+first.File+`"`, http.StatusPreconditionFailed, "propose it again")
	if p := preview(""); p.Stands || p.Proposal == nil || p.File == first.File {
		t.Errorf("%+v", p)
	}
	d.did(d.ann, "/months/2024-04/close", nil, &closed)
	var done wire.MonthClosed
	d.decode(d.sendFor(d.bob, http.MethodPost, "/months/2024-04/approve", `"`+closed.Proposal.File+`"`, nil), "approve", &done)
	if done.State != "closed" || done.Month == nil || done.Month.ClosedBy != "bob" || done.Month.File != closed.Proposal.File || done.Already {
		t.Fatalf("%+v", done)
	}
	var next wire.MonthPreview
	d.decode(d.send(d.bob, http.MethodGet, "/months/2024-05/preview", nil), "preview", &next)
	if next.Last == nil || next.Last.Month != "2024-04" || next.Enter+next.Leave+next.Move != 0 || next.ZeroReason != nil &&
		next.Paid.Amount != "0" {
		t.Errorf("%+v", next)
	}
}
