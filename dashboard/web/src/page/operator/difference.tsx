// How the last closed month differs from the one before: figures, and which holders came and went.
import { useState } from 'preact/hooks';
import { ApiProblem, address, bytes } from '../../api/http';
import type { Month, MonthDetail, MonthFile } from '../../api/payout';
import { useAll } from '../../api/resource';
import { locale, words } from '../../i18n';
import { type Amount, isZero, units } from '../../money';
import { month as named } from '../../time';
import { Address } from '../../ui/address';
import { AmountOf, Count } from '../../ui/amount';
import { Card } from '../../ui/layout';
import { Notice, sentence } from '../../ui/notice';
import { Table } from '../../ui/table';

/** b less a, in a's asset; below zero when it became less. */
export function lessOf(b: Amount, a: Amount): Amount {
  return { ...a, amount: (units(b.amount) - units(a.amount)).toString(), display: '' };
}

const fundOf = (m: Month): Amount => ({
  ...m.revenue,
  amount: (units(m.revenue.amount) + units(m.carried_in.amount)).toString(),
  display: '',
});

export interface Moves {
  came: string[]; // wallets that get something and got nothing before
  gone: string[]; // wallets that got something and get nothing now
}

/** Which wallets are paid by one month's file and not by the other's. */
export function movesOf(before: MonthFile, last: MonthFile): Moves {
  const paid = (f: MonthFile) => new Set(f.holders.filter((h) => h.amount !== '0').map((h) => h.wallet.toLowerCase()));
  const [was, is] = [paid(before), paid(last)];
  return { came: [...is].filter((w) => !was.has(w)), gone: [...was].filter((w) => !is.has(w)) };
}

interface Row {
  name: string;
  before: Amount | number | undefined;
  last: Amount | number | undefined;
}

export function Differences({ last, before }: { last: Month; before: Month }) {
  const w = words().operator.difference;
  // Sums that only a computation of the whole month has; the others are shown meanwhile.
  const details = useAll<MonthDetail>([address(`/months/${before.month}`), address(`/months/${last.month}`)]);
  const rows: Row[] = [
    { name: w.fund, before: fundOf(before), last: fundOf(last) },
    { name: w.due, before: details.data?.[0]?.due, last: details.data?.[1]?.due },
    { name: w.paid, before: before.paid, last: last.paid },
    { name: w.carriedOut, before: before.carried_out, last: last.carried_out },
    { name: w.toBuyback, before: before.to_buyback, last: last.to_buyback },
    { name: w.holders, before: before.holders_paid, last: last.holders_paid },
  ];
  return (
    <Card title={w.title} hint={details.data?.[1]?.scaled ? w.scaled : undefined}>
      <Table
        caption={w.title}
        rows={rows}
        keyOf={(r) => r.name}
        columns={[
          { name: w.what, cell: (r) => r.name },
          { name: named(before.month, locale()), number: true, cell: (r) => <Value of={r.before} /> },
          { name: named(last.month, locale()), number: true, cell: (r) => <Value of={r.last} /> },
          { name: w.difference, number: true, cell: (r) => <Change of={r} /> },
        ]}
      />
      <Movers before={before} last={last} />
    </Card>
  );
}

function Value({ of }: { of: Amount | number | undefined }) {
  if (of === undefined) return <span class="muted">–</span>;
  return typeof of === 'number' ? <Count of={of} /> : <AmountOf of={of} places={2} plain />;
}

function Change({ of }: { of: Row }) {
  const { before, last } = of;
  if (before === undefined || last === undefined) return <span class="muted">–</span>;
  if (typeof before === 'number' || typeof last === 'number') {
    const by = Number(last) - Number(before);
    return <span class="figure">{`${by > 0 ? '+' : ''}${by.toLocaleString(locale())}`}</span>;
  }
  const by = lessOf(last, before);
  return <AmountOf of={by} places={2} plain signed={!isZero(by)} />;
}

const few = 30;

function Movers({ before, last }: { before: Month; last: Month }) {
  const w = words().operator.difference;
  const [moves, setMoves] = useState<Moves>();
  const [problem, setProblem] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const file = async (m: Month) =>
    JSON.parse(new TextDecoder().decode(await bytes(address(`/months/${m.month}/file`)))) as MonthFile;
  const compare = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      setMoves(movesOf(await file(before), await file(last)));
    } catch (e) {
      setProblem(e instanceof ApiProblem ? e : new ApiProblem('broken', ''));
    } finally {
      setBusy(false);
    }
  };
  if (!moves) {
    return (
      <>
        {problem && <Notice tone="bad">{sentence(problem)}</Notice>}
        <button type="button" class="button quiet" disabled={busy} onClick={() => void compare()}>
          {busy ? words().general.loading : w.compare}
        </button>
      </>
    );
  }
  return (
    <div class="grid">
      {(
        [
          ['came', w.came],
          ['gone', w.gone],
        ] as const
      ).map(([which, title]) => (
        <div key={which} class="half">
          <h3>
            {title}: <Count of={moves[which].length} />
          </h3>
          <ul class="chips tight">
            {moves[which].slice(0, few).map((a) => (
              <li key={a}>
                <Address of={a} />
              </li>
            ))}
          </ul>
          {moves[which].length > few && <p class="hint">{w.moreWallets(moves[which].length - few)}</p>}
        </div>
      ))}
    </div>
  );
}
