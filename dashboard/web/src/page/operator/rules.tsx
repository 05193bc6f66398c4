// The text of the program that waits for consent: what it changes, and consenting to the very text that was shown.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { consentToProgram, useOperators } from '../../api/operator';
import { useResource } from '../../api/resource';
import type { Session } from '../../api/session';
import { words } from '../../i18n';
import { hrefOf } from '../../route';
import type { Amendment, ProgramText, ProgramTexts } from '../../schema/api.gen';
import { Address, Hash } from '../../ui/address';
import { AmountOf, Count } from '../../ui/amount';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { ProgramTextOf } from '../../ui/programtext';
import { Table } from '../../ui/table';
import { Action } from './action';
import { Outcome, type Recorded, Sequence } from './outcome';

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

interface Asked {
  of: ProgramText;
  who: Session;
  onDone: (of: Recorded) => void;
}

function Consent(asked: Asked) {
  const w = words().operator.rules;
  return (
    <>
      <ProgramTextOf of={asked.of} />
      {asked.of.amends ? <Amends {...asked} /> : <Agree {...asked} warning={w.warning} />}
    </>
  );
}

/** A text that amends: what it would correct, and consenting to just that. */
function Amends(asked: Asked) {
  const w = words().operator.rules;
  const amendment = useOperators<Amendment>('/program/amendment');
  return (
    <Show of={amendment} lines={4}>
      {(a) => (
        <>
          <Table
            caption={w.corrects}
            rows={a.periods.filter((p) => p.holders > 0)}
            keyOf={(p) => `${p.job}:${p.slot}`}
            columns={[
              { name: w.period, cell: (p) => p.slot },
              { name: w.got, number: true, cell: (p) => (p.before ? <AmountOf of={p.before} places={6} /> : '–') },
              { name: w.get, number: true, cell: (p) => (p.after ? <AmountOf of={p.after} places={6} /> : '–') },
              { name: w.holders, number: true, cell: (p) => <Count of={p.holders} /> },
              { name: words().operator.outcome.sequence, number: true, cell: (p) => <Sequence of={p.corrects} /> },
            ]}
          />
          <p class="hint">{w.others(a.periods.filter((p) => p.holders === 0).length)}</p>
          {[
            { caption: w.kept, rows: a.kept },
            { caption: w.setOff, rows: a.set_off },
          ].map(
            ({ caption, rows }) =>
              rows.length > 0 && (
                <Table
                  key={caption}
                  caption={caption}
                  rows={rows}
                  keyOf={(k) => k.wallet}
                  columns={[
                    { name: w.wallet, cell: (k) => <Address of={k.wallet} /> },
                    { name: w.amount, number: true, cell: (k) => <AmountOf of={k.amount} places={6} /> },
                  ]}
                />
              ),
          )}
          <Agree {...asked} amendment={a.amendment} warning={w.amendWarning} />
        </>
      )}
    </Show>
  );
}

function Agree({ of: t, who, onDone, amendment, warning }: Asked & { amendment?: string; warning: string }) {
  const w = words().operator.rules;
  const r = words().rules;
  const reason =
    t.by === who.operator
      ? w.own
      : who.scopes.includes('approve')
        ? undefined
        : words().operator.steps.scope('approve');
  const corrected: [string, ComponentChildren][] = amendment ? [[w.hash, <Hash of={amendment} whole />]] : [];
  return (
    <Action
      name={w.consent}
      question={w.question}
      figures={[
        [r.by, t.by ?? ''],
        [r.why, t.why ?? ''],
        [w.changes, r.settings(t.changes.length)],
        [r.digest, <Hash of={t.sha256} whole />],
        ...corrected,
      ]}
      warning={warning}
      reason={reason}
      main
      run={() => consentToProgram(t.sha256, amendment)}
      onDone={onDone}
    />
  );
}
