package nodeledger_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	nodeledger "github.com/nodeledger/nodeledger/clients/go"
)

// answering is a client of a server that answers as a test says, and waits little.
func answering(t *testing.T, answer http.HandlerFunc, edit ...func(*nodeledger.Options)) *nodeledger.Client {
	t.Helper()
	server := httptest.NewServer(answer)
	t.Cleanup(server.Close)
	o := nodeledger.Options{Pause: time.Millisecond}
	for _, change := range edit {
		change(&o)
	}
	c, err := nodeledger.New(server.URL+"/books/", o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestRequests: what is asked for is written as the API reads it.
func TestRequests(t *testing.T) {
	t.Parallel()
	var asked []string
	c := answering(t, func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.Method+" "+r.URL.RequestURI()+" "+r.Header.Get("Authorization")+r.Header.Get("If-Match"))
		_, _ = w.Write([]byte("{}"))
	}, func(o *nodeledger.Options) {
		o.Token = func(context.Context) (string, error) { return "nlo_x", nil }
	})
	_, _ = c.GetHolder(t.Context(), "a/b c")
	_, _ = c.GetQuote(t.Context(), nodeledger.GetQuoteParams{Quantity: "3", Code: "A&B"})
	_, _ = c.ProvePosting(t.Context(), 7, 0, nodeledger.ProvePostingParams{})
	_, _ = c.ApprovePayout(t.Context(), "may", nodeledger.ApprovePayoutParams{IfMatch: `"ab"`})
	want := []string{
		"GET /books/api/v1/holders/a%2Fb%20c Bearer nlo_x", "GET /books/api/v1/quote?code=A%26B&quantity=3 Bearer nlo_x",
		"GET /books/api/v1/ledger/proof/7/0 Bearer nlo_x", `POST /books/api/v1/operator/payouts/may/approve Bearer nlo_x"ab"`,
	}
	if !slices.Equal(asked, want) {
		t.Errorf("%q, want %q", asked, want)
	}
	if _, err := nodeledger.New("books.example.org", nodeledger.Options{}); err == nil {
		t.Error("an address without a scheme is taken")
	}
}

// TestEndOfAList: a page that is followed by itself, and an error on the way, end a list; so does whoever reads it.
func TestEndOfAList(t *testing.T) {
	t.Parallel()
	turn := 0
	c := answering(t, func(w http.ResponseWriter, _ *http.Request) {
		turn++
		_, _ = w.Write([]byte(`{"holders":[{"wallet":"0x1"},{"wallet":"0x2"}],"next":"0x2"}`))
	})
	seen := 0
	for _, err := range c.AllHolders(t.Context(), nodeledger.ListHoldersParams{}) {
		if seen++; err != nil && seen < 3 {
			t.Error(err)
		}
	}
	if seen != 3 || turn != 2 {
		t.Errorf("%d holders and an error of %d pages", seen-1, turn)
	}
	for _, err := range c.AllHolders(t.Context(), nodeledger.ListHoldersParams{}) {
		if err != nil {
			t.Error(err)
		}
		break
	}
	if turn != 3 {
		t.Errorf("%d pages were asked for", turn)
	}
}

// TestRefusals: a problem is an error with its code, whatever stands between; what may succeed later is asked for again.
func TestRefusals(t *testing.T) {
	t.Parallel()
	for name, k := range map[string]struct {
		status int
		wait   string
		body   string
		code   string
		asked  int
	}{
		"a refusal":        {http.StatusConflict, "", `{"code":"unknown-code","detail":"no"}`, nodeledger.CodeUnknownCode, 1},
		"too often":        {http.StatusTooManyRequests, "", `{"code":"too-many-requests","detail":"wait"}`, nodeledger.CodeTooManyRequests, 4},
		"far too often":    {http.StatusTooManyRequests, "3600", `{"code":"too-many-requests","detail":"wait"}`, "too-many-requests", 1},
		"a proxy":          {http.StatusBadGateway, "", "<h1>Bad Gateway</h1>", "", 4},
		"not ready":        {http.StatusServiceUnavailable, "", `{"code":"not-ready","detail":"behind"}`, nodeledger.CodeNotReady, 1},
		"no database":      {http.StatusServiceUnavailable, "", `{"code":"no-database","detail":"away"}`, nodeledger.CodeNoDatabase, 4},
		"too much at once": {http.StatusServiceUnavailable, "", `{"code":"timeout","detail":"less"}`, nodeledger.CodeTimeout, 1},
	} {
		asked := 0
		c := answering(t, func(w http.ResponseWriter, _ *http.Request) {
			asked++
			if k.wait != "" {
				w.Header().Set("Retry-After", k.wait)
			}
			w.WriteHeader(k.status)
			_, _ = w.Write([]byte(k.body))
		})
		_, err := c.GetSale(t.Context())
		var p *nodeledger.ProblemError
		if !errors.As(err, &p) || p.Code != k.code || p.Status != int64(k.status) || p.Error() == "" || asked != k.asked {
			t.Errorf("%s: %+v after %d requests, want %q after %d", name, err, asked, k.code, k.asked)
		}
	}
	c := answering(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("<h1>Hello</h1>")) })
	if _, err := c.GetSale(t.Context()); err == nil || !strings.Contains(err.Error(), "not of this API") {
		t.Errorf("another server's answer: %v", err)
	}
}

// TestEventsHaveOneForm: [nodeledger.BookEvent] has the fields of every type of event.
func TestEventsHaveOneForm(t *testing.T) {
	t.Parallel()
	first := reflect.TypeFor[nodeledger.PurchaseEvent]()
	for _, other := range []reflect.Type{
		reflect.TypeFor[nodeledger.FinalEvent](), reflect.TypeFor[nodeledger.EpochEvent](), reflect.TypeFor[nodeledger.PayoutEvent](),
	} {
		if !first.ConvertibleTo(other) {
			t.Errorf("%s and %s have other fields: give BookEvent a form for each", first, other)
		}
	}
}
