// What amounts are in another currency, where the server knows a rate. The contract takes no part in it.
import { locale, words } from '../i18n';
import { type Amount, format, formatDecimal, units, valued } from '../money';
import type { Rate } from '../schema/api.gen';
import { AmountOf } from './amount';
import { Time } from './time';

/** About so much in the currency of a rate; undefined of another asset. */
export function worth(of: Amount, rate: Rate | undefined): string | undefined {
  if (rate?.asset !== of.asset) return undefined;
  const text = formatDecimal(valued(of, rate.price), { locale: locale(), places: 2, fixed: true });
  return `${/^[<≈]/.test(text) ? '' : '≈'}${text} ${rate.currency}`;
}

/** What an amount is worth, where that is known. */
export function Worth({ of, rate }: { of: Amount; rate?: Rate }) {
  const value = worth(of, rate);
  return value ? <span class="worth"> {value}</span> : null;
}

/** An amount with every digit, and its worth. */
export function Money({ of, rate }: { of: Amount; rate?: Rate }) {
  return (
    <>
      <AmountOf of={of} exact />
      <Worth of={of} rate={rate} />
    </>
  );
}

/** The same in a table, whose column names the asset. */
export function Digits({ of, rate }: { of: Amount; rate?: Rate }) {
  return (
    <>
      <span class="figure">{format(units(of.amount), of.decimals, { locale: locale() })}</span>
      <Worth of={of} rate={rate} />
    </>
  );
}

/** Which rate it is, of when and from where. */
export function RateNote({ of }: { of: Rate }) {
  return (
    <>
      {words().general.rate(formatDecimal(of.price, { locale: locale() }), of.currency, of.asset)}{' '}
      <Time at={`${of.day}T00:00:00Z`} how="day" />
    </>
  );
}
