package httpapi

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"

	"github.com/nodeledger/nodeledger/operator"
)

// csrfHeader carries the session's token that a page of another site cannot know.
const csrfHeader = "X-CSRF-Token"

type contextKey int

const (
	actorKey contextKey = iota
	requestKey
	idKey
)

// operatorOf is who makes the request; ok is false outside of operations that require an operator.
func operatorOf(ctx context.Context) (actor operator.Actor, ok bool) {
	actor, ok = ctx.Value(actorKey).(operator.Actor)
	return actor, ok
}

// requestOf is the request as it came, for operations that need more of it than their input has.
func requestOf(ctx context.Context) *http.Request {
	r, _ := ctx.Value(requestKey).(*http.Request)
	return r
}

// visited lets an operation see the request.
func visited(ctx huma.Context, next func(huma.Context)) {
	next(huma.WithValue(ctx, requestKey, humaecho.UnwrapV4(ctx).Request()))
}

// require lets only operators with a scope pass, or every operator when the scope is empty. It looks before anything of the
// body is read.
func (a *api) require(scope operator.Scope) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		actor, err := a.authenticate(humaecho.UnwrapV4(ctx).Request(), a.clock.Now())
		if err == nil && scope != "" && !actor.May(scope) {
			err = newProblem(codeForbidden, "this key of "+actor.Name()+" has not the scope "+string(scope)+": use another key, or ask an operator with the scope admin")
		}
		if err != nil {
			a.refuse(ctx, err)
			return
		}
		next(huma.WithValue(ctx, actorKey, actor))
	}
}

// authenticate is who makes a request: by the token in its header Authorization, or by a session. With a token the cookies do
// not count. Whoever has a session and changes something has to come from the page itself.
func (a *api) authenticate(r *http.Request, now time.Time) (operator.Actor, error) {
	registry := a.operators()
	if given := r.Header.Values("Authorization"); len(given) > 0 {
		kind, secret, _ := strings.Cut(given[0], " ")
		if len(given) > 1 || !strings.EqualFold(kind, "Bearer") {
			return operator.Actor{}, newProblem(codeUnauthenticated, "give one header Authorization: Bearer and the token")
		}
		return vouched(registry.Token(strings.TrimSpace(secret), now))
	}
	s, _, err := a.sessionOf(r, now)
	if err != nil {
		return operator.Actor{}, err
	}
	if err := a.fromThePage(r, &s); err != nil {
		return operator.Actor{}, err
	}
	return vouched(registry.Wallet(s.wallet, now))
}

// sessionOf is the session that a request belongs to, and its secret.
func (a *api) sessionOf(r *http.Request, now time.Time) (s session, secret string, err error) {
	if o, ok := a.originOf(r); ok {
		secret = cookieOf(r, o, sessionCookie)
	}
	if s, ok := a.sessions.of(secret, now); ok {
		return s, secret, nil
	}
	return s, "", newProblem(codeUnauthenticated, "this is for operators: sign in, or send a token in the header Authorization")
}

// fromThePage refuses what a page of another site makes a visitor's browser send.
func (a *api) fromThePage(r *http.Request, s *session) error {
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		return nil
	}
	if o, ok := a.originOf(r); !ok || r.Header.Get("Origin") != o.String() {
		return newProblem(codeForbidden, "the request does not come from the page of this site: its header Origin is another one")
	}
	if !s.meant(r.Header.Get(csrfHeader)) {
		return newProblem(codeForbidden, "the request has not the session's token in the header "+csrfHeader+": read it from /api/v1/session")
	}
	return nil
}

// vouched gives the registry's refusal its status.
func vouched(actor operator.Actor, err error) (operator.Actor, error) {
	if err != nil {
		return operator.Actor{}, newProblem(codeUnauthenticated, err.Error())
	}
	return actor, nil
}

// refuse ends a request with a problem before its handler.
func (a *api) refuse(ctx huma.Context, err error) {
	var p *Problem
	if !errors.As(err, &p) {
		p = a.problem(ctx.Context(), err)
	}
	ctx.SetHeader("Content-Type", p.ContentType(""))
	ctx.SetStatus(p.Status)
	if err := json.NewEncoder(ctx.BodyWriter()).Encode(p); err != nil {
		a.log.Warn("an error could not be sent", "error", err)
	}
}
