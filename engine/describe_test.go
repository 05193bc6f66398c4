package engine_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

// describe is everything that a value knows, in words, unexported fields included, so that two of them can be compared. Functions
// and the program file and its versions, which are the same for all, say nothing, and a pointer that was described is not described again.
func describe(v any) string {
	d := describer{seen: map[uintptr]bool{}}
	d.write("", reflect.ValueOf(v))
	return d.out.String()
}

// sameForAll follow from the program file alone, whatever they remember of it.
var sameForAll = []reflect.Type{reflect.TypeFor[*program.Program](), reflect.TypeFor[*canonical.Versions]()}

type describer struct {
	out  strings.Builder
	seen map[uintptr]bool
}

func (d *describer) write(at string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Func, reflect.Invalid:
	case reflect.Pointer:
		if !slices.Contains(sameForAll, v.Type()) && !v.IsNil() && !d.seen[v.Pointer()] {
			d.seen[v.Pointer()] = true
			d.write(at, v.Elem())
		}
	case reflect.Interface:
		d.write(at, v.Elem())
	case reflect.Struct:
		if v.CanAddr() {
			own, ok := reflect.NewAt(v.Type(), v.Addr().UnsafePointer()).Interface().(interface{ Bytes() []byte })
			if ok && strings.HasPrefix(v.Type().Name(), "Roll[") { // how it lies in memory is no matter
				fmt.Fprintf(&d.out, "%s: %x\n", at, own.Bytes())
				return
			}
		}
		for i := range v.NumField() {
			d.write(at+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			d.write(fmt.Sprintf("%s[%d]", at, i), v.Index(i))
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
		for _, k := range keys {
			d.write(fmt.Sprintf("%s[%v]", at, k), v.MapIndex(k))
		}
	default:
		fmt.Fprintf(&d.out, "%s: %v\n", at, v)
	}
}
