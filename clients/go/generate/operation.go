package main

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// goesOn is the field of an answer that goes on from page to page, where it has several lists.
var goesOn = map[string]string{"Account": "entries", "MonthPreview": "lines", "Referrals": "credits"}

// one operation and how the client has it.
type one struct {
	operation
	method, path string
	name         string
	answer       string      // its type; empty: a file
	places       []parameter // in its path
	fields       []parameter // of its parameters: query and headers
	body         string      // the type of what is sent; empty: nothing is
}

func writeOperations(out *strings.Builder, d *description) error {
	out.WriteString("import (\n\t\"context\"\n\t\"iter\"\n\t\"net/http\"\n)\n\n")
	for _, path := range sorted(d.Paths) {
		for _, method := range sorted(d.Paths[path]) {
			o := read(d.Paths[path][method], strings.ToUpper(method), path)
			if o.OperationID == "stream-events" {
				continue // Client.Events
			}
			if len(o.fields) > 0 {
				writeParameters(out, o)
			}
			writeCall(out, o)
			if err := writeList(out, o, d); err != nil {
				return err
			}
		}
	}
	return nil
}

func read(o operation, method, path string) *one {
	r := &one{operation: o, method: method, path: path, name: exported(o.OperationID)}
	for _, p := range o.Parameters {
		if p.In == "path" {
			r.places = append(r.places, p)
		} else {
			r.fields = append(r.fields, p)
		}
	}
	slices.SortStableFunc(r.places, func(a, b parameter) int {
		return strings.Index(path, "{"+a.Name+"}") - strings.Index(path, "{"+b.Name+"}")
	})
	if content := o.Responses["200"].Content; len(content) > 0 && content["application/json"].Schema.Ref != "" {
		r.answer = refName(content["application/json"].Schema.Ref)
	}
	if content := o.RequestBody.Content; len(content) > 0 {
		r.body = refName(content["application/json"].Schema.Ref)
	}
	return r
}

func writeParameters(out *strings.Builder, o *one) {
	fmt.Fprintf(out, "// %sParams are what [Client.%s] takes beside its path. What is zero is not sent.\n", o.name, o.name)
	fmt.Fprintf(out, "type %sParams struct {\n", o.name)
	for _, p := range o.fields {
		words := p.Description
		if p.Required {
			words += ". Required"
		}
		comment(out, "\t", words)
		kind, _ := goType(p.Schema, true)
		fmt.Fprintf(out, "\t%s %s\n", exported(p.Name), kind)
	}
	out.WriteString("}\n\n")
	fmt.Fprintf(out, "func (p %sParams) put(r *request) {\n", o.name)
	for _, p := range o.fields {
		fmt.Fprintf(out, "\tr.%s(%q, p.%s)\n", p.In, p.Name, exported(p.Name))
	}
	out.WriteString("}\n\n")
}

// arguments are what a call takes, and what it makes of it.
func (o *one) arguments() (declared, made string) {
	declared = "ctx context.Context"
	made = fmt.Sprintf("newRequest(http.Method%s, %q", o.method[:1]+strings.ToLower(o.method[1:]), o.path)
	for _, p := range o.places {
		kind, _ := goType(p.Schema, true)
		declared += ", " + p.Name + " " + kind
		made += ", " + p.Name
	}
	made += ")"
	if len(o.fields) > 0 {
		declared += ", params " + o.name + "Params"
		made += ".with(params)"
	}
	if o.body != "" {
		declared += ", body " + o.body
		made += ".sending(body)"
	}
	return declared, made
}

func writeCall(out *strings.Builder, o *one) {
	declared, made := o.arguments()
	summary := strings.ToLower(o.Summary[:1]) + o.Summary[1:]
	if o.answer == "" {
		comment(out, "", fmt.Sprintf("%s reads a file: %s. %s", o.name, summary, o.Description))
		out.WriteString("// Close the body of the answer.\n")
		fmt.Fprintf(out, "func (c *Client) %s(%s) (*http.Response, error) {\n\treturn c.file(ctx, %s)\n}\n\n", o.name, declared, made)
		return
	}
	verb := "reads"
	if o.method != http.MethodGet {
		verb = "asks for this"
	}
	comment(out, "", fmt.Sprintf("%s %s: %s. %s", o.name, verb, summary, o.Description))
	fmt.Fprintf(out, "func (c *Client) %s(%s) (%s, error) {\n\treturn call[%s](ctx, c, %s)\n}\n\n", o.name, declared, o.answer, o.answer, made)
}

// writeList writes how a list that goes on is read to its end.
func writeList(out *strings.Builder, o *one, d *description) error {
	answer := d.Components.Schemas[o.answer]
	_, next := answer.Properties["next"]
	if !next || !slices.ContainsFunc(o.fields, func(p parameter) bool { return p.Name == "after" }) {
		return nil
	}
	field := goesOn[o.answer]
	for _, name := range sorted(answer.Properties) {
		if answer.Properties[name].Type != "array" || goesOn[o.answer] != "" {
			continue
		}
		if field != "" {
			return fmt.Errorf("%s has the lists %s and %s: say in goesOn which goes on", o.answer, field, name)
		}
		field = name
	}
	item := refName(answer.Properties[field].Items.Ref)
	verb, object, _ := strings.Cut(o.OperationID, "-")
	name := "All" + exported(object)
	if verb != "list" && !strings.HasSuffix(name, exported(field)) {
		name += exported(field)
	}
	declared, _ := o.arguments()
	passed := "ctx"
	for _, p := range o.places {
		passed += ", " + p.Name
	}
	comment(out, "", fmt.Sprintf("%s reads the list of [Client.%s] to its end, page by page; Limit says how long a page is. An error ends it.",
		name, o.name))
	fmt.Fprintf(out, `func (c *Client) %s(%s) iter.Seq2[%s, error] {
	return pages(func(after string) ([]%s, string, error) {
		if after != "" {
			params.After = after
		}
		page, err := c.%s(%s, params)
		return page.%s, page.Next, err
	})
}

`, name, declared, item, item, o.name, passed, exported(field))
	return nil
}
