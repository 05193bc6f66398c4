package main

import (
	"bytes"
	"context"
	"fmt"

	"github.com/transparency-dev/formats/log"
	"github.com/transparency-dev/merkle/compact"
	"github.com/transparency-dev/merkle/rfc6962"
	"github.com/transparency-dev/tessera/client"
	"golang.org/x/mod/sumdb/note"
)

// grew accepts a checkpoint that is of the same tree as the one before, and not of a smaller one.
func grew(ctx context.Context, from *client.HTTPFetcher, before, now []byte, v note.Verifier, origin string) error {
	if len(before) == 0 {
		return nil
	}
	old, _, _, err := log.ParseCheckpoint(before, origin, v)
	if err != nil {
		return err
	}
	next, _, _, err := log.ParseCheckpoint(now, origin, v)
	if err != nil {
		return err
	}
	switch {
	case next.Size < old.Size:
		return fmt.Errorf("rolled back from %d leaves to %d", old.Size, next.Size)
	case next.Size == old.Size && !bytes.Equal(next.Hash, old.Hash):
		return fmt.Errorf("a fork: two trees of %d leaves", old.Size)
	}
	tracker, err := client.NewLogStateTracker(ctx, from.ReadTile, before, v, origin, client.UnilateralConsensus(
		func(context.Context) ([]byte, error) { return now, nil }))
	if err != nil {
		return err
	}
	if _, _, _, err := tracker.Update(ctx); err != nil {
		return fmt.Errorf("a fork: the tree of %d leaves does not begin with that of %d: %w", next.Size, old.Size, err)
	}
	return nil
}

// everyEntry reads all entries and computes the root that they lead to.
func everyEntry(ctx context.Context, from *client.HTTPFetcher, c *log.Checkpoint) error {
	tree := (&compact.RangeFactory{Hash: rfc6962.DefaultHasher.HashChildren}).NewEmptyRange(0)
	const width = 256
	for bundle := uint64(0); bundle*width < c.Size; bundle++ {
		entries, err := client.GetEntryBundle(ctx, from.ReadEntryBundle, bundle, c.Size)
		if err != nil {
			return fmt.Errorf("entries %d: %w", bundle, err)
		}
		for _, entry := range entries.Entries {
			if err := tree.Append(rfc6962.DefaultHasher.HashLeaf(entry), nil); err != nil {
				return err
			}
		}
	}
	root, err := tree.GetRootHash(nil)
	if err != nil {
		return err
	}
	if tree.End() != c.Size || !bytes.Equal(root, c.Hash) {
		return fmt.Errorf("changed: %d entries lead to the root %x, the checkpoint says %d with %x", tree.End(), root, c.Size, c.Hash)
	}
	return nil
}
