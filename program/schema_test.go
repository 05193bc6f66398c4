package program

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("program.json", doc); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("program.json")
}

func document(t *testing.T, src []byte) any {
	t.Helper()
	text, err := yaml.YAMLToJSON(src)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// goodFiles are the sources of the presets and of the files under testdata.
func goodFiles(t testing.TB) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, name := range Presets() {
		files[name], _ = preset(name)
	}
	for _, name := range []string{"../testdata/programs/gpunet-recorded.yaml", "testdata/everything.yaml", "testdata/event.yaml"} {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = src
	}
	return files
}

func TestSchemaAdmitsWhatReadAdmits(t *testing.T) {
	t.Parallel()
	schema := compiled(t)
	for name, src := range goodFiles(t) {
		if err := schema.Validate(document(t, src)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := Read(name, src); err != nil {
			t.Error(err)
		}
	}
}

// Each row breaks the structure of a good file by replacing a text in it; both the schema and Read refuse it.
func TestSchemaRefusesBrokenStructure(t *testing.T) {
	t.Parallel()
	schema := compiled(t)
	rows := []struct{ file, old, new string }{
		{"gpunet", "program: gpunet", "program: GPU net"},
		{"gpunet", "schema: 1", "schema: 2"},
		{"gpunet", "program: gpunet\n", ""},
		{"gpunet", "title: {", "titel: {"},
		{"gpunet", "  id: 1\n", ""},
		{"gpunet", "  id: 1\n", "  id: 0\n"},
		{"gpunet", "  id: 1\n", "  id: one\n"},
		{"gpunet", "proof: full", "proof: half"},
		{"gpunet", "adapter: payment-handler", "adapter: payment"},
		{"gpunet", "  adapter: payment-handler\n", ""},
		{"gpunet", "admin: scan", "admin: skip"},
		{"gpunet", "admin: scan", "admin: [\"0x12\"]"},
		{"gpunet", "max_nodes: 15000", "max_nodes: -1"},
		{"gpunet", "placeholder_prices: true ", "placeholder_prices: maybe "},
		{"gpunet", "size: 1000, price: 0.075,", "size: 1.5, price: 0.075,"},
		{"gpunet", "size: 1000, price: 0.075,", "size: 1000, price: -0.075,"},
		{"gpunet", "size: 1000, price: 0.075,", "size: 1000,"},
		{"gpunet", "holdings: purchases", "holdings: [purchases, licence]"},
		{"gpunet", "discount: 10% ", "discount: ten "},
		{"gpunet", "settlement: on_chain", "settlement: later"},
		{"gpunet", "{ nodes: 1,   factor: 1 }", "{ nodes: 0, factor: 1 }"},
		{"gpunet", "{ nodes: 1,   factor: 1 }", "{ nodes: 1 }"},
		{"gpunet", "from: 2024-06-01, per_day: 1440", "from: June, per_day: 1440"},
		{"gpunet", "per_day: 1440", "per_week: 1440"},
		{"gpunet", "queens: 0% }", "kings: 0% }"},
		{"gpunet", "validators: all_holders", "validators: some"},
		{"gpunet", "{ at_least: 1,  loses: 0.2 }", "{ at_least: 1, loses: 0.2, gains: 0.1 }"},
		{"gpunet", "rate: 1, lock: none", "rate: 1, lock: never"},
		{"gpunet", "period: 2y", "period: 2 years"},
		{"gpunet", "then: half", "then: double"},
		{"gpunet", "duration: 24mo, ", ""},
		{"gpunet", "mode: brackets", "mode: bracket"},
		{"gpunet", "surplus: carry", "surplus: keep"},
		{"gpunet", "minimum: { USDT: 5,", "minimum: { usdt: 5,"},
		{"gpunet", "decimals: 6, ", "decimals: 37,"},
		{"gpunet", "0xdAC17F958D2ee523a2206206994597C13D831ec7", "0xdAC17F958D2ee523a2206206994597C13D831ec"},
		{"testdata/everything.yaml", "budget: 1000\n", ""},
		{"testdata/everything.yaml", "wallets: everybody", "wallets: nobody"},
		{"testdata/everything.yaml", "    rebate: 5%\n", ""},
		{"testdata/everything.yaml", "distributor: { USDT: \"0x90f79bf6", "distributor: { usdt: \"0x90f79bf6"},
		{"testdata/everything.yaml", "distributor: { USDT: \"0x90f79bf6", "distributor: { USDT: \"0x90f79bf"},
		{"testdata/everything.yaml", "distributor:", "distributors:"},
		{"testdata/event.yaml", "means: net", "means: total"},
		{"testdata/event.yaml", "means: net", "means: units"},
		{"testdata/event.yaml", "      buyer: account\n      quantity: count", "      quantity: count"},
		{"testdata/event.yaml", "paid: ladder", "paid: none"},
		{"testdata/event.yaml", "paid: ladder, ", ""},
		{"testdata/event.yaml", "  contracts:\n", "  contract: \"0x5FbDB2315678afecb367f032d93F642f64180aa3\"\n  contracts:\n"},
		{"testdata/event.yaml", "{ sum: counts }", "{ sum: counts, paid_over: price }"},
		{"testdata/event.yaml", "{ paid_over: price }", "{ paid_over: prices }"},
		{"testdata/event.yaml", "{ field: tier, from: 0 }", "{ field: tier, from: 2 }"},
		{"testdata/event.yaml", "KOL-A: 3", "KOL-A: 0"},
		{"testdata/event.yaml", "zero: ETH }", "zero: eth }"},
		{"testdata/event.yaml", "per: transaction", "per: block"},
		{"testdata/event.yaml", "of: proceeds", "of: everything"},
		{"testdata/event.yaml", "of: sold", "of: bought"},
		{"testdata/event.yaml", "each: unit", "each: node"},
		{"testdata/event.yaml", "referrer: receiver, reward: amount, code: code,", "reward: amount,"},
		{"testdata/event.yaml", "settlement: held", "settlement: kept"},
		{"testdata/event.yaml", "{ nodes: 20, discount: 11%, reward: 11% }", "{ nodes: 20, discount: 11% }"},
		{"testdata/event.yaml", "  wallets: { discount: 5%, reward: 8% }", "  wallets: {}"},
	}
	files := goodFiles(t)
	for _, row := range rows {
		src := string(files[row.file])
		if strings.Count(src, row.old) < 1 {
			t.Errorf("%s has no %q", row.file, row.old)
			continue
		}
		src = strings.Replace(src, row.old, row.new, 1)
		if err := schema.Validate(document(t, []byte(src))); err == nil {
			t.Errorf("the schema admits %q instead of %q", row.new, row.old)
		}
		if _, err := Read(row.file, []byte(src)); err == nil {
			t.Errorf("Read admits %q instead of %q", row.new, row.old)
		}
	}
}

func TestSchemaAndReaderKnowTheSameKeys(t *testing.T) {
	t.Parallel()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	top := doc.(map[string]any)
	groups := map[string]map[string]any{string(root): top}
	for name, def := range top["$defs"].(map[string]any) {
		if def := def.(map[string]any); def["type"] == "object" {
			groups[name] = def
		}
	}
	for _, s := range shapes() {
		group, ok := groups[string(s)]
		if !ok {
			t.Errorf("the schema has no definition of %s", s)
			continue
		}
		if group["additionalProperties"] != false {
			t.Errorf("%s in the schema admits unknown keys", s)
		}
		var keys []string
		for key := range group["properties"].(map[string]any) {
			keys = append(keys, key)
		}
		want := slices.Clone(keysOf(s))
		slices.Sort(keys)
		slices.Sort(want)
		if !slices.Equal(keys, want) {
			t.Errorf("%s: the schema knows %v, the reader %v", s, keys, want)
		}
		delete(groups, string(s))
	}
	for name := range groups {
		t.Errorf("the schema defines %s, which the reader does not know", name)
	}
}
