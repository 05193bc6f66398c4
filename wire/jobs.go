package wire

// Jobs is what became of the jobs that were due.
type Jobs struct {
	Ran  int      `json:"ran"`
	Head string   `json:"ledger_head"`
	Next *NextJob `json:"next_job,omitempty"` // absent: nothing is scheduled
}
