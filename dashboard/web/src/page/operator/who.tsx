// Who is signed in, and what this key may do.
import { useState } from 'preact/hooks';
import { type Scope, type Session, signOut } from '../../api/session';
import { words } from '../../i18n';
import { Time } from '../../ui/time';
import { Proof } from './proof';

const scopes: Scope[] = ['record', 'prepare', 'approve', 'admin', 'private'];

export function Who({ of }: { of: Session }) {
  const w = words().operator.who;
  const [busy, setBusy] = useState(false);
  return (
    <section class="card who" aria-label={w.title}>
      <div>
        <p>
          <strong>{of.operator}</strong> <Proof of={of.how} />
        </p>
        {of.expires ? (
          <p class="hint">
            {w.until} <Time at={of.expires} />
          </p>
        ) : (
          <p class="hint">{w.memory}</p>
        )}
      </div>
      <ul class="scopes" aria-label={w.may}>
        {scopes.map((s) => (
          <li key={s} title={w.scopeMeans[s]}>
            <span class={of.scopes.includes(s) ? 'tag good' : 'tag off'}>
              {w.scopes[s]}
              <span class="hidden">: {of.scopes.includes(s) ? w.yes : w.no}</span>
            </span>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button"
        disabled={busy}
        onClick={() => {
          setBusy(true);
          signOut().catch(() => undefined);
        }}
      >
        {w.signOut}
      </button>
    </section>
  );
}
