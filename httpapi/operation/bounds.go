package operation

import (
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
}

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

// Endless says whether a method and a route answer with a stream.
func (a *API) Endless(method, route string) bool { return a.bounds[method+" "+route].Answer == Endless }

// setBounds keeps the bounds of an operation by the route that its path becomes.
func (a *API) setBounds(method, path string, b Bounds) {
	a.bounds[method+" "+strings.NewReplacer("{", ":", "}", "").Replace(path)] = b
}
