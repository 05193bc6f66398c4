package operation

import (
	"errors"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
)

// kindOfView are the kinds of view's codes.
var kindOfView = map[view.Code]problem.Kind{
	view.BadRequest: problem.Invalid, view.ZeroNodes: problem.Invalid, view.NotFound: problem.NotFound,
	view.UnknownCode: problem.Conflict, view.SelfReferral: problem.Conflict, view.NotEnough: problem.Conflict, view.Quota: problem.Conflict,
	view.NoLadder: problem.Conflict, view.OpenDay: problem.Conflict, view.NothingBooked: problem.Conflict, view.NotApproved: problem.Conflict,
}

// ofEngine are the kinds and codes of the engine's sentinels, the finer ones first.
var ofEngine = []struct {
	is   error
	kind problem.Kind
	code problem.Code
}{
	{engine.ErrNotAllowed, problem.Forbidden, ""},
	{engine.ErrFrozen, problem.Unavailable, "frozen"},
	{engine.ErrMoved, problem.Busy, ""},
	{engine.ErrRecorded, problem.Conflict, "recorded"},
	{engine.ErrKeyTaken, problem.Conflict, "recorded"},
	{engine.ErrContent, problem.Invalid, ""},
	{engine.ErrState, problem.Conflict, ""},
}

// classify is the refusal in an error, of kind Internal when there is none.
func classify(err error) *problem.Error {
	var shown *view.Refusal
	if errors.As(err, &shown) {
		code := problem.Code(shown.Code)
		if shown.Code == view.BadRequest {
			code = ""
		}
		return problem.New(kindOfView[shown.Code], code, "%s", shown.Text)
	}
	if p := problem.Of(err); p.Kind != problem.Internal {
		return p
	}
	for _, known := range ofEngine {
		if errors.Is(err, known.is) {
			return problem.New(known.kind, known.code, "%s", err.Error())
		}
	}
	return problem.Of(err)
}
