package httpapi

import (
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/httpapi/operators"
	"github.com/nodeledger/nodeledger/notice"
	"github.com/nodeledger/nodeledger/wire"
)

// describeWebhooks puts into the description what endpoints of notices are sent: one webhook for each type.
func describeWebhooks(h *operation.API) {
	body := h.JSON(wire.NoticeBody{}, "").Content["application/json"].Schema
	header := func(name, means string) *huma.Param {
		return &huma.Param{Name: name, In: "header", Required: true, Description: means, Schema: &huma.Schema{Type: "string"}}
	}
	all := map[string]*huma.PathItem{}
	for _, t := range notice.Types() {
		all[string(t)] = &huma.PathItem{Post: &huma.Operation{
			OperationID: "webhook-" + strings.NewReplacer(".", "-", "_", "-").Replace(string(t)), Tags: []string{operators.Tag},
			Summary:     "A notice of the type " + string(t),
			Description: "Sent to the endpoints that the server's configuration names, in the form of Standard Webhooks.",
			Parameters: []*huma.Param{
				header("webhook-id", "Of the notice: the same however often it is sent"),
				header("webhook-timestamp", "When it is sent, in seconds since 1970"),
				header("webhook-signature", "v1, and the base64 of HMAC-SHA-256 over id.timestamp.body; several are separated by blanks"),
			},
			RequestBody: &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"application/json": {Schema: &huma.Schema{
				AllOf: []*huma.Schema{body, {Type: "object", Required: []string{"type"}, Properties: map[string]*huma.Schema{
					"type": {Type: "string", Enum: []any{string(t)}},
				}}},
			}}}},
			Responses: map[string]*huma.Response{
				"2XX": {Description: "It was taken"}, "410": {Description: "The endpoint is no more: nothing is sent until an operator tries it"},
				"default": {Description: "It is sent again later"},
			},
		}}
	}
	h.OpenAPI().Webhooks = all
}
