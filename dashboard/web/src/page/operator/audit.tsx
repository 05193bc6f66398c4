// Who did what, and how they proved who they are; and who may do what.
import { address } from '../../api/http';
import {
  type Audit,
  type AuditEntry,
  consent,
  type Operators,
  useOperators,
  type WaitingKey,
} from '../../api/operator';
import { usePages } from '../../api/pages';
import { read, type Scope, session } from '../../api/session';
import { locale, words } from '../../i18n';
import { day } from '../../time';
import { Address } from '../../ui/address';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { More } from '../../ui/more';
import { Empty, Notice } from '../../ui/notice';
import { factName, headingOf } from '../../ui/sentence';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';
import { Action } from './action';
import { FactForm } from './factform';
import { addKey, revokeKey } from './facts';
import { Sequence } from './outcome';
import { Proof } from './proof';

const size = 25;

export function AuditTrail() {
  const w = words().operator.audit;
  const first = useOperators<Audit>(`/audit?limit=${size}`);
  return (
    <>
      <Card
        title={w.title}
        hint={w.hint}
        action={
          <button type="button" class="button quiet" disabled={first.loading} onClick={first.reload}>
            {w.reload}
          </button>
        }
      >
        <Show of={first} lines={8}>
          {(a) => (a.entries.length === 0 ? <Empty title={w.none} /> : <Pages key={first.readAt} first={a} />)}
        </Show>
      </Card>
      <Keys />
    </>
  );
}

/** The first page and those that were asked for after it. */
function Pages({ first }: { first: Audit }) {
  const w = words().operator.audit;
  const pages = usePages<Audit, AuditEntry>(
    first,
    (page) => page.entries,
    (after) => address('/operator/audit', { limit: size, after }),
    { read },
  );
  return (
    <>
      <Table
        caption={w.title}
        rows={pages.rows}
        keyOf={(e) => `${e.sequence}.${e.operator}.${e.reference}`}
        columns={[
          { name: w.time, cell: (e) => <Time at={e.time} /> },
          { name: w.who, cell: (e) => <strong>{e.operator}</strong> },
          { name: w.what, cell: (e) => factName(e.kind) },
          { name: w.reference, cell: (e) => <code>{e.reference}</code> },
          { name: w.proof, cell: (e) => <Proof of={e.proof} /> },
          { name: w.sequence, number: true, cell: (e) => <Sequence of={e.sequence} /> },
        ]}
      />
      <More of={pages} />
    </>
  );
}

function Keys() {
  const w = words().operator.audit;
  const list = useOperators<Operators>('/operators');
  const who = session.value;
  return (
    <>
      <Card title={w.keys} hint={w.keysHint}>
        <Show of={list} lines={3}>
          {({ operators, waiting, warning }) => (
            <>
              {operators.map((o) => o.warning && <Notice key={o.name} tone="warn" title={headingOf(o.warning)} />)}
              {warning && <Notice tone="warn" title={headingOf(warning)} />}
              {waiting.map((k) => (
                <Consent key={k.grant} of={k} onDone={list.reload} />
              ))}
              <Table
                caption={w.keys}
                rows={operators.flatMap((o) => o.keys.map((k) => ({ ...k, name: o.name })))}
                keyOf={(k) => `${k.name}.${k.label}`}
                columns={[
                  { name: w.who, cell: (k) => <strong>{k.name}</strong> },
                  {
                    name: w.key,
                    cell: (k) =>
                      k.wallet ? (
                        <Address of={k.wallet} />
                      ) : (
                        <>
                          {w.token} <code>{k.label}</code>
                        </>
                      ),
                  },
                  { name: w.may, cell: (k) => k.scopes.map((s) => words().operator.who.scopes[s as Scope]).join(', ') },
                  {
                    name: w.state,
                    cell: (k) =>
                      k.revoked ? (
                        <span class="tag bad">{w.revoked}</span>
                      ) : (
                        <span class="tag good">{k.until ? w.until(day(k.until, locale())) : w.valid}</span>
                      ),
                  },
                ]}
              />
            </>
          )}
        </Show>
      </Card>
      {who && [addKey, revokeKey].map((f) => <FactForm key={f.words} fact={f} who={who} onDone={list.reload} />)}
    </>
  );
}

/** A key that counts once another operator consents. */
function Consent({ of, onDone }: { of: WaitingKey; onDone: () => void }) {
  const w = words().operator.audit;
  const scopes = of.scopes.map((s) => words().operator.who.scopes[s as Scope]).join(', ');
  const who = session.value?.operator;
  return (
    <Action
      name={w.consent(of.name)}
      question={w.consentQuestion(of.name)}
      figures={[
        [w.who, of.name],
        [w.key, of.wallet ? <Address of={of.wallet} /> : <code>{of.label}</code>],
        [w.may, scopes],
        [w.givenBy, of.given_by],
      ]}
      warning={w.consentWarning}
      reason={who === of.given_by || who === of.name ? w.consentOther : undefined}
      run={() => consent(of.name, of.grant)}
      onDone={onDone}
    />
  );
}
