package sale_test

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// recorded reads the run of GPU.net's contract that is kept in testdata, block by block.
func recorded(t *testing.T, contract common.Address) []sale.Block {
	t.Helper()
	file, err := os.ReadFile(filepath.Join("..", "testdata", "gpunet-sale", "blocks.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var blocks []sale.Block
	lines := bufio.NewScanner(bytes.NewReader(file))
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var line struct {
			Block struct {
				Number, Timestamp hexutil.Uint64
				Hash              common.Hash
				Transactions      []struct {
					Hash             common.Hash
					To               *common.Address
					Value            *hexutil.Big
					Input            hexutil.Bytes
					TransactionIndex hexutil.Uint64
				}
			}
			Receipts []struct {
				Status hexutil.Uint64
				Logs   []struct {
					Address                    common.Address
					Topics                     []common.Hash
					Data                       hexutil.Bytes
					TransactionHash            common.Hash
					TransactionIndex, LogIndex hexutil.Uint64
				}
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		b := sale.Block{Number: uint64(line.Block.Number), Hash: line.Block.Hash, Time: uint64(line.Block.Timestamp)}
		for i, tx := range line.Block.Transactions {
			if tx.To == nil {
				continue
			}
			value, _ := uint256.FromBig(tx.Value.ToInt())
			b.Txs = append(b.Txs, evm.Tx{
				Hash: tx.Hash, Index: uint32(i), To: *tx.To, Value: *value, Input: tx.Input, Success: line.Receipts[i].Status == 1,
			})
		}
		for _, r := range line.Receipts {
			for _, l := range r.Logs {
				if l.Address == contract {
					b.Logs = append(b.Logs, evm.Log{
						Address: l.Address, Topics: l.Topics, Data: l.Data, TxHash: l.TransactionHash,
						TxIndex: uint32(l.TransactionIndex), Index: uint32(l.LogIndex),
					})
				}
			}
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// expectedRows reads the right answers, by column name.
func expectedRows(t *testing.T) []map[string]string {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "testdata", "gpunet-sale", "expected.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	all, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range all[1:] {
		row := map[string]string{}
		for i, name := range all[0] {
			row[name] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func load(t *testing.T) *program.Program {
	t.Helper()
	p, err := program.Load(filepath.Join("..", "testdata", "programs", "gpunet-recorded.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// replay gives every purchase of the recorded run, resolved, and the state at its end. change may alter the blocks.
func replay(t *testing.T, change func(*sale.Block)) ([]sale.Purchase, *sale.State) {
	t.Helper()
	p := load(t)
	reader, err := sale.NewReader(p)
	if err != nil {
		t.Fatal(err)
	}
	state := sale.NewState(p)
	var purchases []sale.Purchase
	for _, b := range recorded(t, p.Sale.Contract) {
		if change != nil {
			change(&b)
		}
		events, err := reader.Read(&b)
		if err != nil {
			t.Fatal(err)
		}
		for _, event := range events {
			if pay, ok := event.(sale.Payment); ok {
				bought, err := state.Buy(pay)
				if err != nil {
					t.Fatal(err)
				}
				purchases = append(purchases, bought)
			} else if _, err := state.Set(event); err != nil {
				t.Fatal(err)
			}
		}
	}
	return purchases, state
}

func TestEveryRecordedPurchaseIsRightToTheWei(t *testing.T) {
	t.Parallel()
	purchases, state := replay(t, nil)
	rows := expectedRows(t)
	if len(purchases) != len(rows) {
		t.Fatalf("%d purchases, %d are expected", len(purchases), len(rows))
	}
	for i, row := range rows {
		p := &purchases[i]
		referrer := ""
		if p.Referred {
			referrer = common.Address(p.Referrer).Hex()
		}
		want := row["referrer"]
		if want != "" {
			want = common.HexToAddress(want).Hex()
		}
		for _, c := range [][3]string{
			{"buyer", common.Address(p.Buyer).Hex(), common.HexToAddress(row["buyer"]).Hex()},
			{"quantity", strconv.FormatUint(p.Quantity, 10), row["quantity"]},
			{"tier_split", p.Tiers(), row["tier_split"]},
			{"ref_code", p.Code, row["ref_code"]},
			{"code_active", strconv.FormatBool(p.Referred), row["code_active"]},
			{"referrer", referrer, want},
			{"list_price_wei", p.List.Digits(), row["list_price_wei"]},
			{"discount_wei", p.Discount.Digits(), row["discount_wei"]},
			{"gross_value_sent_wei", p.Paid.Digits(), row["gross_value_sent_wei"]},
			{"referral_wei", p.Referral.Digits(), row["referral_wei"]},
			{"treasury_wei", p.Treasury.Digits(), row["treasury_wei"]},
			{"dust_wei", p.Dust.Digits(), row["dust_wei"]},
			{"log_index", strconv.Itoa(int(p.Index)), row["log_index"]},
			{"tx_hash", p.TxHash.Hex(), row["tx_hash"]},
		} {
			if c[1] != c[2] {
				t.Errorf("purchase %s: %s is %s, expected %s", row["n"], c[0], c[1], c[2])
			}
		}
		if p.Unresolved || p.Has(sale.OffLadder) || p.Has(sale.NoFit) || p.Has(sale.ValueDiffers) {
			t.Errorf("purchase %s: flags %v, unresolved %v", row["n"], p.Flags, p.Unresolved)
		}
	}
	got := state.Totals
	for name, c := range map[string][2]string{
		"nodes": {strconv.FormatUint(got.Nodes, 10), "978"}, "list": {got.List.Digits(), "164237500000000040010"},
		"gross": {got.Gross.Digits(), "151986250000000036997"}, "referral": {got.Referral.Digits(), "11026125000000002689"},
		"treasury": {got.Treasury.Digits(), "140960125000000034286"}, "dust": {got.Dust.Digits(), "22"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s is %s, expected %s", name, c[0], c[1])
		}
	}
	if got.Flags[sale.SelfReferral] != 1 || got.Flags[sale.ZeroNodes] != 2 || got.Flags[sale.UnknownCode] != 2 {
		t.Errorf("flags %v", got.Flags)
	}
	left := map[int]uint64{1: 0, 2: 0, 3: 1, 4: 7, 5: 50, 6: 6, 7: 20, 8: 33, 9: 38, 10: 42, 11: 66, 12: 0, 13: 0, 14: 0, 15: 47}
	for i, r := range state.Ladder.Rungs {
		if r.Left() != left[i+1] {
			t.Errorf("tier %d has %d left, the contract said %d", i+1, r.Left(), left[i+1])
		}
	}
}

// Without the transactions' values and with no tiers known, some payments fit two totals. They must be left open, one wei
// each, and never be guessed.
func TestWhatNothingSettlesStaysUnresolved(t *testing.T) {
	t.Parallel()
	purchases, state := replay(t, func(b *sale.Block) { b.Txs = nil })
	open := uint64(0)
	for i, row := range expectedRows(t) {
		p := &purchases[i]
		if p.Unresolved {
			open++
			if p.Dust.IsZero() == false {
				t.Errorf("purchase %s: dust %s was guessed", row["n"], p.Dust)
			}
			continue
		}
		if p.Paid.Digits() != row["gross_value_sent_wei"] || p.Dust.Digits() != row["dust_wei"] {
			t.Errorf("purchase %s: paid %s, dust %s", row["n"], p.Paid.Digits(), p.Dust.Digits())
		}
	}
	if open == 0 || open != state.Totals.Unresolved {
		t.Errorf("%d are unresolved, the totals say %d", open, state.Totals.Unresolved)
	}
	want, _ := state.Totals.Treasury.Add(state.Totals.Referral)
	if want, _ = want.Add(state.Totals.Dust); want != state.Totals.Gross {
		t.Errorf("treasury + referral + dust is %s, gross is %s", want, state.Totals.Gross)
	}
}
