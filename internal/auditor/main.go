// Command auditor checks published books by nothing but what is published: the checkpoint, the tiles and the proofs.
//
// It has none of the code that keeps the books. The tree is read by transparency-dev's own client, and what a transaction's hash covers is
// written down here once more, from the description of the encoding. Of a published tree of claims it checks that the chain names its
// bytes, and that the books begin with those that the tree came from. It says "accepted" and exits with 0, or names what is wrong and
// exits with 1.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"

	"golang.org/x/mod/sumdb/note"

	"github.com/transparency-dev/tessera/client"
)

func main() {
	address := flag.String("url", "", "where the books are published")
	key := flag.String("key", "", "public key of who signs the checkpoint")
	origin := flag.String("origin", "", "origin of the books")
	kept := flag.String("kept", "", "file of the last checkpoint that was accepted")
	line := flag.String("line", "", "a posting to prove, such as 7/0")
	var of claim
	flag.StringVar(&of.file, "dump", "", "file of a published tree of claims, to be checked against the chain and the books")
	flag.StringVar(&of.rpc, "rpc", "", "node that is asked which trees were proposed")
	flag.StringVar(&of.distributor, "distributor", "", "address of the contract that pays the claims")
	flag.Parse()
	size, err := audit(context.Background(), *address, *key, *origin, *kept, *line, of)
	if err != nil {
		fmt.Fprintln(os.Stderr, "refused:", err)
		os.Exit(1)
	}
	fmt.Println("accepted", size)
}

// audit accepts books that are what was accepted before and perhaps more, and keeps the new checkpoint.
func audit(ctx context.Context, address, key, origin, kept, line string, of claim) (uint64, error) {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return 0, err
	}
	at, err := url.Parse(address + "/")
	if err != nil {
		return 0, err
	}
	from, err := client.NewHTTPFetcher(at, http.DefaultClient)
	if err != nil {
		return 0, err
	}
	now, raw, _, err := client.FetchCheckpoint(ctx, from.ReadCheckpoint, verifier, origin)
	if err != nil {
		return 0, err
	}
	before, err := os.ReadFile(kept)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, err
	}
	if err := grew(ctx, from, before, raw, verifier, origin); err != nil {
		return 0, err
	}
	if err := everyEntry(ctx, from, now); err != nil {
		return 0, err
	}
	if line != "" {
		if err := proveLine(ctx, address, line, now); err != nil {
			return 0, err
		}
	}
	if of.file != "" {
		if err := of.extended(ctx, from, now); err != nil {
			return 0, err
		}
	}
	return now.Size, os.WriteFile(filepath.Clean(kept), raw, 0o600)
}
