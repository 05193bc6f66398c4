// Statements to download. They are links: what comes is written by the server, line by line.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { words } from '../../i18n';
import { hrefOf } from '../../route';
import { short } from '../../ui/address';
import { Choose, Field } from '../../ui/form';
import { Icon } from '../../ui/icon';
import { Card } from '../../ui/layout';

export function Statement({ wallets }: { wallets: string[] }) {
  const w = words().nodes;
  const [chosen, choose] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const wallet = wallets.includes(chosen) ? chosen : (wallets[0] as string);
  const link = (format: string) => address(`/holders/${wallet}/statement`, { from, to, format });
  return (
    <Card title={w.statement} hint={w.statementHint}>
      <div class="fields">
        {wallets.length > 1 && (
          <Choose label={w.wallets} value={wallet} options={wallets.map((a) => [a, short(a)])} onPick={choose} />
        )}
        <Field label={w.fromDay} optional type="date" value={from} onInput={(e) => setFrom(e.currentTarget.value)} />
        <Field label={w.toDay} optional type="date" value={to} onInput={(e) => setTo(e.currentTarget.value)} />
      </div>
      <div class="buttons">
        <a class="button" href={hrefOf('statement', { wallet, from, to })}>
          {words().statement.show}
        </a>
        <a class="button" href={link('csv')} download>
          <Icon of="file" />
          {w.csv}
        </a>
        <a class="button" href={link('json')} download={`statement-${wallet}.json`}>
          <Icon of="file" />
          {w.json}
        </a>
        <a
          class="button"
          href={address(`/holders/${wallet}/rewards.csv`, { from, to })}
          download={`rewards-${wallet}.csv`}
        >
          <Icon of="file" />
          {w.rewardsCsv}
        </a>
      </div>
    </Card>
  );
}
