// What the chain shows of a payment: the transactions of the journal that paid what the run had gathered, each with the transaction and
// the log that it was read from.
import { address } from '../../api/http';
import { transactionAddress } from '../../api/journal';
import type { HolderPayout } from '../../api/payout';
import { useAll } from '../../api/resource';
import { words } from '../../i18n';
import { hrefOf } from '../../route';
import type { Account, Entry, Transactions } from '../../schema/api.gen';
import { Hash } from '../../ui/address';
import { AmountOf } from '../../ui/amount';
import { Skeleton } from '../../ui/loading';
import { ProblemOf } from '../../ui/notice';
import { Time } from '../../ui/time';
import { explorer } from '../../wallet/network';

/** The entries that paid a run's lines among those of the accounts, each once. What gathered a line, or gave it back, is none. */
export function paymentsOf(run: string, accounts: readonly Account[]): Entry[] {
  const all = accounts
    .flatMap((a) => a.entries)
    .filter((e) => e.kind === 'payout-settlement' && [e.from_name, e.to_name].includes(run));
  return all
    .filter((e, i) => all.findIndex((o) => o.sequence === e.sequence && o.line === e.line) === i)
    .sort((a, b) => a.sequence - b.sequence || a.line - b.line);
}

export function EvidenceOf({ of }: { of: HolderPayout }) {
  const w = words().payouts;
  const accounts = useAll<Account>(
    [...new Set(of.parts.map((p) => p.line_account))].map((a) => address(`/ledger/accounts/${a}`, { limit: 200 })),
  );
  const payments = accounts.data && paymentsOf(of.run, accounts.data);
  const sequences = [...new Set((payments ?? []).map((e) => e.sequence))];
  const found = useAll<Transactions>(sequences.map(transactionAddress));
  const problem = accounts.problem ?? found.problem;
  if (problem) return <ProblemOf of={problem} retry={() => (accounts.problem ? accounts : found).reload()} />;
  if (!payments || (sequences.length > 0 && !found.data)) return <Skeleton lines={2} />;
  if (payments.length === 0) return <p class="hint">{w.evidence.none}</p>;
  return (
    <ul class="evidence">
      {payments.map((e) => {
        const source = found.data?.flatMap((page) => page.transactions).find((t) => t.sequence === e.sequence)?.source;
        const seen = source && explorer(source.chain, 'tx', source.tx_hash);
        return (
          <li key={`${e.sequence}.${e.line}`}>
            <span class="evidence-head">
              <AmountOf of={e.amount} places={6} /> <Time at={e.effective} />
            </span>
            {source && (
              <span class="evidence-where">
                {w.evidence.transaction} <Hash of={source.tx_hash} /> · {w.evidence.log(String(source.log_index))}
                {seen && (
                  <a href={seen} rel="noreferrer">
                    {words().sale.explorer}
                  </a>
                )}
              </span>
            )}
            <a href={hrefOf('verify', { sequence: String(e.sequence), line: String(e.line) })}>
              {w.evidence.prove(String(e.sequence))}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
