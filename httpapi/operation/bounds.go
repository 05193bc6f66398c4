package operation

import (
	"fmt"
	"strings"
	"time"
)

// Bounds of a request, in bytes.
const (
	MaxURL  = 2 << 10
	MaxBody = 64 << 10 // where no body is expected
	MaxJSON = 1 << 20  // what operators send
	MaxFile = 32 << 20 // files that they send
)

// Bounds are what a request of one operation may cost.
type Bounds struct {
	Body   int64         // bytes; 0: MaxBody
	Read   time.Duration // to send the body; 0: as the framework has it
	Answer time.Duration // 0: the server's own; Endless: it never ends by itself
	Cost   Cost          // zero: that of one request, made at once
	Ready  bool          // it is there as it is sent, compressed and with its tag
}

// Cost is what an answer takes of the server, and so of its caller's rate.
type Cost struct {
	Requests int  // that an answer which has to be made counts as; 0 is 1
	Rows     int  // rows of a page, by the parameter limit, that count as one request more; 0: all pages count alike
	Turn     bool // it takes long to make, so such answers are made one after the other
	Kept     bool // it follows from the books and the URL alone, and is kept until the books change
}

// Of is how many requests a page of so many rows counts as; zero rows are the page that comes without a parameter.
func (c Cost) Of(rows int) int {
	n := max(c.Requests, 1)
	if c.Rows > 0 {
		n += rows / c.Rows
	}
	return n
}

// String says what a caller should know of it; empty when it counts as any request.
func (c Cost) String() string {
	switch {
	case c.Rows > 0 && c.Requests > 1:
		return fmt.Sprintf("Counts as %d requests, and one more for each %d rows.", c.Requests, c.Rows)
	case c.Rows > 0:
		return fmt.Sprintf("Counts as one request more for each %d rows.", c.Rows)
	case c.Requests > 1:
		return fmt.Sprintf("Counts as %d requests.", c.Requests)
	}
	return ""
}

// Costs of answers that have to be made: Scan reads much of the journal, Recompute does a period again, Export writes a file.
var (
	Scan      = Cost{Requests: 10, Turn: true, Kept: true}
	Recompute = Cost{Requests: 5, Turn: true, Kept: true}
	Export    = Cost{Requests: 10, Turn: true}
	LongPage  = Cost{Rows: 50, Turn: true, Kept: true}
	// Lookup reads the accounts of one holder or a stretch of the tree; Described is as long as several answers.
	Lookup    = Cost{Requests: 2, Turn: true, Kept: true}
	Described = Cost{Requests: 10}
)

// Endless is the answer time of a stream.
const Endless = -1

// FileBounds are those of an operation that takes a file: a minute to send it, and another one to take it in.
var FileBounds = Bounds{Body: MaxFile, Read: time.Minute, Answer: time.Minute}

// BoundsOf are the bounds of a method and a route as the router has it. Those of what is no operation are the general ones.
func (a *API) BoundsOf(method, route string) Bounds {
	b := a.bounds[method+" "+route]
	if b.Body == 0 {
		b.Body = MaxBody
	}
	return b
}

// Ready says whether a method and a route answer with what is there as it is sent.
func (a *API) Ready(method, route string) bool { return a.bounds[method+" "+route].Ready }

// SetBounds bounds a route of the router that is no operation.
func (a *API) SetBounds(method, route string, b Bounds) { a.bounds[method+" "+route] = b }

// Endless says whether a method and a route answer with a stream.
func (a *API) Endless(method, route string) bool { return a.bounds[method+" "+route].Answer == Endless }

// setBounds keeps the bounds of an operation by the route that its path becomes.
func (a *API) setBounds(method, path string, b Bounds) {
	a.SetBounds(method, strings.NewReplacer("{", ":", "}", "").Replace(path), b)
}
