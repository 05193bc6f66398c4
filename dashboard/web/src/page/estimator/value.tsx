// The values of assumptions as people read them. The API writes them as plain texts of fixed form; a text of another form is
// shown as it is.
import type { ComponentChildren } from 'preact';
import { locale, words } from '../../i18n';
import { formatDecimal, percentOf } from '../../money';
import type { Estimate } from '../../schema/api.gen';
import { valid } from '../../time';
import { Time } from '../../ui/time';

const parts = ['adoption', 'validators_part', 'coverage'];
const dollars = ['token_price', 'point_price', 'asset_price'];

/** A length such as 90d or 2y in words. */
export function span(text: string): string {
  const m = /^([0-9]+)(y|mo|d|h)$/.exec(text);
  return m ? words().estimator.spans[m[2] as 'y' | 'mo' | 'd' | 'h'](Number(m[1])) : text;
}

export function shownValue(name: string, value: string, units: Estimate['units']): ComponentChildren {
  const w = words().estimator;
  const n = (v: string) => formatDecimal(v, { locale: locale() });
  const percent = (v: string) => percentOf(v, { locale: locale() });
  const unit = (of: string) => `${n(value)} ${of}`.trim();
  const plain = /^[0-9]+(\.[0-9]+)?$/.test(value);
  if (plain && parts.includes(name)) return percent(value);
  if (plain && dollars.includes(name)) return unit('USD');
  if (plain && name === 'fund') return unit(units.usdt);
  if (plain && name === 'supply') return unit(units.tokens);
  if (plain && ['points_per_day', 'points_cap', 'points_issued'].includes(name)) return unit(units.points);
  if (plain) return n(value);
  if (name === 'wallets') return value.split(' ').map(n).join(', ');
  if (name === 'drop_by') return w.by[value] ?? value;
  if (name === 'lock') return span(value);
  if (name === 'eligible' && value.startsWith('yes')) return w.eligibleYes;
  if ((name === 'tge' || name === 'at') && valid(value)) return <Time at={value} />;
  const price = name === 'paid' && /^([0-9.]+) (\S+) a node$/.exec(value);
  if (price) return w.aNode(`${n(price[1] as string)} ${price[2]}`);
  const drop = name === 'drop' && /^([0-9.]+) of the supply$/.exec(value);
  if (drop) return w.ofSupply(percent(drop[1] as string));
  const emission = name === 'emission' && /^([0-9.]+) of the supply in the first (\S+), then x ([0-9.]+)$/.exec(value);
  if (emission)
    return w.emission(percent(emission[1] as string), span(emission[2] as string), n(emission[3] as string));
  return value || '–';
}
