// Recording revenue by hand. Before it is recorded, a reference that is almost another one's and a source that is new are asked about.
import { useEffect, useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useOperators } from '../../api/operator';
import { useResource } from '../../api/resource';
import type { Session } from '../../api/session';
import { words } from '../../i18n';
import type { AuditEntry, RevenueCheck, Trial } from '../../schema/api.gen';
import { utc } from '../../time';
import { Choose, Field } from '../../ui/form';
import { isReference, isRevenue } from './entry';
import { Sequence } from './outcome';
import { AmountField, RecordForm } from './recordform';

/** Sources that revenue came from before, where the program file lists none. */
function useUsed(listed: boolean): string[] {
  const trial = useResource<Trial>(listed ? undefined : address('/ledger/trial'));
  const names = trial.data?.rows
    .filter((r) => r.name?.code === 'report-revenue')
    .map((r) => r.name?.params.source ?? '');
  return [...new Set(names)];
}

/** What is typed, once nothing was typed for a moment. */
function useSettled(text: string): string {
  const [settled, set] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => set(text), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Whether an entry is another one than what is being recorded: the same reference of the same operator is recorded once anyway. */
export const isAnother = (e: AuditEntry, reference: string, who: Session) =>
  e.reference !== reference || e.operator !== who.operator;

export function RevenueForm({ who }: { who: Session }) {
  const w = words().operator.record;
  const [source, setSource] = useState('');
  const [amount, setAmount] = useState('');
  const [reference, setReference] = useState('');
  const [sure, setSure] = useState('');
  const asked = useSettled(reference);
  const known = useOperators<RevenueCheck>('/revenue/check');
  const check = useOperators<RevenueCheck>(
    isReference(asked) ? `/revenue/check?reference=${encodeURIComponent(asked)}` : undefined,
  );
  const sources = known.data?.sources ?? [];
  const used = useUsed(!known.data || sources.length > 0);
  const similar = (check.data?.similar ?? []).filter((e) => isAnother(e, reference, who));
  const isNew = sources.length === 0 && source !== '' && used.length > 0 && !used.includes(source);
  const doubts = similar.length > 0 || isNew;
  const about = `${reference} ${source}`;
  return (
    <RecordForm
      who={who}
      path="/revenue"
      title={w.revenue}
      hint={w.revenueHint}
      noteHint={w.noteHint}
      button={w.revenueButton}
      question={w.revenueQuestion}
      figures={[
        [w.source, source],
        [w.amount, <strong>{amount}</strong>],
      ]}
      missing={[...(source === '' ? [w.source] : []), ...(isRevenue(amount) ? [] : [w.amount])]}
      body={{ source, amount }}
      onReference={setReference}
      doubt={
        doubts && (
          <>
            {similar.map((e) => (
              <p key={e.sequence} class="doubt">
                {w.similar(e.reference, utc(e.time), e.operator)} <Sequence of={e.sequence} />
              </p>
            ))}
            {isNew && <p class="doubt">{w.newSource(source, used.join(', '))}</p>}
            <label class="check">
              <input
                type="checkbox"
                checked={sure === about}
                onChange={(e) => setSure(e.currentTarget.checked ? about : '')}
              />{' '}
              {w.sure}
            </label>
          </>
        )
      }
      sure={asked === reference && !check.loading && (!doubts || sure === about)}
    >
      {known.loading && !known.data ? (
        <Field label={w.source} value="" disabled placeholder={words().general.loading} />
      ) : sources.length > 0 ? (
        <Choose
          label={w.source}
          value={source}
          options={[['', w.chooseSource], ...sources.map((s) => [s, s] as [string, string])]}
          onPick={setSource}
        />
      ) : (
        <Field
          label={w.source}
          hint={used.length > 0 ? w.usedSources(used.join(', ')) : w.sourceHint}
          value={source}
          maxLength={64}
          autocomplete="off"
          placeholder="dapp"
          onInput={(e) => setSource(e.currentTarget.value.trim())}
        />
      )}
      <AmountField label={w.amount} hint={w.amountHint} value={amount} good={isRevenue} onInput={setAmount} />
    </RecordForm>
  );
}
