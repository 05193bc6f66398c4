package fold

import (
	"testing"

	"github.com/nodeledger/nodeledger/program"
)

// TestAQuestionChangesNothingThatIsSaved: the version of rules that nobody has booked by is remembered, and not saved.
func TestAQuestionChangesNothingThatIsSaved(t *testing.T) {
	p, err := program.Read("p.yaml", []byte(`program: made
schema: 1
chain: { id: 1, start_block: 0 }
sale: { contract: "0x00000000000000000000000000000000000000aa", adapter: nodesale }
referral: { discount: 10%, reward: [ { levels: [10%] }, { from: block 100, levels: [5%] } ] }
`))
	if err != nil {
		t.Fatal(err)
	}
	f, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	before, err := f.Save(1)
	if err != nil {
		t.Fatal(err)
	}
	if f.versions.At(program.Moment{Block: 1}) == f.versions.At(program.Moment{Block: 1 << 40}) {
		t.Fatal("the rules do not change")
	}
	after, err := f.Save(1)
	if err != nil {
		t.Fatal(err)
	}
	if before.Digest() != after.Digest() {
		t.Error("a question changes what is saved")
	}
}
