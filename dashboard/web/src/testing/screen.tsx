// Rendering into the test's document and finding things as a person does: by role, label and text. For tests only.
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';

/** Renders into an empty document body. Returns how to take it away. */
export async function show(what: ComponentChild): Promise<() => void> {
  document.body.innerHTML = '<main></main>';
  const root = document.body.firstElementChild as HTMLElement;
  await act(async () => {
    render(what, root);
  });
  return () => render(null, root);
}

export function text(): string {
  return (document.body.textContent ?? '').replace(/\s+/g, ' ');
}

/** Waits until something is so; fails with what the page shows. */
export async function until<T>(what: () => T | undefined | null | false, ms = 3000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    await act(async () => {
      await new Promise((r) => setTimeout(r, 15));
    });
    const found = what();
    if (found) return found;
    if (Date.now() > end) throw new Error(`it did not come: ${what}\nthe page shows: ${text()}`);
  }
}

export const shows = (part: string) => until(() => text().includes(part));

/** The button or link with a name. */
export function named(name: string): HTMLElement | undefined {
  const list = [...document.querySelectorAll<HTMLElement>('button, a, summary, [role=tab]')];
  return list.find((e) => (e.getAttribute('aria-label') ?? e.textContent ?? '').trim() === name);
}

export async function press(name: string): Promise<void> {
  const found = await until(() => named(name));
  await act(async () => {
    found.click();
  });
}

/** Picks one of segments by its name. */
export function choose(name: string): void {
  const found = [...document.querySelectorAll('.segments label')].find((l) => l.textContent === name);
  if (!found) throw new Error(`there is no choice ${name}: ${text()}`);
  found.querySelector('input')?.click();
}

function labelled(label: string): HTMLInputElement | undefined {
  const found = [...document.querySelectorAll('label')].find((l) => l.textContent?.trim().startsWith(label));
  return ((found && document.getElementById(found.htmlFor)) as HTMLInputElement | null) ?? undefined;
}

/** The field with a label. */
export function field(label: string): HTMLInputElement {
  const found = labelled(label);
  if (!found) throw new Error(`there is no field ${label}: ${text()}`);
  return found;
}

export async function type(label: string, value: string): Promise<void> {
  const input = await until(() => labelled(label));
  await act(async () => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** The places that wait to come into view: the test's document has no layout, so a test says when they do. */
const waiting = new Set<() => void>();

class View implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  private readonly scroll: () => void;
  constructor(seen: IntersectionObserverCallback) {
    this.scroll = () => seen([{ isIntersecting: true } as IntersectionObserverEntry], this);
  }
  observe() {
    waiting.add(this.scroll);
  }
  disconnect() {
    waiting.delete(this.scroll);
  }
  unobserve() {}
  takeRecords() {
    return [];
  }
}
globalThis.IntersectionObserver = View;

/** Brings everything that waits to be seen into view. */
export async function scrollDown(): Promise<void> {
  await act(async () => {
    for (const scroll of waiting) scroll();
  });
}
