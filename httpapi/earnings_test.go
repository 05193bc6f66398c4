package httpapi_test

import (
	"encoding/csv"
	"math/big"
	"net/http"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/view/earnings"
	"github.com/nodeledger/nodeledger/wire"
)

// What was earned is the same in figures, in bars and in the file; the wallet's nodes are in its lots.
func TestEarnings(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Rewarded(t)
	s := serve(t, e, 0)
	base := "/api/v1/holders/" + samplebooks.Person(12).String()
	var got wire.Earnings
	s.get(base+"/earnings?by=week&last=8", &got)
	var holder wire.Holder
	s.get(base, &holder)
	all, bars := map[string]*big.Int{}, map[string]*big.Int{}
	for _, a := range got.Assets {
		all[a.Asset] = sum(t, a.All.Amount)
	}
	for _, b := range got.Bars {
		for _, part := range b.Sums {
			if bars[part.Amount.Asset] == nil {
				bars[part.Amount.Asset] = new(big.Int)
			}
			bars[part.Amount.Asset].Add(bars[part.Amount.Asset], sum(t, part.Amount))
		}
	}
	w := s.ask(http.MethodGet, base+"/rewards.csv")
	rows, err := csv.NewReader(strings.NewReader(w.Body.String())).ReadAll()
	if err != nil || w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/csv; charset=utf-8" ||
		strings.Join(rows[0], ",") != strings.Join(earnings.Columns, ",") {
		t.Fatalf("%d %s %v %v", w.Code, w.Header(), rows[0], err)
	}
	file := map[string]*big.Int{}
	for _, row := range rows[1:] {
		if file[row[1]] == nil {
			file[row[1]] = new(big.Int)
		}
		n, ok := new(big.Int).SetString(row[3], 10)
		if !ok {
			t.Fatal(row)
		}
		file[row[1]].Add(file[row[1]], n)
	}
	if len(all) < 3 || len(got.Bars) != 8 || got.Through != "2024-04-22T00:00:00Z" {
		t.Errorf("%+v", got)
	}
	for asset, want := range all {
		if bars[asset] == nil || bars[asset].Cmp(want) != 0 || file[asset] == nil || file[asset].Cmp(want) != 0 {
			t.Errorf("%s: %s in all, %s in bars, %s in the file", asset, want, bars[asset], file[asset])
		}
	}
	var nodes uint64
	for _, lot := range got.Lots {
		nodes += lot.Left
	}
	if nodes != holder.Nodes || nodes == 0 {
		t.Errorf("%d nodes in lots, and the wallet has %d", nodes, holder.Nodes)
	}
	for _, bad := range []string{"/earnings?by=year", "/earnings?last=0", "/earnings?last=401", "/rewards.csv?from=yesterday"} {
		if w := s.ask(http.MethodGet, base+bad); w.Code != http.StatusUnprocessableEntity && w.Code != http.StatusBadRequest {
			t.Errorf("%s is answered with %d: %s", bad, w.Code, w.Body)
		}
	}
	var nobody wire.Earnings
	s.get("/api/v1/holders/"+samplebooks.Person(200).String()+"/earnings", &nobody)
	if len(nobody.Assets) != 0 || len(nobody.Lots) != 0 || len(nobody.Bars) != 30 {
		t.Errorf("nobody: %+v", nobody)
	}
}

// The calendar has a date for every step by which tokens unlock, and they make what is locked.
func TestUnlockCalendar(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Rewarded(t)
	s := serve(t, e, 0)
	base := "/api/v1/holders/" + samplebooks.Person(250).String()
	var tokens wire.Tokens
	s.get(base+"/tokens", &tokens)
	for _, language := range []string{"en", "zh"} {
		w := s.ask(http.MethodGet, base+"/unlocks.ics?language="+language)
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/calendar; charset=utf-8" {
			t.Fatal(w.Code, w.Header(), w.Body)
		}
		c, err := ics.ParseCalendar(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		events := c.Events()
		if len(events) != len(tokens.Curve)-1 || len(events) == 0 {
			t.Fatalf("%d dates, and %d steps", len(events), len(tokens.Curve))
		}
		all := new(big.Rat)
		for i, event := range events {
			at, err := event.GetStartAt()
			if err != nil || at.UTC().Format(time.RFC3339) != tokens.Curve[i+1].At {
				t.Errorf("%v %v, and the step is at %s", at, err, tokens.Curve[i+1].At)
			}
			amount, _, _ := strings.Cut(event.GetProperty(ics.ComponentPropertySummary).Value, " ")
			n, ok := new(big.Rat).SetString(amount)
			if !ok {
				t.Fatal(amount)
			}
			all.Add(all, n)
			said := event.GetProperty(ics.ComponentPropertyDescription).Value
			if language == "en" != strings.Contains(said, "unlock") || language == "zh" != strings.Contains(said, "解锁") {
				t.Errorf("%s: %s", language, said)
			}
		}
		locked, _, _ := strings.Cut(tokens.Locked.Display, " ")
		if all.RatString() != ratOf(t, locked) {
			t.Errorf("%s unlock, and %s are locked", all.RatString(), locked)
		}
	}
}

func ratOf(t *testing.T, text string) string {
	t.Helper()
	n, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatal(text)
	}
	return n.RatString()
}
