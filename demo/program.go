package demo

import (
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/rewards"
)

// programText is the program file of the sale on the chain.
func programText(c *devnet.Chain, days calendar) string {
	date := func(t time.Time) string { return t.Format(time.DateOnly) }
	campaign := rewards.MonthStart(days.month(1))
	return fmt.Sprintf(programFile, c.ChainID(), c.DeployBlock(), c.Sale().Hex(), c.Tether().Hex(),
		date(days.begin.AddDate(0, 0, 1)), date(days.month(3)), // points, and their pools
		days.month(6).Add(12*time.Hour).Format(time.RFC3339), date(days.month(9)), // the TGE, and the reserve's emission
		c.Treasury().Hex(), c.Distributor().Hex(), date(campaign), date(campaign.AddDate(0, 2, 0)))
}

const programFile = `program: demo
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
  emission: [{ from: %s, per_day: 11000 }]
  pools: [{ validators: 20%%, providers: 80%%, queens: 0%% }, { from: %s, validators: 1/3, providers: 1/3, queens: 1/3 }]
  stake_score:
    - { stake: 0,     factor: 1 }
    - { stake: 100,   factor: 1.25 }
    - { stake: 1000,  factor: 1.5 }
    - { stake: 7000,  factor: 1.75 }
    - { stake: 25000, factor: 2 }
  health: { start: 1, drill: { failed: 0.3, passed: 0.1 }, check: { failed: 0.1, passed: 0.1, in_a_row: 3 } }
  at_tge: { becomes: GPU, rate: 1, lock: none }
stakes: { unbonding: 28d }
token:
  asset: GPU
  tge: %s
  allocation: { node_holders: 35%%, reserve: 25%%, foundation: 15%%, team: 10%%, funds: 10%%, liquidity: 5%% }
  drop: { of: node_holders, share: 5%%, by: nodes }
  emission:
    - { of: node_holders, first: 15%%, period: 2y, then: half }
    - { of: reserve, from: %s, first: 12.5%%, period: 2y, then: half, pools: { validators: 50%%, providers: 30%%, queens: 20%% } }
  lock: 90d
revenue:
  asset: USDT
  sources: [dapp, fiat]
  close_by: 2
  split: { share: 60%%, buyback: 40%%, by_source: { dapp: { share: 0%%, buyback: 100%% } } }
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
  - { name: miners, from: %s, until: %s, wallets: everybody, amount: 3, per: node, asset: USDT, budget: 600 }
`
