package merkle_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"runtime"
	"testing"

	"github.com/nodeledger/nodeledger/payout/merkle"
)

// BenchmarkTree builds a tree and every proof of it.
func BenchmarkTree(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		leaves := grid(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				tree, err := merkle.Build(leaves)
				if err != nil {
					b.Fatal(err)
				}
				for i := range tree.Len() {
					runtime.KeepAlive(tree.Proof(i))
				}
			}
		})
	}
}

// BenchmarkPeerTree is the same with npm's @openzeppelin/merkle-tree: the time from the first leaf to the last proof,
// without the start of node.
func BenchmarkPeerTree(b *testing.B) {
	const n = 100_000
	b.Run(fmt.Sprint(n), func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			node := peer(b, "time", fmt.Sprint(n))
			stdin, err := node.StdinPipe()
			if err != nil {
				b.Fatal(err)
			}
			stdout, err := node.StdoutPipe()
			if err != nil {
				b.Fatal(err)
			}
			if err := node.Start(); err != nil {
				b.Fatal(err)
			}
			lines := bufio.NewScanner(stdout)
			if !lines.Scan() || lines.Text() != "ready" {
				b.Fatalf("node said %q before it began", lines.Text())
			}
			b.StartTimer()
			if _, err := io.WriteString(stdin, "go\n"); err != nil {
				b.Fatal(err)
			}
			if !lines.Scan() || lines.Text() != "done" {
				b.Fatalf("node said %q in the end", lines.Text())
			}
			b.StopTimer()
			if err := node.Wait(); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
	})
}

// BenchmarkDump writes the dump of a tree, and reads it back with every hash checked.
func BenchmarkDump(b *testing.B) {
	tree, err := merkle.Build(grid(1_000_000))
	if err != nil {
		b.Fatal(err)
	}
	var dump bytes.Buffer
	if err := tree.Dump(&dump); err != nil {
		b.Fatal(err)
	}
	b.Run("write/1000000", func(b *testing.B) {
		for b.Loop() {
			if err := tree.Dump(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("load/1000000", func(b *testing.B) {
		for b.Loop() {
			if _, err := merkle.Load(bytes.NewReader(dump.Bytes())); err != nil {
				b.Fatal(err)
			}
		}
	})
}
