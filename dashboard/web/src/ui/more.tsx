import type { Pages } from '../api/pages';
import { words } from '../i18n';
import { Notice, sentence } from './notice';

/** The button that reads the next page of a list, and why it could not be read. */
export function More({ of: { more, busy, problem } }: { of: Pages<unknown> }) {
  return (
    <>
      {problem && <Notice tone="bad">{sentence(problem)}</Notice>}
      {more && (
        <button type="button" class="button quiet" disabled={busy} onClick={more}>
          {words().general.more}
        </button>
      )}
    </>
  );
}
