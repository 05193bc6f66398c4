package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// shape is a struct whose fields have JSON names.
type shape struct {
	file, name string
	fields     string // names and types in order
}

// shapes are the structs with JSON tags in a file, named or not.
func shapes(t *testing.T, path string) (list []shape) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	named := map[*ast.StructType]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.TypeSpec:
			if s, ok := n.Type.(*ast.StructType); ok {
				named[s] = n.Name.Name
			}
		case *ast.StructType:
			var fields []string
			for _, f := range n.Fields.List {
				if f.Tag != nil && strings.Contains(f.Tag.Value, `json:"`) && jsonName(f.Tag.Value) != "-" {
					fields = append(fields, jsonName(f.Tag.Value)+" "+typeText(f.Type))
				}
			}
			if len(fields) > 0 {
				list = append(list, shape{filepath.ToSlash(path), named[n], strings.Join(fields, "; ")})
			}
		}
		return true
	})
	return list
}

func jsonName(tag string) string {
	_, rest, _ := strings.Cut(tag, `json:"`)
	name, _, _ := strings.Cut(rest, `"`)
	name, _, _ = strings.Cut(name, ",")
	return name
}

// typeText is a type as it is written.
func typeText(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.StarExpr:
		return "*" + typeText(e.X)
	case *ast.ArrayType:
		return "[]" + typeText(e.Elt)
	case *ast.SelectorExpr:
		return typeText(e.X) + "." + e.Sel.Name
	case *ast.MapType:
		return "map[" + typeText(e.Key) + "]" + typeText(e.Value)
	}
	return "?"
}

// TestTheCommandLineHasNoShapesOfItsOwn: what --json prints is in wire, and so what the API answers.
func TestTheCommandLineHasNoShapesOfItsOwn(t *testing.T) {
	for _, path := range goFiles(t, root) {
		name := strings.TrimPrefix(filepath.ToSlash(path), root+"/")
		if strings.HasSuffix(path, "_test.go") || !strings.HasPrefix(name, "cmd/") && !strings.HasPrefix(name, "demo/") {
			continue
		}
		for _, s := range shapes(t, path) {
			t.Errorf("%s: the struct %s has JSON names: shapes stand in wire", s.file, s.name)
		}
	}
}

// TestTheAPIHasNoAnswersOfItsOwn: what the API answers is in wire. The bodies of requests stand with the operations that take them.
func TestTheAPIHasNoAnswersOfItsOwn(t *testing.T) {
	requests := 0
	for _, path := range goFiles(t, root) {
		name := strings.TrimPrefix(filepath.ToSlash(path), root+"/")
		if strings.HasSuffix(path, "_test.go") || !strings.HasPrefix(name, "httpapi/") {
			continue
		}
		for _, s := range shapes(t, path) {
			switch {
			case s.name == "", s.name == "Referenced": // the body in a request, and what all of them have
				requests++
			default:
				t.Errorf("%s: the struct %s has JSON names: answers stand in wire", s.file, s.name)
			}
		}
	}
	if requests < 10 {
		t.Errorf("%d bodies of requests were found only", requests)
	}
}

// TestEveryShapeIsThereOnce: two structs of wire with the same fields are one thing under two names.
func TestEveryShapeIsThereOnce(t *testing.T) {
	for _, fault := range twins(wireShapes(t)) {
		t.Error(fault)
	}
}

func TestTwinShapesAreFound(t *testing.T) {
	list := wireShapes(t)
	if len(list) < 60 {
		t.Fatalf("wire has %d shapes only: are they read?", len(list))
	}
	copied := list[0]
	copied.name = "Again"
	if faults := twins(append(list, copied)); len(faults) != 1 {
		t.Errorf("a copy of %s is not found: %v", list[0].name, faults)
	}
}

func wireShapes(t *testing.T) (list []shape) {
	t.Helper()
	for _, path := range goFiles(t, root) {
		if strings.HasPrefix(strings.TrimPrefix(filepath.ToSlash(path), root+"/"), "wire/") && !strings.HasSuffix(path, "_test.go") {
			list = append(list, shapes(t, path)...)
		}
	}
	return list
}

// twins names shapes that are there twice: by their name, or by all of their fields.
func twins(list []shape) (faults []string) {
	for i, s := range list {
		j := slices.IndexFunc(list[:i], func(other shape) bool {
			return other.name == s.name || other.fields == s.fields && strings.Contains(s.fields, ";")
		})
		if j >= 0 {
			faults = append(faults, s.file+": "+s.name+" is "+list[j].name+" of "+list[j].file+" again")
		}
	}
	return faults
}
