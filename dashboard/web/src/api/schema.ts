// Written by scripts/schema.mjs from the description of the API: do not edit, run `npm run schema`.

export interface Account {
  account: string;
  as_of: AsOf;
  at?: string;
  balances: Array<Balance>;
  entries: Array<Entry>;
  next: string;
  proof: string;
}

export interface AddKeyRequestBody {
  label: string;
  name: string;
  reference: string;
  scopes: Array<string>;
  token?: string;
  until?: string;
  wallet?: string;
}

export interface Amount {
  amount: string;
  asset: string;
  decimals: number;
  display: string;
}

export interface AsOf {
  block: number;
  final_block: number;
  time: string;
}

export interface Assumption {
  name: string;
  source: "program" | "chain" | "user" | "default";
  value: string;
}

export interface Audit {
  as_of: AsOf;
  entries: Array<AuditEntry>;
  next: string;
  proof: string;
}

export interface AuditEntry {
  kind: string;
  operator: string;
  proof?: string;
  reference: string;
  sequence: number;
  time: string;
}

export interface Balance {
  in: Amount;
  net: Amount;
  out: Amount;
}

export interface BuybackRequestBody {
  at: string;
  note?: string;
  reference: string;
  spent: string;
  tokens: string;
}

export interface CancelRequestBody {
  reason: string;
}

export interface Checkpoint {
  day: string;
  first: number;
  hash: string;
  last: number;
  previous: string;
  root: string;
}

export interface Claimable {
  chain_id: number;
  claimable: Amount;
  claimed: Amount;
  cumulative: Amount;
  distributor: string;
  proof: Array<string>;
  root: string;
  run: string;
  transaction: QuoteTransaction;
}

export interface ClosedMonth {
  block: string;
  block_hash: string;
  carried_in: Amount;
  carried_out: Amount;
  closed_at: string;
  closed_by: string;
  end: string;
  file: string;
  holders_paid: number;
  month: string;
  paid: Amount;
  reason?: string;
  revenue: Amount;
  sequence: number;
  start: string;
  to_buyback: Amount;
}

export interface Coverage {
  from: number;
  proof: "receipts" | "events" | "none";
  to: number;
}

export interface CurveStep {
  at: string;
  available: Amount;
  locked: Amount;
}

export interface Done {
  again: boolean;
  reference: string;
  sequence: number;
}

export interface Endpoint {
  error?: string;
  lag_blocks: number;
  latency_ms: number;
  ready: boolean;
  score: number;
  url: string;
}

export interface Entry {
  amount: Amount;
  effective: string;
  from: string;
  kind: string;
  line: number;
  sequence: number;
  to: string;
}

export interface Epoch {
  asset: string;
  block: number;
  block_hash: string;
  end: string;
  file: string;
  issued: Amount;
  job: string;
  kind: string;
  sequence: number;
  slot: string;
  start: string;
  unlocks_at?: string;
}

export interface EpochDetail {
  as_of: AsOf;
  asset: string;
  block: number;
  block_hash: string;
  end: string;
  file: string;
  holders: number;
  issued: Amount;
  job: string;
  kind: string;
  pools: Array<EpochPool>;
  proof: string;
  reason?: string;
  rule: string;
  sequence: number;
  slot: string;
  start: string;
  unlocks_at?: string;
}

export interface EpochEvent {
  code?: string;
  effective: string;
  job?: string;
  kind: string;
  lines: number;
  moved: Array<Amount>;
  nodes?: number;
  reverses?: number;
  run?: string;
  sequence: number;
  slot?: string;
  wallet?: string;
}

export interface EpochPool {
  amount: Amount;
  carried_in: Amount;
  carried_out: Amount;
  holders_paid: number;
  paid: Amount;
  part: string;
  pool: string;
  total_score: string;
}

export interface EpochReckoning {
  amount: Amount;
  as_of: AsOf;
  lines: Array<string>;
  pools: Array<EpochShare>;
  proof: string;
  reason?: string;
  wallet: string;
}

export interface EpochShare {
  amount: Amount;
  code?: string;
  pool: string;
  reason?: string;
  score: string;
}

export interface Epochs {
  as_of: AsOf;
  epochs: Array<Epoch>;
  next: string;
  proof: string;
}

