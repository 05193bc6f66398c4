// What amounts are in another currency, where the server knows a rate. The contract takes no part in it.
import { locale, words } from '../i18n';
import { type Amount, divided, format, formatDecimal, units, valued } from '../money';
import type { Rate } from '../schema/api.gen';
import { currency } from '../setting';
import { AmountOf } from './amount';
import { Time } from './time';

/** What one unit of the reader's currency costs in that of a rate; undefined where it is that one, or is not known. */
const chosen = (rate: Rate) => rate.others.find((o) => o.currency === currency.value);

/** About so much in the reader's currency, or in that of a rate; undefined of another asset. */
export function worth(of: Amount, rate: Rate | undefined): string | undefined {
  if (rate?.asset !== of.asset) return undefined;
  const own = chosen(rate);
  const value = valued(of, rate.price);
  const text = formatDecimal(own ? divided(value, own.price) : value, { locale: locale(), places: 2, fixed: true });
  return `${/^[<≈]/.test(text) ? '' : '≈'}${text} ${own?.currency ?? rate.currency}`;
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

/** Which rate it is, of when and from where, and the currency to choose where there are several. */
export function RateNote({ of }: { of: Rate }) {
  const w = words().general;
  const own = chosen(of);
  return (
    <>
      {w.rate(formatDecimal(of.price, { locale: locale() }), of.currency, of.asset)}{' '}
      <Time at={`${of.day}T00:00:00Z`} how="day" />
      {own && (
        <>
          {'; '}
          {w.currencyRate(own.currency, formatDecimal(own.price, { locale: locale() }), of.currency)}{' '}
          <Time at={`${own.day}T00:00:00Z`} how="day" />
        </>
      )}
      {of.others.length > 0 && (
        <>
          {' '}
          <select
            class="currency"
            aria-label={w.currency}
            value={own?.currency ?? of.currency}
            onChange={(e) => {
              currency.value = e.currentTarget.value;
            }}
          >
            {[of.currency, ...of.others.map((o) => o.currency)].map((c) => (
              <option key={c}>{c}</option>
            ))}
          </select>
        </>
      )}
    </>
  );
}
