package operation

import (
	"cmp"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/wire"
)

// Refusal is a refusal that an operation may answer with: its status, its code, and what it means.
type Refusal struct {
	Status int
	Code   problem.Code
	Means  string
}

// of is a refusal of a kind; an empty code is the kind's name.
func of(kind problem.Kind, code problem.Code, means string) Refusal {
	return Refusal{kind.Status(), cmp.Or(code, problem.Code(kind.String())), means}
}

// The refusals that operations name. Those that every operation has are added by themselves.
var (
	NotFound      = of(problem.NotFound, "", "the books have no such thing")
	Conflict      = of(problem.Conflict, "", "not possible in the current state of the books")
	NotInProgram  = of(problem.Conflict, problem.NotInProgram, "the program file has no such section")
	RuleInForce   = of(problem.Conflict, problem.RuleInForce, "a text of the program changes a rule that is in force for what is booked")
	BadProgram    = of(problem.Invalid, problem.InvalidProgram, "the program file has mistakes")
	Overdrawn     = of(problem.Conflict, problem.Overdrawn, "an account would hold less than nothing")
	Recorded      = of(problem.Conflict, problem.Recorded, "the reference was recorded before with other content")
	NotApproved   = of(problem.Conflict, problem.NotApproved, "the run is not approved, or not exported yet")
	Barred        = of(problem.Conflict, problem.Barred, "a wallet with a line in the run must not be paid now")
	NothingBooked = of(problem.Conflict, problem.NothingBooked, "the books have not begun")
	UnknownCode   = of(problem.Conflict, problem.UnknownCode, "the referral code is not registered, or it has ended")
	SelfReferral  = of(problem.Conflict, problem.SelfReferral, "the code is the buyer's own")
	NotEnough     = of(problem.Conflict, problem.NotEnough, "more nodes than there are, or than the wallet may have")
	Quota         = of(problem.Conflict, problem.Quota, "the open tier gives this wallet no more")
	NoLadder      = of(problem.Conflict, problem.NoLadder, "no tiers are known")
	ZeroNodes     = of(problem.Invalid, problem.ZeroNodes, "a purchase of no nodes")
	Frozen        = of(problem.Unavailable, problem.Frozen, "the books are frozen and wait for an operator")
	NotSound      = of(problem.Unavailable, problem.NotSound,
		"the last verification of the books found a difference: nothing is paid from them")
	NoNode        = of(problem.Unavailable, problem.NoNode, "the node of the chain does not answer, and the operation needs it")
	NotReady      = of(problem.Unavailable, "not-ready", "the books are not fresh, or frozen")
	Changed       = of(problem.Changed, "", "the file is another one than If-Match says: look at the run, or the month, again")
	Unconditional = of(problem.Unconditional, "", "If-Match is missing: it names the file that is approved")
	Busy          = of(problem.Busy, "", "another writer was first: send it again")
	TooManyAsked  = of(problem.Busy, "too-many-requests", "too many at once: wait as long as Retry-After says")
	SignIn        = of(problem.NotAuthenticated, "", "not signed in, or the token is not valid")
	Forbidden     = of(problem.Forbidden, "", "the key lacks the scope, or the request does not come from the page")
)

// Writing are the refusals of what operators record.
var Writing = []Refusal{NotFound, Conflict, NotInProgram, Overdrawn, Recorded, NotApproved, NothingBooked, Frozen, NotSound, NoNode, Busy}

// Refusals that every operation has, and those that come with a guard and with a body.
var (
	always = []Refusal{
		of(problem.Invalid, "", "something is not written as it must be"), TooManyAsked,
		{http.StatusRequestEntityTooLarge, codeTooLarge, "the request is longer than allowed"},
		of(problem.Conflict, problem.ProjectionDiffers, "a sum that the books keep is not what the postings add up to: nothing is shown or "+
			"booked from it"),
		of(problem.Conflict, problem.PeriodDiffers, "a closed epoch or month that is computed again is not what was booked"),
		of(problem.Internal, "", "the server failed; its log says why"),
		of(problem.Unavailable, problem.NoDatabase, "the database of the books does not answer: try again shortly"),
		of(problem.Unavailable, codeTimeout, "the answer took too long: ask for less at once"),
	}
	inTurn = []Refusal{of(problem.Unavailable, CodeCrowded,
		"too many others wait for answers that take long: wait as long as Retry-After says")}
	guarded = []Refusal{SignIn, Forbidden}
	sending = []Refusal{
		{http.StatusBadRequest, problem.Code(problem.Invalid.String()), "the body is not JSON, or has a name twice"},
		{http.StatusRequestTimeout, codeRequestTimeout, "the body came too slowly"},
		{http.StatusUnsupportedMediaType, codeMediaType, "the body must be JSON that is not compressed"},
	}
)

// refusals are those of an operation, general ones included.
func (o *Operation) refusals(sends bool) []Refusal {
	list := slices.Concat(always, o.Refusals)
	if o.Bounds.Cost.Turn {
		list = append(list, inTurn...)
	}
	if o.Guarded {
		list = append(list, guarded...)
	}
	if sends {
		list = append(list, sending...)
	}
	return list
}

// problems describes refusals: for each status the codes that the operation answers with.
func (a *API) problems(list []Refusal) map[string]*huma.Response {
	base := a.schemaOf(wire.Problem{})
	byStatus := map[int]map[problem.Code]string{}
	for _, r := range list {
		if byStatus[r.Status] == nil {
			byStatus[r.Status] = map[problem.Code]string{}
		}
		byStatus[r.Status][r.Code] = r.Means
	}
	out := map[string]*huma.Response{}
	for status, codes := range byStatus {
		var enum []any
		var means []string
		for _, code := range slices.Sorted(maps.Keys(codes)) {
			enum = append(enum, string(code))
			means = append(means, string(code)+": "+codes[code])
		}
		narrowed := &huma.Schema{AllOf: []*huma.Schema{base, {
			Type: "object", Properties: map[string]*huma.Schema{"code": {Type: "string", Enum: enum}}, Required: []string{"code"},
		}}}
		out[strconv.Itoa(status)] = &huma.Response{
			Description: strings.Join(means, "; "), Content: map[string]*huma.MediaType{"application/problem+json": {Schema: narrowed}},
		}
	}
	return out
}