export interface Estimate {
  active_nodes: string;
  adoption: string;
  apr: string;
  as_of: AsOf;
  assumptions: Array<Assumption>;
  break_even: "reached" | "never" | "unknown";
  break_even_day: number | null;
  break_even_month: number | null;
  converted: string;
  cost: string;
  drop: string;
  fdv: string;
  points: string;
  points_per_day: string;
  points_per_month: string;
  points_per_year: string;
  points_value: string;
  proof: string;
  return: string;
  scenarios: Array<Scenario>;
  score: string;
  sensitivity: Array<Sensitivity>;
  series: Array<Month>;
  share: string;
  tokens: string;
  tokens_per_day: string;
  tokens_per_month: string;
  tokens_per_node: string;
  tokens_per_year: string;
  total_score: string;
  units: Units;
  usdt: string;
  usdt_per_month: string;
  value: string;
}

export interface FinalEvent {
  code?: string;
  effective: string;
  job?: string;
  kind: string;
  lines: number;
  moved: Array<Amount>;
  nodes?: number;
  reverses?: number;
  run?: string;
  sequence: number;
  slot?: string;
  wallet?: string;
}

export interface Frozen {
  evidence: Record<string, string>;
  since: string;
  text: string;
}

export interface Generation {
  as_of: AsOf;
  at: string;
  cap_reached_30?: string;
  cap_reached_7?: string;
  nodes: number;
  nodes_left: number;
  nodes_sold: number;
  points_cap?: Amount;
  points_issued?: Amount;
  points_left?: Amount;
  points_per_day_30?: string;
  points_per_day_7?: string;
  proof: string;
  sell_out_30: string;
  sell_out_7: string;
  sold_per_day_30: string;
  sold_per_day_7: string;
  tier_sell_out_30: Array<string>;
  tier_sell_out_7: Array<string>;
  tiers: number;
  tiers_closed: number;
  tiers_sold: number;
}

export interface GenerationRequestBody {
  at: string;
  reference: string;
}

export interface GrantReleaseRequestBody {
  amount: string;
  at: string;
  reference: string;
}

export interface GrantRequestBody {
  at_start?: string;
  begins?: "after_cliff" | "accrue";
  cliff?: string;
  duration?: string;
  name: string;
  reference: string;
  schedule?: string;
  start?: string;
  step?: "linear" | "monthly";
  total: string;
  wallet: string;
}

export interface GrantRevocationRequestBody {
  at: string;
  reference: string;
}

export interface Health {
  ok: boolean;
}

export interface Hold {
  reason: string;
  wallet: string;
}

export interface HoldRequestBody {
  reason: string;
  reference: string;
  wallet: string;
}

export interface Holder {
  as_of: AsOf;
  entries: Array<Entry>;
  nodes: number;
  paid: Amount;
  proof: string;
  referral: Referral;
  used_of_tiers: Array<number>;
  wallet: string;
}

export interface HolderLine {
  nodes: number;
  wallet: string;
}

export interface HolderPayout {
  amount: Amount;
  asset: string;
  at: string;
  method: "transfer" | "claim";
  paid: Amount;
  parts: Array<PayoutPart>;
  reason?: string;
  run: string;
  run_state: "draft" | "proposed" | "approved" | "exported" | "settled" | "cancelled";
  state: "open" | "partly_paid" | "paid" | "cancelled" | "waiting";
  text?: string;
}

export interface HolderPayouts {
  as_of: AsOf;
  claims: Array<Claimable>;
  payouts: Array<HolderPayout>;
  proof: string;
  wallet: string;
}

export interface HolderStatement {
  accounts: Array<StatementAccount>;
  as_of: AsOf;
  from: string;
  ledger: Root;
  priced: boolean;
  proof: string;
  to: string;
  wallet: string;
}

export interface Holders {
  as_of: AsOf;
  holders: Array<HolderLine>;
  next: string;
  proof: string;
}

export interface Holds {
  holds: Array<Hold>;
  sanctions: number;
}

export interface ImportRevenueRequestBody {
  column?: "net" | "gross";
  format: "csv" | "stripe";
  name: string;
  source?: string;
  text: string;
}

export interface ImportScoresRequestBody {
  name: string;
  reference: string;
  text: string;
}

export interface Imported {
  again: number;
  recorded: number;
  rows: number;
  skipped: Record<string, number>;
}

export interface Invitation {
  message?: string;
  nonce: string;
}

