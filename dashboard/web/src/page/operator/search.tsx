// Finding payout runs: by a wallet that they pay, by state, by the month in which they were prepared.
import type { Run } from '../../api/payout';
import { words } from '../../i18n';
import { Choose, Field } from '../../ui/form';
import { isWallet } from '../../wallet/group';

export interface Search {
  wallet: string;
  state: string;
  month: string;
}

const states: Run['state'][] = ['draft', 'proposed', 'approved', 'exported', 'settled', 'cancelled'];
const isMonth = (text: string) => /^[0-9]{4}-(0[1-9]|1[0-2])$/.test(text);

/** What the API is asked for: what is not yet whole is left out. */
export function queryOf(s: Search): Record<string, string> {
  return {
    ...(isWallet(s.wallet) ? { wallet: s.wallet.toLowerCase() } : {}),
    ...(s.state ? { state: s.state } : {}),
    ...(isMonth(s.month) ? { month: s.month } : {}),
  };
}

export function SearchRuns({ value, onChange }: { value: Search; onChange: (s: Search) => void }) {
  const { search: w, run, forms, open } = words().operator;
  return (
    <search class="card fields" aria-label={w.title}>
      <Field
        label={w.wallet}
        error={value.wallet !== '' && !isWallet(value.wallet) ? forms.wrong.wallet : undefined}
        optional
        value={value.wallet}
        maxLength={42}
        autocomplete="off"
        placeholder="0x…"
        onInput={(e) => onChange({ ...value, wallet: e.currentTarget.value.trim() })}
      />
      <Choose
        label={w.state}
        value={value.state}
        options={[['', w.any], ...states.map((s) => [s, run.states[s]] as [string, string])]}
        onPick={(state) => onChange({ ...value, state })}
      />
      <Field
        label={w.month}
        error={value.month !== '' && !isMonth(value.month) ? open.monthHint : undefined}
        optional
        value={value.month}
        maxLength={7}
        autocomplete="off"
        placeholder="2026-01"
        onInput={(e) => onChange({ ...value, month: e.currentTarget.value.trim() })}
      />
    </search>
  );
}
