package imprint

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unsafe"
)

// planner makes the plans of a type and of everything that its values hold.
type planner struct {
	specials map[reflect.Type]Special
	concrete []reflect.Type
	plans    map[reflect.Type]*plan
	text     []byte // what the shape is a digest of
	path     []string
	faults   []error
}

func (p *planner) fault(t reflect.Type, why string) {
	p.faults = append(p.faults, fmt.Errorf("%s in %s: %s", t, strings.Join(p.path, ""), why))
}

func (p *planner) say(text string, with ...any) { p.text = fmt.Appendf(p.text, text+"\n", with...) }

// of is the plan of a type. Types that hold themselves have their plan before it is whole.
func (p *planner) of(t reflect.Type) *plan {
	if made := p.plans[t]; made != nil {
		p.say("%s.%s", t.PkgPath(), t)
		return made
	}
	made := &plan{least: 1}
	p.plans[t] = made
	p.say("%s.%s is %s", t.PkgPath(), t, t.Kind())
	if s, ok := p.specials[t]; ok {
		p.say("special %t", s.Write != nil)
		*made = special(t, s)
		return made
	}
	if reflect.PointerTo(t).Implements(reflect.TypeFor[written]()) {
		if embedsWritten(t) {
			p.fault(t, "its bytes are those of a part that is embedded in it")
			return made
		}
		p.say("its own bytes")
		*made = ofItself(t)
		return made
	}
	switch t.Kind() {
	case reflect.Bool:
		*made = boolean()
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		*made = signed(t)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		*made = unsigned(t)
	case reflect.String:
		*made = text()
	case reflect.Array:
		*made = array(t, p.in("[]", t.Elem()))
	case reflect.Slice:
		of := p.in("[]", t.Elem())
		if of.least == 0 {
			p.fault(t, "nothing is written of its elements, so that their number could be anything")
		}
		*made = slice(t, of)
	case reflect.Pointer:
		*made = pointer(t, p.in("*", t.Elem()))
	case reflect.Map:
		if pointsSomewhere(t.Key(), p.specials) {
			p.fault(t, "its keys point somewhere")
			return made
		}
		*made = mapping(t, p.in("{key}", t.Key()), p.in("{}", t.Elem()))
	case reflect.Struct:
		*made = p.structure(t)
	case reflect.Interface:
		*made = p.either(t)
	default:
		p.fault(t, "it cannot be written")
	}
	return made
}

func (p *planner) in(step string, t reflect.Type) *plan {
	p.path = append(p.path, step)
	made := p.of(t)
	p.path = p.path[:len(p.path)-1]
	return made
}

// embedsWritten says whether a type has the methods of what is embedded in it.
func embedsWritten(t reflect.Type) bool {
	if t.Kind() != reflect.Struct {
		return false
	}
	for i := range t.NumField() {
		f, own := t.Field(i), reflect.TypeFor[written]()
		if f.Anonymous && (f.Type.Implements(own) || reflect.PointerTo(f.Type).Implements(own)) {
			return true
		}
	}
	return false
}

// pointsSomewhere says whether values of a type hold more than themselves. Text is itself.
func pointsSomewhere(t reflect.Type, specials map[reflect.Type]Special) bool {
	if _, ok := specials[t]; ok {
		return false
	}
	switch t.Kind() {
	case reflect.Pointer, reflect.Interface, reflect.Map, reflect.Slice:
		return true
	case reflect.Array:
		return pointsSomewhere(t.Elem(), specials)
	case reflect.Struct:
		for i := range t.NumField() {
			if pointsSomewhere(t.Field(i).Type, specials) {
				return true
			}
		}
	}
	return false
}

type field struct {
	offset uintptr
	of     *plan
}

func (p *planner) structure(t reflect.Type) plan {
	var fields []field
	made := plan{}
	for i := range t.NumField() {
		f := t.Field(i)
		p.say("field %s", f.Name)
		of := p.in("."+f.Name, f.Type)
		fields = append(fields, field{f.Offset, of})
		made.least = max(made.least, of.least)
	}
	made.write = func(w *writer, v unsafe.Pointer) {
		for i := range fields {
			fields[i].of.write(w, unsafe.Add(v, fields[i].offset))
		}
	}
	made.read = func(r *reader, v unsafe.Pointer) {
		for i := range fields {
			fields[i].of.read(r, unsafe.Add(v, fields[i].offset))
		}
	}
	return made
}

// either is the plan of an interface: 0 for nil, or the number of the concrete type from 1 and the value.
func (p *planner) either(t reflect.Type) plan {
	var types []reflect.Type
	var plans []*plan
	for _, c := range p.concrete {
		if c.Implements(t) {
			types = append(types, c)
			plans = append(plans, p.in("("+c.String()+")", c))
		}
	}
	if len(types) == 0 {
		p.fault(t, "no type is named that its values may have")
	}
	return plan{least: 1, write: func(w *writer, v unsafe.Pointer) {
		value := reflect.NewAt(t, v).Elem()
		if value.IsNil() {
			w.number(0)
			return
		}
		n := slices.Index(types, value.Elem().Type())
		if n < 0 {
			w.fail(fmt.Errorf("a %s has a value of type %s, which is not named", t, value.Elem().Type()))
			return
		}
		w.number(uint64(n) + 1)
		here := reflect.New(types[n])
		here.Elem().Set(value.Elem())
		plans[n].write(w, here.UnsafePointer())
	}, read: func(r *reader, v unsafe.Pointer) {
		n := r.number()
		if n > uint64(len(types)) {
			r.fail("there is no type %d", n)
		}
		if n == 0 || r.err != nil {
			return
		}
		here := reflect.New(types[n-1])
		r.copied(func() { plans[n-1].read(r, here.UnsafePointer()) })
		reflect.NewAt(t, v).Elem().Set(here.Elem())
	}}
}
