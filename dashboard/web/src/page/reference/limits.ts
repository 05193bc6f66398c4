// The limits of a value in words.
import { words } from '../../i18n';
import type { Schema } from './openapi';

const text = (v: unknown) => (typeof v === 'string' ? v : JSON.stringify(v));

/** What a value may be, in words; empty when the description sets no limit. */
export function limitsOf(s: Schema): string[] {
  const w = words().reference.limits;
  const out: string[] = [];
  const between = (
    least: number | undefined,
    most: number | undefined,
    both: (a: string, b: string) => string,
    low: (n: string) => string,
    high: (n: string) => string,
  ) => {
    if (least && most !== undefined) out.push(both(String(least), String(most)));
    else if (least) out.push(low(String(least)));
    else if (most !== undefined) out.push(high(String(most)));
  };
  if (s.enum) out.push(w.oneOf(s.enum.map(text).join(', ')));
  if (s.minimum !== undefined) out.push(w.atLeast(String(s.minimum)));
  if (s.maximum !== undefined) out.push(w.atMost(String(s.maximum)));
  between(s.minLength, s.maxLength, w.characters, w.charactersLeast, w.charactersMost);
  between(s.minItems, s.maxItems, w.items, w.itemsLeast, w.itemsMost);
  if (s.pattern) out.push(w.pattern(s.pattern));
  if (s.examples?.[0] !== undefined && s.examples[0] !== '') out.push(w.example(text(s.examples[0])));
  return out;
}

export const fallbackOf = (s: Schema): string => (s.default === undefined ? '' : text(s.default));
