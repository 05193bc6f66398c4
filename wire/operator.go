package wire

import "github.com/nodeledger/nodeledger/operator"

// OperatorKey is a way in which an operator proves themselves.
type OperatorKey struct {
	Label   string           `json:"label" doc:"What the operator calls it"`
	Wallet  string           `json:"wallet,omitempty" doc:"Absent: it is a token"`
	Scopes  []operator.Scope `json:"scopes" doc:"What the key may do"`
	Until   string           `json:"until,omitempty" format:"date-time" doc:"From then on it does not count"`
	Revoked bool             `json:"revoked" doc:"It was taken away and does not count"`
}

// Operator is somebody who may record something.
type Operator struct {
	Name string        `json:"name" doc:"Name"`
	Keys []OperatorKey `json:"keys" doc:"What proves who it is"`
}

// Operators are all of them.
type Operators struct {
	Operators []Operator `json:"operators" doc:"Everybody who may record something"`
}

// OperatorsOf are operators with their keys as they go out.
func OperatorsOf(list []operator.Operator) Operators {
	out := Operators{Operators: []Operator{}}
	for _, o := range list {
		one := Operator{Name: o.Name, Keys: []OperatorKey{}}
		for _, k := range o.Keys {
			one.Keys = append(one.Keys, OperatorKey{k.Label, k.Wallet, append([]operator.Scope{}, k.Scopes...), Instant(k.Until), k.Revoked})
		}
		out.Operators = append(out.Operators, one)
	}
	return out
}

// Token is a secret for an operator and the hash that stands for it in the books.
type Token struct {
	Token string `json:"token"`
	Hash  string `json:"hash" doc:"SHA-256"`
}
