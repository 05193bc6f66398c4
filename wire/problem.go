package wire

import (
	"net/http"

	"github.com/nodeledger/nodeledger/problem"
)

// Problem is a refusal as it goes out (RFC 9457).
type Problem struct {
	Type       string   `json:"type" doc:"A name for the kind of problem: about:blank" example:"about:blank"`
	Title      string   `json:"title" doc:"The HTTP status in words"`
	Status     int      `json:"status" doc:"The HTTP status"`
	Code       string   `json:"code" doc:"What went wrong; stable, for programs" example:"unknown-code"`
	Detail     string   `json:"detail" doc:"What went wrong and what to do, for people"`
	Reasons    []string `json:"reasons" doc:"When there are several"`
	Rows       []Row    `json:"rows" doc:"Of a file or list: those that are wrong"`
	DidYouMean string   `json:"did_you_mean,omitempty" doc:"What was probably meant" example:"ALPHA"`
}

// Row is a row of a file or list that is wrong.
type Row struct {
	Number    int    `json:"row,omitempty" doc:"From 1; a header is none. Absent where the reference names the row"`
	Reference string `json:"reference,omitempty" doc:"What names the row, where something does"`
	Text      string `json:"text" doc:"What is wrong with it, for people"`
}

// ProblemOf is a refusal as it goes out.
func ProblemOf(p *problem.Error) *Problem {
	out := NewProblem(p.Kind.Status(), p.Code, p.Text)
	out.Reasons, out.DidYouMean = append(out.Reasons, p.Reasons...), p.DidYouMean
	for _, r := range p.Rows {
		out.Rows = append(out.Rows, Row(r))
	}
	return out
}

// Error is the detail.
func (p *Problem) Error() string { return p.Detail }

// GetStatus is the HTTP status, as the framework asks for it.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType makes a JSON answer one of problems.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// NewProblem is a refusal whose status only HTTP knows.
func NewProblem(status int, code problem.Code, detail string) *Problem {
	return &Problem{
		Type: "about:blank", Title: http.StatusText(status), Status: status, Code: string(code), Detail: detail,
		Reasons: []string{}, Rows: []Row{},
	}
}
