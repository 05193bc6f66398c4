// The operators' desk: the month and its money, facts, health, and who did what.
import './operator.css';
import { useEffect, useState } from 'preact/hooks';
import { restore, session } from '../../api/session';
import { words } from '../../i18n';
import { Page } from '../../ui/layout';
import { Skeleton } from '../../ui/loading';
import { Desk } from './desk';
import { SignIn } from './signin';

export default function Operator() {
  const w = words().operator;
  const [looked, setLooked] = useState(session.value !== undefined);
  useEffect(() => {
    if (!looked) void restore().then(() => setLooked(true));
  }, []);
  const now = session.value;
  return (
    <Page title={w.title} lead={w.lead}>
      {!looked ? <Skeleton lines={3} tall /> : now ? <Desk key={`${now.operator}.${now.how}`} of={now} /> : <SignIn />}
    </Page>
  );
}
