package traces

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"

	"github.com/nodeledger/nodeledger/problem"
)

// Traces makes spans. A nil *Traces makes none.
type Traces struct {
	provider *sdk.TracerProvider
	tracer   trace.Tracer
}

// Open makes spans for the collector at a URL, such as http://127.0.0.1:4318, whose path for traces is /v1/traces unless the URL has one.
// An empty URL is nobody's: nil. version is that of the program. *problem.Error where the URL is not one of HTTP.
func Open(at, version string, log *slog.Logger) (*Traces, error) {
	if at == "" {
		return nil, nil
	}
	to, err := url.Parse(at)
	if err != nil || to.Host == "" || to.Scheme != "http" && to.Scheme != "https" {
		return nil, problem.Invalidf("--traces is not a URL of a collector; write it such as http://127.0.0.1:4318")
	}
	if to.Path == "" || to.Path == "/" {
		to.Path = "/v1/traces"
	}
	sends := &exporter{to: to.String(), client: &http.Client{Timeout: 10 * time.Second}, log: log}
	provider := sdk.NewTracerProvider(
		sdk.WithBatcher(sends),
		sdk.WithResource(resource.NewSchemaless(attribute.String("service.name", "nodeledger"), attribute.String("service.version", version))),
	)
	return &Traces{provider, provider.Tracer("github.com/nodeledger/nodeledger")}, nil
}

// Close sends what is left, for a few seconds at most.
func (t *Traces) Close() {
	if t == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	_ = t.provider.Shutdown(ctx) // what cannot be sent is dropped
}

// methods are those that the API answers.
var methods = []string{http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch,
	http.MethodDelete, http.MethodOptions}

// Request begins the span of a request by its route. What it gives is called with the status of the answer.
func (t *Traces) Request(ctx context.Context, method, route string) (context.Context, func(status int)) {
	if t == nil {
		return ctx, func(int) {}
	}
	if !slices.Contains(methods, method) {
		method = "_OTHER" // as OpenTelemetry calls it: whoever asks may call it anything
	}
	ctx, span := t.tracer.Start(ctx, method+" "+route, trace.WithNewRoot(), trace.WithSpanKind(trace.SpanKindServer), trace.WithAttributes(
		attribute.String("http.request.method", method), attribute.String("http.route", route)))
	return ctx, func(status int) {
		span.SetAttributes(attribute.Int("http.response.status_code", status))
		if status >= http.StatusInternalServerError {
			span.SetStatus(codes.Error, "")
		}
		span.End()
	}
}

// Work begins the span of some other work, such as an update of the books. What it gives is called with how it went.
func (t *Traces) Work(ctx context.Context, name string) (context.Context, func(error)) {
	if t == nil {
		return ctx, func(error) {}
	}
	ctx, span := t.tracer.Start(ctx, name)
	return ctx, func(err error) {
		if err != nil {
			span.SetStatus(codes.Error, "")
		}
		span.End()
	}
}

// Step is a step that each time is a span.
func (t *Traces) Step(name string, step func(context.Context) error) func(context.Context) error {
	if t == nil {
		return step
	}
	return func(ctx context.Context) error {
		ctx, end := t.Work(ctx, name)
		err := step(ctx)
		end(err)
		return err
	}
}

// Database begins the span of what a database is asked for, of a system such as postgresql.
func (t *Traces) Database(ctx context.Context, system, kind string) (end func(error)) {
	if t == nil {
		return func(error) {}
	}
	_, span := t.tracer.Start(ctx, "database "+kind, trace.WithSpanKind(trace.SpanKindClient), trace.WithAttributes(
		attribute.String("db.system.name", system), attribute.String("db.operation.name", kind)))
	return func(err error) {
		if err != nil {
			span.SetStatus(codes.Error, "")
		}
		span.End()
	}
}
