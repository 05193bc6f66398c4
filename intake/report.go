package intake

import (
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/intake/sheet"
	"github.com/nodeledger/nodeledger/problem"
)

// Report is what a file of revenue has.
type Report struct {
	Rows []engine.ReferencedRevenue
	// Wrong are the rows that cannot be read. With any of them the file is refused; the others are there so that what the books have
	// against them is said at the same time.
	Wrong   sheet.Wrong
	Skipped map[string]int    // rows that are no revenue by their category, "zero" or "total"
	LeftOut *fold.LeftOutBody // rows that were left out on request; nil: none
}

// File is the report as the engine takes it. late and lateBy are those of [engine.RevenueFile].
func (r *Report) File(late bool, lateBy string) engine.RevenueFile {
	return engine.RevenueFile{Rows: r.Rows, Wrong: r.Wrong, LeftOut: r.LeftOut, Late: late, LateBy: lateBy}
}

// LeftOutRows counts the rows that each rule left out.
func (r *Report) LeftOutRows() map[string]int {
	rows := map[string]int{}
	if r.LeftOut != nil {
		for i := range r.LeftOut.Rules {
			rows[r.LeftOut.Rules[i].Rule] = r.LeftOut.Rules[i].Rows
		}
	}
	return rows
}

func (in *revenueRows) report(name string, bad sheet.Wrong) (Report, error) {
	if len(in.rows) > maxRevenueRows {
		return Report{}, problem.Invalidf("%s has more than %d rows of revenue: split it", name, maxRevenueRows)
	}
	return Report{Rows: in.rows, Wrong: bad, Skipped: map[string]int{}}, nil
}
