package contracts

import (
	"bytes"
	"embed"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
)

//go:embed build/*.runtime build/*.immutables
var build embed.FS

// Deployed are the names of the contracts that are deployed.
func Deployed() []string {
	return []string{"NodeSale", "NodeLicense", "PayoutDistributor", "ManyClaims"}
}

// Runtime is the code of a contract as the compiler gives it: an account of the contract has it, but for the immutables.
type Runtime struct {
	Code       []byte
	immutables []immutable
}

type immutable struct {
	Name string
	At   []struct{ Start, Length int }
}

// RuntimeOf is the committed code of one of [Deployed].
func RuntimeOf(name string) (r Runtime) {
	text, err := build.ReadFile("build/" + name + ".runtime")
	if err == nil {
		r.Code, err = hex.DecodeString(strings.TrimSpace(string(text)))
	}
	if err == nil {
		text, err = build.ReadFile("build/" + name + ".immutables")
	}
	if err == nil {
		err = json.Unmarshal(text, &r.immutables)
	}
	if err != nil {
		panic("contracts: the embedded code of " + name + " cannot be read: " + err.Error()) // it is part of the build
	}
	return r
}

// Match compares the code of an account with the committed one. Where they are the same but for the immutables, it gives the
// immutables' values by name, as words; an immutable that has different values in different places is no match.
func (r Runtime) Match(code []byte) (values map[string][32]byte, ok bool) {
	if len(code) != len(r.Code) {
		return nil, false
	}
	masked, values := slices.Clone(code), map[string][32]byte{}
	for _, i := range r.immutables {
		for n, at := range i.At {
			place := masked[at.Start : at.Start+at.Length]
			var value [32]byte
			copy(value[32-at.Length:], place)
			if n > 0 && value != values[i.Name] {
				return nil, false
			}
			values[i.Name] = value
			copy(place, r.Code[at.Start:at.Start+at.Length])
		}
	}
	return values, bytes.Equal(masked, r.Code)
}
