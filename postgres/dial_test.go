package postgres

import (
	"context"
	"net"
	"testing"
)

func TestAListenerIsReached(t *testing.T) {
	t.Parallel()
	socket, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	c, err := Dial(t.Context(), "tcp", socket.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

func TestNobodyIsReachedWhoStoppedAsking(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if c, err := Dial(ctx, "tcp", "127.0.0.1:1"); err == nil {
		t.Error("a connection", c.Close())
	}
}
