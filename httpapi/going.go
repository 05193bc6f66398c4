package httpapi

import (
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/httpapi/metrics"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/sentence"
)

// Going is how bringing the books up to date goes.
type Going = metrics.Going

// Role is what a server is among several on one database.
type Role = metrics.Role

// finalityLate is how much older than the newest booked block the last final one may be: blocks become final within a quarter of an hour on
// the main network where all is well, and within an hour on networks that settle there.
const finalityLate = 2 * time.Hour

// filesWait says that files of closed periods could not be written yet.
func (a *api) filesWait() (says sentence.Sentence) {
	if a.waiting == nil {
		return says
	}
	if n, _ := a.waiting(); n > 0 {
		return sentence.New(sentence.WarnFilesWait, sentence.Params{"files": fmt.Sprint(n)})
	}
	return says
}

// failing says that the books are not brought up to date; late is whether it has been so for longer than they may lag. Why goes to the
// log, since it may name places on this machine.
func (a *api) failing() (says sentence.Sentence, late bool) {
	if a.going == nil {
		return says, false
	}
	g := a.going()
	if g.InARow == 0 {
		return says, false
	}
	code := sentence.WarnNotUpdated
	if problem.Of(g.Why).Code == problem.NoDatabase {
		code = sentence.WarnNoDatabase
	}
	return sentence.New(code, sentence.Params{"time": g.Failing.Truncate(time.Second).String(), "tries": fmt.Sprint(g.InARow)}),
		a.maxLag > 0 && g.Failing > a.maxLag
}
