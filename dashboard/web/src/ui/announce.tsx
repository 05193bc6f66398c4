// One polite live region for the whole page: what changes without the focus moving is said here.
import { signal } from '@preact/signals';

const said = signal('');

/** Has a screen reader say a text. The same text twice is said twice. */
export function announce(text: string): void {
  said.value = '';
  setTimeout(() => {
    said.value = text;
  }, 50);
}

export function Announcer() {
  return (
    <div class="hidden" role="status" aria-live="polite">
      {said.value}
    </div>
  );
}
