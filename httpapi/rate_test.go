package httpapi_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/wire"
)

// A quote and the sale carry what the price list says of the asset that is paid: the newest of the last seven days, with its day.
func TestQuoteWithRate(t *testing.T) {
	t.Parallel()
	_, e := recorded(t)
	now := samplebooks.Soon.Now().UTC()
	day := func(ago int) string { return now.AddDate(0, 0, -ago).Format(time.DateOnly) }
	rate := func(usd string, ago int) *wire.Rate {
		return &wire.Rate{Asset: "ETH", Currency: "USD", Price: usd, Day: day(ago), Source: "price-list", Others: []wire.CurrencyRate{}}
	}
	inEuros := rate("3012.5", 0)
	inEuros.Others = []wire.CurrencyRate{{Currency: "EUR", Price: "1.08", Day: day(1)}, {Currency: "CNY", Price: "0.14", Day: day(0)}}
	for name, c := range map[string]struct {
		rows string
		want *wire.Rate
	}{
		"with currencies": {day(0) + ",ETH,3012.5\n" + day(1) + ",EUR,1.08\n" + day(0) + ",CNY,0.14\n" + day(8) + ",GBP,1.3\n", inEuros},
		"of today":        {day(0) + ",ETH,3012.5\n" + day(1) + ",ETH,9\n", rate("3012.5", 0)},
		"of a week ago":   {day(7) + ",ETH,3000\n", rate("3000", 7)},
		"too old":         {day(8) + ",ETH,3000\n", nil},
		"of tomorrow":     {now.AddDate(0, 0, 1).Format(time.DateOnly) + ",ETH,3000\n", nil},
		"worth nothing":   {day(0) + ",ETH,0\n", nil},
		"without a list":  {"", nil},
		"of another coin": {day(0) + ",USDC,1\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			o := httpapi.Options{Engine: e, Clock: samplebooks.Soon}
			if c.rows != "" {
				o.Prices = func(asset string, at time.Time) (string, bool) {
					_, after, found := strings.Cut(c.rows, at.Format(time.DateOnly)+","+asset+",")
					usd, _, _ := strings.Cut(after, "\n")
					return usd, found
				}
			}
			h, err := httpapi.New(o)
			check(t, err)
			s := &site{t, h, new(strings.Builder)}
			var got wire.Quote
			s.get("/api/v1/quote?quantity=1", &got)
			var sale wire.Sale
			s.get("/api/v1/sale", &sale)
			for of, rate := range map[string]*wire.Rate{"quote": got.Rate, "sale": sale.Rate} {
				if (rate == nil) != (c.want == nil) || rate != nil && !reflect.DeepEqual(rate, c.want) {
					t.Errorf("%s: %+v, want %+v", of, rate, c.want)
				}
			}
		})
	}
}

// A wallet that does not know the sale's network is told of it what whoever runs the server gives, and nothing where nothing is given.
func TestSaleNamesItsNetwork(t *testing.T) {
	t.Parallel()
	s, e := recorded(t)
	var plain, named wire.Sale
	if s.get("/api/v1/sale", &plain); plain.Network != nil {
		t.Errorf("without a node: %+v", plain.Network)
	}
	h, err := httpapi.New(httpapi.Options{Engine: e, Clock: samplebooks.Soon, WalletRPC: []string{"https://node.example.org/"}})
	check(t, err)
	(&site{t, h, new(strings.Builder)}).get("/api/v1/sale", &named)
	n := named.Network
	if n == nil || n.Chain != named.Chain || n.Currency != (wire.Currency{Name: "ETH", Symbol: "ETH", Decimals: 18}) ||
		len(n.RPC) != 1 || n.RPC[0] != "https://node.example.org/" {
		t.Errorf("%+v", n)
	}
}
