package problem

// The codes of refusals that several rooms make; a refusal that one room makes has its code there. Those without a finer one have
// the name of their kind.
const (
	ZeroNodes     Code = "zero-nodes"     // a purchase of nothing
	NotEnough     Code = "not-enough"     // more nodes than there are, or than the wallet may have
	Quota         Code = "quota"          // the open tier gives this wallet no more
	UnknownCode   Code = "unknown-code"   // nobody registered the referral code, or it has ended
	SelfReferral  Code = "self-referral"  // the code is the buyer's own, and the contract refuses that
	NoLadder      Code = "no-ladder"      // no tiers are known
	OpenDay       Code = "open-day"       // the day is not sealed yet
	NothingBooked Code = "nothing-booked" // the books have not begun
	NotApproved   Code = "not-approved"   // the run is not as far as what is asked for
)
