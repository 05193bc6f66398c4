import { locale, words } from '../i18n';
import { type Amount, decimalOf, format, formatDecimal, units, whole } from '../money';
import { Copy } from './copy';

interface Props {
  of: Amount;
  /** Places shown at most; the whole amount is in the title. 6 when absent. */
  places?: number;
  /** Leave out the button that copies base units, where the same amount has one nearby. */
  plain?: boolean;
  /** Show a plus before what is not negative. */
  signed?: boolean;
}

/** An amount with its asset. Cut for reading; the title has every digit, the button copies base units. */
export function AmountOf({ of, places = 6, plain = false, signed = false }: Props) {
  const w = words().general;
  const value = units(of.amount);
  const exact = whole(value, of.decimals);
  return (
    <span class="amount">
      <span title={`${formatDecimal(exact, { locale: locale() })} ${of.asset}\n${w.units(of.amount, of.asset)}`}>
        <span class="figure">
          {signed && value >= 0n ? '+' : ''}
          {format(value, of.decimals, { locale: locale(), places })}
        </span>{' '}
        <span class="unit">{of.asset}</span>
      </span>
      {!plain && <Copy text={of.amount} name={w.copyUnits(of.asset)} />}
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
