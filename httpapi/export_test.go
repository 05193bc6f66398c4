package httpapi

import "net/http"

// KeepExports sets how many bytes of a run's file are kept in memory.
func KeepExports(h http.Handler, most int) { h.(*site).api.sender.Buffer = most }
