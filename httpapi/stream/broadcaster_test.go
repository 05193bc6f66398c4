package stream

import (
	"context"
	"fmt"
	"net/netip"
	"testing"
)

// crowd counts the streams that were ended for others, by client.
type crowd struct {
	places places
	ended  map[netip.Prefix]int
}

func (c *crowd) enter(text string) *place {
	client := netip.MustParsePrefix(text)
	return c.places.enter(client, func() { c.ended[client]++ })
}

func newCrowd() *crowd { return &crowd{newPlaces(), map[netip.Prefix]int{}} }

// One client has sixteen streams at most, and all together have 256.
func TestStreamsAreBounded(t *testing.T) {
	t.Parallel()
	c := newCrowd()
	var first *place
	for range maxOfClient {
		first = c.enter("10.0.0.1/32")
	}
	if first == nil || c.enter("10.0.0.1/32") != nil {
		t.Error("a client's streams are not bounded")
	}
	c.places.leave(first)
	c.places.leave(first)
	if len(c.places.all) != maxOfClient-1 || c.enter("10.0.0.1/32") == nil {
		t.Errorf("%d streams", len(c.places.all))
	}
	for n := range 1000 { // of as many networks
		c.enter(fmt.Sprintf("10.%d.%d.1/32", 1+n/250, n%250))
	}
	if len(c.places.all) != maxStreams || len(c.places.of) != maxStreams || len(c.places.nets) != maxStreams {
		t.Errorf("%d streams of %d clients in %d networks", len(c.places.all), len(c.places.of), len(c.places.nets))
	}
	if c.ended[netip.MustParsePrefix("10.0.0.1/32")] != maxOfClient-1 || len(c.ended) != 1 {
		t.Errorf("ended: %v", c.ended)
	}
}

// Whoever takes every place, from one network or from many, cannot shut out somebody who has none.
func TestStreamsAreShared(t *testing.T) {
	t.Parallel()
	for name, address := range map[string]string{
		"networks of a provider": "2001:db8:1:%x::/64", // of one /48
		"networks of many":       "2001:db8:%x::/64",
		"addresses":              "203.0.113.%d/32",
	} {
		c := newCrowd()
		flood := func() {
			for n := range 20 {
				for range maxOfClient {
					c.enter(fmt.Sprintf(address, n))
				}
			}
		}
		flood()
		if len(c.places.all) != maxStreams {
			t.Fatalf("%s: %d streams", name, len(c.places.all))
		}
		honest := map[string]*place{"2a00:1::/64": nil, "198.51.100.7/32": nil, "192.0.2.1/32": nil}
		for text := range honest {
			if honest[text] = c.enter(text); honest[text] == nil {
				t.Errorf("%s: %s is shut out", name, text)
			}
		}
		flood()
		for text, p := range honest {
			if c.ended[p.client] != 0 {
				t.Errorf("%s: %s lost its stream", name, text)
			}
		}
		if len(c.places.all) != maxStreams {
			t.Errorf("%s: %d streams", name, len(c.places.all))
		}
		// A neighbour in the flood's own network has one as well.
		if c.enter(fmt.Sprintf(address, 99)) == nil {
			t.Errorf("%s: a neighbour is shut out", name)
		}
	}
}

func TestCloseIsTold(t *testing.T) {
	t.Parallel()
	b := New(Options{})
	b.Close()
	b.Close()
	if _, open := <-b.ended; open {
		t.Error("the end is not told")
	}
	// A client without an address, as over a pipe, has a place like others.
	_, end := context.WithCancel(t.Context())
	defer end()
	if b.places.enter(netip.Prefix{}, end) == nil {
		t.Error("no place")
	}
}
