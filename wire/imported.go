package wire

// Imported says what became of a file of income.
type Imported struct {
	Rows     int            `json:"rows" doc:"Of income in the file"`
	Recorded int            `json:"recorded"`
	Already  int            `json:"already_recorded" doc:"Rows that had been recorded before"`
	Skipped  map[string]int `json:"skipped" doc:"Rows that are no income, by what they are"`
}
