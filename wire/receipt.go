package wire

import "github.com/nodeledger/nodeledger/engine"

// Receipt says that something is recorded.
type Receipt struct {
	Operator  string `json:"operator" doc:"Who recorded it"`
	Reference string `json:"reference" doc:"What the operator called it"`
	Already   bool   `json:"already_recorded" doc:"It had been recorded before, and nothing was written"`
	Sequence  uint64 `json:"sequence" doc:"Of its transaction in the journal"`
}

// ReceiptOf is the answer to a fact that is in the books.
func ReceiptOf(r engine.Receipt) Receipt {
	return Receipt{Operator: r.Operator, Reference: r.Reference, Sequence: r.Sequence, Already: r.AlreadyRecorded}
}

// ImportResult says what became of a file of revenue.
type ImportResult struct {
	Rows     int            `json:"rows" doc:"Of revenue in the file"`
	Recorded int            `json:"recorded" doc:"Rows that are new in the books"`
	Already  int            `json:"already_recorded" doc:"Rows that had been recorded before"`
	Skipped  map[string]int `json:"skipped" doc:"Rows that are not revenue, by what they are"`
	LeftOut  map[string]int `json:"left_out" doc:"Rows that were left out on request, by the rule"`
}

// ImportOf is the answer to a file of revenue of so many rows: those that are no revenue, those that were left out on request, and what
// the engine did with the others.
func ImportOf(rows int, skipped, leftOut map[string]int, done engine.Imported) ImportResult {
	return ImportResult{Rows: rows, Recorded: rows - done.Already, Already: done.Already, Skipped: skipped, LeftOut: leftOut}
}
