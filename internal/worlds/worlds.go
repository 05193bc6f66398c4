// Package worlds says how many made-up worlds tests live through: a few with every change, and all of them where somebody takes the time.
package worlds

import "os"

// Variable is what asks for all worlds, when it is "all": `make worlds`.
const Variable = "WORLDS"

// All says whether all worlds are asked for.
func All() bool { return os.Getenv(Variable) == "all" }

// Of is how many worlds a test lives through, of those that it has: the first few of them, or all.
func Of(few, all uint64) uint64 {
	if All() {
		return all
	}
	return few
}

// Least is how often something has to happen in as many worlds as were lived through, when it has to happen so often in all: at least once.
func Least(often int, lived, all uint64) int { return max(1, often*int(lived)/int(all)) }
