package deployment

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts/deploy"
	"github.com/nodeledger/nodeledger/contracts/nodelicense"
	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/export/safe"
	"github.com/nodeledger/nodeledger/program"
)

var update = flag.Bool("update", false, "write the files under testdata")

// full is the example with everything that it leaves away.
func full(t *testing.T) *program.Deployment {
	t.Helper()
	src := strings.NewReplacer("# salt", "salt", "# metadata", "metadata", "# royalty: 2.5%  ", "royalty: 2.5%  ",
		"# royalty_to", "royalty_to",
		`# earlier: "0x..."  `, `earlier: "0xa0ee7a142d267c1f36714e4a8f75612f20a79720"  `, "price: 0.1,", "price: 0.1 # no quota\n#").
		Replace(string(program.DeploymentExample()))
	src = strings.Replace(src, "size: 1000, price: 0.1 #", "size: 1000, price: 0.1 } #", 1)
	src += "    TOK: { decimals: 18, address: \"0x23618e81e3f5cdf7f54c3d65f7fbc0abf5b21e8f\" }\n"
	d, err := program.ReadDeployment("settings.yaml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// named puts names into a file in place of what follows from the bytes that the contracts compile to.
func named(p *deploy.Plan, text []byte) string {
	var pairs []string
	for name, bin := range map[string]string{
		"NodeSale": nodesale.NodeSaleMetaData.Bin, "NodeLicense": nodelicense.NodeLicenseMetaData.Bin,
		"PayoutDistributor": payoutdistributor.PayoutDistributorMetaData.Bin, "ManyClaims": payoutdistributor.ManyClaimsMetaData.Bin,
	} {
		pairs = append(pairs, strings.TrimPrefix(bin, "0x"), "<code of "+name+">")
	}
	for _, s := range p.Steps {
		if s.Creates == (common.Address{}) {
			continue
		}
		what := "<" + strings.TrimPrefix(s.What, "makes the ") + ">"
		pairs = append(pairs, s.Creates.Hex(), what, strings.ToLower(s.Creates.Hex()[2:]), what)
	}
	out := strings.NewReplacer(pairs...).Replace(string(text))
	out = regexp.MustCompile(`"checksum": "0x[0-9a-f]{64}"`).ReplaceAllString(out, `"checksum": ""`)
	return regexp.MustCompile(`"gas": [0-9]+`).ReplaceAllString(out, `"gas": 0`)
}

func TestTheFilesOfADeployment(t *testing.T) {
	t.Parallel()
	d := full(t)
	p := deploy.Make(d)
	files, err := Files(d, p)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
		got, golden := named(p, f.Text), filepath.Join("testdata", f.Name)
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s is not as in testdata: look at it, then go test ./cmd/nodeledger/deployment -update:\n%s", f.Name, got)
		}
		if f.Name == "deploy-safe.json" {
			sum, err := safe.Checksum(bytes.NewReader(f.Text))
			if err != nil || !bytes.Contains(f.Text, []byte(`"checksum": "`+sum+`"`)) {
				t.Errorf("the batch does not have its checksum %s (%v)", sum, err)
			}
		}
	}
	if got := strings.Join(names, " "); got != "deploy-safe.json deploy.json program.yaml" {
		t.Errorf("the files are %s", got)
	}
}

func TestFilesAreWrittenAllOrNone(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "new", "folder")
	one := []File{{"deploy.json", []byte("1")}, {"program.yaml", []byte("2")}}
	for range 2 { // the same again is nothing new
		if paths, err := writeAll(folder, one, false); err != nil || len(paths) != 2 {
			t.Fatal(paths, err)
		}
	}
	other := []File{{"new.json", []byte("0")}, {"program.yaml", []byte("3")}}
	if _, err := writeAll(folder, other, false); err == nil || !strings.Contains(err.Error(), "program.yaml is there with other content") {
		t.Errorf("%v", err)
	}
	read := func(name string) string { text, _ := os.ReadFile(filepath.Join(folder, name)); return string(text) }
	if read("new.json") != "" || read("program.yaml") != "2" {
		t.Error("something was written")
	}
	if err := os.WriteFile(filepath.Join(folder, "deploy-safe-1-of-2.json"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := writeAll(folder, one, false); err == nil || !strings.Contains(err.Error(), "is there of another deployment") {
		t.Errorf("%v", err)
	}
	if _, err := writeAll(folder, other, true); err != nil || read("new.json") != "0" || read("program.yaml") != "3" {
		t.Errorf("%v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "*")); len(left) != 3 {
		t.Errorf("left: %v", left)
	}
}
