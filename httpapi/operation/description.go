package operation

import (
	"reflect"
	"slices"

	"github.com/danielgtaylor/huma/v2"
)

// schemaOf is the schema of a value's type.
func (a *API) schemaOf(v any) *huma.Schema {
	t := reflect.TypeOf(v)
	return a.huma.OpenAPI().Components.Schemas.Schema(t, true, t.Name())
}

// JSON describes an answer of a value's type, for operations that write it themselves.
func (a *API) JSON(v any, description string) *huma.Response {
	return &huma.Response{Description: description, Content: map[string]*huma.MediaType{"application/json": {Schema: a.schemaOf(v)}}}
}

// Finish makes the description whole once every operation is registered: lists are never null, and what only the framework
// answers is not in it.
func (a *API) Finish() {
	schemas := a.huma.OpenAPI().Components.Schemas.Map()
	delete(schemas, "ErrorModel") // the framework's own; answers use Problem
	for _, s := range schemas {
		neverNull(s)
	}
}

// neverNull takes null from every list in a schema.
func neverNull(s *huma.Schema) {
	if s == nil {
		return
	}
	if s.Type == huma.TypeArray {
		s.Nullable = false
	}
	neverNull(s.Items)
	for _, p := range s.Properties {
		neverNull(p)
	}
	if more, ok := s.AdditionalProperties.(*huma.Schema); ok {
		neverNull(more)
	}
	for _, part := range slices.Concat(s.AllOf, s.AnyOf, s.OneOf) {
		neverNull(part)
	}
}
