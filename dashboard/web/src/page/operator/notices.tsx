// Who is told what happens, by webhook and mail: how each endpoint is, what was sent and what waits. Nothing of it is in the books.
import { useState } from 'preact/hooks';
import { ApiProblem, address } from '../../api/http';
import {
  type Deliveries,
  type Delivery,
  type NoticeEndpoint,
  type NoticeEndpoints,
  resendNotice,
  testEndpoint,
  useOperators,
} from '../../api/operator';
import { usePages } from '../../api/pages';
import { read, type Session } from '../../api/session';
import { words } from '../../i18n';
import { Count } from '../../ui/amount';
import { announce } from '../../ui/announce';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { More } from '../../ui/more';
import { Empty, sentence } from '../../ui/notice';
import { SentenceOf } from '../../ui/sentence';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';

const size = 25;
const toneOf = { ok: 'good', retrying: 'warn', failing: 'bad', gone: 'bad' } as const;
const toneOfDelivery = { delivered: 'good', waiting: 'warn', dead: 'bad' } as const;

export function NoticesDesk({ who }: { who: Session }) {
  const may = who.scopes.includes('admin');
  const list = useOperators<NoticeEndpoints>('/notices', 15_000);
  return (
    <Show of={list} lines={5}>
      {({ endpoints }) => (
        <>
          <Endpoints of={endpoints} may={may} onSent={list.reload} />
          <Log may={may} />
        </>
      )}
    </Show>
  );
}

function Endpoints({ of, may, onSent }: { of: NoticeEndpoint[]; may: boolean; onSent: () => void }) {
  const w = words().operator.notices;
  return (
    <Card title={w.endpoints} hint={w.endpointsHint}>
      {of.length === 0 ? (
        <Empty title={w.noEndpoints} />
      ) : (
        <Table
          caption={w.endpoints}
          rows={of}
          keyOf={(e) => e.name}
          columns={[
            { name: w.name, cell: (e) => <strong>{e.name}</strong> },
            { name: w.where, cell: (e) => <code>{e.where}</code> },
            { name: w.state, cell: (e) => <span class={`tag ${toneOf[e.state]}`}>{w.states[e.state]}</span> },
            { name: w.delivered, number: true, cell: (e) => <Count of={e.delivered} /> },
            { name: w.waiting, number: true, cell: (e) => <Count of={e.waiting} /> },
            { name: w.oldest, cell: (e) => (e.oldest ? <Time at={e.oldest} /> : words().general.none) },
            { name: w.dead, number: true, cell: (e) => <Count of={e.dead} /> },
            {
              name: w.test,
              cell: (e) => (
                <Send
                  name={w.testOf(e.name)}
                  may={may}
                  run={() => testEndpoint(e.name)}
                  done={w.queued}
                  onDone={onSent}
                />
              ),
            },
          ]}
        />
      )}
      {!may && <p class="hint">{words().operator.steps.scope('admin')}</p>}
    </Card>
  );
}

function Log({ may }: { may: boolean }) {
  const w = words().operator.notices;
  const [dead, setDead] = useState(false);
  const path = `/notices/deliveries?limit=${size}${dead ? '&state=dead' : ''}`;
  const first = useOperators<Deliveries>(path);
  return (
    <Card
      title={w.log}
      hint={w.logHint}
      action={
        <>
          <label class="check">
            <input type="checkbox" checked={dead} onChange={(e) => setDead(e.currentTarget.checked)} /> {w.onlyDead}
          </label>
          <button type="button" class="button quiet" disabled={first.loading} onClick={first.reload}>
            {words().operator.audit.reload}
          </button>
        </>
      }
    >
      <Show of={first} lines={8}>
        {(page) =>
          page.deliveries.length === 0 ? (
            <Empty title={w.noDeliveries} />
          ) : (
            <Pages key={`${path}.${first.readAt}`} first={page} dead={dead} may={may} />
          )
        }
      </Show>
    </Card>
  );
}

/** The first page and those that were asked for after it. */
function Pages({ first, dead, may }: { first: Deliveries; dead: boolean; may: boolean }) {
  const w = words().operator.notices;
  const pages = usePages<Deliveries, Delivery>(
    first,
    (page) => page.deliveries,
    (after) => address('/operator/notices/deliveries', { limit: size, after, ...(dead ? { state: 'dead' } : {}) }),
    { read },
  );
  return (
    <>
      <Table
        caption={w.log}
        rows={pages.rows}
        keyOf={(d) => String(d.number)}
        columns={[
          { name: w.number, number: true, cell: (d) => <Count of={d.number} /> },
          { name: w.endpoint, cell: (d) => <strong>{d.endpoint}</strong> },
          { name: w.happened, cell: (d) => <Time at={d.at} /> },
          { name: w.what, cell: (d) => <What of={d} /> },
          {
            name: w.state,
            cell: (d) => <span class={`tag ${toneOfDelivery[d.state]}`}>{w.deliveryStates[d.state]}</span>,
          },
          { name: w.attempts, cell: (d) => <Attempts of={d} /> },
          {
            name: w.again,
            cell: (d) => (
              <Send name={w.resendOf(d.number)} may={may} run={() => resendNotice(d.number)} done={w.queued} />
            ),
          },
        ]}
      />
      <More of={pages} />
    </>
  );
}

function What({ of: d }: { of: Delivery }) {
  return (
    <>
      <SentenceOf of={d.sentence} />
      <br />
      <code>{d.type}</code>
    </>
  );
}

function Attempts({ of: d }: { of: Delivery }) {
  const w = words().operator.notices;
  const last = d.attempts[d.attempts.length - 1];
  if (!last) return <>{words().general.none}</>;
  return (
    <>
      {w.tried(d.tries)} <Time at={last.at} />
      <br />
      <span class="muted">{last.error || w.took(last.status, last.latency)}</span>
    </>
  );
}

/** A button that has the server send something, and what came of it. */
function Send({
  name,
  may,
  run,
  done,
  onDone,
}: {
  name: string;
  may: boolean;
  run: () => Promise<unknown>;
  done: string;
  onDone?: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');
  const press = async () => {
    setBusy(true);
    try {
      await run();
      say(done);
      announce(done);
      onDone?.();
    } catch (e) {
      say(sentence(e instanceof ApiProblem ? e : new ApiProblem('broken', '')));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" class="button quiet" disabled={!may || busy} onClick={() => void press()}>
        {name}
      </button>
      {said && <span class="hint">{said}</span>}
    </>
  );
}
