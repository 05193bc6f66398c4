// What this browser remembers: theme, language, currency, wallets, a referral code. Nothing of it is sent anywhere.
import { effect, type Signal, signal } from '@preact/signals';

const prefix = 'nodeledger.';

/** A signal that is kept in the browser's storage. accept says whether what was found there is still usable. */
export function remembered<T>(name: string, start: T, accept: (v: unknown) => v is T): Signal<T> {
  let value = start;
  try {
    const found: unknown = JSON.parse(localStorage.getItem(prefix + name) ?? 'null');
    if (accept(found)) value = found;
  } catch {
    // Storage may be closed to the page, or hold something else.
  }
  const s = signal(value);
  effect(() => {
    const text = JSON.stringify(s.value);
    try {
      if (text === JSON.stringify(start)) localStorage.removeItem(prefix + name);
      else localStorage.setItem(prefix + name, text);
    } catch {
      // Then it is remembered until the page is closed.
    }
  });
  return s;
}

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const theme = remembered<Theme>('theme', 'system', (v): v is Theme => themes.includes(v as Theme));

/** Whose time instants are shown in. Days and months of the books are UTC either way. */
export const zones = ['local', 'utc'] as const;
export type Zone = (typeof zones)[number];

export const zone = remembered<Zone>('zone', 'local', (v): v is Zone => zones.includes(v as Zone));

/** The currency that amounts are shown in, where its rate is known. */
export const currency = remembered<string>(
  'currency',
  'USD',
  (v): v is string => typeof v === 'string' && /^[A-Z]{3}$/.test(v),
);

/** Whether the page is dark now. */
export const dark = signal(false);

/** Keeps the document's theme and `dark` in step with the setting and the system. */
export function followTheme(root: HTMLElement = document.documentElement): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    if (theme.value === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme.value;
    dark.value = theme.value === 'system' ? system.matches : theme.value === 'dark';
  };
  system.addEventListener('change', apply);
  const stop = effect(apply);
  return () => {
    stop();
    system.removeEventListener('change', apply);
  };
}

/** The code that somebody was referred with; ?ref=CODE sets it. */
export const referral = remembered<string>(
  'referral',
  '',
  (v): v is string => typeof v === 'string' && v.length <= 128,
);
