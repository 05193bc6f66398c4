package wire

// Health says that the process serves.
type Health struct {
	OK bool `json:"ok" doc:"Always true"`
}

// Readiness says that the answers can be relied on.
type Readiness struct {
	Ready    bool     `json:"ready" doc:"Always true: a refusal says why not"`
	Warnings []string `json:"warnings" doc:"What somebody should look at, such as that no endpoint of the chain answers; empty when there is nothing"`
	Role     string   `json:"role,omitempty" enum:"leader,follower" doc:"Where several servers share a database: whether this one follows the chain and runs the jobs. All of them answer and take facts"`
	Fresh
}

// FreezeState says whether the books wait for an operator.
type FreezeState struct {
	Frozen bool `json:"frozen" doc:"Whether the books are frozen now"`
}

// Version is what a build says about itself.
type Version struct {
	Version  string `json:"version" doc:"Of the program, semantic"`
	Go       string `json:"go" doc:"Version of Go"`
	Revision string `json:"revision" doc:"Commit"`
	Modified bool   `json:"modified" doc:"Whether files were changed after the commit"`
	Date     string `json:"date" doc:"Time of the commit; empty where it is unknown"`
}
