// Referrals: own codes and who came with them, and the leaderboard.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import { words } from '../../i18n';
import { place, setQuery } from '../../route';
import type { Leaderboard } from '../../schema/api.gen';
import { Field } from '../../ui/form';
import { Card, Page } from '../../ui/layout';
import { account } from '../../wallet/account';
import { Connect } from '../../wallet/connect';
import { group, isWallet } from '../../wallet/group';
import { Board } from './board';
import { Credits } from './credits';

export default function Referrals() {
  const w = words().referrals;
  const asked = place.value.query.get('wallet') ?? '';
  const wallet = isWallet(asked) ? asked.toLowerCase() : (account.value?.address ?? group.value[0] ?? '');
  const board = useResource<Leaderboard>(address('/leaderboard', { top: 50 }), 30_000);
  return (
    <Page title={w.title} lead={w.lead} fresh={board.data}>
      <Whose wallet={wallet} />
      {wallet && <Credits key={wallet} wallet={wallet} />}
      <Board board={board} own={wallet} />
    </Page>
  );
}

function Whose({ wallet }: { wallet: string }) {
  const w = words().referrals;
  const [text, setText] = useState(wallet);
  const [bad, setBad] = useState(false);
  const submit = (e: Event) => {
    e.preventDefault();
    const good = isWallet(text.trim());
    setBad(!good);
    if (good) setQuery({ wallet: text.trim().toLowerCase() });
  };
  return (
    <Card title={w.whose}>
      <div class="grid">
        <div class="half">
          <Connect />
        </div>
        <form class="half inline-form" onSubmit={submit}>
          <Field
            label={w.wallet}
            value={text}
            placeholder="0x…"
            autocomplete="off"
            error={bad ? w.badWallet : undefined}
            onInput={(e) => setText(e.currentTarget.value)}
          />
          <button type="submit" class="button">
            {w.show}
          </button>
        </form>
      </div>
    </Card>
  );
}
