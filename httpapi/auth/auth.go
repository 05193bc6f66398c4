package auth

import (
	"context"
	"net/http"
	"net/netip"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi/fair"
	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/program"
)

// Auth tells who makes a request, and signs people in.
type Auth struct {
	api       *operation.API
	operators func() operator.Registry
	origin    Origin // zero: not configured
	clock     engine.Clock
	program   *program.Program
	sessions  *sessions
	vault     Vault // nil: sessions are this process's own
	contracts Contracts
	client    func(*http.Request) netip.Prefix
	places    *fair.Places  // of those that have a contract asked, or wait for it
	asking    chan struct{} // holds a token for each contract that is asked now
}

// Contracts ask a contract whether a signature of a text is its own (ERC-1271). The error is a refusal: of the kind NotAuthenticated when
// it does not say so, of the kind Unavailable when nobody answers.
type Contracts interface {
	AskContract(ctx context.Context, wallet ledger.Wallet, text string, signature []byte) (operator.Word, error)
}

// Bounds of those that sign in and have a contract asked; operators who record something have places of their own.
const (
	maxAsked    = 2 // at once
	maxAsking   = 8 // and wait for it
	maxOfClient = 2 // of one client
)

// New asks the registry for every request; it may not change what it gave. Operators sign in at the origin and nowhere else;
// with the zero one they can on this machine only. The program's name and chain are in the message that they sign. Contracts are asked
// about keys that were given as contracts, and no other address; client is who has them asked. vault keeps the sessions for several
// servers; nil: they live in memory.
func New(api *operation.API, operators func() operator.Registry, origin Origin, clock engine.Clock, p *program.Program,
	contracts Contracts, client func(*http.Request) netip.Prefix, vault Vault) *Auth {
	a := &Auth{api: api, operators: operators, origin: origin, clock: clock, program: p, sessions: newSessions(), contracts: contracts,
		client: client, places: fair.New(maxAsking, maxOfClient), asking: make(chan struct{}, maxAsked), vault: vault}
	if vault != nil {
		a.sessions.key = vault.NonceKey()
	}
	return a
}

// Describe adds to the description how operators prove themselves.
func Describe(api *huma.OpenAPI) {
	api.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"token": {Type: "http", Scheme: "bearer", Description: "A token of an operator: nlo_ and 43 characters."},
		"session": {
			Type: "apiKey", In: "cookie", Name: hostPrefix + sessionCookie,
			Description: "A session of somebody who signed in with a wallet. Requests that change something also need the header " + csrfHeader +
				" and the header Origin of the page.",
		},
	}
}
