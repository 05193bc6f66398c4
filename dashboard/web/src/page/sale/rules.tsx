// The rules of the books: every text of the program that was in force, and the one that waits for consent.
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import { words } from '../../i18n';
import type { ProgramText, ProgramTexts } from '../../schema/api.gen';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { ProgramTextOf } from '../../ui/programtext';
import { clock } from '../../ui/time';

export function Rules() {
  const w = words().rules;
  const texts = useResource<ProgramTexts>(address('/program/texts'), 60_000);
  return (
    <Card title={w.title} hint={w.hint}>
      <Show of={texts} lines={3}>
        {({ texts, proposed }) => (
          <>
            {proposed && <Text of={proposed} state={w.waits} tone="warn" open />}
            {[...texts].reverse().map((t, i) => (
              <Text key={t.sha256} of={t} state={i === 0 ? w.inForce : w.past} tone={i === 0 ? 'good' : ''} />
            ))}
          </>
        )}
      </Show>
    </Card>
  );
}

function Text({ of, state, tone, open }: { of: ProgramText; state: string; tone: string; open?: boolean }) {
  const w = words().rules;
  return (
    <details open={open}>
      <summary>
        {of.since ? w.from(clock(of.since)) : of.at ? w.proposedAt(clock(of.at)) : w.beginning}{' '}
        <span class={`tag ${tone}`}>{state}</span>
      </summary>
      <ProgramTextOf of={of} />
    </details>
  );
}
