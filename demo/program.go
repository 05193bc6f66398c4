package demo

import (
	"fmt"

	"github.com/nodeledger/nodeledger/chain/devnet"
)

// programText is the program file of the sale on the chain.
func programText(c *devnet.Chain) string {
	return fmt.Sprintf(`program: demo
schema: 1
title: { en: A demonstration sale, zh: 演示销售 }
chain: { id: %d, start_block: %d, finality: finalized, proof: full }
sale:
  contract: "%s"
  adapter: nodesale
  mode: parallel
holdings: purchases
referral: { discount: 10%%, reward: 10%%, settlement: on_chain, self_referral: refuse }
assets:
  ETH:    { decimals: 18, kind: native }
  GPOINT: { decimals: 18, kind: points }
  GPU:    { decimals: 18, kind: token, supply: 200000000 }
  USDT:   { decimals: 6, kind: erc20, address: "%s" }
score:
  - brackets:
      - { nodes: 1,   factor: 1 }
      - { nodes: 5,   factor: 1.2 }
      - { nodes: 20,  factor: 1.5 }
      - { nodes: 50,  factor: 1.6 }
      - { nodes: 100, factor: 2 }
points: # near their cap when the token is generated, after half a year
  asset: GPOINT
  cap: 2000000
  price: [{ usd: 1 }]
  emission: [{ from: 2026-01-06, per_day: 11000 }]
  pools: { validators: 20%%, providers: 80%%, queens: 0%% }
  health: { start: 1, drill: { failed: 0.3, passed: 0.1 }, check: { failed: 0.1, passed: 0.1, in_a_row: 3 } }
  at_tge: { becomes: GPU, rate: 1, lock: none }
stakes: { unbonding: 28d }
token:
  asset: GPU
  tge: 2026-07-05T12:00:00Z
  allocation: { node_holders: 35%%, reserve: 25%%, foundation: 15%%, team: 10%%, funds: 10%%, liquidity: 5%% }
  drop: { of: node_holders, share: 5%%, by: nodes }
  emission: [{ of: node_holders, first: 15%%, period: 2y, then: half }]
  lock: 90d
revenue:
  asset: USDT
  sources: [dapp, fiat]
  close_by: 2
  split: { share: 60%%, buyback: 40%% }
  share:
    mode: brackets
    brackets:
      - { nodes: 5,   amount: 250 }
      - { nodes: 20,  amount: 2000 }
      - { nodes: 50,  amount: 7000 }
      - { nodes: 100, amount: 25000 }
    surplus: carry
payout:
  treasury: "%s"
  minimum: { USDT: 5 }
  distributor: { USDT: "%s" }
campaigns:
  - { name: miners, from: 2026-02-01, until: 2026-04-01, wallets: everybody, amount: 3, per: node, asset: USDT, budget: 600 }
`, c.ChainID(), c.DeployBlock(), c.Sale().Hex(), c.Tether().Hex(), c.Treasury().Hex(), c.Distributor().Hex())
}
