// Run by run: what the wallets get, what it is made of, and how far it has come.
import { useState } from 'preact/hooks';
import type { HolderPayout, HolderPayouts } from '../../api/payout';
import { words } from '../../i18n';
import { isZero } from '../../money';
import { Address } from '../../ui/address';
import { AmountOf } from '../../ui/amount';
import { Card } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { Time } from '../../ui/time';
import { EvidenceOf } from './evidence';
import { standingOf } from './state';

const few = 6;

export function RunsOf({ holders }: { holders: HolderPayouts[] }) {
  const w = words();
  const [all, setAll] = useState(false);
  const list = holders
    .flatMap((h) => h.payouts.map((p) => ({ wallet: h.wallet, p })))
    .sort((a, b) => Date.parse(b.p.prepared_at) - Date.parse(a.p.prepared_at));
  return (
    <Card title={w.payouts.runs} hint={w.payouts.runsHint}>
      {list.length === 0 ? (
        <Empty title={w.payouts.noRuns}>{w.payouts.noRunsText}</Empty>
      ) : (
        <ul class="runs">
          {(all ? list : list.slice(0, few)).map(({ wallet, p }) => (
            <li key={`${p.run}.${wallet}`}>
              <RunOf p={p} wallet={holders.length > 1 ? wallet : undefined} />
            </li>
          ))}
        </ul>
      )}
      {!all && list.length > few && (
        <button type="button" class="button quiet" onClick={() => setAll(true)}>
          {w.general.more}
        </button>
      )}
    </Card>
  );
}

function RunOf({ p, wallet }: { p: HolderPayout; wallet?: string }) {
  const w = words().payouts;
  const standing = standingOf(p, w);
  const [open, setOpen] = useState(false);
  return (
    <article class="run" aria-label={w.runOf(p.run)}>
      <div class="run-head">
        <div>
          <h3>{p.run}</h3>
          <p class="hint">
            <Time at={p.prepared_at} how="day" /> · {w.methods[p.method]}
            {wallet && (
              <>
                {' '}
                · <Address of={wallet} />
              </>
            )}
          </p>
        </div>
        <div class="run-sum">
          <AmountOf of={p.amount} places={6} />
          <span class={`tag ${standing.tone}`} title={standing.text}>
            {standing.name}
          </span>
        </div>
      </div>
      {p.state !== 'paid' && <p class="hint">{standing.text}</p>}
      {p.parts.length > 0 && (
        <ul class="parts" aria-label={w.madeOf}>
          {p.parts.map((part) => (
            <li key={part.account}>
              <span>{w.why[part.why] ?? part.why}</span> <AmountOf of={part.amount} places={6} plain />
            </li>
          ))}
        </ul>
      )}
      {!isZero(p.paid) && (
        <details onToggle={(e) => setOpen(e.currentTarget.open)}>
          <summary>{w.evidence.title}</summary>
          {open && <EvidenceOf of={p} />}
        </details>
      )}
    </article>
  );
}
