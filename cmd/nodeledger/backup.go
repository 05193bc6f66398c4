package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use: "backup FILE", Short: "Copy the books into a new file, while they are served", Annotations: readsBooks(),
		Long: `Writes the books as they are at one moment into a new file, while other commands read and write them. A plain copy of the file
would lack what is still in the log beside it. The new file is on disk when the command ends, never half of it stands under its name,
and it is opened and read once. Books in PostgreSQL are backed up by its own tools.`,
		Example: "  nodeledger backup books-2026-06-01.db --db books.db",
		Args:    cobra.ExactArgs(1),
		RunE:    func(c *cobra.Command, args []string) error { return in.backup(c.Context(), args[0]) },
	}
}

func (in *invocation) backup(ctx context.Context, to string) error {
	books, _, err := in.openState(ctx)
	if err != nil {
		return err
	}
	defer books.Close()
	if err := books.Backup(ctx, to); err != nil {
		return err
	}
	made, err := store.ConnectReadOnly(ctx, to)
	if err != nil {
		return fmt.Errorf("the backup was made and cannot be opened: %w", err)
	}
	defer made.Close()
	state, err := made.State(ctx)
	if err != nil {
		return fmt.Errorf("the backup was made and cannot be read: %w", err)
	}
	size, err := os.Stat(to)
	if err != nil {
		return err
	}
	result := wire.Backup{File: to, Bytes: size.Size(), Block: state.Cursor.Head.Number, Transactions: state.Ledger.Sequence,
		Head: state.Ledger.Hash.String()}
	return in.show(result, func(w io.Writer) {
		fmt.Fprintf(w, "%s: %d bytes, books up to block %d, %d transactions, head %s\n", to, result.Bytes, result.Block, result.Transactions,
			result.Head)
	})
}
