package httpapi

import (
	"context"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/httpapi/runfile"
	"github.com/nodeledger/nodeledger/problem"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
)

type exportRequest struct {
	Run    string `path:"run" maxLength:"64" doc:"Its name"`
	Format string `path:"format" maxLength:"20" doc:"safe, propose, activate, airdrop, csv, hledger or merkle"`
	Part   int    `query:"part" minimum:"1" maximum:"100000" default:"1" doc:"Which batch, where the header Nodeledger-Parts says that there are several"`
	Known  string `header:"If-None-Match" maxLength:"1000" doc:"The ETag of the file that is at hand already"`
}

// exportResponses describe the files of a run.
func exportResponses() map[string]*huma.Response {
	ok := operation.FileResponses("The file. The same run gives the same bytes; the ETag is their SHA-256", "application/json",
		"text/csv", "text/plain")
	parts := &huma.Param{Description: "How many batches there are; give part for each", Schema: &huma.Schema{Type: "integer"}}
	ok["200"].Headers = map[string]*huma.Param{runfile.PartsHeader: parts}
	return ok
}

func (a *api) payoutExport(ctx context.Context, in *exportRequest) (*huma.StreamResponse, error) {
	if in.Format == payoutview.FormatFile {
		return nil, problem.NotFoundf("the run's own file names wallets that are held back: operators have it at "+
			"/api/v1/operator/payouts/%s/file", in.Run)
	}
	// Everybody may ask for it, so it verifies nothing: the step that exported the run did, and the background goes on doing it.
	if err := a.engine.Sound(); err != nil {
		return nil, err
	}
	r, err := a.payouts.runs.Of(in.Run)
	if err != nil {
		return nil, err
	}
	if slices.Contains(r.Formats(), in.Format) && !slices.Contains(r.Published(), in.Format) {
		return nil, problem.New(problem.Conflict, problem.NotApproved,
			"run %s is approved and not exported yet: what money is moved with is public from its export on; an operator exports it with "+
				"`nodeledger payout export %[1]s` or on the page", in.Run)
	}
	return a.sender.Send(ctx, in.Run, in.Format, in.Part, in.Known)
}
