package runfile

import (
	"bytes"

	"testing"

	"pgregory.net/rapid"
)

// What is short is kept whole; of what is long nothing is, however it comes.
func TestShortFilesAreKept(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.IntRange(0, 100).Draw(t, "most")
		file := buffer{most: most}
		var all bytes.Buffer
		for _, n := range rapid.SliceOfN(rapid.IntRange(0, 50), 0, 5).Draw(t, "writes") {
			part := bytes.Repeat([]byte{byte(n)}, n)
			if wrote, err := file.Write(part); wrote != n || err != nil {
				t.Fatalf("%d of %d: %v", wrote, n, err)
			}
			all.Write(part)
		}
		if over := all.Len() > most; over != file.over || (over && file.content != nil) || (!over && !bytes.Equal(file.content, all.Bytes())) {
			t.Fatalf("of %d bytes %d are kept", all.Len(), len(file.content))
		}
	})
}
