package wire

import (
	"time"

	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/sentence"
)

// OperatorKey is a way in which an operator proves themselves.
type OperatorKey struct {
	Label    string           `json:"label" doc:"What the operator calls it"`
	Wallet   string           `json:"wallet,omitempty" doc:"Absent: it is a token"`
	Contract bool             `json:"contract,omitempty" doc:"The wallet is a contract, such as a Safe, whose own word counts (ERC-1271)"`
	Scopes   []operator.Scope `json:"scopes" doc:"What the key may do"`
	Until    string           `json:"until,omitempty" format:"date-time" doc:"From then on it does not count"`
	Revoked  bool             `json:"revoked" doc:"It was taken away and does not count"`
}

// KeyGiven is a key that somebody gets, as requests have it.
type KeyGiven struct {
	Name     string           `json:"name" maxLength:"64" doc:"Of the operator, in lower-case letters, digits, _ and -"`
	Label    string           `json:"label" maxLength:"64" doc:"What the operator calls the key"`
	Wallet   string           `json:"wallet,omitempty" maxLength:"64" doc:"That signs in; or token"`
	Contract bool             `json:"contract,omitempty" doc:"The wallet is a contract, such as a Safe, whose own word counts (ERC-1271)"`
	Token    string           `json:"token,omitempty" maxLength:"64" doc:"Public key of a token, 64 hexadecimal digits"`
	Scopes   []operator.Scope `json:"scopes" minItems:"1" maxItems:"5" doc:"What the key may do"`
	Until    time.Time        `json:"until,omitzero" doc:"From then on the key does not count"`
}

// Change is what giving the key changes.
func (k *KeyGiven) Change() operator.Change {
	return operator.Change{Name: k.Name, Label: k.Label, Wallet: k.Wallet, Contract: k.Contract, Token: k.Token, Scopes: k.Scopes,
		Until: k.Until}
}

// Operator is somebody who may record something.
type Operator struct {
	Name    string        `json:"name" doc:"Name"`
	Keys    []OperatorKey `json:"keys" doc:"What proves who it is"`
	Warning *Sentence     `json:"warning,omitempty" doc:"What this person may do that two people should"`
}

// WaitingKey is a key that counts once another operator consents.
type WaitingKey struct {
	Name     string           `json:"name" doc:"Of the operator whose key it will be"`
	Label    string           `json:"label" doc:"What the operator calls it"`
	Wallet   string           `json:"wallet,omitempty" doc:"Absent: it is a token"`
	Contract bool             `json:"contract,omitempty" doc:"The wallet is a contract, such as a Safe, whose own word counts (ERC-1271)"`
	Scopes   []operator.Scope `json:"scopes" doc:"What the key may do then"`
	Until    string           `json:"until,omitempty" format:"date-time" doc:"From then on it does not count"`
	By       string           `json:"given_by" doc:"The operator who gave it; another one must consent"`
	At       string           `json:"at" format:"date-time" doc:"When it was given"`
	Grant    string           `json:"grant" doc:"Names key and scopes for whoever consents: a number, a dash and a SHA-256"`
}

// Operators are all of them.
type Operators struct {
	Operators []Operator   `json:"operators" doc:"Everybody who may record something"`
	Waiting   []WaitingKey `json:"waiting" doc:"Keys that another operator must consent to, the oldest first"`
	Warning   *Sentence    `json:"warning,omitempty" doc:"What all of them together lack"`
}

// Warnings are all of the sentences that say what should be otherwise.
func (o *Operators) Warnings() (list []Sentence) {
	for i := range o.Operators {
		if w := o.Operators[i].Warning; w != nil {
			list = append(list, *w)
		}
	}
	if o.Warning != nil {
		list = append(list, *o.Warning)
	}
	return list
}

// OperatorsOf are operators with their keys as they go out, at an instant.
func OperatorsOf(r *operator.Registry, at time.Time) Operators {
	out := Operators{Operators: []Operator{}, Waiting: []WaitingKey{}}
	for _, o := range r.List() {
		one := Operator{Name: o.Name, Keys: []OperatorKey{}}
		for _, k := range o.Keys {
			one.Keys = append(one.Keys, OperatorKey{k.Label, k.Wallet, k.Contract, append([]operator.Scope{}, k.Scopes...),
				Instant(k.Until), k.Revoked})
		}
		if r.Combines(o.Name, at) {
			one.Warning = OptionalSentence(sentence.New(sentence.MayPrepareAndAdminister, sentence.Params{"operator": o.Name}))
		}
		out.Operators = append(out.Operators, one)
	}
	if names := r.Administrators(at); len(names) == 1 {
		out.Warning = OptionalSentence(sentence.New(sentence.OnlyAdministrator, sentence.Params{"operator": names[0]}))
	}
	for _, w := range r.Waiting() {
		c := w.Change
		out.Waiting = append(out.Waiting, WaitingKey{c.Name, c.Label, c.Wallet, c.Contract, append([]operator.Scope{}, c.Scopes...),
			Instant(c.Until), w.By, Instant(w.At), w.Grant()})
	}
	return out
}

// ToSign is what a wallet signs for something to be recorded.
type ToSign struct {
	Statement string `json:"statement" doc:"The text to sign with personal_sign"`
	After     uint64 `json:"after" doc:"How many facts of the books it names"`
}

// Token is a secret for an operator and the public key that stands for it in the books.
type Token struct {
	Token string `json:"token"`
	Key   string `json:"key" doc:"Its public key (Ed25519): it checks what the token signs"`
}
