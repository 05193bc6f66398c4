// Package webhook sends notices over HTTP as Standard Webhooks (https://www.standardwebhooks.com) says it: signed, with an ID that stays
// the same however often a notice is sent.
//
// Guarantees:
//   - The address that a name leads to is looked at when it is dialled: one that is not of the public Internet is refused, unless the
//     endpoint may be private. Only such an endpoint may be without TLS. Certificates are always verified.
//   - Redirects are not followed, proxies of the environment are not used, an attempt ends after [Timeout], and of an answer no more than
//     its status is kept.
//   - An error names neither the URL's path nor a secret.
//
// Not guaranteed: that a receiver sees a notice once. It keeps the IDs that it has seen.
package webhook
