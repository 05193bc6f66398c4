package httpapi

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/view"
)

// registerSession adds the operations to sign in and out.
func (a *api) registerSession(h huma.API) {
	const path = "/api/v1/session"
	operate(h, a, operation{
		id: "invite", method: http.MethodPost, path: path + "/nonce", summary: "A nonce to sign in with, good once for ten minutes",
		extra: []int{http.StatusForbidden},
	}, a.invite)
	operate(h, a, operation{
		id: "sign-in", method: http.MethodPost, path: path, summary: "Sign in with a wallet (ERC-4361): a session of twelve hours in a cookie",
		extra: []int{http.StatusUnauthorized, http.StatusForbidden},
	}, a.signIn)
	operate(h, a, operation{id: "session", method: http.MethodGet, path: path, summary: "Who is signed in", guarded: true}, a.session)
	operate(h, a, operation{id: "sign-out", method: http.MethodDelete, path: path, summary: "Sign out", guarded: true}, a.signOut)
}

type inviteRequest struct {
	Wallet string `query:"wallet" maxLength:"64" doc:"When given, the answer has the whole message for this wallet to sign"`
}

// Invitation is what a wallet needs to sign in.
type Invitation struct {
	Nonce   string `json:"nonce" doc:"Goes into the message; a cookie binds it to this browser"`
	Message string `json:"message,omitempty" doc:"To be signed with personal_sign as it is"`
}

// answered is an answer that also tells the browser what to keep.
type answered[T any] struct {
	Cookies []http.Cookie `header:"Set-Cookie"`
	Body    T
}

func (a *api) invite(ctx context.Context, in *inviteRequest) (*answered[Invitation], error) {
	o, err := a.visitorsOrigin(ctx)
	if err != nil {
		return nil, err
	}
	now := a.clock.Now()
	invitation, nonce := a.sessions.invite(now)
	out := Invitation{Nonce: nonce}
	if in.Wallet != "" {
		wallet, err := view.ParseWallet(in.Wallet)
		if err != nil {
			return nil, err
		}
		m := signIn{
			Domain: o.host, Wallet: wallet, Statement: "Sign in to the books of " + a.engine.Program().Name + ".", URI: o.String(),
			Chain: a.engine.Program().Chain.ID, Nonce: nonce, IssuedAt: now,
		}
		out.Message = m.text()
	}
	return &answered[Invitation]{[]http.Cookie{cookie(o, invitationCookie, invitation, signInAge)}, out}, nil
}

// visitorsOrigin is the origin of the page that a visitor of the session's operations is on. Browsers say where they come
// from; programs need not.
func (a *api) visitorsOrigin(ctx context.Context) (origin, error) {
	r := requestOf(ctx)
	o, ok := a.originOf(r)
	if !ok {
		return o, newProblem(codeForbidden, "nobody can sign in here: the server was not told the address of its page; use a token")
	}
	if from := r.Header.Values("Origin"); len(from) > 1 || (len(from) == 1 && from[0] != o.String()) {
		return o, newProblem(codeForbidden, "operators sign in on the page of "+o.String()+" only")
	}
	return o, nil
}

type signInRequest struct {
	Body struct {
		Message   string `json:"message" maxLength:"4096" doc:"As ERC-4361 says, signed with personal_sign"`
		Signature string `json:"signature" maxLength:"132" doc:"0x and 130 hexadecimal digits"`
	}
}

// Session is somebody who is signed in, or who proved themselves with a token.
type Session struct {
	Operator string           `json:"operator" doc:"Name"`
	How      string           `json:"how" doc:"What proved it: wallet:0x... or token:<label>"`
	Scopes   []operator.Scope `json:"scopes" doc:"What the key may do: record, prepare, approve, admin"`
	CSRF     string           `json:"csrf,omitempty" doc:"Give it in the header X-CSRF-Token with every request that changes something; absent with a token"`
	Expires  string           `json:"expires,omitempty" format:"date-time" doc:"When the session ends"`
}

func sessionAnswer(actor operator.Actor, s *session) Session {
	out := Session{Operator: actor.Name(), How: actor.How(), Scopes: actor.Scopes()}
	if s != nil {
		out.CSRF, out.Expires = s.csrf, instant(s.expires)
	}
	return out
}

func (a *api) signIn(ctx context.Context, in *signInRequest) (*answered[Session], error) {
	o, err := a.visitorsOrigin(ctx)
	if err != nil {
		return nil, err
	}
	m, err := parseSignIn(in.Body.Message)
	if err != nil {
		return nil, &view.Refusal{Code: view.BadRequest, Text: err.Error()}
	}
	signature, err := operator.ParseSignature(in.Body.Signature)
	if err != nil {
		return nil, &view.Refusal{Code: view.BadRequest, Text: err.Error()}
	}
	now := a.clock.Now()
	nonce, ends, ok := a.sessions.nonceOf(cookieOf(requestOf(ctx), o, invitationCookie), now)
	if !ok {
		return nil, newProblem(codeUnauthenticated, "there is no nonce that was handed out to this browser in the last ten minutes: ask for one and sign again")
	}
	if err := m.check(invited{Origin: o, Chain: a.engine.Program().Chain.ID, Nonce: nonce, Now: now}); err != nil {
		return nil, newProblem(codeUnauthenticated, err.Error())
	}
	signer, err := operator.Signer(in.Body.Message, signature)
	if err != nil || signer != m.Wallet {
		return nil, newProblem(codeUnauthenticated, "the message is not signed by the wallet that it names")
	}
	registry := a.operators()
	actor, err := vouched(registry.Wallet(m.Wallet, now))
	if err != nil {
		return nil, err
	}
	until := now.Add(sessionLife)
	if !m.Expiration.IsZero() && m.Expiration.Before(until) {
		until = m.Expiration
	}
	secret, opened, ok := a.sessions.start(nonce, ends, m.Wallet, until, now)
	if !ok {
		return nil, newProblem(codeUnauthenticated, "this nonce was used before: ask for a new one and sign again")
	}
	a.sessions.end(cookieOf(requestOf(ctx), o, sessionCookie)) // the one before, which nobody could sign out of any more
	return &answered[Session]{
		[]http.Cookie{cookie(o, sessionCookie, secret, until.Sub(now)), cookie(o, invitationCookie, "", 0)}, sessionAnswer(actor, &opened),
	}, nil
}

func (a *api) session(ctx context.Context, _ *nothing) (*body[Session], error) {
	actor, _ := operatorOf(ctx)
	r := requestOf(ctx)
	if r.Header.Get("Authorization") != "" {
		return &body[Session]{http.StatusOK, sessionAnswer(actor, nil)}, nil
	}
	s, _, err := a.sessionOf(r, a.clock.Now())
	if err != nil {
		return nil, err
	}
	return &body[Session]{http.StatusOK, sessionAnswer(actor, &s)}, nil
}

// SignedOut says that a session has ended.
type SignedOut struct {
	OK bool `json:"ok"`
}

func (a *api) signOut(ctx context.Context, _ *nothing) (*answered[SignedOut], error) {
	r := requestOf(ctx)
	if _, secret, err := a.sessionOf(r, a.clock.Now()); err == nil {
		a.sessions.end(secret)
	}
	o, _ := a.originOf(r)
	return &answered[SignedOut]{[]http.Cookie{cookie(o, sessionCookie, "", -time.Second)}, SignedOut{true}}, nil
}
