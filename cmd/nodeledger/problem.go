package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/redact"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/wire"
)

// codeUsage is the code of a command line in which something is unknown, missing or too much. It alone has the exit code 2.
const codeUsage problem.Code = "usage"

// reported is the refusal of a command whose result on stdout says already why it is no success.
func reported(code problem.Code, format string, args ...any) error {
	return problem.New(problem.Conflict, code, format, args...)
}

// printProblem writes one line to stderr, without secrets: the text, or with --json the document that the API answers.
func (in *invocation) printProblem(p *problem.Error) {
	shown := *p
	shown.Text, shown.Reasons, shown.Rows = oneLine(in.redact(p.Text)), slices.Clone(p.Reasons), slices.Clone(p.Rows)
	for i, r := range shown.Reasons {
		shown.Reasons[i] = oneLine(in.redact(r))
	}
	for i, r := range shown.Rows {
		shown.Rows[i].Text = oneLine(in.redact(r.Text))
	}
	if !in.json {
		text := shown.Text
		if details := shown.Details(); len(details) > 0 {
			text += ": " + strings.Join(details, "; ")
		}
		fmt.Fprintln(in.Stderr, "nodeledger: "+text)
		return
	}
	encoder := json.NewEncoder(in.Stderr)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(wire.ProblemOf(&shown)) // a broken stderr has nobody to be told of it
}

// redact takes out of a text what only the owner of the database and of the endpoints may know: the last gate before it is shown.
func (in *invocation) redact(text string) string {
	return redact.Text(text, append([]string{in.db, in.readDB}, in.rpc...)...)
}
