// The income statement: what a period earned and spent, one column for each asset.
import { words } from '../../i18n';
import type { IncomeStatement } from '../../schema/api.gen';
import { Card } from '../../ui/layout';
import { Empty, Notice } from '../../ui/notice';
import { addsUp, allZero, assetsOf, byAsset, total } from './figures';
import { sectionRows } from './sheet';
import { Figures } from './table';

export function Income({ of: i, places, head }: { of: IncomeStatement; places: number; head: string }) {
  const w = words().books;
  const result = byAsset(i.result);
  const left = total([1, i.income.totals], [-1, i.expenses.totals], [-1, i.result]);
  const assets = assetsOf(left);
  if (assets.length === 0) return <Empty title={w.nothingEarned}>{w.nothingEarnedText}</Empty>;
  const good = allZero(left) && addsUp(i.income) && addsUp(i.expenses);
  return (
    <Card title={w.tabs.income} hint={w.incomeHint}>
      <Figures
        caption={w.tabs.income}
        first={w.account}
        columns={assets}
        places={places}
        head={head}
        rows={[
          ...sectionRows('income', w.income, w.totalIncome, i.income, left),
          ...sectionRows('expenses', w.expenses, w.totalExpenses, i.expenses, left),
          { key: 'result', name: w.result, look: 'sum', cells: assets.map((a) => result.get(a)) },
        ]}
      />
      <Notice tone={good ? 'good' : 'bad'}>{good ? w.resultRight : w.resultWrong}</Notice>
    </Card>
  );
}
