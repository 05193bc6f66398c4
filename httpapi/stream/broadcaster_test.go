package stream

import (
	"net/netip"
	"testing"
)

func TestStreamsAreBounded(t *testing.T) {
	t.Parallel()
	b := New(Options{})
	client := func(i int) netip.Prefix { return netip.PrefixFrom(netip.AddrFrom4([4]byte{10, 0, 0, byte(i)}), 32) }
	entered := 0
	for i := range 20 {
		for range maxOfClient + 1 {
			if b.enter(client(i)) {
				entered++
			}
		}
	}
	if entered != maxStreams || b.enter(client(99)) {
		t.Errorf("%d streams", entered)
	}
	for range maxOfClient {
		b.leave(client(0))
	}
	if !b.enter(client(99)) || len(b.of) != maxStreams/maxOfClient {
		t.Errorf("%d clients are counted", len(b.of))
	}
	b.Close()
	b.Close()
	if _, open := <-b.ended; open {
		t.Error("the end is not told")
	}
}