export interface Leaderboard {
  as_of: AsOf;
  proof: string;
  standings: Array<Standing>;
}

export interface Ledger {
  as_of: AsOf;
  checkpoints: Array<Checkpoint>;
  days: number;
  head: string;
  proof: string;
  sequence: number;
}

export interface LineProof {
  as_of: AsOf;
  checkpoint: Checkpoint;
  day_path: Array<string>;
  line: number;
  line_path: Array<string>;
  postings: number;
  proof: string;
  transaction: Transaction;
  transactions: number;
}

export interface Link {
  block?: number;
  chain?: number;
  job?: string;
  log_index?: number;
  operator?: string;
  origin: "evm" | "job" | "op";
  reference?: string;
  slot?: string;
  tx_hash?: string;
}

export interface Month {
  at: string;
  available: string;
  locked: string;
  month: number;
  usdt: string;
  value: string;
}

export interface MonthClosed {
  again: boolean;
  as_of: AsOf;
  month: ClosedMonth;
  proof: string;
}

export interface MonthDetail {
  as_of: AsOf;
  block: string;
  block_hash: string;
  carried_in: Amount;
  carried_out: Amount;
  closed_at: string;
  closed_by: string;
  due?: Amount;
  end: string;
  file: string;
  holders: number;
  holders_paid: number;
  mode: string;
  month: string;
  paid: Amount;
  proof: string;
  reason?: string;
  revenue: Amount;
  rule: string;
  scaled: boolean;
  sequence: number;
  start: string;
  to_buyback: Amount;
}

export interface MonthReckoning {
  amount: Amount;
  as_of: AsOf;
  lines: Array<string>;
  nodes: number;
  proof: string;
  reason?: string;
  wallet: string;
}

export interface Months {
  as_of: AsOf;
  months: Array<ClosedMonth>;
  next: string;
  proof: string;
}

export interface NextJob {
  at: string;
  job: string;
  slot: string;
}

export interface Operator {
  keys: Array<OperatorKey>;
  name: string;
}

export interface OperatorHealth {
  as_of: AsOf;
  coverage: Array<Coverage>;
  endpoints: Array<Endpoint>;
  exceptions: number;
  frozen?: Frozen;
  lag_seconds: number;
  liabilities: Array<Owed>;
  next_job?: NextJob;
  pending_blocks: number;
  proof: string;
  reorganisations: number;
}

export interface OperatorKey {
  label: string;
  revoked: boolean;
  scopes: Array<string>;
  until?: string;
  wallet?: string;
}

export interface Operators {
  operators: Array<Operator>;
}

export interface Owed {
  asset: string;
  error?: string;
  in_runs: Amount;
  owed: Amount;
  payable: Amount;
  short?: Amount;
  treasury?: Amount;
}

export interface Payout {
  asset: string;
  at: string;
  done: number;
  lines: number;
  method: "transfer" | "claim";
  open: Amount;
  paid: Amount;
  root?: string;
  run: string;
  state: "draft" | "proposed" | "approved" | "exported" | "settled" | "cancelled";
  steps: Array<PayoutStep>;
  total: Amount;
}

export interface PayoutDetail {
  as_of: AsOf;
  asset: string;
  at: string;
  done: number;
  exports: Array<string>;
  file: string;
  lines: number;
  method: "transfer" | "claim";
  minimum: Amount;
  open: Amount;
  paid: Amount;
  proof: string;
  root?: string;
  run: string;
  sequence: number;
  state: "draft" | "proposed" | "approved" | "exported" | "settled" | "cancelled";
  steps: Array<PayoutStep>;
  total: Amount;
  waiting: number;
}

export interface PayoutDone {
  again: boolean;
  payout: PayoutDetail;
}

export interface PayoutEvent {
  code?: string;
  effective: string;
  job?: string;
  kind: string;
  lines: number;
  moved: Array<Amount>;
  nodes?: number;
  reverses?: number;
  run?: string;
  sequence: number;
  slot?: string;
  wallet?: string;
}

export interface PayoutException {
  amount?: Amount;
  at: string;
  closed?: string;
  key: string;
  open: boolean;
  problem: "partly_paid" | "overpaid" | "paid_twice" | "before_approval" | "paid_to_stranger" | "unread";
  run?: string;
  text: string;
  wallet?: string;
}

