package chain_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/synth"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout/evidence"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// TestOptionsOfPayments: a program's tokens, distributor and Safe are watched beside its sale, and what they say is
// evidence of what was paid, a batch of coins included; so is a contract that holds stakes.
func TestOptionsOfPayments(t *testing.T) {
	made := payouts.NodeSale(4, 2)
	safe, distributor, holder, vault := made.Treasury, common.Address{0xd1}, common.Address{19: 9}, common.Address{0xd2}
	p, err := program.Read("paying.yaml", fmt.Appendf(nil, `program: paying
schema: 1
chain: { id: %d, start_block: 1 }
assets:
  ETH: { decimals: 18, kind: native }
  USDT: { decimals: 6, kind: erc20, address: "0x%x" }
  TOK: { decimals: 18, kind: token, supply: 1000 }
sale: { contract: "0x%x", adapter: nodesale }
referral: { settlement: accrued }
payout: { treasury: "0x%x", distributor: { USDT: "0x%x" } }
token: { asset: TOK, allocation: { all: 100%% } }
stakes:
  contracts:
    - contract: "0x%x"
      staked: { event: "Staked(address indexed user, uint256 amount)", holder: user, amount: amount }
      unstaked: { event: "Withdrawn(address indexed user, uint96 amount)", holder: user, amount: amount }
`, synth.ChainID, tether, made.Contract, safe, distributor, vault))
	if err != nil {
		t.Fatal(err)
	}
	claimed := synth.Log{Address: distributor, Topics: []common.Hash{evidence.ClaimedTopic, common.BytesToHash(holder[:]), {7}},
		Data: append(common.LeftPadBytes([]byte{3}, 32), common.LeftPadBytes([]byte{8}, 32)...)}
	batch := synth.MultiSend(common.Address{5}, synth.Execution{To: holder, Value: *uint256.NewInt(11)},
		synth.Execution{To: distributor, Value: *uint256.NewInt(12)})
	staking := func(event string, of common.Address, units byte) synth.Log {
		return synth.Log{Address: vault, Topics: []common.Hash{evm.Topic(event), common.BytesToHash(of[:])},
			Data: common.LeftPadBytes([]byte{units}, 32)}
	}
	made.Blocks = append(made.Blocks, made.Chain.Add(
		synth.Tx{To: vault, Logs: []synth.Log{staking("Staked(address,uint256)", holder, 40), staking("Paused(address,uint256)", holder, 1),
			staking("Staked(address,uint256)", holder, 0), staking("Withdrawn(address,uint96)", holder, 15)}},
		synth.Tx{To: distributor, Logs: []synth.Log{synth.TransferLog(tether, distributor, holder, uint256.NewInt(3)), claimed}},
		synth.Execute(safe, batch, true), synth.Execute(common.Address{6}, batch, true),
	))
	for _, level := range levels {
		s := made.Serve()
		o, err := chain.OptionsOf(p, []string{serve(t, s)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		o.Level = level
		for _, final := range []bool{true, false} {
			var payments []evidence.Payment
			var stakes []sale.Staked
			proven := proves(t, dial(t, o), made, final)
			for i := range proven.Blocks {
				b := &proven.Blocks[i].Facts
				more, unread := evidence.Of(p).Read(b.Logs, b.Txs)
				if len(unread) > 0 {
					t.Fatal(unread)
				}
				payments = append(payments, more...)
				staked, err := sale.StakesIn(p, b)
				if err != nil {
					t.Fatal(err)
				}
				stakes = append(stakes, staked...)
			}
			if len(stakes) != 2 || stakes[0].Ends || stakes[0].Amount.Digits() != "40" || !stakes[1].Ends || stakes[1].Amount.Digits() != "15" ||
				common.Address(stakes[1].Wallet) != holder {
				t.Fatalf("%s, final %t: the stakes are %+v", level, final, stakes)
			}
			n := len(made.Payments)
			into := 0
			payments = slices.DeleteFunc(payments, func(p evidence.Payment) bool {
				came := p.To == ledger.Wallet(safe) && !p.Claim
				if came {
					into++
				}
				return came
			})
			if into != n { // the synthetic chain has a transfer into the treasury beside each one out of it
				t.Fatalf("%s, final %t: %d transfers into the treasury", level, final, into)
			}
			if len(payments) != n+3 {
				t.Fatalf("%s, final %t: %d payments: %+v", level, final, len(payments), payments)
			}
			for i, made := range made.Payments {
				if payments[i].Amount != made.Amount || common.Address(payments[i].To) != made.To || payments[i].TxHash != made.Tx {
					t.Fatalf("payment %d is %+v", i, payments[i])
				}
			}
			if c := payments[n]; !c.Claim || c.Amount.Uint64() != 3 || c.Cumulative.Uint64() != 8 || c.Token != tether ||
				common.Address(c.To) != holder {
				t.Errorf("the claim is %+v", c)
			}
			if a, b := payments[n+1], payments[n+2]; a.Amount.Uint64() != 11 || b.Amount.Uint64() != 12 || a.Part != 0 || b.Part != 1 ||
				a.Token != (common.Address{}) || a.Index != b.Index {
				t.Errorf("the coins are %+v and %+v", a, b)
			}
		}
	}
}
