package nodeledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"time"
)

// maxProblem is how much of a refusal is read, in bytes.
const maxProblem = 1 << 20

// ProblemError is a refusal of the server. Code is stable, and for programs: one of the constants that begin with Code. It is empty
// when something other than the server answered, such as a proxy.
type ProblemError struct {
	Problem
	// RetryAfter is how long the server asks to wait; zero: it does not.
	RetryAfter time.Duration
}

// Error is what went wrong and what to do, for people.
func (p *ProblemError) Error() string {
	if p.Detail == "" {
		return fmt.Sprintf("the server answered %d without a problem document", p.Status)
	}
	return p.Detail
}

// Transient says whether the same request may succeed later, with nothing else changed.
func (p *ProblemError) Transient() bool {
	switch p.Status {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusGatewayTimeout:
		return true
	case http.StatusServiceUnavailable:
		return p.Code == "" || p.Code == CodeNoDatabase
	}
	return false
}

// IsProblem says whether an error is a refusal with one of these codes; without any, whether it is a refusal.
func IsProblem(err error, codes ...string) bool {
	var p *ProblemError
	return errors.As(err, &p) && (len(codes) == 0 || slices.Contains(codes, p.Code))
}

func problemOf(answer *http.Response) error {
	defer answer.Body.Close()
	p := &ProblemError{}
	content, err := io.ReadAll(io.LimitReader(answer.Body, maxProblem))
	if err != nil || json.Unmarshal(content, &p.Problem) != nil || p.Code == "" {
		p.Problem = Problem{}
	}
	p.Status = int64(answer.StatusCode)
	if seconds, err := strconv.ParseUint(answer.Header.Get("Retry-After"), 10, 20); err == nil {
		p.RetryAfter = time.Duration(seconds) * time.Second
	}
	return p
}
