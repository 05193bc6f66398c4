package consensus_test

import (
	"errors"
	"os"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/beacon/message"
	"github.com/nodeledger/nodeledger/consensus"
)

// What the main network's beacon nodes said in August 2023, see testdata/mainnet/README.md.
const recorded = "../testdata/mainnet/consensus/"

var (
	checkpoint = common.HexToHash("0x5afc212a7924789b2bc86acad3ab3a6ffb1f6e97253ea50bee7f4f51422c9275")
	// recordedNow is a minute after the newest of the messages was signed.
	recordedNow = consensus.Mainnet.TimeOf(7_109_431).Add(time.Minute)
	mainRules   = consensus.Rules{Network: consensus.Mainnet}
)

func recordedFile(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile(recorded + name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func readBootstrap(t testing.TB, raw []byte) *consensus.Bootstrap {
	t.Helper()
	b, err := message.ReadBootstrap(raw)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func readUpdates(t testing.TB, raw []byte) []*consensus.Update {
	t.Helper()
	list, err := message.ReadUpdates(raw)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func readFinality(t testing.TB, raw []byte) *consensus.Update {
	t.Helper()
	u, err := message.ReadFinality(raw)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// mainnet is the chain from the recorded checkpoint over its first updates.
func mainnet(t testing.TB, updates int) *consensus.Chain {
	t.Helper()
	c, err := consensus.Start(mainRules, checkpoint, readBootstrap(t, recordedFile(t, "bootstrap.json")), recordedNow)
	if err != nil {
		t.Fatal(err)
	}
	for i, u := range readUpdates(t, recordedFile(t, "updates.json"))[:updates] {
		if err := c.Follow(u, recordedNow); err != nil {
			t.Fatalf("update %d: %v", i, err)
		}
	}
	return c
}

func TestMainNetworkIsFollowed(t *testing.T) {
	t.Parallel()
	c := mainnet(t, 6)
	if c.Period() != 868 {
		t.Errorf("the committees are proven up to period %d", c.Period())
	}
	if err := c.Follow(readFinality(t, recordedFile(t, "finality.json")), recordedNow); err != nil {
		t.Fatal(err)
	}
	f := c.Final()
	if f.Number != 17_923_026 || f.Hash != common.HexToHash("0xbc8499537876e5406c7a65e25f99063f1cd85a17014a3aa5ade38271b1fbf64f") ||
		f.State != common.HexToHash("0x226f5ff47ab3725b5a4a3afc74b1e79e4aa3a29704561eccce590e58900baec3") {
		t.Errorf("the final block is %+v", f)
	}
}

func TestChainIsKeptBetweenRuns(t *testing.T) {
	t.Parallel()
	state, err := mainnet(t, 6).State()
	if err != nil {
		t.Fatal(err)
	}
	c, err := consensus.Restore(mainRules, checkpoint, state, recordedNow)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Follow(readFinality(t, recordedFile(t, "finality.json")), recordedNow); err != nil {
		t.Error(err)
	}
	if _, err := consensus.Restore(mainRules, common.Hash{1}, state, recordedNow); !errors.Is(err, consensus.ErrOther) {
		t.Errorf("from another checkpoint: %v", err)
	}
	gnosis := consensus.Rules{Network: consensus.Gnosis}
	if _, err := consensus.Restore(gnosis, checkpoint, state, recordedNow); !errors.Is(err, consensus.ErrOther) {
		t.Errorf("for another network: %v", err)
	}
	_, err = consensus.Restore(mainRules, checkpoint, state, recordedNow.Add(15*24*time.Hour))
	refused(t, err, consensus.TooOld)
	for _, broken := range []string{"", "{}", `{"version":1}`, string(state[:len(state)-2])} {
		if _, err := consensus.Restore(mainRules, checkpoint, []byte(broken), recordedNow); err == nil {
			t.Errorf("%.20q was taken", broken)
		}
	}
}

// refused is a refusal by one of some rules.
func refused(t *testing.T, err error, rules ...consensus.Rule) {
	t.Helper()
	var r *consensus.Refusal
	if !errors.As(err, &r) {
		t.Errorf("%v; want a refusal by %v", err, rules)
		return
	}
	for _, rule := range rules {
		if r.Rule == rule {
			return
		}
	}
	t.Errorf("refused by %q: %s; want %v", r.Rule, r.Text, rules)
}

func TestRulesOfTime(t *testing.T) {
	t.Parallel()
	b := readBootstrap(t, recordedFile(t, "bootstrap.json"))
	_, err := consensus.Start(mainRules, checkpoint, b, recordedNow.Add(10*24*time.Hour))
	refused(t, err, consensus.TooOld)
	longer := consensus.Rules{Network: consensus.Mainnet, MaxAge: 30 * 24 * time.Hour}
	if _, err := consensus.Start(longer, checkpoint, b, recordedNow.Add(10*24*time.Hour)); err != nil {
		t.Errorf("with 30 days allowed: %v", err)
	}
	_, err = consensus.Start(mainRules, checkpoint, b, consensus.Mainnet.TimeOf(b.Header.Slot).Add(-time.Hour))
	refused(t, err, consensus.InFuture)
	err = mainnet(t, 6).Follow(readFinality(t, recordedFile(t, "finality.json")), recordedNow.Add(-time.Hour))
	refused(t, err, consensus.InFuture)
	_, err = consensus.Start(mainRules, common.Hash{1}, b, recordedNow)
	refused(t, err, consensus.BadCheckpoint)
}

func TestPeriodsComeInOrder(t *testing.T) {
	t.Parallel()
	updates := readUpdates(t, recordedFile(t, "updates.json"))
	c := mainnet(t, 1)
	refused(t, c.Follow(updates[2], recordedNow), consensus.BadOrder) // period 863 is withheld
	refused(t, c.Follow(readFinality(t, recordedFile(t, "finality.json")), recordedNow), consensus.BadOrder)
	if err := c.Follow(updates[1], recordedNow); err != nil {
		t.Errorf("after refusals: %v", err)
	}
	for range 2 { // again, and late
		if err := c.Follow(updates[1], recordedNow); err != nil {
			t.Errorf("what is known already: %v", err)
		}
	}
}

// The slot of the signature is signed by nobody: it says which committee and which fork have to have signed.
func TestSlotOfTheSignature(t *testing.T) {
	t.Parallel()
	c := mainnet(t, 6)
	for slot, rule := range map[uint64]consensus.Rule{
		7_109_430: consensus.BadOrder, 867*8192 - 1: consensus.BadOrder, 868 * 8192: consensus.InFuture,
	} {
		u := readFinality(t, recordedFile(t, "finality.json"))
		u.SignatureSlot = slot
		refused(t, c.Follow(u, recordedNow), rule)
	}
	u := readFinality(t, recordedFile(t, "finality.json"))
	u.SignatureSlot = 868 * 8192
	refused(t, c.Follow(u, consensus.Mainnet.TimeOf(868*8192)), consensus.BadSignature) // the next committee did not sign
}

// A signature counts on its own network only, and under the fork of its slot.
func TestSignatureIsOfOneNetworkAndFork(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*consensus.Network){
		"another genesis": func(n *consensus.Network) { n.GenesisRoot[0]++ },
		"another version": func(n *consensus.Network) {
			n.Forks = append([]consensus.Fork{}, n.Forks...)
			n.Forks[3].Version[3]++
		},
		"a fork within": func(n *consensus.Network) {
			n.Forks = append([]consensus.Fork{}, n.Forks[:4]...)
			n.Forks = append(n.Forks, consensus.Fork{Name: "capella", Version: [4]byte{9}, Epoch: 7_061_719 / 32})
		},
	} {
		other := *consensus.Mainnet
		change(&other)
		c, err := consensus.Start(consensus.Rules{Network: &other}, checkpoint, readBootstrap(t, recordedFile(t, "bootstrap.json")), recordedNow)
		if err != nil {
			t.Fatal(err)
		}
		err = c.Follow(readUpdates(t, recordedFile(t, "updates.json"))[0], recordedNow)
		t.Log(name)
		refused(t, err, consensus.BadSignature)
	}
}

func TestUnknownForkIsNamed(t *testing.T) {
	t.Parallel()
	other := *consensus.Mainnet
	osaka := consensus.Fork{Name: "osaka", Version: [4]byte{9}, Epoch: 7_061_632 / 32}
	other.Forks = append(append([]consensus.Fork{}, other.Forks[:4]...), osaka)
	_, err := consensus.Start(consensus.Rules{Network: &other}, checkpoint, readBootstrap(t, recordedFile(t, "bootstrap.json")), recordedNow)
	refused(t, err, consensus.UnknownFork)
	if want := `slot 7069376 is of the fork "osaka", and this version knows those from capella to fulu: use a newer version`; err == nil ||
		err.Error() != want {
		t.Errorf("%v; want %s", err, want)
	}
}
