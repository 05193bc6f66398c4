package rewards_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; got\n%s\nwant\n%s", path, got, want)
	}
}

// everybody is one holder of every kind.
func everybody(t testing.TB) []rewards.Holder {
	half, err := rewards.NewHealth(ratio(t, "0.7"), 2)
	if err != nil {
		t.Fatal(err)
	}
	sick, err := rewards.NewHealth(ratio(t, "0"), 0)
	if err != nil {
		t.Fatal(err)
	}
	return []rewards.Holder{
		{Wallet: wallet(1), Nodes: 7},
		{Wallet: wallet(2), Nodes: 45, Compute: ratio(t, "5"), Health: half},
		{Wallet: wallet(3), Nodes: 115, Stake: amount(t, gpoint, "999.5"), Queen: true},
		{Wallet: wallet(4), Compute: ratio(t, "12.25")}, // only in the score file
		{Wallet: wallet(5), Nodes: 4, Compute: ratio(t, "3"), Health: sick},
		{Wallet: wallet(6)},
	}
}

func file(t testing.TB, r *rewards.Result) ([]byte, ledger.Hash) {
	t.Helper()
	var b bytes.Buffer
	hash, err := r.WriteFile(&b)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), hash
}

func TestFilesOfEpochsAreFrozenByDate(t *testing.T) {
	t.Parallel()
	day := func(p *program.Program, day string) []byte {
		text, _ := file(t, closePoints(t, p, rewards.PointsInput{Epoch: epochOf(day), Holders: everybody(t), Issued: amount(t, gpoint, "1440")}))
		return text
	}
	// The programs differ in what holds from 2024-07-01 on: another factor, other pools, another cap.
	old := load(t, "gpunet")
	changed := edited(t, "gpunet",
		`"from":"2024-04-01"}],"title"`, `"from":"2024-04-01"},{"brackets":[{"nodes":"1","factor":"1"},{"nodes":"5","factor":"4/3"}],`+
			`"from":"2024-07-01"}],"title"`,
		`"cap":[{"amount":"2000000","from":"2024-04-01"}]`,
		`"cap":[{"amount":"2000000","from":"2024-04-01"},{"amount":"2500","from":"2024-07-01"}]`,
		`"validators":"0.2"}]`, `"validators":"0.2"},{"from":"2024-07-01","providers":"1/3","queens":"1/3","validators":"1/3"}]`)
	golden(t, "points-2024-06-30.json", day(old, "2024-06-30"))
	golden(t, "points-2024-06-30.json", day(changed, "2024-06-30"))
	golden(t, "points-2024-07-01.json", day(changed, "2024-07-01"))
	if bytes.Equal(day(old, "2024-07-01"), day(changed, "2024-07-01")) {
		t.Error("the new settings change nothing")
	}
}

func TestFileIsCanonicalAndItsHashIsItsOwn(t *testing.T) {
	t.Parallel()
	p, curve := generated(t, "gpunet", "2025-01-01T12:00:00Z")
	staking := everybody(t)
	staking[2].Stake = amount(t, gpu, "999.5") // points are none after the TGE
	token, err := rewards.CloseToken(p, rewards.TokenInput{Epoch: epochOf("2025-01-01"), Curve: curve, Holders: staking})
	if err != nil {
		t.Fatal(err)
	}
	drop, err := rewards.CloseDrop(p, rewards.DropInput{TGE: at(t, "2025-01-01T12:00:00Z"), Holders: everybody(t)})
	if err != nil {
		t.Fatal(err)
	}
	points := closePoints(t, p, rewards.PointsInput{Epoch: epochOf("2024-06-01"), Holders: everybody(t)})
	for _, r := range []*rewards.Result{token, drop, points, closePoints(t, p, rewards.PointsInput{Epoch: epochOf("2024-05-01")})} {
		text, hash := file(t, r)
		if hash != ledger.Hash(sha256.Sum256(text)) {
			t.Errorf("%s: the hash is not the file's", r.Kind)
		}
		decoder := json.NewDecoder(bytes.NewReader(text))
		decoder.UseNumber()
		var content any
		if err := decoder.Decode(&content); err != nil {
			t.Fatalf("%s: %v\n%s", r.Kind, err, text)
		}
		again, err := json.Marshal(content) // sorts keys, writes no white space
		if err != nil || !bytes.Equal(again, text) {
			t.Errorf("%s: not canonical:\n%s\n%s", r.Kind, text, again)
		}
	}
	text, _ := file(t, token)
	golden(t, "token-2025-01-01.json", text)
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestAFileThatCannotBeWrittenIsAnError(t *testing.T) {
	t.Parallel()
	r := closePoints(t, load(t, "gpunet"), rewards.PointsInput{Epoch: epochOf("2024-06-01"), Holders: crowd(2000)})
	if _, err := r.WriteFile(full{}); err == nil || !strings.Contains(err.Error(), "the disk is full") {
		t.Errorf("got %v", err)
	}
}

func TestExplanations(t *testing.T) {
	t.Parallel()
	p, curve := generated(t, "gpunet", "2025-01-01T12:00:00Z")
	points := closePoints(t, p, rewards.PointsInput{Epoch: epochOf("2024-06-30"), Holders: everybody(t), Issued: amount(t, gpoint, "1999000")})
	token, err := rewards.CloseToken(p, rewards.TokenInput{Epoch: epochOf("2025-01-01"), Curve: curve, Holders: everybody(t)})
	if err != nil {
		t.Fatal(err)
	}
	drop, err := rewards.CloseDrop(p, rewards.DropInput{TGE: at(t, "2025-01-01T12:00:00Z"), Holders: everybody(t)})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, n := range []byte{2, 3, 5, 77} {
		b.WriteString(explain(t, points, wallet(n)) + "\n")
	}
	b.WriteString(explain(t, token, wallet(1)) + "\n" + explain(t, drop, wallet(2)))
	golden(t, "explain.txt", []byte(b.String()))
}

// The file writes scores by moving a point; they are the exact ones all the same.
func TestScoresInTheFileAreExact(t *testing.T) {
	t.Parallel()
	base := load(t, "gpunet-docs")
	rapid.Check(t, func(rt *rapid.T) {
		p := *base
		p.Score = program.Always(legalBrackets(rt))
		r, err := rewards.ClosePoints(&p, rewards.PointsInput{Epoch: epochOf("2025-06-01"), Holders: someHolders(rt)})
		if err != nil {
			rt.Fatal(err)
		}
		text, _ := file(t, r)
		var content struct {
			Holders []struct {
				Pools map[string]struct{ Amount, Score, Share, Reason string }
			}
		}
		if err := json.Unmarshal(text, &content); err != nil {
			rt.Fatal(err)
		}
		for i, h := range content.Holders {
			for name, row := range h.Pools {
				pool, _ := r.Pool(name)
				score := pool.Score(i)
				if pool.Fraction(i) == "" {
					score = ""
				}
				if row.Score != score || row.Share != pool.Fraction(i) || row.Amount != pool.Share(i).Digits() ||
					row.Reason != pool.Reason(i).String() {
					rt.Fatalf("the file says %+v, the pool %s, %s, %s, %q", row, pool.Score(i), pool.Fraction(i), pool.Share(i).Digits(), pool.Reason(i))
				}
			}
		}
	})
}
