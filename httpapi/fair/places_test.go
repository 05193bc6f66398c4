package fair

import (
	"errors"
	"fmt"
	"net/netip"
	"testing"

	"pgregory.net/rapid"
)

// As many places as there are streams of events, and as many for each client.
const (
	most  = 256
	ofOne = 16
)

// crowd counts the places that were ended for others, by client.
type crowd struct {
	places *Places
	ended  map[netip.Prefix]int
}

func (c *crowd) enter(text string) *Place {
	client := netip.MustParsePrefix(text)
	p, _ := c.places.Enter(client, false, func() { c.ended[client]++ })
	return p
}

func newCrowd() *crowd { return &crowd{New(most, ofOne), map[netip.Prefix]int{}} }

// One client has sixteen places at most, and all together have 256.
func TestPlacesAreBounded(t *testing.T) {
	t.Parallel()
	c := newCrowd()
	var first *Place
	for range ofOne {
		first = c.enter("10.0.0.1/32")
	}
	if first == nil || c.enter("10.0.0.1/32") != nil {
		t.Error("a client's places are not bounded")
	}
	c.places.Leave(first)
	c.places.Leave(first)
	if len(c.places.all) != ofOne-1 || c.enter("10.0.0.1/32") == nil {
		t.Errorf("%d places", len(c.places.all))
	}
	for n := range 1000 { // of as many networks
		c.enter(fmt.Sprintf("10.%d.%d.1/32", 1+n/250, n%250))
	}
	if len(c.places.all) != most || len(c.places.of) != most || len(c.places.nets) != most {
		t.Errorf("%d places of %d clients in %d networks", len(c.places.all), len(c.places.of), len(c.places.nets))
	}
	if c.ended[netip.MustParsePrefix("10.0.0.1/32")] != ofOne-1 || len(c.ended) != 1 {
		t.Errorf("ended: %v", c.ended)
	}
}

// Whoever takes every place, from one network or from many, cannot shut out somebody who has none.
func TestPlacesAreShared(t *testing.T) {
	t.Parallel()
	for name, address := range map[string]string{
		"networks of a provider": "2001:db8:1:%x::/64", // of one /48
		"networks of many":       "2001:db8:%x::/64",
		"addresses":              "203.0.113.%d/32",
	} {
		c := newCrowd()
		flood := func() {
			for n := range 20 {
				for range ofOne {
					c.enter(fmt.Sprintf(address, n))
				}
			}
		}
		flood()
		if len(c.places.all) != most {
			t.Fatalf("%s: %d places", name, len(c.places.all))
		}
		honest := map[string]*Place{"2a00:1::/64": nil, "198.51.100.7/32": nil, "192.0.2.1/32": nil}
		for text := range honest {
			if honest[text] = c.enter(text); honest[text] == nil {
				t.Errorf("%s: %s is shut out", name, text)
			}
		}
		flood()
		for text, p := range honest {
			if c.ended[p.client] != 0 {
				t.Errorf("%s: %s lost its place", name, text)
			}
		}
		if len(c.places.all) != most {
			t.Errorf("%s: %d places", name, len(c.places.all))
		}
		// A neighbour in the flood's own network has one as well.
		if c.enter(fmt.Sprintf(address, 99)) == nil {
			t.Errorf("%s: a neighbour is shut out", name)
		}
	}
}

// Whoever has as many as one may have is told so, and somebody without an address has a place like others.
func TestWhyThereIsNoPlace(t *testing.T) {
	t.Parallel()
	p := New(2, 1)
	for _, c := range []struct {
		client netip.Prefix
		want   error
	}{
		{netip.Prefix{}, nil},
		{netip.MustParsePrefix("10.0.0.1/32"), nil},
		{netip.MustParsePrefix("10.0.0.1/32"), ErrClient},
		{netip.MustParsePrefix("10.1.0.1/32"), ErrFull}, // nobody has more than one
	} {
		if _, err := p.Enter(c.client, false, func() { t.Error("a place was taken") }); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.client, err)
		}
	}
}

// A spare place is taken before one that is in use, the oldest of the network with most, and by nobody whose network has more.
func TestSparePlacesGoFirst(t *testing.T) {
	t.Parallel()
	p, taken := New(6, 4), []string{}
	enter := func(client, name string, spare bool) (*Place, error) {
		return p.Enter(netip.MustParsePrefix(client), spare, func() { taken = append(taken, name) })
	}
	for i, client := range []string{"10.0.0.1/32", "10.0.0.2/32", "10.0.0.3/32", "10.0.0.4/32"} {
		if _, err := enter(client, fmt.Sprint(i), false); err != nil {
			t.Fatal(err)
		}
	}
	idle, _ := enter("10.0.1.1/32", "idle", false)
	_, _ = enter("10.0.1.2/32", "idle too", true)
	p.Spare(idle, true)
	if _, err := enter("10.0.0.5/32", "", false); !errors.Is(err, ErrFull) {
		t.Errorf("a network with four of six places: %v", err)
	}
	for range 3 {
		if _, err := enter("10.0.2.1/32", "new", false); err != nil {
			t.Error(err)
		}
	}
	if got := fmt.Sprint(taken); got != "[idle idle too 3]" {
		t.Errorf("taken: %s", got)
	}
	p.Leave(idle) // no harm: it is gone
	if len(p.all) != 6 {
		t.Errorf("%d places", len(p.all))
	}
}

