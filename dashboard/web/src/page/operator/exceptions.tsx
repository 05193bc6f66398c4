// Payments that no line of a run explains. They come first: money moved, and nobody has said why.
import { useState } from 'preact/hooks';
import { record, useOperators } from '../../api/operator';
import type { PaymentException, PaymentExceptions } from '../../api/payout';
import type { Session } from '../../api/session';
import { words } from '../../i18n';
import { Address, Hash } from '../../ui/address';
import { AmountOf } from '../../ui/amount';
import { Choose, Field } from '../../ui/form';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Notice } from '../../ui/notice';
import { SentenceOf, textOf } from '../../ui/sentence';
import { Time } from '../../ui/time';
import { Action } from './action';
import { Outcome, type Recorded } from './outcome';

export function Exceptions({ who }: { who: Session }) {
  const w = words().operator.exceptions;
  const [all, setAll] = useState(false);
  const [last, setLast] = useState<Recorded>();
  const list = useOperators<PaymentExceptions>(`/exceptions?limit=100${all ? '&all=true' : ''}`, 30_000);
  return (
    <Card
      title={w.title}
      hint={w.hint}
      action={
        <button type="button" class="button quiet" aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? w.showOpen : w.showAll}
        </button>
      }
    >
      {last && <Outcome of={last} />}
      <Show of={list} lines={2}>
        {({ exceptions }) =>
          exceptions.length === 0 ? (
            <Notice tone="good">{all ? w.never : w.none}</Notice>
          ) : (
            <ul class="exceptions">
              {exceptions.map((x) => (
                <li key={x.key}>
                  <One
                    of={x}
                    who={who}
                    onDone={(of) => {
                      setLast(of);
                      list.reload();
                    }}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Show>
    </Card>
  );
}

function One({ of: x, who, onDone }: { of: PaymentException; who: Session; onDone: (of: Recorded) => void }) {
  const w = words().operator;
  const [reason, setReason] = useState('');
  const [nature, setNature] = useState('expense');
  const [source, setSource] = useState('');
  // What moved stands in suspense until somebody says what it was.
  const what = x.own_account ? { nature, ...(source ? { source } : {}) } : {};
  return (
    <article class="exception">
      <p class="exception-head">
        <span class={x.open ? 'tag bad' : 'tag'}>{w.exceptions.problems[x.problem] ?? x.problem}</span>
        {x.amount && <AmountOf of={x.amount} />}
        {x.wallet && <Address of={x.wallet} />}
        <Hash of={x.tx_hash} />
        <Time at={x.at} />
      </p>
      <p>
        {x.run && <strong>{x.run}: </strong>}
        <SentenceOf of={x.explanation} />
      </p>
      {x.closed && <p class="hint">{w.exceptions.closed(textOf(x.closed))}</p>}
      {x.open && x.problem === 'partly_paid' && <p class="hint">{w.exceptions.payRest}</p>}
      {x.open && x.problem !== 'partly_paid' && (
        <Action
          name={w.exceptions.resolve}
          question={w.exceptions.question}
          figures={[
            ...(x.amount
              ? ([[w.run.amount, <AmountOf of={x.amount} places={18} />]] as [string, preact.ComponentChildren][])
              : []),
            ...(x.wallet ? ([[w.run.wallet, <Address of={x.wallet} />]] as [string, preact.ComponentChildren][]) : []),
          ]}
          warning={w.exceptions.warning}
          reason={who.scopes.includes('prepare') ? undefined : w.steps.scope('prepare')}
          fields={
            <>
              {x.own_account && (
                <>
                  <Choose
                    label={w.exceptions.nature}
                    value={nature}
                    options={Object.entries(w.exceptions.natures)}
                    onPick={setNature}
                  />
                  <Field
                    label={w.exceptions.source}
                    value={source}
                    maxLength={64}
                    onInput={(e) => setSource(e.currentTarget.value.trim())}
                  />
                </>
              )}
              <Field
                label={w.exceptions.why}
                value={reason}
                maxLength={500}
                onInput={(e) => setReason(e.currentTarget.value)}
              />
            </>
          }
          complete={reason.trim() !== ''}
          run={() => record('/exceptions/resolve', { exception: x.key, reason: reason.trim(), ...what })}
          onDone={onDone}
        />
      )}
    </article>
  );
}
