// Package mail sends notices as plain text over SMTP, in English or Chinese.
//
// Guarantees:
//   - Mails go over TLS, unless the configuration says tls: none: STARTTLS is required, or TLS from the first byte. Certificates are
//     verified. A password is never sent without.
//   - The Message-ID of a mail is that of its notice, so that a mail which is sent twice can be known as one.
//   - An error names the server's answer, and no password.
package mail
