package operation

import (
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
)

// classify is the refusal in an error, of kind Internal when there is none.
func classify(err error) *problem.Error {
	p := *problem.Of(err)
	if p.Code == view.BadRequest {
		p.Code = problem.Code(p.Kind.String())
	}
	return &p
}
