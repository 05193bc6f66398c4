// What follows at the assumed adoption.

import { language, locale, words } from '../../i18n';
import { decimalOf, formatDecimal, percentOf } from '../../money';
import type { Estimate, Scenario } from '../../schema/api.gen';
import { Decimal } from '../../ui/amount';
import { Card, Stat, Stats } from '../../ui/layout';
import { textOf } from '../../ui/sentence';

/** Break-even in words. */
export function evenText(o: Pick<Scenario, 'break_even' | 'break_even_day'>): string {
  const w = words().estimator;
  if (o.break_even === 'reached' && o.break_even_day !== null)
    return o.break_even_day === 0 ? w.breakEvenAtOnce : w.breakEvenDay(o.break_even_day.toLocaleString(locale()));
  return o.break_even === 'never' ? w.never : '–';
}

/** A ratio such as 0.42 as a percentage rounded to one place. */
export function rate(of: string): string {
  const decimal = decimalOf(of);
  return decimal === undefined ? '–' : percentOf(decimal, { locale: locale(), places: 1 });
}

export function Outcome({ of: e }: { of: Estimate }) {
  const w = words().estimator;
  const n = (v: string, places = 2) => formatDecimal(v, { locale: locale(), places });
  const share = decimalOf(e.share);
  const months = e.assumptions.find((a) => a.name === 'months');
  return (
    <Card
      title={w.outcome}
      hint={w.outcomeHint(percentOf(e.adoption, { locale: locale() }), months ? textOf(months.value) : '–')}
    >
      <Stats>
        <Stat label={w.score} hint={share && w.ofAll(percentOf(share, { locale: locale(), places: 3 }))}>
          <Decimal of={e.score} />
        </Stat>
        <Stat label={w.tokens} hint={w.tokensDay(n(e.tokens_per_day))}>
          <Decimal of={e.tokens} unit={e.units.tokens} places={0} />
        </Stat>
        <Stat label={w.drop}>
          <Decimal of={e.drop} unit={e.units.tokens} places={0} />
        </Stat>
        {e.units.usdt !== '' && (
          <Stat label={w.usdt} hint={/^0*(\.0*)?$/.test(e.usdt_per_month) ? w.usdtZero : undefined}>
            <Decimal of={e.usdt_per_month} unit={e.units.usdt} places={0} />
          </Stat>
        )}
        {e.fund_needed !== '' && (
          <Stat label={w.fundNeeded} hint={w.fundAssumed(n(e.fund, 0))}>
            <Decimal of={e.fund_needed} unit={e.units.usdt} places={0} />
          </Stat>
        )}
        <Stat label={w.value} hint={e.value === '' ? w.needsPrice : undefined}>
          <Decimal of={e.value} unit={e.units.money} places={0} />
        </Stat>
        <Stat label={w.cost} hint={e.cost === '' ? w.needsCost : undefined}>
          <Decimal of={e.cost} unit={e.units.money} places={0} />
        </Stat>
        {e.local.value !== '' && (
          <Stat label={w.valueIn}>
            <Decimal of={e.local.value} unit={e.units.local} places={0} />
          </Stat>
        )}
        {e.local.cost !== '' && (
          <Stat label={w.costIn}>
            <Decimal of={e.local.cost} unit={e.units.local} places={0} />
          </Stat>
        )}
        <Stat label={w.apr}>{e.apr === '' ? '–' : rate(e.apr)}</Stat>
        <Stat label={w.breakEven}>{evenText(e)}</Stat>
      </Stats>
      {e.fund_needed !== '' &&
        e.sources
          .filter((s) => s.setting === 'revenue.share')
          .map((s) => (
            <p key={s.setting} class="muted">
              {w.saidOfShare(language.value === 'zh' ? s.zh : s.en)}
            </p>
          ))}
    </Card>
  );
}