export interface PayoutExceptions {
  as_of: AsOf;
  exceptions: Array<PayoutException>;
  next: string;
  proof: string;
}

export interface PayoutLine {
  amount: Amount;
  paid: Amount;
  parts: Array<PayoutPart>;
  state: "open" | "partly_paid" | "paid" | "cancelled";
  wallet: string;
}

export interface PayoutLines {
  as_of: AsOf;
  lines: Array<PayoutLine>;
  next: string;
  proof: string;
}

export interface PayoutPart {
  account: string;
  amount: Amount;
  why: string;
}

export interface PayoutStep {
  at: string;
  operator?: string;
  reason?: string;
  state: "draft" | "proposed" | "approved" | "exported" | "settled" | "cancelled";
}

export interface PayoutWaiting {
  amount: Amount;
  reason: "below_minimum" | "held_back" | "on_sanctions_list" | "never_paid";
  text?: string;
  wallet: string;
}

export interface PayoutWaitings {
  as_of: AsOf;
  next: string;
  proof: string;
  waiting: Array<PayoutWaiting>;
}

export interface Payouts {
  as_of: AsOf;
  next: string;
  payouts: Array<Payout>;
  proof: string;
}

export interface Posting {
  amount: Amount;
  from: string;
  to: string;
}

export interface PrepareRequestBody {
  asset: string;
  method?: "transfer" | "claim";
  run: string;
}

export interface Problem {
  code: string;
  detail: string;
  reasons?: Array<string>;
  status: number;
  title: string;
  type: string;
}

export interface PurchaseEvent {
  code?: string;
  effective: string;
  job?: string;
  kind: string;
  lines: number;
  moved: Array<Amount>;
  nodes?: number;
  reverses?: number;
  run?: string;
  sequence: number;
  slot?: string;
  wallet?: string;
}

export interface Quarter {
  as_of: AsOf;
  bought: Amount;
  deflationary: boolean;
  emitted: Amount;
  end: string;
  net: Amount;
  price?: string;
  proof: string;
  quarter: string;
  returned: Amount;
  revenue: Amount;
  spent: Amount;
  start: string;
  to_buyback: Amount;
}

export interface Quote {
  as_of: AsOf;
  code?: string;
  discount: Amount;
  dust: Amount;
  list: Amount;
  paid: Amount;
  proof: string;
  quantity: number;
  referral: Amount;
  tiers: Array<QuoteTier>;
  transaction?: QuoteTransaction;
  treasury: Amount;
}

export interface QuoteTier {
  price: Amount;
  quantity: number;
  tier: number;
}

export interface QuoteTransaction {
  chain_id: number;
  data: string;
  to: string;
  value: string;
}

export interface Readiness {
  as_of: AsOf;
  proof: string;
  ready: boolean;
}

export interface Referral {
  codes: Array<string>;
  earned: Amount;
  nodes: number;
  paid: Amount;
  payable: Amount;
  pending: Amount;
  purchases: number;
}

export interface ReferralCode {
  code: string;
  live: boolean;
}

export interface ReferralCredit {
  block: number;
  buyer: string;
  log_index: number;
  nodes: number;
  paid: Amount;
  reward: Amount;
  sequence: number;
  stage: "pending" | "payable" | "paid";
  tx: string;
  when: string;
}

export interface Referrals {
  as_of: AsOf;
  codes: Array<ReferralCode>;
  count: number;
  credits: Array<ReferralCredit>;
  next: string;
  proof: string;
  wallet: string;
}

export interface ResolveRequestBody {
  exception: string;
  reason: string;
}

export interface RevenueRequestBody {
  amount: string;
  at: string;
  note?: string;
  reference: string;
  source: string;
}

export interface RevokeKeyRequestBody {
  label?: string;
  name: string;
  reference: string;
}

export interface Root {
  head: string;
  sequence: number;
}

export interface Sale {
  as_of: AsOf;
  chain_id: number;
  contract: string;
  frozen: boolean;
  max_nodes: number | null;
  next_price?: Amount;
  notes: Array<string>;
  open_tier: number;
  pending_blocks: number;
  program: string;
  proof: string;
  terms: Terms;
  tiers: Array<Tier>;
  title: Record<string, string>;
  totals: Totals;
  treasury: string;
}

export interface SanctionsRequestBody {
  name: string;
  reference: string;
  text: string;
}

