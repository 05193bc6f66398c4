package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/wire"
)

func (a *api) texts(ctx context.Context, _ *nothing) (out wire.ProgramTexts, err error) {
	of, err := a.now(ctx)
	if err != nil {
		return out, err
	}
	a.engine.View(func(f *fold.Fold, _ engine.State) { out = wire.ProgramTextsOf(f.Texts(), f.Proposed(), of) })
	return out, nil
}

type textRequest struct {
	SHA256 string `path:"sha256" minLength:"64" maxLength:"64" doc:"Its digest, in list-program-texts"`
}

func (a *api) text(_ context.Context, in *textRequest) (out wire.ProgramContent, err error) {
	err = problem.NotFoundf("no text of the program has the digest %s: list-program-texts names those that do", in.SHA256)
	a.engine.View(func(f *fold.Fold, _ engine.State) {
		all := f.Texts()
		if next := f.Proposed(); next != nil {
			all = append(all[:len(all):len(all)], *next)
		}
		for i := range all {
			if all[i].Digest == in.SHA256 {
				out, err = wire.ProgramContent{SHA256: in.SHA256, Text: string(canonical.Text(all[i].Program))}, nil
			}
		}
	})
	return out, err
}
