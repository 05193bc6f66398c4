package statement

import (
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/intake/sheet"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/view"
)

// Prices tells what a whole unit of an asset cost on a UTC day: US dollars as an exact decimal. ok is false when that is
// not known. It is safe for concurrent use.
type Prices func(asset string, day time.Time) (usd string, ok bool)

// Latest is the newest price above zero of the days up to and with that of an instant, seven of them before it; older ones say nothing
// about now. ok is false when there is none.
func (list Prices) Latest(asset string, now time.Time) (usd string, day time.Time, ok bool) {
	for ago := range 8 {
		day = now.UTC().AddDate(0, 0, -ago).Truncate(24 * time.Hour)
		if usd, ok = list(asset, day); ok && strings.Trim(usd, "0.") != "" {
			return usd, day, true
		}
	}
	return "", time.Time{}, false
}

// Currencies are those that a price list may have beside the program's assets, as ISO 4217 has them: what one costs in US dollars.
func Currencies() []string {
	return []string{"EUR", "CNY", "JPY", "GBP", "KRW", "INR", "HKD", "SGD", "TWD", "CHF", "CAD", "AUD", "BRL", "TRY", "VND", "IDR", "THB",
		"AED"}
}

// maxPrices is the most rows of a price list: an asset's days of 270 years.
const maxPrices = 100_000

var (
	priceForm  = regexp.MustCompile(`^(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?$`)
	symbolForm = regexp.MustCompile(`^[A-Z][A-Z0-9]{0,15}$`)
)

// ReadPrices reads a price list: CSV with the columns date, asset and usd and a row for each asset and day, such as
// 2024-05-01,ETH,3012.5, in any form that package sheet reads. A currency may stand in an asset's place. It is taken whole or not at
// all: the refusal names every row that is wrong, counted from 1 without the header. A price of an asset that is not one of the program,
// and of no currency, is wrong.
func ReadPrices(r io.Reader, p *program.Program) (Prices, error) {
	const name, columns = "the price list", "date,asset,usd"
	text, err := sheet.Read(r, name)
	var rows *sheet.Table
	if err == nil {
		rows, err = sheet.New(text, name)
	}
	if err == nil {
		err = rows.Need(strings.Split(columns, ","), true)
	}
	if err != nil {
		return nil, fmt.Errorf("%w (a price list begins with the line %s)", err, columns)
	}
	var symbols []string
	for _, use := range p.Assets {
		symbols = append(symbols, use.Asset.Symbol())
	}
	list := map[string]string{}
	var wrong sheet.Wrong
	err = rows.Each(&wrong, func(n int, cell func(string) string) {
		day, asset, usd := cell("date"), cell("asset"), cell("usd")
		key := day + " " + asset
		switch err := checkPrice(day, asset, usd); {
		case err != nil:
			wrong.Add(n, "%v", err)
		case !slices.Contains(symbols, asset) && !slices.Contains(Currencies(), asset):
			wrong.Add(n, "%s is not an asset of the program: it has %s", asset, strings.Join(symbols, ", "))
		case list[key] != "":
			wrong.Add(n, "%s on %s has a price above already", asset, day)
		default:
			list[key] = strings.Clone(usd)
		}
	})
	if err != nil {
		return nil, err
	}
	if len(wrong) > 0 {
		err := problem.Invalidf("%d rows of the price list are invalid", len(wrong))
		err.Rows = wrong
		return nil, err
	}
	if len(list) > maxPrices {
		return nil, problem.Invalidf("the price list has more than %d rows: leave out what is not needed", maxPrices)
	}
	return func(asset string, day time.Time) (string, bool) {
		usd, ok := list[day.UTC().Format(time.DateOnly)+" "+asset]
		return usd, ok
	}, nil
}

// withPoints adds the program's own dated price of its points, where the list has none.
func withPoints(p *program.Program, list Prices) Prices {
	if p.Points == nil || len(p.Points.Price) == 0 {
		return list
	}
	symbol := p.Points.Asset.Symbol()
	return func(asset string, day time.Time) (string, bool) {
		if list != nil {
			if usd, ok := list(asset, day); ok {
				return usd, true
			}
		}
		if asset != symbol {
			return "", false
		}
		price, ok := p.Points.Price.At(program.Moment{Block: math.MaxUint64, Time: day.UTC()})
		if !ok {
			return "", false
		}
		usd := money.Exact(price.Rat())
		return usd, !strings.Contains(usd, "/") // a price that is no decimal cannot be written
	}
}

func checkPrice(day, asset, usd string) error {
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return fmt.Errorf("%q is not a day: write 2024-05-01", view.Truncate(day))
	}
	if !symbolForm.MatchString(asset) {
		return fmt.Errorf("%q is not an asset: write its symbol, such as ETH", view.Truncate(asset))
	}
	if !priceForm.MatchString(usd) {
		return fmt.Errorf("%q is not a price in US dollars: write a decimal such as 3012.5, of 18 places at most", view.Truncate(usd))
	}
	return nil
}