export interface Scenario {
  active_nodes: string;
  adoption: string;
  apr: string;
  break_even: "reached" | "never" | "unknown";
  break_even_day: number | null;
  break_even_month: number | null;
  converted: string;
  cost: string;
  drop: string;
  fdv: string;
  name: string;
  points: string;
  points_per_day: string;
  points_per_month: string;
  points_per_year: string;
  points_value: string;
  return: string;
  score: string;
  share: string;
  tokens: string;
  tokens_per_day: string;
  tokens_per_month: string;
  tokens_per_node: string;
  tokens_per_year: string;
  total_score: string;
  usdt: string;
  usdt_per_month: string;
  value: string;
}

export interface Score {
  factor: string;
  nodes: number;
  score: string;
}

export interface Scores {
  as_of: AsOf;
  proof: string;
  rule: string;
  scores: Array<Score>;
}

export interface Sensitivity {
  active_nodes: string;
  adoption: string;
  break_even_day: string;
  fdv: string;
  share: string;
  tokens_per_node: string;
  value: string;
}

export interface Session {
  csrf?: string;
  expires?: string;
  how: string;
  operator: string;
  scopes: Array<string>;
}

export interface SignInRequestBody {
  message: string;
  signature: string;
}

export interface SignedOut {
  ok: boolean;
}

export interface Source {
  block_hash: string;
  block_number: number;
  chain: number;
  generation: number;
  leg: string;
  log_index: number;
  name: string;
  origin: "evm" | "job" | "op";
  reference: string;
  reversal: boolean;
  tx_hash: string;
}

export interface Standing {
  earned: Amount;
  first: string;
  nodes: number;
  purchases: number;
  rank: number;
  referrer: string;
  self_referrals: number;
}

export interface StatementAccount {
  account: string;
  closing: Amount;
  entries: Array<StatementLine>;
  opening: Amount;
  what: string;
}

export interface StatementLine {
  amount: Amount;
  balance: Amount;
  counterpart: string;
  kind: string;
  line: number;
  nature: "income" | "return" | "transfer" | "purchase";
  price_usd?: string;
  reason: string;
  reverses?: number;
  sequence: number;
  source: Link;
  value_usd?: string;
  when: string;
}

export interface Terms {
  discount: string;
  mode: string;
  per_unit: boolean;
  reward: string;
  settlement: string;
}

export interface ThawRequestBody {
  reason: string;
}

export interface Thawed {
  frozen: boolean;
}

export interface Tier {
  left: number;
  per_wallet: number | null;
  price: Amount;
  size: number;
  sold: number;
  tier: number;
}

export interface TokensOfHolder {
  as_of: AsOf;
  available?: Amount;
  curve: Array<CurveStep>;
  grants: Array<VestingGrant>;
  locked?: Amount;
  points?: Amount;
  proof: string;
  released?: Amount;
  tranches: Array<Tranche>;
  wallet: string;
}

export interface Totals {
  discount: Amount;
  dust: Amount;
  dust_unresolved: number;
  flags: Record<string, number>;
  gross: Amount;
  list: Amount;
  nodes: number;
  purchases: number;
  referral: Amount;
  refunded: Amount;
  returned: number;
  treasury: Amount;
}

export interface Tranche {
  amount: Amount;
  job: string;
  slot: string;
  unlocks_at: string;
}

export interface Transaction {
  booked: string;
  effective: string;
  hash: string;
  key: string;
  kind: string;
  meta: Record<string, string>;
  postings: Array<Posting>;
  previous: string;
  program: string;
  reverses?: number;
  rule: string;
  sequence: number;
  source: Source;
}

export interface Transactions {
  as_of: AsOf;
  next: string;
  proof: string;
  transactions: Array<Transaction>;
}

export interface Trial {
  as_of: AsOf;
  at?: string;
  proof: string;
  rows: Array<TrialRow>;
  sums: Array<Balance>;
}

export interface TrialRow {
  accounts: number;
  in: Amount;
  kind: string;
  net: Amount;
  out: Amount;
}

export interface Units {
  money: string;
  points: string;
  tokens: string;
  usdt: string;
}

export interface VestingGrant {
  cliff_end: string;
  end: string;
  locked: Amount;
  name: string;
  released: Amount;
  start: string;
  total: Amount;
  vested: Amount;
}
