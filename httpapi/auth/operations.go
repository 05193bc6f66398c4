package auth

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

// Register adds the operations to sign in and out.
func (a *Auth) Register(api *operation.API) {
	const path, tag = "/api/v1/session", "session"
	operation.RegisterRaw(api, operation.Operation{
		ID: "request-sign-in", Tag: tag, Method: http.MethodPost, Path: path + "/nonce", Refusals: []operation.Refusal{operation.Forbidden},
		Summary:     "A nonce to sign in with, good once for ten minutes",
		Description: "The nonce belongs to this browser: a cookie binds it. With wallet the answer has the whole message (ERC-4361) to sign.",
	}, a.invite)
	operation.RegisterRaw(api, operation.Operation{
		ID: "sign-in", Tag: tag, Method: http.MethodPost, Path: path,
		Refusals: []operation.Refusal{operation.SignIn, operation.Forbidden, operation.NoNode},
		Summary:  "Sign in with a wallet (ERC-4361): a session of twelve hours in a cookie",
		Description: "Send the message of request-sign-in with its signature. The answer has the CSRF token that requests which change " +
			"something need. A wallet that was given as a contract, such as a Safe, signs by its own word (ERC-1271): a node is asked at a final " +
			"block.",
	}, a.signIn)
	operation.Register(api, operation.Operation{
		ID: "get-session", Tag: tag, Path: path, Guarded: true, Summary: "Who is signed in",
		Description: "Works with a token as well, and tells its scopes.",
	}, a.session)
	operation.RegisterRaw(api, operation.Operation{
		ID: "sign-out", Tag: tag, Method: http.MethodDelete, Path: path, Guarded: true, Summary: "Sign out",
		Description: "Ends the session in the cookie.",
	}, a.signOut)
}

type inviteRequest struct {
	Wallet string `query:"wallet" maxLength:"64" doc:"When given, the answer has the whole message for this wallet to sign"`
}

// answered is an answer that also tells the browser what to keep.
type answered[T any] struct {
	Cookies []http.Cookie `header:"Set-Cookie"`
	Body    T
}

func (a *Auth) invite(ctx context.Context, in *inviteRequest) (*answered[wire.Invitation], error) {
	o, err := a.visitorsOrigin(ctx)
	if err != nil {
		return nil, err
	}
	now := a.clock.Now()
	invitation, nonce := a.sessions.invite(now)
	out := wire.Invitation{Nonce: nonce}
	if in.Wallet != "" {
		wallet, err := view.ParseWallet(in.Wallet)
		if err != nil {
			return nil, err
		}
		m := operator.SignIn{
			Domain: o.host, Wallet: wallet, Statement: operator.SignInStatement(a.program.Name), URI: o.String(),
			Chain: a.program.Chain.ID, Nonce: nonce, IssuedAt: now,
		}
		out.Message = m.Text()
	}
	return &answered[wire.Invitation]{[]http.Cookie{cookie(o, invitationCookie, invitation, signInAge)}, out}, nil
}

// visitorsOrigin is the origin of the page that a visitor of the session's operations is on. Browsers say where they come
// from; programs need not.
func (a *Auth) visitorsOrigin(ctx context.Context) (Origin, error) {
	r := operation.RequestOf(ctx)
	o, ok := a.originOf(r)
	if !ok {
		return o, problem.New(problem.Forbidden, "",
			"signing in is not possible here: the server does not know the address of its page; open http://localhost with its port on its "+
				"own machine, start it with --origin, or use a token")
	}
	if from := r.Header.Values("Origin"); len(from) > 1 || (len(from) == 1 && from[0] != o.String()) {
		return o, problem.New(problem.Forbidden, "", "operators sign in on the page of %s only", o)
	}
	return o, nil
}

type signInRequest struct {
	Body struct {
		Message   string `json:"message" maxLength:"4096" doc:"As ERC-4361 says, signed with personal_sign"`
		Signature string `json:"signature" maxLength:"8194" doc:"0x and 130 hexadecimal digits, or more of a contract's"`
	}
}

func sessionAnswer(actor operator.Actor, s *session) wire.Session {
	out := wire.Session{Operator: actor.Name(), How: actor.How(), Scopes: actor.Scopes()}
	if s != nil {
		out.CSRF, out.Expires = s.csrf, s.expires.UTC().Format(time.RFC3339)
	}
	return out
}

