package stream

import "testing"

func TestCloseIsTold(t *testing.T) {
	t.Parallel()
	b := New(Options{})
	b.Close()
	b.Close()
	if _, open := <-b.ended; open {
		t.Error("the end is not told")
	}
}
