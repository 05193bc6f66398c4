// Buying nodes: the order, what it costs, the payment, and what became of it.
import { useEffect, useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import { language, words } from '../../i18n';
import { place, setQuery } from '../../route';
import type { Holder, Sale } from '../../schema/api.gen';
import { referral } from '../../setting';
import { Card, Page } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { account } from '../../wallet/account';
import { Connect, NetworkCheck } from '../../wallet/connect';
import { type Sent, sent } from '../../wallet/sent';
import { readNodes } from './nodes';
import { OrderForm } from './order';
import { Pay } from './pay';
import { Price } from './price';
import { Quota } from './quota';
import { useMoved, useQuote } from './quote';
import { Receiver } from './receiver';
import { Timeline } from './timeline';
import { Unfinished } from './unfinished';

export default function Buy() {
  const w = words();
  const sale = useResource<Sale>(address('/sale'), 15_000);
  return (
    <Page title={w.buy.title} lead={w.buy.lead} fresh={sale.data}>
      <Show of={sale} lines={5} tall>
        {(s) => <Desk sale={s} />}
      </Show>
    </Page>
  );
}

function unfinished(hash: string | null): Sent | undefined {
  return sent.peek().find((s) => s.hash === hash);
}

/** The order on the left, what it costs on the right. */
function Desk({ sale }: { sale: Sale }) {
  const w = words();
  const [typed, setTyped] = useState('1');
  const read = readNodes(typed);
  const quantity = typeof read === 'number' ? read : undefined;
  // A purchase that was not final at the last visit is shown first; ?tx= says which one.
  const asked = place.value.query.get('tx');
  const [purchase, setPurchase] = useState<Sent | undefined>(() => unfinished(asked) ?? sent.peek().at(-1));
  useEffect(() => {
    if (asked) setPurchase((now) => unfinished(asked) ?? now);
  }, [asked]);
  const wallet = account.value?.address ?? '';
  const holder = useResource<Holder>(wallet && address(`/holders/${wallet}`));
  const code = referral.value.trim();
  const quoted = useQuote({ quantity, code, wallet });
  const moved = useMoved(quoted);
  const [came, setCame] = useState(false);
  const again = () => {
    setCame(true);
    setPurchase(undefined);
    setQuery({ tx: '' });
  };
  if (purchase) return <Timeline key={purchase.hash} of={purchase} focus={came} onAgain={again} />;
  return (
    <>
      <Unfinished />
      <div class="grid">
        <div class="half stack" id="order">
          <OrderForm
            sale={sale}
            typed={typed}
            held={holder.data?.nodes ?? 0}
            quoted={quoted}
            focus={came}
            onType={setTyped}
          />
          {wallet && holder.data && <Quota sale={sale} holder={holder.data} />}
        </div>
        <div class="half stack">
          <Price quoted={quoted} />
          <div id="wallet">
            <Card
              title={account.value ? w.wallet.title : w.buy.connectFirst}
              hint={account.value ? undefined : w.buy.connectHint}
            >
              <Connect />
              <NetworkCheck chain={sale.chain_id} network={sale.network} name={sale.title[language.value]} />
              <Receiver sale={sale} />
              <Pay
                quoted={quoted}
                moved={moved}
                order={{ quantity, code, wallet }}
                onSent={(hash) => {
                  setCame(true);
                  setPurchase(unfinished(hash));
                }}
              />
            </Card>
          </div>
        </div>
      </div>
    </>
  );
}
