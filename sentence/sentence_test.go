package sentence_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/sentence"
)

func ExampleSentence() {
	s := sentence.New(sentence.NodesBought, sentence.Params{"nodes": "5"})
	fmt.Println(s.English())
	fmt.Println(s.Chinese())
	// Output:
	// 5 nodes bought
	// 购买 5 个节点
}

func TestTextsOfSentences(t *testing.T) {
	t.Parallel()
	who := "0x" + strings.Repeat("ab", 20)
	for _, c := range []struct {
		said             sentence.Sentence
		english, chinese string
	}{
		{sentence.New(sentence.NodesBought, sentence.Params{"nodes": "1"}), "1 node bought", "购买 1 个节点"},
		{sentence.New(sentence.NodesBought, sentence.Params{"nodes": "0"}), "0 nodes bought", "购买 0 个节点"},
		{sentence.New(sentence.NodesBought, sentence.Params{"nodes": "21"}), "21 nodes bought", "购买 21 个节点"},
		{
			sentence.New(sentence.RewardOfPurchase, sentence.Params{"nodes": "2", "buyer": who}),
			"reward for 2 nodes that " + who + " bought", who + " 购买 2 个节点的推荐奖励",
		},
		{
			sentence.New(sentence.PointsFromPool, sentence.Params{"epoch": "2026-01-06", "pool": "providers"}),
			"points of the epoch 2026-01-06, from the pool providers", "周期 2026-01-06 的积分，来自算力提供者池",
		},
		{sentence.New(sentence.ZeroPoolEmpty, sentence.Params{"pool": "own"}), "the pool own had nothing to give", "own池没有可分配的数额"},
		{sentence.New(sentence.GrantVested, sentence.Params{"grant": "{x}"}), "vested from the grant {x}", "代币授予 {x} 的归属"},
		{sentence.New(sentence.GrantVested, nil), "vested from the grant {grant}", "代币授予 {grant} 的归属"},
		{sentence.New("no-such-code", nil), "no-such-code", "no-such-code"},
		{sentence.Sentence{}, "", ""},
	} {
		if got := c.said.English(); got != c.english {
			t.Errorf("%s in English: %q, not %q", c.said.Code, got, c.english)
		}
		if got := c.said.Chinese(); got != c.chinese {
			t.Errorf("%s in Chinese: %q, not %q", c.said.Code, got, c.chinese)
		}
	}
}

func TestSentencesAreChecked(t *testing.T) {
	t.Parallel()
	nodes := func(n string) sentence.Params { return sentence.Params{"nodes": n} }
	for _, c := range []struct {
		said sentence.Sentence
		want string // empty: it is right
	}{
		{sentence.New(sentence.NodesBought, nodes("3")), ""},
		{sentence.New(sentence.NodesBought, nil), "lacks its parameter nodes"},
		{sentence.New(sentence.NodesBought, nodes("three")), `"three" is not a valid count`},
		{sentence.New(sentence.NodesBought, sentence.Params{"nodes": "3", "colour": "red"}), "has no parameter colour"},
		{sentence.New("no-such-code", nil), "not in the catalogue"},
		{sentence.New(sentence.RewardOfPurchase, sentence.Params{"nodes": "1", "buyer": "0xAB"}), "not a valid wallet"},
		{sentence.New(sentence.ShareOfMonth, sentence.Params{"month": "2026-13"}), "not a valid month"},
		{sentence.New(sentence.LockEnded, sentence.Params{"epoch": "2026-02-30"}), "not a valid day"},
		{sentence.New(sentence.EmissionDay, sentence.Params{"amount": "12.5"}), "not a valid amount"},
		{sentence.New(sentence.LineTotal, sentence.Params{"total": "a"}), "not a valid ratio"},
		{sentence.New(sentence.LineWindow, sentence.Params{"start": "2026-01-01T00:00:00Z", "end": "2026-01-01"}), "not a valid instant"},
	} {
		err := c.said.Check()
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%+v: %v, not %q", c.said, err, c.want)
		}
	}
}
