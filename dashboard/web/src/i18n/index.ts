// The words of the page. English is the type; a language that lacks a key does not compile. English is there from the start,
// other languages are loaded when they are chosen.
import { computed, effect, signal } from '@preact/signals';
import { remembered } from '../setting';
import { en, type Words } from './en';

export type { Words };

export const languages = { en: 'English', zh: '中文' } as const;
export type Language = keyof typeof languages;

const isLanguage = (v: unknown): v is Language => typeof v === 'string' && v in languages;

/** The language that suits a list of the browser's, best first. */
export function suits(list: readonly string[]): Language {
  for (const tag of list) {
    const base = tag.toLowerCase().split('-')[0];
    if (isLanguage(base)) return base;
  }
  return 'en';
}

const chosen = remembered<Language | ''>('language', '', (v): v is Language => isLanguage(v));
const loaded = signal<{ language: Language; words: Words }>({ language: 'en', words: en });

export const language = computed(() => loaded.value.language);

/** The words of the language in force. Read in a component, it renders again when the language changes. */
export function words(): Words {
  return loaded.value.words;
}

/** The tag that numbers and times are written by: the reader's own variant of the language where the browser names one. */
export function locale(): string {
  const own = navigator.languages?.find((tag) => tag.toLowerCase().startsWith(loaded.value.language));
  return own ?? (loaded.value.language === 'zh' ? 'zh-CN' : 'en');
}

async function load(of: Language): Promise<Words> {
  return of === 'zh' ? (await import('./zh')).zh : en;
}

export async function setLanguage(to: Language): Promise<void> {
  chosen.value = to;
  const found = await load(to);
  if (chosen.value === to) loaded.value = { language: to, words: found };
}

/** Chooses the language at the start: ?lang=, what was chosen before, what the browser prefers. Keeps <html lang> right. */
export async function startLanguage(query: URLSearchParams): Promise<void> {
  const asked = query.get('lang');
  const start = isLanguage(asked) ? asked : chosen.value || suits(navigator.languages ?? []);
  effect(() => {
    document.documentElement.lang = loaded.value.language === 'zh' ? 'zh-CN' : 'en';
  });
  if (isLanguage(asked)) chosen.value = asked;
  loaded.value = { language: start, words: await load(start) };
}

/** Picks a text of several languages, as the API gives titles. */
export function pick(of: Record<string, string>): string {
  return of[language.value] ?? of.en ?? Object.values(of)[0] ?? '';
}
