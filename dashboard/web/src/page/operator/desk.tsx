// What a signed-in operator sees: one of a few subjects, kept in the address.
import type { Session } from '../../api/session';
import { words } from '../../i18n';
import { place, setQuery } from '../../route';
import { Tabs } from '../../ui/tabs';
import { AuditTrail } from './audit';
import { HealthOf } from './health';
import { Inbox } from './inbox';
import { MonthDesk } from './month';
import { NoticesDesk } from './notices';
import { RecordDesk } from './record';
import { RulesDesk } from './rules';
import { RunsDesk } from './runs';
import { Who } from './who';

const subjects = ['month', 'payouts', 'record', 'rules', 'health', 'notices', 'audit'] as const;
type Subject = (typeof subjects)[number];

export function Desk({ of }: { of: Session }) {
  const w = words().operator;
  const asked = place.value.query.get('tab') as Subject;
  const at = subjects.includes(asked) ? asked : 'month';
  return (
    <>
      <Who of={of} />
      <Inbox />
      <Tabs
        label={w.title}
        value={at}
        tabs={subjects.map((s) => [s, w.tabs[s]])}
        onPick={(tab) => tab !== at && setQuery({ tab, run: '', fact: '' }, 'push')}
      >
        {at === 'month' && <MonthDesk who={of} />}
        {at === 'payouts' && <RunsDesk who={of} />}
        {at === 'record' && <RecordDesk who={of} />}
        {at === 'rules' && <RulesDesk who={of} />}
        {at === 'health' && <HealthOf />}
        {at === 'notices' && <NoticesDesk who={of} />}
        {at === 'audit' && <AuditTrail />}
      </Tabs>
    </>
  );
}
