package usage

import (
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/httpapi"
)

func TestPairingFlags(t *testing.T) {
	t.Parallel()
	const id, relay, node = "0a1b2c3d4e5f60718293a4b5c6d7e8f9", "wss://relay.example.org", "https://node.example.org/rpc"
	for _, tt := range []struct{ project, relay, node, says string }{
		{"", "nonsense", "", ""},
		{id, relay, node, ""},
		{id, "ws://127.0.0.1:5555", node, ""},
		{id, relay, "", "needs --wallet-rpc"},
		{"an id", relay, node, "not a project id"},
		{`"><script>`, relay, node, "not a project id"},
		{id, "ws://relay.example.org", node, "URL of a relay"},
		{id, "https://relay.example.org", node, "URL of a relay"},
		{id, "wss://relay.example.org/path", node, "URL of a relay"},
		{id, "wss://relay.example.org?a=b", node, "URL of a relay"},
		{id, "wss://a:b@relay.example.org", node, "URL of a relay"},
		{id, "", node, "URL of a relay"},
	} {
		p := Pairing{Project: tt.project, Relay: tt.relay}
		if tt.node != "" {
			p.Nodes = []string{tt.node, "https://other.example.org"}
		}
		got, err := p.Read()
		if (err == nil) != (tt.says == "") || err != nil && !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%+v: %v, want %q", tt, err, tt.says)
		}
		want := httpapi.Pairing{Project: tt.project, Relay: tt.relay, Node: tt.node}
		if tt.project == "" || err != nil {
			want = httpapi.Pairing{}
		}
		if got != want {
			t.Errorf("%+v: %+v", tt, got)
		}
	}
}
