package main

import (
	"fmt"
	"slices"
	"strings"
)

// schema is a JSON schema, as far as the description uses it.
type schema struct {
	Ref         string `json:"$ref"`
	Type        any    // a name, or several of which one is null
	Description string
	Enum        []string
	Required    []string
	Properties  map[string]schema
	Additional  any `json:"additionalProperties"`
	Items       *schema
	AllOf       []schema
}

func writeSchemas(out *strings.Builder, d *description) error {
	for _, name := range sorted(d.Components.Schemas) {
		s := d.Components.Schemas[name]
		words := s.Description
		if words == "" {
			words = "is an object of the API's description."
		}
		comment(out, "", name+" "+words)
		fmt.Fprintf(out, "type %s struct {\n", name)
		for _, field := range sorted(s.Properties) {
			p := s.Properties[field]
			required := slices.Contains(s.Required, field)
			kind, err := goType(p, required)
			if err != nil {
				return fmt.Errorf("%s.%s: %w", name, field, err)
			}
			tag := field
			if !required {
				tag += ",omitempty"
			}
			if p.Description != "" {
				comment(out, "\t", p.Description)
			}
			fmt.Fprintf(out, "\t%s %s `json:%q`\n", exported(field), kind, tag)
		}
		out.WriteString("}\n\n")
	}
	return nil
}

// goType is the type of a property. One that may be absent, and whose absence says something else than its zero value, is a pointer.
func goType(s schema, required bool) (string, error) {
	pointer := "*"
	if required {
		pointer = ""
	}
	if s.Ref != "" {
		return pointer + refName(s.Ref), nil
	}
	if several, ok := s.Type.([]any); ok {
		if len(several) != 2 || several[1] != "null" {
			return "", fmt.Errorf("it has the types %v, which Go has no word for", several)
		}
		s.Type = several[0]
		return goType(s, false)
	}
	switch s.Type {
	case "string":
		return "string", nil
	case "integer":
		return pointer + "int64", nil
	case "boolean":
		return pointer + "bool", nil
	case "array":
		item, err := goType(*s.Items, true)
		return "[]" + item, err
	case "object":
		if m, ok := s.Additional.(map[string]any); ok && m["type"] == "string" {
			return "map[string]string", nil
		}
		return "map[string]any", nil
	}
	return "", fmt.Errorf("it has the type %v, which Go has no word for", s.Type)
}

func refName(ref string) string { return ref[strings.LastIndex(ref, "/")+1:] }
