package delivery

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/nodeledger/nodeledger/delivery/webhook"
	"github.com/nodeledger/nodeledger/notice"
	"github.com/nodeledger/nodeledger/wire"
)

// description is the description of the API, as its test writes it.
const description = "../httpapi/testdata/openapi.json"

// webhooks are the schemas of what is sent, by the type of the notice, and the headers that the description names.
func webhooks(t *testing.T) (schemas map[notice.Type]*jsonschema.Schema, headers []string) {
	t.Helper()
	content, err := os.ReadFile(description)
	must(t, err)
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	must(t, err)
	var api struct {
		Webhooks map[notice.Type]struct {
			Post struct {
				Parameters []struct {
					Name, In string
					Required bool
				}
			}
		}
	}
	must(t, json.Unmarshal(content, &api))
	c := jsonschema.NewCompiler()
	must(t, c.AddResource("api.json", document))
	schemas = map[notice.Type]*jsonschema.Schema{}
	for kind, w := range api.Webhooks {
		place := "api.json#/webhooks/" + string(kind) + "/post/requestBody/content/application~1json/schema"
		schemas[kind], err = c.Compile(place)
		must(t, err)
		headers = nil
		for _, p := range w.Post.Parameters {
			if p.In == "header" && p.Required {
				headers = append(headers, http.CanonicalHeaderKey(p.Name))
			}
		}
	}
	return schemas, headers
}

// TestWhatIsSentIsDescribed: a notice of each type has the form that the API's description gives to its webhook, and no other one.
func TestWhatIsSentIsDescribed(t *testing.T) {
	t.Parallel()
	schemas, headers := webhooks(t)
	if len(schemas) != len(notice.Types()) {
		t.Errorf("%d webhooks are described, of %d types", len(schemas), len(notice.Types()))
	}
	if !slices.Equal(headers, []string{webhook.HeaderID, webhook.HeaderTimestamp, webhook.HeaderSignature}) {
		t.Errorf("the headers %v are described", headers)
	}
	for _, n := range examples(t) {
		body := wire.NoticeBodyOf(&n, "gpunet")
		text, err := body.Text()
		must(t, err)
		for kind, schema := range schemas {
			sent, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
			must(t, err)
			if err := schema.Validate(sent); (err == nil) != (kind == n.Type) {
				t.Errorf("a notice of the type %s by the schema of %s: %v", n.Type, kind, err)
			}
		}
	}
}

// TestTheDescriptionRefuses what is no notice.
func TestTheDescriptionRefuses(t *testing.T) {
	t.Parallel()
	schemas, _ := webhooks(t)
	n := examples(t)[0]
	body := wire.NoticeBodyOf(&n, "gpunet")
	text, err := body.Text()
	must(t, err)
	for name, edit := range map[string]func(body, data map[string]any){
		"no id":              func(_, data map[string]any) { delete(data, "id") },
		"a field more":       func(_, data map[string]any) { data["secret"] = "x" },
		"an amount in float": func(_, data map[string]any) { data["amount"].(map[string]any)["amount"] = 2.5 },
		"no time":            func(body, _ map[string]any) { delete(body, "timestamp") },
	} {
		var sent map[string]any
		must(t, json.Unmarshal([]byte(text), &sent))
		edit(sent, sent["data"].(map[string]any))
		if err := schemas[n.Type].Validate(sent); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
