package usage

import (
	"strings"
	"testing"
)

func TestNodesForWallets(t *testing.T) {
	t.Parallel()
	for text, says := range map[string]string{
		"https://node.example.org": "", "https://node.example.org/rpc": "", "http://127.0.0.1:8545": "", "http://localhost:8545": "",
		"http://[::1]:8545": "", "http://node.example.org": "wallets can use", "ws://node.example.org": "wallets can use",
		"node.example.org": "wallets can use", "": "wallets can use", "https://a:b@node.example.org": "everybody sees",
		"https://node.example.org?key=1": "everybody sees", "https://node.example.org/#x": "everybody sees", "://": "wallets can use",
	} {
		err := CheckPublicNode("--wallet-rpc", text)
		if (err == nil) != (says == "") || err != nil && (!strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "a:b")) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
