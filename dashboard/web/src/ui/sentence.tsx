// What the books say about an entry or a computation, in the reader's language. The books give a code with its parameters; the
// templates are written by the server's own catalogue, so a code or a language that is missing does not compile.
import { type Language, language, locale, words } from '../i18n';
import {
  chinese,
  english,
  facts,
  kinds,
  type ParameterType,
  parameters,
  pools,
  type SentenceCode,
} from '../i18n/sentence.gen';
import { formatDecimal, percentOf } from '../money';
import type { Sentence } from '../schema/api.gen';
import { day, month, valid } from '../time';
import { Address } from './address';
import { clock, Time } from './time';

type CodeOfNothing = {
  [C in SentenceCode]: keyof (typeof parameters)[C] extends never ? C : never;
}[SentenceCode];

/** A part of a sentence: words, or a value with its type and the form in which readers see it. */
export type Part = { words: string } | { type: ParameterType; value: string; shown: string };

type Names = Record<string, string>;

const catalogue: Record<
  Language,
  { templates: Record<SentenceCode, string>; pools: Names; kinds: Names; facts: Names }
> = {
  en: { templates: english, pools: pools.english, kinds: kinds.english, facts: facts.english },
  zh: { templates: chinese, pools: pools.chinese, kinds: kinds.chinese, facts: facts.chinese },
};

function isKnown(code: string): code is SentenceCode {
  return Object.hasOwn(parameters, code);
}

/** A sentence with its wallets and instants as the page shows them everywhere. A code that this page does not know is shown by
 * the server's English; whole shows every digit of addresses. */
export function SentenceOf({ of, whole = false }: { of: Sentence; whole?: boolean }) {
  if (!isKnown(of.code)) return <span lang="en">{of.text}</span>;
  return (
    <span>
      {partsOf(of).map((p, i) => {
        if ('words' in p) return p.words;
        if (p.type === 'wallet') return <Address key={i} of={p.value} whole={whole} />;
        if (p.type === 'instant') return <Time key={i} at={p.value} />;
        return p.shown;
      })}
    </span>
  );
}

/** A sentence as one text. */
export function textOf(s: Sentence): string {
  return partsOf(s)
    .map((p) => ('words' in p ? p.words : p.shown))
    .join('');
}

/** The same with a capital first, as headings have it. */
export function headingOf(s: Sentence): string {
  return capital(textOf(s));
}

/** The heading of a code that has no parameters. */
export function headingOfCode(code: CodeOfNothing): string {
  return headingOf({ code, params: {}, text: '' });
}

/** The name of a reward pool. One that has no name of its own in the languages is called as the program file calls it. */
export function poolName(name: string): string {
  return catalogue[language.value].pools[name] ?? name;
}

/** The same with a capital first, as headings have it. */
export function poolHeading(name: string): string {
  return capital(poolName(name));
}

/** What a kind of transactions is called. One that a newer server has is called as the journal calls it. */
export function kindName(kind: string): string {
  return catalogue[language.value].kinds[kind] ?? kind;
}

/** The same of a kind of facts. */
export function factName(kind: string): string {
  return catalogue[language.value].facts[kind] ?? kind;
}

/** Texts of sentences, each once. */
export function textsOf(list: readonly Sentence[]): string {
  return [...new Set(list.map(textOf))].join('; ');
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A sentence cut where values stand. */
export function partsOf(s: Sentence): Part[] {
  if (!isKnown(s.code)) return [{ words: s.text }];
  const types: Record<string, ParameterType> = parameters[s.code];
  const pieces = catalogue[language.value].templates[s.code].split(/(\{[^}]*\})/);
  return pieces.flatMap((piece): Part[] => {
    const hole = /^\{([a-z]+)(?::([^|]+)\|(.+))?\}$/.exec(piece);
    if (!hole) return piece === '' ? [] : [{ words: piece }];
    const [, name = '', one, many] = hole;
    const value = s.params[name] ?? piece;
    const type = types[name] ?? 'text';
    const part = { type, value, shown: shownOf(type, value) };
    return one ? [part, { words: ` ${value === '1' ? one : many}` }] : [part];
  });
}

/** A length of time such as 90d or 2y in words. */
function spanOf(text: string): string {
  const m = /^([0-9]+)(y|mo|d|h|s)$/.exec(text);
  return m ? words().general.spans[m[2] as 'y' | 'mo' | 'd' | 'h' | 's'](Number(m[1])) : text;
}

/** A value as readers see values of its type. What is not of the type stays as it is. */
function shownOf(type: ParameterType, value: string): string {
  const number = (text: string) => formatDecimal(text, { locale: locale() });
  switch (type) {
    case 'count':
    case 'ratio':
      return number(value);
    case 'amount': {
      const [amount = '', asset] = value.split(' ');
      return asset ? `${number(amount)} ${asset}` : value;
    }
    case 'day':
      return valid(`${value}T00:00:00Z`) ? day(`${value}T00:00:00Z`, locale()) : value;
    case 'month':
      return valid(`${value}-01T00:00:00Z`) ? month(value, locale()) : value;
    case 'instant':
      return valid(value) ? clock(value) : value;
    case 'pool':
      return poolName(value);
    case 'part':
      return percentOf(value, { locale: locale() });
    case 'span':
      return spanOf(value);
    case 'wallet':
    case 'text':
      return value;
  }
}
