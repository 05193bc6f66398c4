package traces

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	common "go.opentelemetry.io/proto/otlp/common/v1"
	resource "go.opentelemetry.io/proto/otlp/resource/v1"
	wire "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/proto"
)

// exporter sends spans as OTLP over HTTP in protobuf's form. OpenTelemetry's own exporter would link gRPC as well, which nothing else here
// needs; the message that a collector takes has the same bytes as TracesData.
type exporter struct {
	to     string
	client *http.Client
	log    *slog.Logger
	failed bool // the last time
}

// ExportSpans implements sdk.SpanExporter; one call at a time. That a collector does not take them is said once.
func (e *exporter) ExportSpans(ctx context.Context, spans []sdk.ReadOnlySpan) error {
	err := e.send(ctx, spans)
	if err != nil && !e.failed {
		e.log.Warn("traces cannot be sent, and are dropped", "error", err)
	} else if err == nil && e.failed {
		e.log.Info("traces are sent again")
	}
	e.failed = err != nil
	return nil // whoever else would be told has nothing to do about it
}

func (e *exporter) send(ctx context.Context, spans []sdk.ReadOnlySpan) error {
	if len(spans) == 0 {
		return nil
	}
	body, err := proto.Marshal(message(spans))
	if err != nil {
		return err
	}
	ask, err := http.NewRequestWithContext(ctx, http.MethodPost, e.to, bytes.NewReader(body))
	if err != nil {
		return err
	}
	ask.Header.Set("Content-Type", "application/x-protobuf")
	answer, err := e.client.Do(ask)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	_, _ = io.CopyN(io.Discard, answer.Body, 64<<10) // so that the connection can be used again
	if answer.StatusCode >= http.StatusMultipleChoices {
		return fmt.Errorf("the collector answers with HTTP %d", answer.StatusCode)
	}
	return nil
}

// Shutdown implements sdk.SpanExporter.
func (e *exporter) Shutdown(context.Context) error {
	e.client.CloseIdleConnections()
	return nil
}

// message has spans of one process in the form of OTLP.
func message(spans []sdk.ReadOnlySpan) *wire.TracesData {
	list := make([]*wire.Span, len(spans))
	for i, s := range spans {
		trace, id, parent := s.SpanContext().TraceID(), s.SpanContext().SpanID(), s.Parent().SpanID()
		list[i] = &wire.Span{
			TraceId: trace[:], SpanId: id[:], Name: s.Name(), Kind: wire.Span_SpanKind(s.SpanKind()), // the numbers are the same
			StartTimeUnixNano: uint64(s.StartTime().UnixNano()), EndTimeUnixNano: uint64(s.EndTime().UnixNano()),
			Attributes: attributes(s.Attributes()), Status: &wire.Status{},
		}
		if s.Parent().IsValid() {
			list[i].ParentSpanId = parent[:]
		}
		if s.Status().Code == codes.Error {
			list[i].Status.Code = wire.Status_STATUS_CODE_ERROR
		}
	}
	first := spans[0]
	return &wire.TracesData{ResourceSpans: []*wire.ResourceSpans{{
		Resource: &resource.Resource{Attributes: attributes(first.Resource().Attributes())},
		ScopeSpans: []*wire.ScopeSpans{{
			Scope: &common.InstrumentationScope{Name: first.InstrumentationScope().Name}, Spans: list,
		}},
	}}}
}

// attributes are texts and whole numbers: there are no others.
func attributes(of []attribute.KeyValue) (list []*common.KeyValue) {
	for _, a := range of {
		value := &common.AnyValue{Value: &common.AnyValue_StringValue{StringValue: a.Value.String()}}
		if a.Value.Type() == attribute.INT64 {
			value.Value = &common.AnyValue_IntValue{IntValue: a.Value.AsInt64()}
		}
		list = append(list, &common.KeyValue{Key: string(a.Key), Value: value})
	}
	return list
}
