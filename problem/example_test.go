package problem_test

import (
	"fmt"

	"github.com/nodeledger/nodeledger/problem"
)

func Example() {
	err := fmt.Errorf("tier 3: %w", problem.New(problem.Conflict, "not-enough", "2 nodes are left: ask for 2 at most"))
	p := problem.Of(err)
	fmt.Println(p.Kind, p.Kind.Status(), p.Code, p.Text)
	// Output: conflict 409 not-enough tier 3: 2 nodes are left: ask for 2 at most
}
