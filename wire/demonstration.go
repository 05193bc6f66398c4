package wire

// Demonstration is what a finished demonstration must show.
type Demonstration struct {
	Booked
	Verified  bool                 `json:"verified"` // the ledger is sound, the quote was the charge, the contract counts as the books do
	Holders   int                  `json:"holders"`
	Codes     int                  `json:"codes"`
	Contract  string               `json:"contract"`
	ChainID   uint64               `json:"chain_id"`
	Seed      uint64               `json:"seed"`
	Rewards   DemonstrationRewards `json:"rewards"`
	Payouts   DemonstrationPayouts `json:"payouts"`
	Operators map[string]string    `json:"operators"` // and the tokens that they prove themselves with, of no value
}

// DemonstrationRewards is what holders got.
type DemonstrationRewards struct {
	Epochs    int    `json:"epochs"` // of points and of the token
	Points    Amount `json:"points_issued"`
	Converted Amount `json:"points_converted"`
	Tokens    Amount `json:"tokens_issued"` // the TGE airdrop, converted points, and the emission
	Locked    Amount `json:"tokens_locked"`
	Available Amount `json:"tokens_available"`
	Carried   Amount `json:"tokens_carried"` // by pools; locked, available and carried sum to the tokens issued
}

// DemonstrationPayouts is what the months brought and what was paid of it.
type DemonstrationPayouts struct {
	Months     int    `json:"months"`
	Runs       int    `json:"runs"`
	Gathered   Amount `json:"gathered"` // by runs
	Paid       Amount `json:"paid"`
	Open       Amount `json:"open"`
	Exceptions int    `json:"exceptions"` // payments that no line explains
}
