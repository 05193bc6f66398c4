package auth

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// csrfHeader carries the session's token that a page of another site cannot know.
const csrfHeader = "X-CSRF-Token"

type contextKey struct{}

// caller is who makes a request, and how the engine is to have it.
type caller struct {
	operator.Actor

	by engine.By
}

// OperatorOf is who makes the request; ok is false outside of operations that require an operator.
func OperatorOf(ctx context.Context) (actor operator.Actor, ok bool) {
	c, ok := ctx.Value(contextKey{}).(caller)
	return c.Actor, ok
}

// By is the operator who makes a request, as the engine wants to have it.
func By(ctx context.Context) (engine.By, error) {
	c, ok := ctx.Value(contextKey{}).(caller)
	if !ok || !c.Verified() {
		return engine.By{}, notSignedIn()
	}
	return c.by, nil
}

func notSignedIn() error {
	return problem.New(problem.NotAuthenticated, "", "this is for operators: sign in, or send a token in the header Authorization")
}

// Require lets only operators with a scope pass, or every operator when the scope is empty. It looks before anything of the
// body is read.
func (a *Auth) Require(scope operator.Scope) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		who, err := a.authenticate(humaecho.UnwrapV4(ctx).Request(), a.clock.Now())
		if err == nil && scope != "" && !who.May(scope) {
			err = problem.New(problem.Forbidden, "",
				"this key of %s lacks the scope %s: use another key, or ask an operator with the scope admin", who.Name(), scope)
		}
		if err != nil {
			a.api.Refuse(ctx, err)
			return
		}
		next(operation.WithOperator(huma.WithValue(ctx, contextKey{}, who), who.Name()))
	}
}

// authenticate is who makes a request: by the token in its header Authorization, or by a session. With a token the cookies do
// not count. Whoever has a session and changes something must come from the page itself.
func (a *Auth) authenticate(r *http.Request, now time.Time) (who caller, err error) {
	registry := a.operators()
	if given := r.Header.Values("Authorization"); len(given) > 0 {
		kind, secret, _ := strings.Cut(given[0], " ")
		if len(given) > 1 || !strings.EqualFold(kind, "Bearer") {
			return who, problem.New(problem.NotAuthenticated, "", "give one header Authorization: Bearer and the token")
		}
		secret = strings.TrimSpace(secret)
		who.Actor, err = registry.Token(secret, now)
		who.by = engine.By{Name: who.Name(), Token: secret}
		return who, err
	}
	s, secret, err := a.sessionOf(r, now)
	if err != nil {
		return who, err
	}
	if err := a.checkForged(r, &s); err != nil {
		return who, err
	}
	who.Actor, err = registry.SignedIn(s.wallet, s.issued, now)
	who.by = engine.By{Name: who.Name(), Session: s.signedIn(secret)}
	return who, err
}

// sessionOf is the session that a request belongs to, and its secret.
func (a *Auth) sessionOf(r *http.Request, now time.Time) (s session, secret string, err error) {
	if o, ok := a.originOf(r); ok {
		secret = cookieOf(r, o, sessionCookie)
	}
	s, ok, err := a.find(r.Context(), secret, now)
	if err == nil && !ok {
		err = notSignedIn()
	}
	if err != nil {
		return s, "", err
	}
	return s, secret, nil
}

// checkForged refuses what a page of another site makes a visitor's browser send.
func (a *Auth) checkForged(r *http.Request, s *session) error {
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		return nil
	}
	if o, ok := a.originOf(r); !ok || r.Header.Get("Origin") != o.String() {
		return problem.New(problem.Forbidden, "", "the request does not come from the page of this site: its header Origin is another one")
	}
	if !s.csrfMatches(r.Header.Get(csrfHeader)) {
		return problem.New(problem.Forbidden, "", "the request is missing the CSRF token in the header %s: read it from /api/v1/session",
			csrfHeader)
	}
	return nil
}
