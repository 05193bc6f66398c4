// A referrer's codes with links to share, and every purchase that came with them.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useAll, useLast, useResource } from '../../api/resource';
import { words } from '../../i18n';
import { hrefOf } from '../../route';
import type { Holder, Referrals } from '../../schema/api.gen';
import { Address } from '../../ui/address';
import { AmountOf, Count } from '../../ui/amount';
import { Copy } from '../../ui/copy';
import { Card, Stat, Stats } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';

const limit = 25;
const tones = { pending: 'tag warn', payable: 'tag', paid: 'tag good' };

export function Credits({ wallet }: { wallet: string }) {
  const w = words();
  const [afters, setAfters] = useState(['']);
  const holder = useResource<Holder>(address(`/holders/${wallet}`), 15_000);
  const pages = useAll<Referrals>(
    afters.map((after) => address(`/holders/${wallet}/referrals`, { after, limit })),
    15_000,
  );
  const { last, busy } = useLast(pages.data); // more of them leaves those that are there
  return (
    <>
      <Show of={holder} lines={2}>
        {(h) => <Earned of={h} />}
      </Show>
      <Show of={{ ...pages, data: last }} lines={5}>
        {(list) => (
          <div class="stack" aria-busy={busy}>
            <Codes of={list[0]?.codes ?? []} />
            <Card title={w.referrals.credits} hint={list[0] && w.referrals.creditsCount(list[0].count)}>
              <Came list={list} />
              {list.at(-1)?.next && (
                <button
                  type="button"
                  class="button quiet"
                  onClick={() => setAfters([...afters, list.at(-1)?.next as string])}
                >
                  {w.general.more}
                </button>
              )}
            </Card>
          </div>
        )}
      </Show>
    </>
  );
}

function Earned({ of: { referral } }: { of: Holder }) {
  const w = words().referrals;
  return (
    <Card>
      <Stats>
        <Stat label={w.earned}>
          <AmountOf of={referral.earned} />
        </Stat>
        <Stat label={w.pending}>
          <AmountOf of={referral.pending} />
        </Stat>
        <Stat label={w.payable}>
          <AmountOf of={referral.payable} />
        </Stat>
        <Stat label={w.paid}>
          <AmountOf of={referral.paid} />
        </Stat>
        <Stat label={w.nodes}>
          <Count of={referral.nodes} />
        </Stat>
      </Stats>
    </Card>
  );
}

function Codes({ of }: { of: Referrals['codes'] }) {
  const w = words().referrals;
  return (
    <Card title={w.codes}>
      {of.length === 0 ? (
        <Empty title={w.noCodes}>{w.noCodesText}</Empty>
      ) : (
        <ul class="codes">
          {of.map(({ code, live }) => {
            const link = window.location.origin + hrefOf('buy', { ref: code });
            return (
              <li key={code}>
                <strong class="big">{code}</strong>
                <span class={live ? 'tag good' : 'tag'}>{live ? w.live : w.ended}</span>
                {live && <code class="link">{link}</code>}
                <span class="buttons">
                  <Copy text={code} name={w.copyCode} label={w.copyCode} />
                  {live && <Copy text={link} name={w.copyLink} label={w.copyLink} />}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}

function Came({ list }: { list: Referrals[] }) {
  const w = words().referrals;
  const credits = list.flatMap((p) => p.credits);
  if (credits.length === 0) return <Empty title={w.noCredits}>{w.noCreditsText}</Empty>;
  return (
    <Table
      caption={w.credits}
      rows={credits}
      keyOf={(c) => `${c.sequence} ${c.buyer}`}
      columns={[
        { name: w.columns.when, cell: (c) => <Time at={c.when} /> },
        { name: w.columns.buyer, cell: (c) => <Address of={c.buyer} /> },
        { name: w.columns.nodes, number: true, cell: (c) => <Count of={c.nodes} /> },
        { name: w.columns.paid, number: true, cell: (c) => <AmountOf of={c.paid} /> },
        { name: w.columns.reward, number: true, cell: (c) => <AmountOf of={c.reward} /> },
        { name: w.columns.stage, cell: (c) => <span class={tones[c.stage]}>{w.stages[c.stage]}</span> },
        {
          name: w.columns.proof,
          cell: (c) => <a href={hrefOf('verify', { sequence: String(c.sequence), line: '0' })}>{w.prove}</a>,
        },
      ]}
    />
  );
}
