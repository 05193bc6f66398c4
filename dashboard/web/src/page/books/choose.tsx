// Which period, and of a cash flow which wallet. What is chosen stands in the address, so that it can be kept and shared.
import { locale, words } from '../../i18n';
import { periodName, periodsOf, type Step, stepOf, steps } from '../../period';
import { setQuery } from '../../route';
import type { TrialRow } from '../../schema/api.gen';
import { short } from '../../ui/address';
import { Choose, Segments } from '../../ui/form';
import { headingOf } from '../../ui/sentence';

interface Props {
  /** The period's name; empty: everything until now. */
  period: string;
  /** The first and the last instant of the books. */
  begin: string;
  end: string;
  /** What everything until now is called. */
  everything: string;
}

export function ChoosePeriod({ period, begin, end, everything }: Props) {
  const w = words().books;
  const step = stepOf(period) ?? '';
  const list = (of: Step) => periodsOf(of, begin, end);
  const pickStep = (to: Step | '') => {
    const [running, whole] = to === '' ? [''] : list(to); // the running one is not over: the one before it is whole
    setQuery({ period: whole ?? running ?? '' });
  };
  return (
    <>
      <Segments
        label={w.period}
        value={step}
        options={[['', everything], ...steps.map((s): [Step, string] => [s, w.steps[s]])]}
        onPick={pickStep}
      />
      {step !== '' && (
        <Choose
          label={w.steps[step]}
          value={period}
          options={[...new Set([...list(step), period])].map((p) => [p, periodName(p, locale())])}
          onPick={(p) => setQuery({ period: p })}
        />
      )}
    </>
  );
}

/** A wallet, distributor or sale contract of the project. */
export interface Own {
  wallet: string;
  name: string;
}

/** The project's wallets in the books, each once; wallets before contracts. */
export function walletsOf(rows: readonly TrialRow[]): Own[] {
  const found = new Map<string, { own: Own; contract: boolean }>();
  for (const r of rows) {
    if (!r.wallet || !r.name) continue;
    found.set(r.wallet, {
      own: { wallet: r.wallet, name: headingOf({ ...r.name, params: { wallet: short(r.wallet) } }) },
      contract: r.name.code !== 'report-wallet',
    });
  }
  return [...found.values()].sort((a, b) => Number(a.contract) - Number(b.contract)).map((f) => f.own);
}

export function ChooseWallet({ wallet, list }: { wallet: string; list: readonly Own[] }) {
  return (
    <Choose
      label={words().books.wallet}
      value={wallet}
      options={list.map((o) => [o.wallet, o.name])}
      onPick={(to) => setQuery({ wallet: to })}
    />
  );
}
