// What amounts are in another currency, where the server knows a rate. The contract takes no part in it.
import { locale, words } from '../../i18n';
import { type Amount, format, formatDecimal, units, valued } from '../../money';
import type { Rate } from '../../schema/api.gen';
import { AmountOf } from '../../ui/amount';
import { Time } from '../../ui/time';

/** About so much in the currency of a rate; undefined of another asset. */
export function worth(of: Amount, rate: Rate | undefined): string | undefined {
  if (rate?.asset !== of.asset) return undefined;
  const text = formatDecimal(valued(of, rate.price), { locale: locale(), places: 2, fixed: true });
  return `${/^[<≈]/.test(text) ? '' : '≈'}${text} ${rate.currency}`;
}

/** An amount with every digit, and what it is worth where that is known. */
export function Money({ of, rate }: { of: Amount; rate?: Rate }) {
  const value = worth(of, rate);
  return (
    <>
      <AmountOf of={of} exact />
      {value && <span class="worth"> {value}</span>}
    </>
  );
}

/** The same in a table, whose column names the asset. */
export function Digits({ of, rate }: { of: Amount; rate?: Rate }) {
  const value = worth(of, rate);
  return (
    <>
      <span class="figure">{format(units(of.amount), of.decimals, { locale: locale() })}</span>
      {value && <span class="worth"> {value}</span>}
    </>
  );
}

/** Which rate it is, of when and from where. */
export function RateNote({ of }: { of: Rate }) {
  return (
    <>
      {words().buy.rate(formatDecimal(of.price, { locale: locale() }), of.currency, of.asset)}{' '}
      <Time at={`${of.day}T00:00:00Z`} how="day" />
    </>
  );
}
