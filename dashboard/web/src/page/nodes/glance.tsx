// The first screen: what the wallets have, what they got, what can be claimed now, and what comes next.
import './glance.css';
import { useRef } from 'preact/hooks';
import { address } from '../../api/http';
import type { HolderPayouts } from '../../api/payout';
import { type Resource, useAll, useResource } from '../../api/resource';
import { locale, words } from '../../i18n';
import { lazy } from '../../lazy';
import { decimalOf, formatDecimal, units, whole } from '../../money';
import { hrefOf } from '../../route';
import type { EarnedSum, Earnings, Holder, Months, Tokens } from '../../schema/api.gen';
import { day, month, relative } from '../../time';
import { AmountOf, Count } from '../../ui/amount';
import { Show } from '../../ui/loading';
import { unlocks } from './curve';
import { addWindows, type Span, worth } from './earned';

const ClaimNow = lazy(() => import('../payouts/claimnow'));

const shownSpans: Span[] = ['day', 'days_7', 'days_30', 'all'];

export function Glance({
  wallets,
  holders,
  tokens,
  earned,
}: {
  wallets: string[];
  holders: Holder[];
  tokens: Resource<Tokens[]>;
  earned: Resource<Earnings[]>;
}) {
  const w = words().nodes.glance;
  const payouts = useAll<HolderPayouts>(
    wallets.map((a) => address(`/holders/${a}/payouts`)),
    30_000,
  );
  const offered = useRef(false);
  const open = (payouts.data ?? []).some((h) => h.claims.some((c) => units(c.claimable.amount) > 0n));
  offered.current ||= open;
  const nodes = holders.reduce((n, h) => n + h.nodes, 0);
  return (
    <section class="card glance" aria-label={w.title}>
      <p class="glance-nodes">
        <strong>
          <Count of={nodes} />
        </strong>{' '}
        {w.nodes(nodes)}
        {wallets.length > 1 && <span class="muted"> {words().nodes.heldIn(wallets.length)}</span>}
      </p>
      {offered.current && payouts.data && <ClaimNow holders={payouts.data} reload={payouts.reload} />}
      <Show of={earned} lines={3}>
        {(list) => <Earned list={list} />}
      </Show>
      <dl class="glance-next">
        <NextUnlock tokens={tokens.data} />
        <NextShare />
        {!open && payouts.data && (
          <div>
            <dt>{w.claimable}</dt>
            <dd>{w.nothingToClaim}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Earned({ list }: { list: Earnings[] }) {
  const w = words().nodes.glance;
  const windows = addWindows(list);
  const through = list.find((e) => e.through)?.through;
  if (windows.length === 0) return <p class="hint">{w.nothingEarned}</p>;
  const values = shownSpans.map((s) => worth(windows, s));
  const unpriced = values.at(-1)?.unpriced ?? 0;
  const lastDay = through ? day(new Date(Date.parse(through) - 1).toISOString(), locale()) : '';
  const today = windows.flatMap((x) => (units(x.today.amount.amount) === 0n ? [] : x.today));
  return (
    <>
      <div class="glance-frame">
        <table class="glance-earned">
          <caption>{w.earned}</caption>
          <thead>
            <tr>
              <td />
              {shownSpans.map((s) => (
                <th key={s} scope="col" title={s === 'day' ? lastDay : undefined}>
                  {w.spans[s]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {windows.map((x) => (
              <tr key={x.asset}>
                <th scope="row">{x.asset}</th>
                {shownSpans.map((s) => (
                  <td key={s}>
                    <Figure of={wholeOf(x[s])} unit={x.asset} />
                  </td>
                ))}
              </tr>
            ))}
            {values.at(-1) && (
              <tr class="glance-worth">
                <th scope="row">USD</th>
                {values.map((v, i) => (
                  <td key={shownSpans[i]}>{v ? <Figure of={v.usd} unit="USD" /> : <span class="muted">–</span>}</td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <p class="hint">
        {lastDay && w.through(lastDay)}
        {unpriced > 0 && values.at(-1) && ` ${w.unpriced(unpriced)}`}
        {today.length > 0 && (
          <>
            {` ${w.today} `}
            {today.map((t) => (
              <span key={t.amount.asset} class="glance-today">
                <AmountOf of={t.amount} plain />
              </span>
            ))}
          </>
        )}
      </p>
    </>
  );
}

const wholeOf = ({ amount }: EarnedSum) => whole(units(amount.amount), amount.decimals);

/** A figure of a narrow column: its asset stands at the head of the row. */
function Figure({ of, unit }: { of: string; unit: string }) {
  const exact = decimalOf(of) ?? '0';
  const left = exact.replace('-', '').split('.')[0] ?? '';
  const places = left.length > 3 ? 0 : left === '0' ? 4 : 2;
  return (
    <span title={`${formatDecimal(exact, { locale: locale() })} ${unit}`}>
      {formatDecimal(exact, { locale: locale(), places })}
    </span>
  );
}

function NextUnlock({ tokens }: { tokens?: Tokens[] }) {
  const w = words().nodes.glance;
  const next = unlocks((tokens ?? []).flatMap((t) => t.tranches))[0];
  if (!tokens?.some((t) => t.locked)) return null;
  return (
    <div>
      <dt>{w.nextUnlock}</dt>
      <dd>
        {next ? (
          <>
            <AmountOf of={next.amount} plain /> · <time dateTime={next.at}>{day(next.at, locale())}</time>{' '}
            <span class="muted">({relative(Date.parse(next.at), Date.now(), locale())})</span>
          </>
        ) : (
          w.nothingLocked
        )}
      </dd>
    </div>
  );
}

/** When the next month's share can be closed. Operators close it; before that nobody is owed anything of it. */
function NextShare() {
  const w = words().nodes.glance;
  const months = useResource<Months>(address('/months', { limit: 1 }), 60_000);
  const last = months.data?.months[0];
  if (!last) return null;
  const from = new Date(last.end);
  const end = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1)).toISOString();
  return (
    <div>
      <dt>{w.nextShare}</dt>
      <dd>
        <a href={hrefOf('payouts')}>{w.shareFrom(month(last.end.slice(0, 7), locale()), day(end, locale()))}</a>
      </dd>
    </div>
  );
}
