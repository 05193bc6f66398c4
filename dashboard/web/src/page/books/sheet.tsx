// The balance sheet: what the project owns, what it owes, and what is left, one column for each asset.
import { words } from '../../i18n';
import type { BalanceSheet, ReportSection } from '../../schema/api.gen';
import { Card } from '../../ui/layout';
import { Empty, Notice } from '../../ui/notice';
import { addsUp, allZero, assetsOf, linesOf, type Sums, total } from './figures';
import { AccountName, Figures, type Row } from './table';

/** The heading of a section, its lines, and their total. */
export function sectionRows(key: string, title: string, totalName: string, of: ReportSection, columns: Sums): Row[] {
  const cells = (sums: Sums) => assetsOf(columns).map((a) => sums.get(a));
  const nothing = [...columns.values()].map((a) => ({ ...a, amount: '0' }));
  return [
    { key: `${key} head`, name: title, look: 'head' },
    ...linesOf(of).map((l) => ({
      key: l.of.kind,
      name: <AccountName name={l.of.name} path={l.of.name.code === 'report-result' ? undefined : l.of.kind} />,
      cells: cells(l.sums),
    })),
    { key: `${key} total`, name: totalName, look: 'total', cells: cells(total([1, nothing], [1, of.totals])) },
  ];
}

export function Sheet({ of: b, places, head }: { of: BalanceSheet; places: number; head: string }) {
  const w = words().books;
  const owed = total([1, b.liabilities.totals], [1, b.equity.totals]);
  const difference = total([1, b.assets.totals], [-1, owed.values()]);
  const assets = assetsOf(difference);
  if (assets.length === 0) return <Empty title={w.nothing}>{w.nothingText}</Empty>;
  const cells = (sums: Sums) => assets.map((a) => sums.get(a));
  const good = allZero(difference) && [b.assets, b.liabilities, b.equity].every(addsUp);
  return (
    <Card title={w.tabs.sheet} hint={w.sheetHint}>
      <Figures
        caption={w.tabs.sheet}
        first={w.account}
        columns={assets}
        places={places}
        head={head}
        rows={[
          ...sectionRows('assets', w.assets, w.totalAssets, b.assets, difference),
          ...sectionRows('liabilities', w.liabilities, w.totalLiabilities, b.liabilities, difference),
          ...sectionRows('equity', w.equity, w.totalEquity, b.equity, difference),
          { key: 'owed', name: w.owed, look: 'sum', cells: cells(owed) },
          { key: 'difference', name: w.difference, look: 'sum', cells: cells(difference) },
        ]}
      />
      <Notice tone={good ? 'good' : 'bad'}>{good ? w.balanced : w.unbalanced}</Notice>
    </Card>
  );
}
