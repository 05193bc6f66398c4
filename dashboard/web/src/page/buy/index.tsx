// Buying nodes: the order, what it costs, the payment, and what became of it.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import type { Holder, Sale } from '../../api/schema';
import { words } from '../../i18n';
import { referral } from '../../setting';
import { Card, Page } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { account } from '../../wallet/account';
import { Connect, NetworkCheck } from '../../wallet/connect';
import { OrderForm } from './order';
import { Pay } from './pay';
import { Price } from './price';
import { Quota } from './quota';
import { useQuote } from './quote';
import { Timeline, type Purchase } from './timeline';

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

/** The order on the left, what it costs on the right. */
function Desk({ sale }: { sale: Sale }) {
  const w = words();
  const [quantity, setQuantity] = useState(1);
  const [purchase, setPurchase] = useState<Purchase>();
  const wallet = account.value?.address ?? '';
  const holder = useResource<Holder>(wallet && address(`/holders/${wallet}`));
  const code = referral.value.trim();
  const quoted = useQuote({ quantity, code, wallet });
  if (purchase) return <Timeline of={purchase} chain={sale.chain_id} onAgain={() => setPurchase(undefined)} />;
  return (
    <div class="grid">
      <div class="half stack">
        <OrderForm sale={sale} quantity={quantity} held={holder.data?.nodes ?? 0} quoted={quoted} onQuantity={setQuantity} />
        {wallet && holder.data && <Quota sale={sale} holder={holder.data} />}
      </div>
      <div class="half stack">
        <Price quoted={quoted} />
        <Card title={account.value ? w.wallet.title : w.buy.connectFirst} hint={account.value ? undefined : w.buy.connectHint}>
          <Connect />
          <NetworkCheck chain={sale.chain_id} />
          <Pay quoted={quoted} order={{ quantity, code, wallet }} onSent={setPurchase} />
        </Card>
      </div>
    </div>
  );
}
