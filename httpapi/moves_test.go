package httpapi_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/wire"
)

// Operators record points and stakes by the API, and the holder's page and readiness show them.
func TestPointsAndStakesAreRecorded(t *testing.T) {
	t.Parallel()
	c := fakechain.New(0)
	c.Mine(c.Buy(1, 0, 4))
	c.Until(time.Date(2024, 5, 2, 0, 0, 0, 0, time.UTC))
	text := strings.Replace(deskProgram, "assets:\n", "points: { asset: GPOINT, cap: 1000, price: { usd: 2 } }\nstakes: { unbonding: 28d }\n"+
		"assets:\n  GPOINT: { decimals: 18, kind: points }\n", 1)
	d := deskOf(t, filepath.Join(t.TempDir(), "books.db"), c, text)
	wallet := samplebooks.Person(7).String()
	with := func(reference string, more map[string]any) map[string]any {
		more["reference"], more["wallet"], more["at"] = reference, wallet, "2024-05-02T00:00:00Z"
		return more
	}
	sale := func(points, received string) map[string]any {
		return map[string]any{"points": points, "received": received, "source": "fiat"}
	}
	stake := func(amount string) map[string]any { return map[string]any{"amount": amount, "asset": "GPOINT"} }
	d.refuses(d.bob, "/points/sold", with("s1", sale("100", "200")), 403, "forbidden", "scope record")
	d.refuses(d.ann, "/points/sold", with("s1", sale("100", "100")), 422, "invalid", "each cost 200")
	d.refuses(d.ann, "/points/sold", with("s1", sale("1001", "2002")), 409, "conflict", "the cap of 1000 GPOINT leaves 1000 GPOINT")
	d.did(d.ann, "/points/sold", with("s1", sale("100", "200")), &wire.Receipt{})
	d.did(d.ann, "/points/sold", with("s2", sale("5", "10")), &wire.Receipt{})
	d.refuses(d.ann, "/points/spent", with("p1", map[string]any{"points": "106", "for": "compute"}), 409, "overdrawn", "105 GPOINT")
	d.did(d.ann, "/points/spent", with("p1", map[string]any{"points": "15", "for": "compute"}), &wire.Receipt{})
	d.did(d.ann, "/stakes", with("k1", stake("60")), &wire.Receipt{})
	d.did(d.ann, "/stakes/end", with("k2", stake("20")), &wire.Receipt{})
	d.refuses(d.ann, "/moves/revoke", map[string]any{"reverses": "k2", "reason": "why"}, 404, "not-found", "k2")
	d.did(d.ann, "/moves/revoke", map[string]any{"reverses": "s2", "reason": "recorded twice"}, &wire.Receipt{})
	var tokens wire.Tokens
	d.get("/api/v1/holders/"+wallet+"/tokens", &tokens)
	if tokens.Points.Display != "25 GPOINT" || tokens.PointsStaked.Display != "40 GPOINT" || tokens.PointsUnbonding.Display != "20 GPOINT" {
		t.Errorf("%+v %+v %+v", tokens.Points, tokens.PointsStaked, tokens.PointsUnbonding)
	}
	var ready wire.Generation
	d.get("/api/v1/readiness", &ready)
	if p := ready.Circulation; p.Sold.Display != "100 GPOINT" || p.Burnt.Display != "15 GPOINT" || p.Circulating.Display != "85 GPOINT" ||
		p.Price != "2" {
		t.Errorf("%+v", p)
	}
}
