// How one wallet's number came about, line by line.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import { words } from '../../i18n';
import { place, setQuery } from '../../route';
import type { EpochExplanation } from '../../schema/api.gen';
import { AmountOf } from '../../ui/amount';
import { Field } from '../../ui/form';
import { Card, Stat, Stats } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Notice } from '../../ui/notice';
import { poolHeading, SentenceOf, textOf, textsOf } from '../../ui/sentence';
import { account } from '../../wallet/account';
import { group, isWallet } from '../../wallet/group';

export function Share({ job, slot }: { job: string; slot: string }) {
  const w = words().rewards;
  const start = place.value.query.get('wallet') ?? account.value?.address ?? group.value[0] ?? '';
  const [text, setText] = useState(start);
  const [wallet, setWallet] = useState(isWallet(start) ? start.toLowerCase() : '');
  const [bad, setBad] = useState(false);
  const found = useResource<EpochExplanation>(wallet ? address(`/epochs/${job}/${slot}/holders/${wallet}`) : undefined);
  const submit = (e: Event) => {
    e.preventDefault();
    const good = isWallet(text.trim());
    setBad(!good);
    if (!good) return;
    setWallet(text.trim().toLowerCase());
    setQuery({ wallet: text.trim().toLowerCase() });
  };
  return (
    <Card title={w.share} hint={w.shareHint}>
      <form class="inline-form" onSubmit={submit}>
        <Field
          label={w.wallet}
          value={text}
          placeholder="0x…"
          autocomplete="off"
          error={bad ? w.badWallet : undefined}
          onInput={(e) => setText(e.currentTarget.value)}
        />
        <button type="submit" class="button">
          {w.compute}
        </button>
      </form>
      {wallet && (
        <Show of={found} lines={4}>
          {(r) => (
            <>
              <Stats>
                <Stat label={w.got}>
                  <AmountOf of={r.amount} places={6} />
                </Stat>
                {r.pools.map((p) => (
                  <Stat
                    key={p.pool}
                    label={p.score ? w.fromPool(poolHeading(p.pool), p.score) : poolHeading(p.pool)}
                    hint={p.zero_reason && textOf(p.zero_reason)}
                  >
                    <AmountOf of={p.amount} places={6} />
                  </Stat>
                ))}
              </Stats>
              {r.zero_reasons.length > 0 && <Notice>{textsOf(r.zero_reasons)}</Notice>}
              <ol class="paper">
                {r.lines.map((line, i) => (
                  <li key={i} class={line.code === 'pool-heading' ? 'paper-heading' : undefined}>
                    <SentenceOf of={line} />
                  </li>
                ))}
              </ol>
            </>
          )}
        </Show>
      )}
    </Card>
  );
}
