// What closing a month would book now, beside the last one, and closing it: by one operator, or by one who proposes and another who
// approves the very file that both saw.
import { approveMonth, closeMonth, useOperators } from '../../api/operator';
import type { Session } from '../../api/session';
import { locale, words } from '../../i18n';
import { type Amount, show } from '../../money';
import type { ClosedMonth, MonthClosed, MonthPreview } from '../../schema/api.gen';
import { month as named } from '../../time';
import { Hash } from '../../ui/address';
import { AmountOf, Count } from '../../ui/amount';
import { Show } from '../../ui/loading';
import { Notice } from '../../ui/notice';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';
import { Action } from './action';
import { Holders, previewed } from './holders';
import type { Recorded } from './outcome';

/** What became of a month, for the notice of an outcome. */
function outcome({ already_recorded, month, proposal }: MonthClosed): Recorded {
  const w = words().operator;
  if (month)
    return {
      reference: `month:${month.month}`,
      already_recorded,
      sequence: month.sequence,
      text: w.open.done(month.holders_paid, show(month.paid, { locale: locale() })),
    };
  return { reference: proposal?.reference ?? '', already_recorded, sequence: 0, text: w.preview.proposed };
}

export function Previewed({ name, who, onDone }: { name: string; who: Session; onDone: (of: Recorded) => void }) {
  const preview = useOperators<MonthPreview>(`/months/${name}/preview?changed=true&limit=${previewed}`);
  return (
    <Show of={preview} lines={4}>
      {(p) => (
        <>
          <Figures of={p} />
          <Holders key={preview.readAt} of={p} again={preview.reload} />
          <Closing
            of={p}
            who={who}
            onDone={(done) => {
              if (done.sequence === 0) preview.reload(); // a closed month has no preview, it is in the list of the closed ones
              onDone(done);
            }}
          />
        </>
      )}
    </Show>
  );
}

function Figures({ of: p }: { of: MonthPreview }) {
  const w = words().operator;
  const rows: [string, (m: MonthPreview | ClosedMonth) => Amount | number][] = [
    [w.open.carried, (m) => m.carried_in],
    [w.preview.revenue, (m) => m.revenue],
    [w.difference.paid, (m) => m.paid],
    [w.difference.carriedOut, (m) => m.carried_out],
    [w.difference.toBuyback, (m) => m.to_buyback],
    [w.difference.holders, (m) => m.holders_paid],
  ];
  const cell = (of: Amount | number) =>
    typeof of === 'number' ? <Count of={of} /> : <AmountOf of={of} places={2} plain />;
  const last = p.last_month;
  return (
    <>
      <Table
        caption={w.preview.title}
        rows={rows}
        keyOf={([name]) => name}
        columns={[
          { name: w.difference.what, cell: ([name]) => name },
          { name: named(p.month, locale()), number: true, cell: ([, of]) => cell(of(p)) },
          ...(last
            ? [
                {
                  name: named(last.month, locale()),
                  number: true,
                  cell: ([, of]: (typeof rows)[number]) => cell(of(last)),
                },
              ]
            : []),
        ]}
      />
      {p.factor && p.due && (
        <Notice tone="info" title={w.difference.scaled}>
          {w.preview.factor(p.factor, show(p.due, { locale: locale() }))}
        </Notice>
      )}
    </>
  );
}

function Closing({ of: p, who, onDone }: { of: MonthPreview; who: Session; onDone: (of: Recorded) => void }) {
  const w = words().operator;
  const title = named(p.month, locale());
  const scope = (name: 'prepare' | 'approve') => (who.scopes.includes(name) ? undefined : w.steps.scope(name));
  const waits = p.stands ? p.proposal : undefined;
  const button = waits ? w.preview.approve(title) : p.close_by > 1 ? w.preview.propose(title) : w.open.close(title);
  return (
    <>
      {p.proposal && (
        <p>
          {w.preview.by(p.proposal.by)} · <Time at={p.proposal.at} />
          {!p.stands && ` · ${w.preview.stale}`}
        </p>
      )}
      <Action
        key={button}
        name={button}
        question={`${button}?`}
        figures={[
          [w.open.revenue, <AmountOf of={p.revenue} places={18} />],
          [w.open.carried, <AmountOf of={p.carried_in} places={18} />],
          [w.difference.paid, <AmountOf of={p.paid} places={18} />],
          [w.run.file, <Hash of={p.file} />],
        ]}
        warning={!waits && p.close_by > 1 ? w.preview.proposeWarning : w.open.warning}
        reason={waits ? (waits.by === who.operator ? w.preview.own : scope('approve')) : scope('prepare')}
        main
        run={async () => outcome(await (waits ? approveMonth(p.month, p.file) : closeMonth(p.month)))}
        onDone={onDone}
      />
    </>
  );
}
