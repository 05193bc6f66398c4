// Files that operators bring. They are read by the server, whole or not at all; what is wrong is shown row by row.
import { useState } from 'preact/hooks';
import { type ImportResult, record } from '../../api/operator';
import type { Scope, Session } from '../../api/session';
import { locale, words } from '../../i18n';
import { FileDrop } from '../../ui/filedrop';
import { textOf } from '../../ui/filetext';
import { Field, Segments, TextArea } from '../../ui/form';
import { Card } from '../../ui/layout';
import { Action } from './action';
import { isReference, linesOf } from './entry';
import type { Recorded } from './outcome';
import { ReferenceField } from './recordform';

export interface Brought {
  name: string;
  text: string;
}

/** A file, dropped or chosen or pasted. */
function Bring({
  value,
  accept,
  example,
  onBring,
}: {
  value: Brought;
  accept: string;
  example: string;
  onBring: (b: Brought) => void;
}) {
  const w = words().operator.record;
  return (
    <>
      <FileDrop
        label={w.dropFile}
        button={w.chooseFile}
        hint={value.name ? w.chosen(value.name, linesOf(value.text)) : undefined}
        accept={accept}
        onFile={(f) => void textOf(f).then((text) => onBring({ name: f.name, text }))}
      />
      <TextArea
        label={w.paste}
        hint={w.pasteHint}
        placeholder={example}
        value={value.text.length > 20_000 ? `${value.text.slice(0, 20_000)}…` : value.text}
        disabled={value.text.length > 20_000}
        onInput={(e) => onBring({ name: '', text: e.currentTarget.value })}
      />
      {value.text !== '' && (
        <button type="button" class="button quiet" onClick={() => onBring({ name: '', text: '' })}>
          {w.clear}
        </button>
      )}
    </>
  );
}

const nothing: Brought = { name: '', text: '' };

function useBrought(): [Brought, (b: Brought) => void] {
  return useState(nothing);
}

const fileFigures = (of: Brought): [string, preact.ComponentChildren][] => {
  const w = words().operator.record;
  return [
    [w.file, of.name || w.pasted],
    [w.lines, linesOf(of.text).toLocaleString(locale())],
  ];
};

function lacks(who: Session, scope: Scope): string | undefined {
  return who.scopes.includes(scope) ? undefined : words().operator.steps.scope(scope);
}

/** What became of a file of revenue, as one that is recorded. */
export function importedOf(of: ImportResult, w = words().operator.record): Recorded {
  const skipped = Object.entries(of.skipped ?? {}).map(([what, n]) => w.skipped(what, n));
  const leftOut = Object.entries(of.left_out ?? {}).map(([rule, n]) => w.leftOut(rule, n));
  return {
    reference: '',
    sequence: 0,
    already_recorded: of.recorded === 0 && of.already_recorded > 0,
    text: [w.imported(of.rows, of.recorded, of.already_recorded), ...skipped, ...leftOut].join(' '),
  };
}

