import { locale, words } from '../i18n';
import { type Amount, decimalOf, format, formatDecimal, units, usualPlaces, whole } from '../money';
import { Copy } from './copy';

interface Props {
  of: Amount;
  /** Show every digit: what is signed or compared to the last one. */
  exact?: boolean;
  /** Places shown at most, where a column has its own; otherwise they follow from the size. */
  places?: number;
  /** Leave out the button that copies base units, where the same amount has one nearby. */
  plain?: boolean;
  /** Show a plus before what is above zero. */
  signed?: boolean;
}

/** An amount with its asset, rounded for reading with a mark; the title has every digit, and the button copies base units. */
export function AmountOf({ of, exact = false, places, plain = false, signed = false }: Props) {
  const w = words().general;
  const value = units(of.amount);
  const all = formatDecimal(whole(value, of.decimals), { locale: locale() });
  const most = exact ? undefined : (places ?? usualPlaces(value, of.decimals));
  return (
    <span class="amount">
      <span title={`${all} ${of.asset}\n${w.units(of.amount, of.asset)}`}>
        <span class="figure">{format(value, of.decimals, { locale: locale(), places: most, signed })}</span>{' '}
        <span class="unit">{of.asset}</span>
      </span>
      {!plain && <Copy text={of.amount} name={w.copyUnits(`${all} ${of.asset}`)} aside />}
    </span>
  );
}

/** An exact number of whole units, as estimates and rates have them: no base units, so nothing to copy. */
export function Decimal({ of, unit, places = 2 }: { of: string; unit?: string; places?: number }) {
  const text = decimalOf(of);
  if (text === undefined) return <span class="muted">{of || '–'}</span>;
  return (
    <span class="amount" title={`${formatDecimal(text, { locale: locale() })}${unit ? ` ${unit}` : ''}`}>
      <span class="figure">{formatDecimal(text, { locale: locale(), places })}</span>
      {unit && (
        <>
          {' '}
          <span class="unit">{unit}</span>
        </>
      )}
    </span>
  );
}

/** A count. */
export function Count({ of }: { of: number | bigint }) {
  return <span class="figure">{of.toLocaleString(locale())}</span>;
}
