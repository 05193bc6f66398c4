package operation

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"
)

// bound is a bound of a request's value: how the framework says that it was passed, and how we say it. %[1]s is the value's name,
// %[2]s the value, %[3]s what the framework names in its message.
type bound struct{ framework, text string }

// bounds are all that the description of a request can set.
var bounds = []bound{
	{"unknown query parameter", "%[1]s is not a parameter of this request: remove it"},
	{"required %s parameter is missing", "%[1]s is missing in the %[3]s: add it"},
	{validation.MsgExpectedRequiredProperty, "%[3]s is missing in %[1]s: add it"},
	{validation.MsgUnexpectedProperty, "%[1]s is not known in the body: remove it"},
	{"invalid boolean", "%[1]s must be true or false, not %[2]s"},
	{validation.MsgExpectedBoolean, "%[1]s must be true or false, not %[2]s"},
	{validation.MsgExpectedString, "%[1]s must be a text in quotes, not %[2]s"},
	{validation.MsgExpectedArray, "%[1]s must be a list, not %[2]s"},
	{validation.MsgExpectedObject, "%[1]s must be an object in braces, not %[2]s"},
	{validation.MsgExpectedRFC3339DateTime, "%[1]s must be a time such as 2024-05-01T12:00:00Z, not %[2]s"},
	{validation.MsgExpectedOneOf, "%[1]s: %[2]s is not one of %[3]s"},
	{validation.MsgExpectedMinLength, "%[1]s is too short: write at least this many characters: %[3]s"},
	{validation.MsgExpectedMaxLength, "%[1]s is too long: write at most %[3]s characters"},
	{validation.MsgExpectedMatchPattern, "%[1]s %[2]s is not written as it must be: %[3]s"},
	{validation.MsgExpectedMinItems, "%[1]s is too short a list: give at least this many: %[3]s"},
	{validation.MsgExpectedMaxItems, "%[1]s is too long a list: give at most %[3]s"},
}

// numbers are how the framework says that something is not a whole number, or one out of its bounds.
var numbers = []string{"invalid integer", validation.MsgExpectedInteger, validation.MsgExpectedNumber,
	validation.MsgExpectedMinimumNumber, validation.MsgExpectedMaximumNumber}

// textOf says which value of a request is wrong, what is allowed and what to do.
func textOf(o *huma.Operation, e *huma.ErrorDetail) string {
	where, name, found := strings.Cut(e.Location, ".")
	if !found {
		name = "the " + where
	}
	for _, n := range numbers {
		if _, ok := named(n, e.Message); ok {
			return fmt.Sprintf("%s must be a whole number%s, not %s", name, rangeOf(o, where, name), quoted(e.Value))
		}
	}
	for _, b := range bounds {
		if of, ok := named(b.framework, e.Message); ok {
			return strings.NewReplacer("%[1]s", name, "%[2]s", quoted(e.Value), "%[3]s", of).Replace(b.text)
		}
	}
	return name + " is not valid: " + e.Message
}

var verb = regexp.MustCompile(`"?%[svd]"?`)

// named is what a message of the framework names in place of the verb of its format; ok is false when it is none of that format.
func named(format, message string) (of string, ok bool) {
	at := verb.FindStringIndex(format)
	if at == nil {
		return "", format == message
	}
	of, ok = strings.CutPrefix(message, format[:at[0]])
	if !ok {
		return "", false
	}
	of, ok = strings.CutSuffix(of, format[at[1]:])
	return strings.Trim(of, `"`), ok
}

// rangeOf are the bounds of a number in a query or path.
func rangeOf(o *huma.Operation, where, name string) string {
	for _, p := range o.Parameters {
		if p.In != where || p.Name != name || p.Schema == nil || p.Schema.Minimum == nil {
			continue
		}
		if p.Schema.Maximum == nil {
			return fmt.Sprintf(" from %.0f on", *p.Schema.Minimum)
		}
		return fmt.Sprintf(" from %.0f to %.0f", *p.Schema.Minimum, *p.Schema.Maximum)
	}
	return ""
}

// quoted is a value of a request as its refusal shows it: texts and numbers of a query in quotes, JSON as it is, 40 bytes at most.
func quoted(v any) string {
	switch n := v.(type) {
	case string:
		if len(n) > 40 {
			n = n[:40] + "..."
		}
		return fmt.Sprintf("%q", n)
	case int, int64, uint64:
		return fmt.Sprintf(`"%d"`, n)
	}
	text, err := json.Marshal(v)
	if err != nil || len(text) > 40 {
		return "what was sent"
	}
	return string(text)
}
