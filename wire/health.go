package wire

// Health says that the process serves.
type Health struct {
	OK bool `json:"ok"`
}

// Readiness says that the answers can be relied on.
type Readiness struct {
	Ready bool `json:"ready"`
	Fresh
}

// Thawed says that frozen books go on.
type Thawed struct {
	Frozen bool `json:"frozen"`
}

// Version is what a build says about itself.
type Version struct {
	Version  string `json:"version"`
	Go       string `json:"go"`
	Revision string `json:"revision"`
	Modified bool   `json:"modified"`
}
