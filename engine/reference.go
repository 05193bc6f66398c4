package engine

import (
	"fmt"
	"regexp"
)

// The engine makes the references of some facts itself, out of what they are about. A run's name has no colon and a step's has
// no dash, so no two of these are one text, whatever runs are called:
//
//	payout:<run>           it is prepared
//	<run>-<step>           propose, approve, export, cancel
//	month:<month>
//	resolve-<exception>    an exception begins with 0x, the hash of its transaction
//	thaw:<inputs>          how many inputs the frozen books have: frozen books get no others, thawed ones get one more

func runReference(run string) string           { return "payout:" + run }
func stepReference(run, step string) string    { return run + "-" + step }
func monthReference(month string) string       { return "month:" + month }
func resolveReference(exception string) string { return "resolve-" + exception }
func thawReference(inputs uint64) string       { return fmt.Sprintf("thaw:%d", inputs) }

// reserved is the form of those references. People do not choose such ones, so that nothing takes the place of a step that
// somebody has to take.
var reserved = regexp.MustCompile(`^(payout:|month:|thaw:|resolve-0x)|^[a-z0-9][a-z0-9_-]*-(propose|approve|export|cancel)$`)

// checkReference refuses a reference that a person chose among those that the engine makes.
func checkReference(kind, reference string) error {
	switch kind {
	case MonthFact, PayoutFact, StepFact, ResolveFact, ThawFact:
		return nil
	}
	if reserved.MatchString(reference) {
		return content(fmt.Errorf("the reference %q is one that the program makes itself, for a month, a payout run or a step of one: choose another", reference))
	}
	return nil
}
