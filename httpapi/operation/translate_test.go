package operation

import (
	"fmt"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"
)

func TestEveryBoundIsSaidInPlainWords(t *testing.T) {
	t.Parallel()
	one, most := 1.0, 500.0
	o := &huma.Operation{Parameters: []*huma.Param{
		{In: "query", Name: "top", Schema: &huma.Schema{Minimum: &one, Maximum: &most}},
		{In: "path", Name: "sequence", Schema: &huma.Schema{Minimum: &one}},
	}}
	for _, c := range []struct {
		location, message string
		value             any
		want              string
	}{
		{"query.top", "invalid integer", "x", `top must be a whole number from 1 to 500, not "x"`},
		{"query.top", fmt.Sprintf(validation.MsgExpectedMinimumNumber, 1), int64(0), `top must be a whole number from 1 to 500, not "0"`},
		{"query.top", fmt.Sprintf(validation.MsgExpectedMaximumNumber, 500), 501, `top must be a whole number from 1 to 500, not "501"`},
		{"path.sequence", "invalid integer", "-1", `sequence must be a whole number from 1 on, not "-1"`},
		{"body.n", validation.MsgExpectedInteger, 1.5, `n must be a whole number, not 1.5`},
		{"body.n", validation.MsgExpectedNumber, "x", `n must be a whole number, not "x"`},
		{"query.foo", "unknown query parameter", "", "foo is not a parameter of this request: remove it"},
		{"query.nodes", "required query parameter is missing", "", "nodes is missing in the query: add it"},
		{"body", fmt.Sprintf(validation.MsgExpectedRequiredProperty, "reference"), nil, "reference is missing in the body: add it"},
		{"body.extra", validation.MsgUnexpectedProperty, nil, "extra is not known in the body: remove it"},
		{"query.all", "invalid boolean", "maybe", `all must be true or false, not "maybe"`},
		{"body.all", validation.MsgExpectedBoolean, 3.0, `all must be true or false, not 3`},
		{"body.name", validation.MsgExpectedString, 3.0, `name must be a text in quotes, not 3`},
		{"body.scopes", validation.MsgExpectedArray, "x", `scopes must be a list, not "x"`},
		{"body", validation.MsgExpectedObject, []any{}, `the body must be an object in braces, not []`},
		{"body.at", validation.MsgExpectedRFC3339DateTime, "now", `at must be a time such as 2024-05-01T12:00:00Z, not "now"`},
		{"body.format", fmt.Sprintf(validation.MsgExpectedOneOf, "csv, stripe"), "own", `format: "own" is not one of csv, stripe`},
		{"body.reason", fmt.Sprintf(validation.MsgExpectedMinLength, 1), "",
			"reason is too short: write at least this many characters: 1"},
		{"body.reason", fmt.Sprintf(validation.MsgExpectedMaxLength, 500), "x", "reason is too long: write at most 500 characters"},
		{"body.reference", fmt.Sprintf(validation.MsgExpectedMatchPattern, "^[a-z]+$"), "A",
			`reference "A" is not written as it must be: ^[a-z]+$`},
		{"body.scopes", fmt.Sprintf(validation.MsgExpectedMinItems, 1), []any{}, "scopes is too short a list: give at least this many: 1"},
		{"body.scopes", fmt.Sprintf(validation.MsgExpectedMaxItems, 4), nil, "scopes is too long a list: give at most 4"},
		{"body", "unexpected end of JSON input", "{", "the body is not valid: unexpected end of JSON input"},
	} {
		got := textOf(o, &huma.ErrorDetail{Location: c.location, Message: c.message, Value: c.value})
		if got != c.want {
			t.Errorf("%s %s:\n%s, want\n%s", c.location, c.message, got, c.want)
		}
	}
}
