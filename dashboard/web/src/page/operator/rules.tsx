// The text of the program that waits for consent: what it changes, and consenting to the very text that was shown.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { consentToProgram } from '../../api/operator';
import { useResource } from '../../api/resource';
import type { Session } from '../../api/session';
import { words } from '../../i18n';
import { hrefOf } from '../../route';
import type { ProgramText, ProgramTexts } from '../../schema/api.gen';
import { Hash } from '../../ui/address';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { ProgramTextOf } from '../../ui/programtext';
import { Action } from './action';
import { Outcome, type Recorded } from './outcome';

export function RulesDesk({ who }: { who: Session }) {
  const w = words().operator.rules;
  const texts = useResource<ProgramTexts>(address('/program/texts'), 60_000);
  const [last, setLast] = useState<Recorded>();
  return (
    <Card title={w.title} hint={w.hint} action={<a href={hrefOf('sale')}>{w.all}</a>}>
      {last && <Outcome of={last} />}
      <Show of={texts} lines={4}>
        {({ proposed }) =>
          proposed ? (
            <Consent
              key={proposed.sha256}
              of={proposed}
              who={who}
              onDone={(of) => {
                setLast(of);
                texts.reload();
              }}
            />
          ) : (
            <Empty title={w.none}>{w.noneText}</Empty>
          )
        }
      </Show>
    </Card>
  );
}

function Consent({ of: t, who, onDone }: { of: ProgramText; who: Session; onDone: (of: Recorded) => void }) {
  const w = words().operator.rules;
  const r = words().rules;
  const reason =
    t.by === who.operator
      ? w.own
      : who.scopes.includes('approve')
        ? undefined
        : words().operator.steps.scope('approve');
  return (
    <>
      <ProgramTextOf of={t} />
      <Action
        name={w.consent}
        question={w.question}
        figures={[
          [r.by, t.by ?? ''],
          [r.why, t.why ?? ''],
          [w.changes, r.settings(t.changes.length)],
          [r.digest, <Hash of={t.sha256} whole />],
        ]}
        warning={w.warning}
        reason={reason}
        main
        run={() => consentToProgram(t.sha256)}
        onDone={onDone}
      />
    </>
  );
}
