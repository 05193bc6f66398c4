package httpapi_test

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/wire"
)

// A text is proposed by one operator and agreed to by another through the API; everybody can read it, and its bytes have its digest.
func TestTextsOfTheProgram(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{5})
	var before wire.ProgramTexts
	d.get("/api/v1/program/texts", &before)
	if len(before.Texts) != 1 || before.Proposed != nil || before.Texts[0].By != "" {
		t.Fatalf("%+v", before)
	}
	var first wire.ProgramContent
	d.get("/api/v1/program/texts/"+before.Texts[0].SHA256, &first)
	if sum := sha256.Sum256([]byte(first.Text)); hex.EncodeToString(sum[:]) != first.SHA256 {
		t.Errorf("the text has another digest than %s", first.SHA256)
	}
	campaign := `{"name":"late","from":"2034-01-01","asset":"ETH","budget":"1","wallets":"everybody","amount":"0.1","per":"wallet"}`
	next := strings.Replace(first.Text, `"campaigns":[`, `"campaigns":[`+campaign+`,`, 1)
	if next == first.Text {
		next = strings.Replace(first.Text, `{`, `{"campaigns":[`+campaign+`],`, 1)
	}
	d.refuses(d.ann, "/program", map[string]any{"reference": "t0", "why": "x", "text": "program: [\n"}, 422, "invalid-program", "")
	inPlace := strings.Replace(first.Text, `"split":[{"buyback":"0.5","share":"0.5"}]`, `"split":[{"buyback":"0.1","share":"0.9"}]`, 1)
	d.refuses(d.ann, "/program", map[string]any{"reference": "t1", "why": "x", "text": inPlace}, 409, "rule-in-force", "revenue.split is ")
	d.refuses(d.bob, "/program", map[string]any{"reference": "t2", "why": "x", "text": next}, 403, "forbidden", "admin")
	d.did(d.ann, "/program", map[string]any{"reference": "t3", "why": "for the winter", "text": next}, &wire.Receipt{})
	var waits wire.ProgramTexts
	d.get("/api/v1/program/texts", &waits)
	if waits.Proposed == nil || waits.Proposed.By != "ann" || waits.Proposed.Why != "for the winter" ||
		len(waits.Proposed.Words.ComeEN) != 1 ||
		!strings.Contains(waits.Proposed.Words.ComeZH[0], "late") {
		t.Fatalf("%+v", waits.Proposed)
	}
	d.refuses(d.ann, "/program/consent", map[string]any{"sha256": waits.Proposed.SHA256}, 409, "conflict", "another operator must agree")
	d.refuses(d.bob, "/program/consent", map[string]any{"sha256": first.SHA256}, 409, "conflict", "look at it again")
	d.did(d.bob, "/program/consent", map[string]any{"sha256": waits.Proposed.SHA256}, &wire.Receipt{})
	var after wire.ProgramTexts
	d.get("/api/v1/program/texts", &after)
	if len(after.Texts) != 2 || after.Texts[1].Consent != "bob" || after.Proposed != nil {
		t.Errorf("%+v", after)
	}
}