func (a *Auth) signIn(ctx context.Context, in *signInRequest) (*answered[wire.Session], error) {
	o, err := a.visitorsOrigin(ctx)
	if err != nil {
		return nil, err
	}
	m, err := operator.ParseSignIn(in.Body.Message)
	if err != nil {
		return nil, problem.As(problem.Invalid, "", err)
	}
	signature, err := operator.ParseSignature(in.Body.Signature)
	if err != nil {
		return nil, err
	}
	now := a.clock.Now()
	seed, ends, ok := a.sessions.invited(cookieOf(operation.RequestOf(ctx), o, invitationCookie), now)
	if !ok {
		return nil, problem.New(problem.NotAuthenticated, "",
			"there is no nonce that was handed out to this browser in the last ten minutes: ask for one and sign again")
	}
	if err := checkMessage(&m, &invited{Origin: o, Program: a.program.Name, Chain: a.program.Chain.ID, Nonce: nonceOf(seed), Now: now}); err !=
		nil {
		return nil, problem.As(problem.NotAuthenticated, "", err)
	}
	registry := a.operators()
	word, err := a.checkSigned(ctx, &registry, m.Wallet, in.Body.Message, signature)
	if err != nil {
		return nil, err
	}
	actor, err := registry.SignedIn(m.Wallet, m.IssuedAt, now)
	if err != nil {
		return nil, err
	}
	until := m.Ends()
	secret, opened, ok, err := a.start(ctx, seed, ends, session{wallet: m.Wallet, expires: until, issued: m.IssuedAt,
		proof: operator.Session{Message: in.Body.Message, Signature: signature, Word: word}}, now)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, problem.New(problem.NotAuthenticated, "", "this nonce was used before: ask for a new one and sign again")
	}
	// The one before, which nobody could sign out of any more.
	if err := a.end(ctx, cookieOf(operation.RequestOf(ctx), o, sessionCookie)); err != nil {
		return nil, err
	}
	return &answered[wire.Session]{
		[]http.Cookie{cookie(o, sessionCookie, secret, until.Sub(now)), cookie(o, invitationCookie, "", 0)}, sessionAnswer(actor, &opened),
	}, nil
}

// checkSigned refuses a message that the wallet which it names did not sign: with its key or, where it was given as a contract, by the
// contract's word, which comes back.
func (a *Auth) checkSigned(ctx context.Context, registry *operator.Registry, wallet ledger.Wallet, message string, signature []byte) (
	word operator.Word, err error) {
	if signer, err := operator.Signer(message, signature); err == nil && signer == wallet {
		return word, nil
	}
	if !registry.IsContract(wallet, a.clock.Now()) {
		return word, problem.New(problem.NotAuthenticated, "", "the message is not signed by the wallet that it names")
	}
	return a.askContract(ctx, wallet, message, signature)
}

// askContract waits until it may, and gives its place to whoever comes from a network with fewer.
func (a *Auth) askContract(ctx context.Context, wallet ledger.Wallet, message string, signature []byte) (word operator.Word, err error) {
	busy := problem.New(problem.Busy, "too-many-requests", "others sign in with a contract at this moment: try again")
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	mine, err := a.places.Enter(a.client(operation.RequestOf(ctx)), false, func() { end(busy) })
	if err != nil {
		return word, busy
	}
	defer a.places.Leave(mine)
	select {
	case a.asking <- struct{}{}:
		defer func() { <-a.asking }()
	case <-ctx.Done():
		return word, busy
	}
	word, err = a.contracts.AskContract(ctx, wallet, message, signature)
	if err != nil && errors.Is(context.Cause(ctx), busy) {
		err = busy
	}
	return word, err
}

func (a *Auth) session(ctx context.Context, _ *struct{}) (wire.Session, error) {
	actor, _ := OperatorOf(ctx)
	r := operation.RequestOf(ctx)
	if r.Header.Get("Authorization") != "" {
		return sessionAnswer(actor, nil), nil
	}
	s, _, err := a.sessionOf(r, a.clock.Now())
	if err != nil {
		return wire.Session{}, err
	}
	return sessionAnswer(actor, &s), nil
}

func (a *Auth) signOut(ctx context.Context, _ *struct{}) (*answered[wire.SignedOut], error) {
	r := operation.RequestOf(ctx)
	if _, secret, err := a.sessionOf(r, a.clock.Now()); err == nil {
		if err := a.end(ctx, secret); err != nil {
			return nil, err
		}
	}
	o, _ := a.originOf(r)
	return &answered[wire.SignedOut]{[]http.Cookie{cookie(o, sessionCookie, "", -time.Second)}, wire.SignedOut{OK: true}}, nil
}