// Whoever has as many as one may have gives an own spare place, the oldest, for a new one; nobody else's, and none that is in use.
func TestAnOwnSparePlaceGoesFirst(t *testing.T) {
	t.Parallel()
	p, taken := New(5, 3), []string{}
	enter := func(client, name string, spare bool) (*Place, error) {
		return p.Enter(netip.MustParsePrefix(client), spare, func() { taken = append(taken, name) })
	}
	for _, x := range []struct {
		client, name string
		spare        bool
	}{
		{"10.0.0.2/32", "a neighbour's", true}, {"10.0.0.1/32", "busy", false}, {"10.0.0.1/32", "idle", true},
		{"10.0.0.1/32", "idle too", true},
	} {
		if _, err := enter(x.client, x.name, x.spare); err != nil {
			t.Fatal(err)
		}
	}
	for n := range 3 {
		if _, err := enter("10.0.0.1/32", "new", false); (err == nil) != (n < 2) || (err != nil && !errors.Is(err, ErrClient)) {
			t.Errorf("new one %d: %v", n+1, err)
		}
	}
	if got := fmt.Sprint(taken); got != "[idle idle too]" || len(p.all) != 4 {
		t.Errorf("taken: %s of %d", got, len(p.all))
	}
}

// However clients come and go, the counts are those of the places that there are, and whoever has none gets one as long as some network
// has three.
func TestCountsAreRight(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p, ended := New(rapid.IntRange(1, 12).Draw(t, "most"), rapid.IntRange(1, 5).Draw(t, "of one")), map[*Place]int{}
		var all []*Place
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			if len(all) > 0 && rapid.IntRange(0, 3).Draw(t, "leaves") == 0 {
				p.Leave(all[rapid.IntRange(0, len(all)-1).Draw(t, "who")])
				continue
			}
			client := netip.MustParsePrefix(fmt.Sprintf("10.0.%d.%d/32", rapid.IntRange(0, 4).Draw(t, "net"), rapid.IntRange(0, 2).Draw(t, "host")))
			largest := 0
			for _, n := range p.nets {
				largest = max(largest, n)
			}
			had, full := p.nets[network(client)], len(p.all) >= p.most
			var mine *Place
			mine, err := p.Enter(client, rapid.Bool().Draw(t, "spare"), func() { ended[mine]++ })
			if err == nil {
				all = append(all, mine)
			}
			if errors.Is(err, ErrFull) && (!full || (had == 0 && largest > 1)) {
				t.Fatalf("no place for %s, which has %d, and some network has %d", client, had, largest)
			}
		}
		of, nets := map[netip.Prefix]int{}, map[netip.Prefix]int{}
		for _, x := range p.all {
			of[x.client]++
			nets[x.net]++
			if ended[x] != 0 || of[x.client] > p.ofClient {
				t.Fatalf("%+v, ended %d times", x, ended[x])
			}
		}
		if len(p.all) > p.most || fmt.Sprint(of) != fmt.Sprint(p.of) || fmt.Sprint(nets) != fmt.Sprint(p.nets) {
			t.Fatalf("%v, %v of %v, %v", p.of, p.nets, of, nets)
		}
	})
}

// What counts as one client is a whole address, of IPv6 a network of 64 bits.
func TestClients(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{
		"203.0.113.7":        {"203.0.113.7/32", "203.0.113.0/24"},
		"::ffff:203.0.113.7": {"203.0.113.7/32", "203.0.113.0/24"},
		"2001:db8:1:2:3::4":  {"2001:db8:1:2::/64", "2001:db8:1::/48"},
		"fe80::1%eth0":       {"fe80::/64", "fe80::/48"},
	} {
		if c := Client(netip.MustParseAddr(text)); c.String() != want[0] || network(c).String() != want[1] {
			t.Errorf("%s: %s in %s", text, c, network(c))
		}
	}
	if c := Client(netip.Addr{}); c.IsValid() || network(c).IsValid() {
		t.Errorf("no address: %s", c)
	}
	ann, bob := Named("ann"), Named("bob")
	if ann != Named("ann") || ann == bob || network(ann) == network(bob) {
		t.Errorf("names: %s, %s", ann, bob)
	}
}
