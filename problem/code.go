package problem

// The codes of refusals that several rooms make; a refusal that one room makes has its code there. Those without a finer one have
// the name of their kind.
const (
	NotInProgram      Code = "not-in-program"     // the program file has no such section
	InvalidProgram    Code = "invalid-program"    // the program file has mistakes
	NoSuchFile        Code = "no-such-file"       // a file that is to be read is not there
	Recorded          Code = "recorded"           // the reference was recorded before with other content
	Overdrawn         Code = "overdrawn"          // an account would hold less than nothing
	Frozen            Code = "frozen"             // the books are frozen and wait for an operator
	NotSound          Code = "not-sound"          // the last verification of the books found a difference
	NoNode            Code = "no-node"            // the chain's node does not answer, and is needed
	NoDatabase        Code = "no-database"        // the database of the books does not answer
	ZeroNodes         Code = "zero-nodes"         // a purchase of nothing
	NotEnough         Code = "not-enough"         // more nodes than there are, or than the wallet may have
	Quota             Code = "quota"              // the open tier gives this wallet no more
	UnknownCode       Code = "unknown-code"       // the referral code is not registered, or has ended
	SelfReferral      Code = "self-referral"      // the code is the buyer's own, and the contract refuses that
	NoLadder          Code = "no-ladder"          // no tiers are known
	NothingBooked     Code = "nothing-booked"     // the books have not begun
	NotTheText        Code = "not-the-text"       // the program file is not the one of the books
	RuleInForce       Code = "rule-in-force"      // a text of the program changes what is booked by, or what is hard
	NotApproved       Code = "not-approved"       // the run is not as far as what is asked for
	Barred            Code = "barred"             // the run has a wallet in it that must not be paid now
	ProjectionDiffers Code = "projection-differs" // a table of sums does not say what the postings add up to
	PeriodDiffers     Code = "period-differs"     // a closed period that is computed again is not what was booked
)
