package operation

import (
	"errors"

	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
)

// kindOfView are the kinds of view's codes.
var kindOfView = map[view.Code]problem.Kind{
	view.BadRequest: problem.Invalid, view.ZeroNodes: problem.Invalid, view.NotFound: problem.NotFound,
	view.UnknownCode: problem.Conflict, view.SelfReferral: problem.Conflict, view.NotEnough: problem.Conflict, view.Quota: problem.Conflict,
	view.NoLadder: problem.Conflict, view.OpenDay: problem.Conflict, view.NothingBooked: problem.Conflict, view.NotApproved: problem.Conflict,
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
	return problem.Of(err)
}
