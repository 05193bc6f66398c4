// One run: its figures, who let it out, the next step, its files.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { approve, cancel, consentToCancel, type Step, step, useOperators } from '../../api/operator';
import type { PaymentExceptions, Rejection, Run, RunDetail } from '../../api/payout';
import { useResource } from '../../api/resource';
import type { Session } from '../../api/session';
import { locale, words } from '../../i18n';
import { isZero, show, units } from '../../money';
import { Hash } from '../../ui/address';
import { AmountOf, Count } from '../../ui/amount';
import { Field } from '../../ui/form';
import { Facts } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { headingOf } from '../../ui/sentence';
import { Time } from '../../ui/time';
import { Action } from './action';
import { Exports } from './exports';
import { Lines, Waiting } from './lines';
import { Sequence } from './outcome';
import { Proof } from './proof';
import { stepsOf } from './steps';

export function RunCard({ run, who, onChange }: { run: Run; who: Session; onChange: () => void }) {
  const w = words().operator;
  const detail = useResource<RunDetail>(address(`/payouts/${run.run}`), 30_000);
  const exceptions = useOperators<PaymentExceptions>('/exceptions?limit=500');
  const odd = exceptions.data?.exceptions.filter((x) => x.run === run.run).length ?? 0;
  const changed = () => {
    detail.reload();
    onChange();
  };
  return (
    <Show of={detail} lines={5} tall>
      {(d) => (
        <div class="run-detail">
          {(d.state === 'draft' || d.state === 'proposed' || d.state === 'approved') &&
            d.warnings.map((x) => <Notice key={JSON.stringify(x.params)} tone="warn" title={headingOf(x)} />)}
          <div class="grid">
            <div class="half">
              <Facts rows={figures(d)} />
            </div>
            <div class="half">
              <Log of={d} />
              <p class="settled">
                <Progress done={units(d.paid.amount)} of={units(d.total.amount)} label={w.run.settled} />
                <span class="hint">
                  {w.run.settledText(
                    d.settled_lines.toLocaleString(locale()),
                    d.lines.toLocaleString(locale()),
                    show(d.open, { locale: locale(), places: 6 }),
                  )}
                </span>
                {odd > 0 && <span class="tag bad">{w.run.exceptions(odd)}</span>}
              </p>
            </div>
          </div>
          <Lines run={d.run} count={d.lines} />
          {d.waiting > 0 && <Waiting run={d.run} wallets={d.waiting} />}
          <Steps run={d} who={who} onDone={changed} />
          <Exports run={d} />
        </div>
      )}
    </Show>
  );
}

function figures(d: RunDetail): [string, preact.ComponentChildren][] {
  const w = words().operator.run;
  return [
    [w.total, <AmountOf of={d.total} places={6} />],
    [w.wallets, <Count of={d.lines} />],
    [w.method, words().payouts.methods[d.method]],
    [w.minimum, <AmountOf of={d.minimum} plain />],
    [w.waiting, <Count of={d.waiting} />],
    [w.file, <Hash of={d.file} />],
    [w.sequence, <Sequence of={d.sequence} />],
    ...(d.root ? ([[w.root, <Hash of={d.root} />]] as [string, preact.ComponentChildren][]) : []),
    ...(d.tree_file ? ([[w.treeFile, <Hash of={d.tree_file} />]] as [string, preact.ComponentChildren][]) : []),
    ...(d.books
      ? ([
          [
            w.books,
            <>
              {w.leaves(d.books.size)} <Hash of={d.books.root} />
            </>,
          ],
        ] as [string, preact.ComponentChildren][])
      : []),
  ];
}

function Log({ of }: { of: Run }) {
  const w = words().operator.run;
  return (
    <ol class="log" aria-label={w.log}>
      {of.steps.map((s, i) => (
        <li key={i}>
          <strong>{w.states[s.state]}</strong> {s.operator ? w.by(s.operator) : w.byChain} · <Time at={s.at} />
          {s.key && (
            <div class="hint">
              <Proof of={s.key} />
            </div>
          )}
          {s.file && (
            <div class="hint">
              {w.approvedFile} <Hash of={s.file} />
            </div>
          )}
          {s.reason && <div class="hint">{s.reason}</div>}
          {s.rejection && <div class="hint">{w.askedBy(s.rejection.operator, evidenceOf(s.rejection))}</div>}
        </li>
      ))}
    </ol>
  );
}

