// Everything that may need somebody: how far the books are behind, what they owe against what the treasury holds.
import { useState } from 'preact/hooks';
import { type Health, record, useOperators } from '../../api/operator';
import { session } from '../../api/session';
import { locale, words } from '../../i18n';
import { utc } from '../../time';
import { AmountOf, Count } from '../../ui/amount';
import { Field } from '../../ui/form';
import { Behind, FreshBadge } from '../../ui/fresh';
import { Card, Facts, Stat, Stats } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty, Notice } from '../../ui/notice';
import { SentenceOf } from '../../ui/sentence';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';
import { Action } from './action';
import { Reconciled } from './reconciled';

export function HealthOf() {
  const health = useOperators<Health>('/health', 15_000);
  return (
    <Show of={health} lines={5} tall>
      {(h) => (
        <>
          {h.frozen && <FrozenNotice of={h.frozen} onDone={health.reload} />}
          <Warnings of={h} />
          <Behind of={h} />
          <Books of={h} />
          <Liabilities of={h} />
          <Reconciled />
          <Endpoints of={h} />
          <Coverage of={h} />
        </>
      )}
    </Show>
  );
}

function Warnings({ of }: { of: Health }) {
  if (of.warnings.length === 0) return null;
  return (
    <Notice tone="warn" title={words().operator.health.warnings}>
      {of.warnings.map((w) => (
        <p key={w.text}>
          <SentenceOf of={w} />
        </p>
      ))}
    </Notice>
  );
}

function FrozenNotice({ of, onDone }: { of: NonNullable<Health['frozen']>; onDone: () => void }) {
  const w = words().operator.health;
  return (
    <Notice tone="bad" title={w.frozen(utc(of.since))}>
      <p>{of.text}</p>
      <Facts rows={Object.entries(of.evidence).map(([k, v]) => [k, <code>{v}</code>])} />
      <Thaw onDone={onDone} />
    </Notice>
  );
}

/** Letting frozen books go on, with a reason. */
function Thaw({ onDone }: { onDone: () => void }) {
  const { forms, steps } = words().operator;
  const [reason, setReason] = useState('');
  return (
    <Action
      name={forms.thaw.button}
      question={forms.thaw.question}
      figures={[]}
      warning={forms.thaw.warning}
      reason={session.value?.scopes.includes('admin') ? undefined : steps.scope('admin')}
      fields={
        <Field
          label={forms.fields.reason}
          hint={steps.reasonHint}
          value={reason}
          maxLength={500}
          onInput={(e) => setReason(e.currentTarget.value)}
        />
      }
      complete={reason.trim() !== ''}
      run={async () => {
        await record('/thaw', { reason: reason.trim() });
        return { reference: '', sequence: 0, already_recorded: false };
      }}
      onDone={onDone}
    />
  );
}

/** Seconds in the largest unit that fits. */
export function ageOf(seconds: number, of = locale()): string {
  const s = Math.max(0, Math.round(seconds));
  const [unit, size] =
    s >= 86_400
      ? (['day', 86_400] as const)
      : s >= 3600
        ? (['hour', 3600] as const)
        : s >= 60
          ? (['minute', 60] as const)
          : (['second', 1] as const);
  return new Intl.NumberFormat(of, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(s / size));
}

function Books({ of: h }: { of: Health }) {
  const w = words().operator.health;
  return (
    <Card title={w.books} action={<FreshBadge of={h} />}>
      <Stats>
        <Stat label={w.lag} hint={w.lagHint}>
          {ageOf(h.lag_seconds)}
        </Stat>
        <Stat label={w.pending} hint={w.pendingHint}>
          <Count of={h.pending_blocks} />
        </Stat>
        <Stat label={w.reorgs} hint={w.reorgsHint}>
          <Count of={h.reorganisations} />
        </Stat>
        <Stat label={w.exceptions} hint={w.exceptionsHint}>
          <Count of={h.exceptions} />
        </Stat>
      </Stats>
      <Facts
        rows={[
          [
            w.next,
            h.next_job ? (
              <>
                <code>
                  {h.next_job.job} {h.next_job.slot}
                </code>{' '}
                <Time at={h.next_job.at} />
              </>
            ) : (
              words().general.none
            ),
          ],
        ]}
      />
    </Card>
  );
}

