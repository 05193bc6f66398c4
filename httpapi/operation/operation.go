package operation

import (
	"context"
	"log/slog"
	"maps"
	"mime"
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"
	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/httpapi/fair"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/wire"
)

// Guard makes the middleware that lets only operators with a scope pass, or every operator when the scope is empty.
type Guard func(operator.Scope) func(huma.Context, func(huma.Context))

// API is where operations are registered.
type API struct {
	huma   huma.API
	log    *slog.Logger
	guard  Guard // nil: there are no operators
	bounds map[string]Bounds
	turns  *Turns // of what takes long and is for operators: strangers hold up none of them

	missing echo.HandlerFunc // what a browser gets where there is nothing; nil: the same as everybody
}

// New adds an empty API to a router. Neither its description nor a page that loads scripts from elsewhere is served, and answers carry no
// links to schemas.
func New(router *echo.Echo, config huma.Config, log *slog.Logger) *API {
	config.OpenAPIPath, config.DocsPath, config.SchemasPath, config.CreateHooks = "", "", "", nil
	config.Transformers = []huma.Transformer{plainProblem}
	config.Formats = strictJSON()
	config.RejectUnknownQueryParameters = true
	a := &API{huma: humaecho.NewV4(router, config), log: log, bounds: map[string]Bounds{}, turns: NewTurns(1)}
	router.HTTPErrorHandler = a.RouteError
	return a
}

// SetGuard says who may use operations for operators; before it no such operation can be registered.
func (a *API) SetGuard(g Guard) { a.guard = g }

// SetMissing says what a browser gets where there is nothing. Programs, and everybody below /api/, get a problem.
func (a *API) SetMissing(page echo.HandlerFunc) { a.missing = page }

// OpenAPI is the description of what was registered so far.
func (a *API) OpenAPI() *huma.OpenAPI { return a.huma.OpenAPI() }

// Huma is the framework's own API, for answers of a form that this package does not know.
func (a *API) Huma() huma.API { return a.huma }

// Operation is what is to be known of one besides its handler.
type Operation struct {
	ID, Method, Path     string // without a method: GET
	Tag                  string // the group that it belongs to
	Summary, Description string
	Guarded              bool           // for operators only
	Scope                operator.Scope // that they need; empty: any
	Refusals             []Refusal      // besides the general ones
	Bounds               Bounds         // zero fields: the general ones
	Responses            map[string]*huma.Response
}

// Answer is an answer with a body, in the shape that the framework wants.
type Answer[T any] struct {
	Status int `json:"-"`
	Body   T
}

// Register adds an operation. Every error of the handler becomes a problem document. When I has a field Body, that is the
// request's body: JSON without unknown fields, MaxJSON bytes at most unless the operation says otherwise.
func Register[I, T any](a *API, o Operation, handler func(context.Context, *I) (T, error)) {
	RegisterRaw(a, o, func(ctx context.Context, in *I) (*Answer[T], error) {
		out, err := handler(ctx, in)
		return &Answer[T]{Status: http.StatusOK, Body: out}, err
	})
}

// RegisterRaw adds an operation whose handler makes the whole answer.
func RegisterRaw[I, O any](a *API, o Operation, handler func(context.Context, *I) (*O, error)) {
	_, sends := reflect.TypeFor[I]().FieldByName("Body")
	op := a.describe(&o, sends)
	huma.Register(a.huma, op, func(ctx context.Context, in *I) (*O, error) {
		out, err := handler(ctx, in)
		if err != nil {
			return nil, a.Problem(ctx, err)
		}
		return out, nil
	})
}

// Describe is an operation as the framework wants it, for those that are registered in another way.
func (a *API) Describe(o Operation) huma.Operation { return a.describe(&o, false) }

func (a *API) describe(o *Operation, sends bool) huma.Operation {
	if o.Method == "" {
		o.Method = http.MethodGet
	}
	op := huma.Operation{
		OperationID: o.ID, Method: o.Method, Path: o.Path, Tags: []string{o.Tag}, Summary: o.Summary, Description: o.Description,
		Middlewares: huma.Middlewares{withRequest},
	}
	if o.Guarded {
		op.Middlewares = append(op.Middlewares, a.guard(o.Scope))
		op.Security = []map[string][]string{{"token": {}}, {"session": {}}}
		who := "For operators."
		if o.Scope != "" {
			who = "For operators with the scope " + string(o.Scope) + "."
		}
		op.Description = strings.TrimSpace(o.Description + " " + who)
		if o.Bounds.Cost.Turn {
			op.Middlewares = append(op.Middlewares, a.inTurn)
		}
	}
	op.Description = strings.TrimSpace(op.Description + " " + o.Bounds.Cost.String())
	if sends {
		op.Middlewares = append(op.Middlewares, a.jsonOnly)
		if o.Bounds.Body == 0 {
			o.Bounds.Body = MaxJSON
		}
		// One byte more than allowed shows that there is too much.
		op.MaxBodyBytes, op.BodyReadTimeout = o.Bounds.Body+1, o.Bounds.Read
	}
	a.setBounds(o.Method, o.Path, o.Bounds)
	op.Responses = a.problems(o.refusals(sends))
	maps.Copy(op.Responses, o.Responses)
	return op
}

// jsonOnly refuses bodies that do not say that they are JSON: what a form of another site can send never does.
func (a *API) jsonOnly(ctx huma.Context, next func(huma.Context)) {
	kind, parameters, err := mime.ParseMediaType(ctx.Header("Content-Type"))
	charset := parameters["charset"]
	if err != nil || kind != "application/json" || (charset != "" && !strings.EqualFold(charset, "utf-8")) ||
		ctx.Header("Content-Encoding") != "" {
		a.Refuse(ctx, wire.NewProblem(http.StatusUnsupportedMediaType, codeMediaType,
			"send the body as JSON: Content-Type: application/json, not compressed"))
		return
	}
	next(ctx)
}

// inTurn has what takes long and is for operators wait for its turn. Each operator is a client.
func (a *API) inTurn(ctx huma.Context, next func(huma.Context)) {
	name, _ := ctx.Context().Value(operatorKey).(string)
	turn, err := a.turns.Take(ctx.Context(), fair.Named(name))
	if err != nil {
		ctx.SetHeader("Retry-After", "5")
		a.Refuse(ctx, err)
		return
	}
	defer turn.End()
	next(huma.WithValue(ctx, turnKey, turn))
}
