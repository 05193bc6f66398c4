package demo

import (
	"context"

	"github.com/nodeledger/nodeledger/store"
)

// Unsettle has something done each time before everything on the chain becomes final.
func (s *Sale) Unsettle(do func(context.Context) error) { s.unsettle = do }

// Books are the sale's.
func (s *Sale) Books() *store.Store { return s.books }
