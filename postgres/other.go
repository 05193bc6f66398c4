//go:build !linux

package postgres

import "syscall"

// control changes nothing: the system's own patience holds.
func control(string, string, syscall.RawConn) error { return nil }
