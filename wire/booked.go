package wire

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
)

// Booked is what the books hold after a sync, a rebuild or a demonstration.
type Booked struct {
	Purchases    uint64            `json:"purchases"`
	Nodes        uint64            `json:"nodes"`
	List         Amount            `json:"list"`
	Gross        Amount            `json:"gross"`
	Discount     Amount            `json:"discount"`
	Referral     Amount            `json:"referral"`
	Treasury     Amount            `json:"treasury"`
	Dust         Amount            `json:"dust"`
	Unresolved   uint64            `json:"dust_unresolved"` // base units at most
	Blocks       uint64            `json:"blocks"`          // covered
	Events       uint64            `json:"events"`
	Proof        string            `json:"proof"`
	LedgerHead   string            `json:"ledger_head"`
	BalancesRoot string            `json:"balances_root"`
	Pending      int               `json:"pending_blocks"` // blocks with purchases that are not final
	Flags        map[string]uint64 `json:"flags"`          // how many purchases carry each mark
	Faults       []string          `json:"faults"`         // wrong answers of endpoints
	Seconds      json.Number       `json:"seconds"`
}

// BookedOf is a report as it goes out, with the root of all balances and what it took.
func BookedOf(r *engine.Report, root ledger.Hash, pending int, took time.Duration) Booked {
	t := TotalsOf(&r.Totals)
	return Booked{
		Purchases: t.Purchases, Nodes: t.Nodes, List: t.List, Gross: t.Gross, Discount: t.Discount, Referral: t.Referral, Treasury: t.Treasury,
		Dust: t.Dust, Unresolved: t.Unresolved, Flags: t.Flags, Blocks: r.Blocks, Events: r.Events, Proof: string(r.Proof),
		LedgerHead: r.State.Ledger.Hash.String(), BalancesRoot: root.String(), Pending: pending, Faults: []string{}, Seconds: seconds(took),
	}
}

func seconds(d time.Duration) json.Number {
	d = max(d, 0)
	return json.Number(fmt.Sprintf("%d.%03d", d/time.Second, d%time.Second/time.Millisecond))
}

// Rebuilt is what rebuilt books hold, and whether head and balances are those of the old ones.
type Rebuilt struct {
	Booked
	Equal bool `json:"equal"`
}
