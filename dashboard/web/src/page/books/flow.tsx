// The cash flow of one of the project's wallets: from the opening balance to the closing one, asset by asset.
import { words } from '../../i18n';
import type { Amount } from '../../money';
import type { CashFlow } from '../../schema/api.gen';
import { Card } from '../../ui/layout';
import { Empty, Notice } from '../../ui/notice';
import { leftOf, total } from './figures';
import { AccountName, Figures, type Row } from './table';

type AssetFlow = CashFlow['assets'][number];

/** The sum of one direction of an asset's movements. */
function sumOf(f: AssetFlow, of: (l: AssetFlow['lines'][number]) => Amount): Amount {
  const nothing = { ...f.opening, amount: '0' };
  return total([1, [nothing, ...f.lines.map(of)]]).get(f.asset) ?? nothing;
}

function rowsOf(f: AssetFlow): Row[] {
  const w = words().books;
  return [
    { key: 'opening', name: w.opening, look: 'total', cells: [null, null, f.opening] },
    ...f.lines.map((l) => ({
      key: l.kind,
      name: <AccountName name={l.name} path={l.kind} />,
      cells: [l.in, l.out, null],
    })),
    { key: 'moved', name: w.moved, look: 'total', cells: [sumOf(f, (l) => l.in), sumOf(f, (l) => l.out), null] },
    { key: 'closing', name: w.closing, look: 'sum', cells: [null, null, f.closing] },
  ];
}

export function Flow({ of: c, places, head }: { of: CashFlow; places: number; head: string }) {
  const w = words().books;
  if (c.assets.length === 0) return <Empty title={w.nothing}>{w.nothingText}</Empty>;
  const good = c.assets.every((f) => leftOf(f) === 0n);
  return (
    <>
      {c.assets.map((f) => (
        <Card key={f.asset} title={w.flowOf(f.asset)}>
          <Figures
            caption={w.flowOf(f.asset)}
            first={w.otherSide}
            columns={[w.in, w.out, w.balance]}
            places={places}
            head={`${f.asset} · ${head}`}
            rows={rowsOf(f)}
          />
          {f.lines.length === 0 && <p class="muted">{w.nothingMoved}</p>}
        </Card>
      ))}
      <Notice tone={good ? 'good' : 'bad'}>{good ? w.flowRight : w.flowWrong}</Notice>
    </>
  );
}
