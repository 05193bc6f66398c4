package stream

import (
	"context"
	"net/netip"
	"sync"
)

// places are the streams that there are. When all places are taken, whoever has fewer than others takes one of theirs: by network
// first, then by client, so that nobody with many addresses of one network shuts out the rest.
type places struct {
	most int // streams
	mu   sync.Mutex
	all  []*place // in order of their beginning
	of   map[netip.Prefix]int
	nets map[netip.Prefix]int
}

// place is one stream's.
type place struct {
	client, net netip.Prefix
	end         context.CancelFunc
}

func newPlaces() places {
	return places{most: maxStreams, of: map[netip.Prefix]int{}, nets: map[netip.Prefix]int{}}
}

// netOf is the network that a client's addresses are given out from: a customer of a provider has as many clients as fit in it.
func netOf(client netip.Prefix) netip.Prefix {
	bits := 48
	if client.Addr().Is4() {
		bits = 24
	}
	wider, err := client.Addr().Prefix(min(bits, max(client.Bits(), 0)))
	if err != nil {
		return client // no address, as in tests
	}
	return wider
}

// enter lets one more stream begin, if need be in the place of another, which it ends; nil when there is none for this client.
func (p *places) enter(client netip.Prefix, end context.CancelFunc) *place {
	p.mu.Lock()
	defer p.mu.Unlock()
	mine := &place{client, netOf(client), end}
	if p.of[client] >= maxOfClient {
		return nil
	}
	if len(p.all) >= p.most {
		other := p.greediest(mine)
		if other == nil {
			return nil
		}
		other.end()
		p.remove(other)
	}
	p.all = append(p.all, mine)
	p.of[client]++
	p.nets[mine.net]++
	return mine
}

// greediest is the newest stream of the client that has most in the network that has most, when it would still have as many as the
// new one's after it: nil when not.
func (p *places) greediest(mine *place) (worst *place) {
	more := func(a, b *place) bool {
		if a.net != b.net && p.nets[a.net] != p.nets[b.net] {
			return p.nets[a.net] > p.nets[b.net]
		}
		return p.of[a.client] >= p.of[b.client]
	}
	for _, s := range p.all {
		if worst == nil || more(s, worst) {
			worst = s
		}
	}
	switch {
	case worst.net == mine.net && p.of[worst.client] > p.of[mine.client]+1:
		return worst
	case worst.net != mine.net && p.nets[worst.net] > p.nets[mine.net]+1:
		return worst
	}
	return nil
}

// leave gives a place back; one that was taken away is gone already.
func (p *places) leave(mine *place) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.remove(mine)
}

func (p *places) remove(mine *place) {
	for i, s := range p.all {
		if s != mine {
			continue
		}
		p.all = append(p.all[:i], p.all[i+1:]...)
		count(p.of, mine.client)
		count(p.nets, mine.net)
		return
	}
}

// count counts one fewer.
func count(of map[netip.Prefix]int, who netip.Prefix) {
	if of[who]--; of[who] == 0 {
		delete(of, who)
	}
}
