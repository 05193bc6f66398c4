package fair

import (
	"errors"
	"net/netip"
	"slices"
	"sync"
)

// Why there is no place: this client has as many as one may have, or all are taken and nobody has more than this client's network.
var (
	ErrClient = errors.New("this client has as many places as one may have")
	ErrFull   = errors.New("all places are taken")
)

// Places are those of which there is a fixed number. When all are taken, whoever has fewer than others takes one of theirs: by network
// first, then by client. Who has as many as one may have takes an own one that is spare.
type Places struct {
	most, ofClient int
	mu             sync.Mutex
	all            []*Place // in order of their beginning
	of             map[netip.Prefix]int
	nets           map[netip.Prefix]int
}

// Place is one of them. Only its [Places] change it.
type Place struct {
	client, net netip.Prefix
	spare       bool
	end         func()
}

// New makes as many places as most says, of which one client may have some.
func New(most, ofClient int) *Places {
	return &Places{most: most, ofClient: ofClient, of: map[netip.Prefix]int{}, nets: map[netip.Prefix]int{}}
}

// Enter takes a place, if need be that of another, whose end is called: once, and not while a place is taken or left. A new place is
// spare when little is lost with it. Errors: [ErrClient], [ErrFull].
func (p *Places) Enter(client netip.Prefix, spare bool, end func()) (*Place, error) {
	mine := &Place{client, network(client), spare, end}
	other, err := p.enter(mine)
	if err != nil {
		return nil, err
	}
	if other != nil {
		other.end()
	}
	return mine, nil
}

func (p *Places) enter(mine *Place) (other *Place, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.of[mine.client] >= p.ofClient:
		if other = p.own(mine); other == nil {
			return nil, ErrClient
		}
	case len(p.all) >= p.most:
		if other = p.taken(mine); other == nil {
			return nil, ErrFull
		}
	}
	p.remove(other)
	p.all = append(p.all, mine)
	p.of[mine.client]++
	p.nets[mine.net]++
	return other, nil
}

// own is the oldest spare place of the client who wants a new one; nil when there is none.
func (p *Places) own(mine *Place) *Place {
	if i := slices.IndexFunc(p.all, func(s *Place) bool { return s.spare && s.client == mine.client }); i >= 0 {
		return p.all[i]
	}
	return nil
}

// taken is the place that a new one takes: a spare one of a network that has no fewer, or one of whoever would still have as many as
// the new one's after it; nil when there is none.
func (p *Places) taken(mine *Place) *Place {
	if worst := p.greediest(true); worst != nil && p.nets[worst.net] >= p.nets[mine.net] {
		return worst
	}
	worst := p.greediest(false)
	switch {
	case worst == nil:
		return nil
	case worst.net == mine.net && p.of[worst.client] > p.of[mine.client]+1:
		return worst
	case worst.net != mine.net && p.nets[worst.net] > p.nets[mine.net]+1:
		return worst
	}
	return nil
}

// greediest is the newest place of the client that has most in the network that has most, among the spare ones or among all. Of the
// spare ones it is the oldest: the newest may be in use the next moment.
func (p *Places) greediest(spare bool) (worst *Place) {
	more := func(a, b *Place) bool {
		if a.net != b.net && p.nets[a.net] != p.nets[b.net] {
			return p.nets[a.net] > p.nets[b.net]
		}
		if p.of[a.client] != p.of[b.client] {
			return p.of[a.client] > p.of[b.client]
		}
		return !spare
	}
	for _, s := range p.all {
		if (s.spare || !spare) && (worst == nil || more(s, worst)) {
			worst = s
		}
	}
	return worst
}

// Taken is how many are taken.
func (p *Places) Taken() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.all)
}

// Spare says whether little is lost with a place from now on.
func (p *Places) Spare(mine *Place, spare bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	mine.spare = spare
}

// Leave gives a place back; one that was taken away is gone already.
func (p *Places) Leave(mine *Place) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.remove(mine)
}

func (p *Places) remove(mine *Place) {
	i := slices.Index(p.all, mine)
	if i < 0 {
		return
	}
	p.all = slices.Delete(p.all, i, i+1)
	count(p.of, mine.client)
	count(p.nets, mine.net)
}

// count counts one fewer.
func count(of map[netip.Prefix]int, who netip.Prefix) {
	if of[who]--; of[who] == 0 {
		delete(of, who)
	}
}
