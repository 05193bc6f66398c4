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

func TestRegistryOfNames(t *testing.T) {
	t.Parallel()
	const address = "0x00000000000C2E074eC69A0dFb2997BA6C7d2e1e"
	if got, err := Registry(address); err != nil || got != strings.ToLower(address) {
		t.Errorf("%s, %v", got, err)
	}
	if got, err := Registry(""); err != nil || got != "" {
		t.Errorf("%q, %v", got, err)
	}
	for _, text := range []string{"0x12", "ens.eth", address + "00", address[2:] + "zz"} {
		if got, err := Registry(text); err == nil || !strings.Contains(err.Error(), "--ens-registry") {
			t.Errorf("%s: %q, %v", text, got, err)
		}
	}
}
