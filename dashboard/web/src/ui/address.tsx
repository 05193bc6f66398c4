import { words } from '../i18n';
import { labels } from '../wallet/label';
import { Copy } from './copy';

/** 0x1b07…a8b7 */
export function short(text: string): string {
  return text.length > 14 ? `${text.slice(0, 6)}…${text.slice(-4)}` : text;
}

/** A wallet or contract, shortened, after what the reader calls it; the title and the button have all of it. */
export function Address({ of, whole = false }: { of: string; whole?: boolean }) {
  const label = labels.value[of.toLowerCase()];
  return (
    <span class={whole ? 'address whole' : 'address'}>
      {label && <span class="label">{label}</span>}
      <code title={of}>{whole ? of : short(of)}</code>
      <Copy text={of} name={`${words().general.copyAddress} ${short(of)}`} />
    </span>
  );
}

/** A hash, shortened. */
export function Hash({ of, whole = false }: { of: string; whole?: boolean }) {
  return (
    <span class="address">
      <code title={of}>{whole ? of : `${of.slice(0, 10)}…${of.slice(-6)}`}</code>
      <Copy text={of} name={`${words().general.copyHash} ${short(of)}`} />
    </span>
  );
}