export function RevenueFile({ who }: { who: Session }) {
  const w = words().operator.record;
  const [file, setFile] = useBrought();
  const [format, setFormat] = useState<'csv' | 'stripe'>('csv');
  const [source, setSource] = useState('fiat');
  const [zone, setZone] = useState('');
  const [skip, setSkip] = useState('');
  const [reason, setReason] = useState('');
  const [late, setLate] = useState<'refuse' | 'now'>('refuse');
  const stripe = format === 'stripe';
  const rules = skip
    .split(',')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '');
  return (
    <Card title={w.revenueFile} hint={stripe ? w.stripeHint : w.csvHint}>
      <Segments
        label={w.format}
        value={format}
        options={[
          ['csv', w.csv],
          ['stripe', w.stripe],
        ]}
        onPick={setFormat}
      />
      {stripe && (
        <div class="fields">
          <Field
            label={w.source}
            hint={w.stripeSource}
            value={source}
            maxLength={64}
            onInput={(e) => setSource(e.currentTarget.value.trim())}
          />
          <Field
            label={w.zone}
            hint={w.zoneHint}
            value={zone}
            maxLength={64}
            onInput={(e) => setZone(e.currentTarget.value.trim())}
          />
          <Field label={w.skip} hint={w.skipHint} value={skip} onInput={(e) => setSkip(e.currentTarget.value)} />
          {rules.length > 0 && (
            <Field
              label={w.skipReason}
              hint={w.skipReasonHint}
              value={reason}
              maxLength={500}
              onInput={(e) => setReason(e.currentTarget.value)}
            />
          )}
        </div>
      )}
      <Segments
        label={w.late}
        value={late}
        options={[
          ['refuse', w.lateRefuse],
          ['now', w.lateNow],
        ]}
        onPick={setLate}
      />
      <Bring
        value={file}
        accept=".csv,text/csv"
        example={
          stripe
            ? 'balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category'
            : 'reference,source,amount,at,note'
        }
        onBring={setFile}
      />
      <Action
        name={w.import}
        question={w.importQuestion}
        figures={[
          ...fileFigures(file),
          [w.format, stripe ? w.stripe : w.csv],
          ...(stripe ? ([[w.source, source]] as [string, preact.ComponentChildren][]) : []),
        ]}
        warning={w.allOrNone}
        reason={lacks(who, 'record') ?? (file.text.trim() === '' ? w.fileFirst : undefined)}
        source={{ text: file.text, headed: true }}
        main
        run={async () =>
          importedOf(
            await record<ImportResult>('/revenue/import', {
              format,
              name: file.name || 'pasted',
              text: file.text,
              ...(stripe ? { source } : {}),
              ...(stripe && zone !== '' ? { timezone: zone } : {}),
              ...(stripe && rules.length > 0 ? { skip: rules, reason } : {}),
              ...(late === 'now' ? { late } : {}),
            }),
          )
        }
      />
    </Card>
  );
}

export function ScoresFile({ who }: { who: Session }) {
  const w = words().operator.record;
  return (
    <Referenced
      who={who}
      scope="record"
      path="/scores/import"
      title={w.scores}
      hint={w.scoresHint}
      accept=".csv,.json,text/csv,application/json"
      example="wallet,what,value,at"
      headed={() => true}
    />
  );
}

export function SanctionsFile({ who }: { who: Session }) {
  const w = words().operator.record;
  return (
    <Referenced
      who={who}
      scope="admin"
      path="/sanctions"
      title={w.sanctions}
      hint={w.sanctionsHint}
      warning={w.sanctionsWarning}
      accept=".csv,.txt,text/csv,text/plain"
      example="0x…"
      headed={(text) => /^\s*"?address\b/i.test(text)}
    />
  );
}

function Referenced({
  who,
  scope,
  path,
  title,
  hint,
  warning,
  accept,
  example,
  headed,
}: {
  who: Session;
  scope: Scope;
  path: string;
  title: string;
  hint: string;
  warning?: string;
  accept: string;
  example: string;
  headed: (text: string) => boolean;
}) {
  const w = words().operator.record;
  const [file, setFile] = useBrought();
  const [reference, setReference] = useState('');
  return (
    <Card title={title} hint={hint}>
      <ReferenceField value={reference} onInput={setReference} />
      <Bring value={file} accept={accept} example={example} onBring={setFile} />
      <Action
        name={w.import}
        question={w.importQuestion}
        figures={[...fileFigures(file), [w.reference, <code>{reference}</code>]]}
        warning={warning ?? w.allOrNone}
        reason={lacks(who, scope) ?? (!isReference(reference) || file.text.trim() === '' ? w.fileFirst : undefined)}
        source={{ text: file.text, headed: headed(file.text) }}
        main
        run={() => record(path, { reference, name: file.name || 'pasted', text: file.text })}
      />
    </Card>
  );
}
