package merkle_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/payout/merkle"
)

// vectors is the folder with vectors.json and merkle/, or nothing when it is not on this machine.
func vectors(t *testing.T) string {
	t.Helper()
	given := os.Getenv("NODELEDGER_VECTORS")
	folder := cmp.Or(given, filepath.Join(root, "../shared/data"))
	switch _, err := os.Stat(filepath.Join(folder, "vectors.json")); {
	case err != nil && given != "":
		t.Fatalf("NODELEDGER_VECTORS: %v", err)
	case err != nil:
		return ""
	}
	return folder
}

// parsed is a leaf from the form of dumps.
func parsed(t *testing.T, wallet, amount string) merkle.Leaf {
	t.Helper()
	var l merkle.Leaf
	if n, err := fmt.Sscanf(wallet, "0x%x", &wallet); n != 1 || err != nil || copy(l.Wallet[:], wallet) != 20 {
		t.Fatalf("%q is not an address", wallet)
	}
	u, err := uint256.FromDecimal(amount)
	if err != nil {
		t.Fatal(err)
	}
	l.Amount = *u
	return l
}

func TestPublishedRootsAndProofs(t *testing.T) {
	var file struct {
		Trees []struct {
			Leaves int
			Root   string
			Proofs []struct{ Value, Proof []string }
		} `json:"merkle_standard_v1"`
	}
	folder := vectors(t)
	if folder == "" {
		t.Log("vectors.json is not on this machine: the published roots were not checked")
	} else {
		text, err := os.ReadFile(filepath.Join(folder, "vectors.json"))
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &file); err != nil {
			t.Fatal(err)
		}
		if len(file.Trees) == 0 {
			t.Fatal("vectors.json has no trees")
		}
	}
	for _, published := range file.Trees {
		tree, err := merkle.Build(grid(published.Leaves))
		if err != nil {
			t.Fatal(err)
		}
		if got := tree.Root().String(); got != published.Root {
			t.Errorf("%d leaves: root %s, published is %s", published.Leaves, got, published.Root)
		}
		for _, p := range published.Proofs {
			leaf := parsed(t, p.Value[0], p.Value[1])
			proof, ok := tree.ProofOf(leaf.Wallet)
			if got, want := fmt.Sprint(proof), fmt.Sprint(p.Proof); !ok || got != want {
				t.Errorf("%d leaves, %s: proof %s, published is %s", published.Leaves, leaf.Wallet, got, want)
			}
			if !merkle.Verify(tree.Root(), leaf, proof) {
				t.Errorf("%d leaves: the published proof of %s does not lead to the root", published.Leaves, leaf.Wallet)
			}
		}
	}
	// One leaf is its own root and needs no proof.
	tree, err := merkle.Build(grid(1))
	if err != nil {
		t.Fatal(err)
	}
	if !merkle.Verify(tree.Root(), grid(1)[0], nil) {
		t.Error("the only leaf is not the root")
	}
}

func TestPublishedTreesAreRead(t *testing.T) {
	folder := vectors(t)
	if folder == "" {
		t.Log("the published trees are not on this machine and were not checked")
	} else {
		for name, leaves := range map[string]int{"node-sale-tree.json": 5, "lido-ics-tree.json": 236} {
			text, err := os.ReadFile(filepath.Join(folder, "merkle", name))
			if err != nil {
				t.Fatal(err)
			}
			tree, err := merkle.Load(bytes.NewReader(text))
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if tree.Len() != leaves {
				t.Errorf("%s: %d leaves, published with %d", name, tree.Len(), leaves)
			}
			if !bytes.Contains(text, []byte(`"tree":["`+tree.Root().String())) {
				t.Errorf("%s: root %s is not the first node", name, tree.Root())
			}
			reload(t, name, tree)
		}
	}
	tree, err := merkle.Build(scattered(236))
	if err != nil {
		t.Fatal(err)
	}
	reload(t, "a tree of ours", tree)
}

// reload writes a tree and reads it, twice: the second text is the first.
func reload(t *testing.T, name string, tree *merkle.Tree) {
	t.Helper()
	var first, second bytes.Buffer
	if err := tree.Dump(&first); err != nil {
		t.Fatal(err)
	}
	back, err := merkle.Load(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if err := back.Dump(&second); err != nil {
		t.Fatal(err)
	}
	if at := differ(first.Bytes(), second.Bytes()); at >= 0 {
		t.Errorf("%s: what was read and written again differs at byte %d", name, at)
	}
	for i := range tree.Len() {
		if tree.Leaf(i) != back.Leaf(i) {
			t.Fatalf("%s: leaf %d changed", name, i)
		}
	}
}
