package httpapi

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

func TestPairingOpensNothingElse(t *testing.T) {
	t.Parallel()
	closed, err := Pairing{}.policy()
	if err != nil || !strings.Contains(closed, "connect-src 'self';") || strings.Contains(closed, "ws") {
		t.Fatalf("%s, %v", closed, err)
	}
	on := Pairing{Project: "id", Relay: "wss://relay.example.org", Node: "https://node.example.org:8545/rpc?x"}
	opened, err := on.policy()
	want := strings.Replace(closed, "connect-src 'self';", "connect-src 'self' wss://relay.example.org https://node.example.org:8545;", 1)
	if err != nil || opened != want {
		t.Errorf("%s, %v", opened, err)
	}
	for _, node := range []string{"", "https://", "https://a;b", "https://a'b"} {
		on.Node = node
		if got, err := on.policy(); err == nil {
			t.Errorf("%q: %s", node, got)
		}
	}
}

func TestThePageIsToldInTheDocument(t *testing.T) {
	t.Parallel()
	const document = "<head>\n    <title>x</title>\n  </head>\n<body></body>"
	if got := string(told{"pairing": Pairing{}.says(), "names": names("")}.in([]byte(document), 1)); got != document {
		t.Errorf("without a project: %s", got)
	}
	on := Pairing{Project: "id", Relay: "wss://relay.example.org", Node: `https://node.example.org/"><script>`}
	got := string(told{"pairing": on.says(), "names": names("0xab")}.in([]byte(document), 1337))
	if !strings.Contains(got, `<meta name="nodeledger:names" content="chain=1337&amp;registry=0xab">`) {
		t.Error(got)
	}
	found := regexp.MustCompile(`<meta name="nodeledger:pairing" content="([^"]*)">`).FindStringSubmatch(got)
	if found == nil || strings.Contains(got, "<script>") || strings.Count(got, "</head>") != 1 {
		t.Fatal(got)
	}
	says, err := url.ParseQuery(html.UnescapeString(found[1]))
	if err != nil || says.Get("project") != "id" || says.Get("relay") != on.Relay || says.Get("node") != on.Node ||
		says.Get("chain") != "1337" {
		t.Errorf("%v, %v", says, err)
	}
}