function Liabilities({ of: h }: { of: Health }) {
  const w = words().operator.health;
  return (
    <Card title={w.liabilities} hint={w.liabilitiesHint}>
      {h.liabilities.length === 0 ? (
        <Empty title={w.owesNothing} />
      ) : (
        <Table
          caption={w.liabilities}
          rows={h.liabilities}
          keyOf={(l) => l.asset}
          columns={[
            { name: w.asset, cell: (l) => <strong>{l.asset}</strong> },
            { name: w.payable, number: true, cell: (l) => <AmountOf of={l.payable} places={4} plain /> },
            { name: w.inRuns, number: true, cell: (l) => <AmountOf of={l.in_runs} places={4} plain /> },
            { name: w.owed, number: true, cell: (l) => <AmountOf of={l.owed} places={4} plain /> },
            {
              name: w.claims,
              number: true,
              cell: (l) => (
                <>
                  <AmountOf of={l.claims} places={4} plain /> / <AmountOf of={l.distributors} places={4} plain />
                </>
              ),
            },
            { name: w.needed, number: true, cell: (l) => <AmountOf of={l.from_treasury} places={4} plain /> },
            {
              name: w.treasury,
              number: true,
              cell: (l) =>
                l.treasury ? (
                  <AmountOf of={l.treasury} places={4} plain />
                ) : (
                  <span class="muted">{l.error ?? words().general.unknown}</span>
                ),
            },
            {
              name: w.covered,
              cell: (l) =>
                l.short ? (
                  <span class="tag bad">
                    {w.short} <AmountOf of={l.short} places={4} plain />
                  </span>
                ) : l.treasury ? (
                  <span class="tag good">{w.enough}</span>
                ) : (
                  <span class="tag">{words().general.unknown}</span>
                ),
            },
          ]}
        />
      )}
    </Card>
  );
}

function Endpoints({ of: h }: { of: Health }) {
  const w = words().operator.health;
  const n = (v: number) => v.toLocaleString(locale());
  return (
    <Card title={w.endpoints} hint={w.endpointsHint}>
      {h.endpoints.length === 0 ? (
        <Empty title={w.noEndpoints} />
      ) : (
        <Table
          caption={w.endpoints}
          rows={h.endpoints}
          keyOf={(e, i) => `${i}.${e.url}`}
          columns={[
            { name: w.url, cell: (e) => <code>{e.url}</code> },
            {
              name: w.state,
              cell: (e) => (
                <span class={e.ready && !e.error ? 'tag good' : 'tag warn'}>
                  {e.error ? w.failing : e.ready ? w.ready : w.notReady}
                </span>
              ),
            },
            { name: w.score, number: true, cell: (e) => n(e.score) },
            { name: w.latency, number: true, cell: (e) => `${n(e.latency_ms)} ms` },
            { name: w.behind, number: true, cell: (e) => words().general.blocks(e.lag_blocks) },
            { name: w.error, cell: (e) => e.error ?? <span class="muted">–</span> },
          ]}
        />
      )}
    </Card>
  );
}

function Coverage({ of: h }: { of: Health }) {
  const w = words().operator.health;
  const proof = words().fresh;
  if (h.coverage.length === 0) return null;
  const n = (v: number) => v.toLocaleString(locale());
  return (
    <Card title={w.coverage} hint={w.coverageHint}>
      <Table
        caption={w.coverage}
        rows={h.coverage.slice(-50)}
        keyOf={(c) => c.from}
        columns={[
          { name: w.fromBlock, cell: (c) => n(c.from) },
          { name: w.toBlock, cell: (c) => n(c.to) },
          {
            name: w.proof,
            cell: (c) => <span title={proof.proofMeans[c.proof]}>{proof.proof[c.proof] ?? c.proof}</span>,
          },
        ]}
      />
    </Card>
  );
}