/** What rejected the transactions of a run in the Safe, and how that is known. */
function evidenceOf(r: Rejection): string {
  const w = words().operator.run;
  const parts = [];
  if (r.transaction) parts.push(w.rejectedBy(r.transaction));
  if (r.nonce !== undefined && r.block) parts.push(w.nonceUsed(String(r.nonce), String(r.used), String(r.block)));
  return [...parts, w.how[r.how]].join(' · ');
}

function Steps({ run, who, onDone }: { run: RunDetail; who: Session; onDone: () => void }) {
  const w = words().operator;
  const [reason, setReason] = useState('');
  const [nonce, setNonce] = useState('');
  const [transaction, setTransaction] = useState('');
  const out = run.state === 'exported';
  const asked = run.rejection;
  const take = (name: Step) => () => {
    switch (name) {
      case 'approve':
        return approve(run.run, run.file);
      case 'cancel':
        return cancel(run.run, {
          reason: reason.trim(),
          ...(out && transaction.trim() ? { transaction: transaction.trim() } : {}),
          ...(out && nonce.trim() ? { nonce: Number(nonce) } : {}),
        });
      case 'consent':
        return consentToCancel(run.run, asked?.sha256 ?? '');
      default:
        return step(run.run, name);
    }
  };
  const told = !out || transaction.trim() !== '' || /^\d{1,15}$/.test(nonce.trim());
  const all: [string, preact.ComponentChildren][] = [
    [w.run.run, run.run],
    [w.run.total, <AmountOf of={run.total} places={18} />],
    [w.run.wallets, <Count of={run.lines} />],
    [w.run.method, words().payouts.methods[run.method]],
    [w.run.file, <Hash of={run.file} />],
  ];
  const possible = stepsOf(run, who, w.steps);
  // The step that was just taken stays for its outcome, so an action is told apart by its step alone.
  return (
    <div class="actions">
      {(['propose', 'approve', 'export', 'consent', 'cancel'] as const).map((name) => {
        const p = possible.find((x) => x.step === name);
        return (
          <StepAction key={name} shown={!!p}>
            <Action
              name={w.steps[name]}
              question={w.steps.question[name](run.run)}
              figures={
                name === 'cancel' || name === 'consent'
                  ? [
                      ...all.slice(0, 3),
                      [w.run.open, <AmountOf of={run.open} places={18} />],
                      ...(name === 'consent' && asked ? rejectionRows(asked) : []),
                    ]
                  : all
              }
              warning={name === 'cancel' && out ? w.steps.rejectWarning : w.steps.warning[name](run.method)}
              reason={p ? p.reason : ''}
              main={name !== 'cancel'}
              fields={
                name === 'cancel' ? (
                  <>
                    <Field
                      label={w.steps.reason}
                      hint={w.steps.reasonHint}
                      value={reason}
                      maxLength={500}
                      onInput={(e) => setReason(e.currentTarget.value)}
                    />
                    {out && (
                      <>
                        <Field
                          label={w.steps.nonce}
                          hint={w.steps.nonceHint}
                          value={nonce}
                          inputMode="numeric"
                          onInput={(e) => setNonce(e.currentTarget.value)}
                        />
                        <Field
                          label={w.steps.transaction}
                          hint={w.steps.transactionHint}
                          value={transaction}
                          maxLength={66}
                          onInput={(e) => setTransaction(e.currentTarget.value)}
                        />
                      </>
                    )}
                  </>
                ) : undefined
              }
              complete={name !== 'cancel' || (reason.trim() !== '' && told)}
              run={take(name)}
              onDone={onDone}
            />
          </StepAction>
        );
      })}
      {possible.length === 0 && run.state !== 'cancelled' && (
        <p class="hint">{isZero(run.open) ? w.steps.settled : w.steps.waits}</p>
      )}
    </div>
  );
}

function rejectionRows(r: Rejection): [string, preact.ComponentChildren][] {
  const w = words().operator;
  return [
    [w.run.reason, r.reason],
    [w.run.evidence, evidenceOf(r)],
    [w.audit.who, r.operator],
  ];
}

/** Keeps an action that is no longer possible in its place without its button. */
function StepAction({ shown, children }: { shown: boolean; children: preact.ComponentChildren }) {
  return <div class={shown ? 'step' : 'step gone'}>{children}</div>;
}
