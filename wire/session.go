package wire

import "github.com/nodeledger/nodeledger/operator"

// Invitation is what a wallet needs to sign in.
type Invitation struct {
	Nonce   string `json:"nonce" doc:"Goes into the message; a cookie binds it to this browser"`
	Message string `json:"message,omitempty" doc:"To be signed with personal_sign as it is"`
}

// Session is somebody who is signed in, or who proved themselves with a token.
type Session struct {
	Operator string           `json:"operator" doc:"Name"`
	How      string           `json:"how" doc:"What proved it: wallet:0x... or token:<label>"`
	Scopes   []operator.Scope `json:"scopes" doc:"What the key may do: record, prepare, approve, admin, private"`
	CSRF     string           `json:"csrf,omitempty" doc:"For the header X-CSRF-Token of every change; absent with a token"`
	Expires  string           `json:"expires,omitempty" format:"date-time" doc:"When the session ends"`
}

// SignedOut says that a session has ended.
type SignedOut struct {
	OK bool `json:"ok" doc:"Always true"`
}
