package wire

// Finding is what a check of the doctor found: green, yellow (worth knowing) or red (something does not work).
type Finding struct {
	Check  string `json:"check"`
	Colour string `json:"colour"`
	Text   string `json:"text"`
}

// Diagnosis is what the doctor found.
type Diagnosis struct {
	OK     bool      `json:"ok"`
	Checks []Finding `json:"checks"`
	Frozen *Frozen   `json:"frozen,omitempty"`
}
