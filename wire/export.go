package wire

// ExportedFile is a file that was written.
type ExportedFile struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// Exported are the files of a run that were written.
type Exported struct {
	Run   string         `json:"run"`
	Root  string         `json:"root,omitempty"` // of the tree for claims
	Files []ExportedFile `json:"files"`
}
