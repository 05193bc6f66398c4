// The sale: what is sold, what is left, what it implies.
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import { locale, pick, words } from '../../i18n';
import { lazyBelow } from '../../lazy';
import { percentOf } from '../../money';
import { hrefOf } from '../../route';
import type { Announcement, Sale } from '../../schema/api.gen';
import { AmountOf, Count } from '../../ui/amount';
import { Card, Page, Stat, Stats } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { Money, RateNote, Worth } from '../../ui/worth';
import { Contract } from './contract';
import { Ladder } from './ladder';
import { Rules } from './rules';

// Shown further down, and for the most part of use before the TGE only.
const Readiness = lazyBelow<object>(() => import('./readiness').then((m) => ({ default: m.Readiness })));
const Announced = lazyBelow<{ of: Announcement[] }>(() =>
  import('./announced').then((m) => ({ default: m.Announced })),
);
const Valuation = lazyBelow<{ of: Sale }>(() => import('./valuation').then((m) => ({ default: m.Valuation })));

export default function SalePage() {
  const w = words();
  const sale = useResource<Sale>(address('/sale'), 10_000);
  return (
    <Page
      title={sale.data ? pick(sale.data.title) || w.sale.title : w.sale.title}
      lead={w.sale.lead}
      fresh={sale.data}
      action={
        sale.data?.buyable !== false && (
          <a class="button main" href={hrefOf('buy')}>
            {w.sale.buy}
          </a>
        )
      }
    >
      <Show of={sale} lines={6} tall>
        {(s) => (
          <>
            {s.frozen && <Notice tone="bad">{w.fresh.frozen}</Notice>}
            {s.pending_blocks > 0 && <Notice>{w.fresh.pending(w.general.blocks(s.pending_blocks))}</Notice>}
            <Headline of={s} />
            <Ladder of={s} />
            {s.paused && <Notice tone="warn">{w.sale.paused}</Notice>}
            {s.vouchers && <Notice>{w.sale.vouchers}</Notice>}
            {s.announced.length > 0 && <Announced of={s.announced} />}
            {s.announced_more && <Notice tone="bad">{w.sale.announcedMore}</Notice>}
            <div class="grid">
              <div class="two-thirds stack">
                <Readiness />
              </div>
              <div class="third stack">
                <Contract of={s} />
              </div>
            </div>
            <Valuation of={s} />
            <Card title={words().shell.pages.fairness}>
              <a href={hrefOf('fairness')}>{w.sale.fairness}</a>
            </Card>
            <Rules />
            {s.notes.length > 0 && (
              <Card title={w.sale.notes}>
                <ul>
                  {s.notes.map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                </ul>
              </Card>
            )}
          </>
        )}
      </Show>
    </Page>
  );
}

/** The figures that everybody looks for first. */
function Headline({ of: s }: { of: Sale }) {
  const w = words().sale;
  const size = s.tiers.reduce((n, t) => n + t.size, 0);
  const whole = s.max_nodes ?? size;
  const sold = s.totals.nodes + s.totals.given - s.totals.returned;
  return (
    <Card>
      <Stats>
        <Stat label={w.sold} hint={whole > 0 ? w.soldOf(whole.toLocaleString(locale())) : undefined}>
          <Count of={sold} />
        </Stat>
        <Stat label={w.next} hint={s.open_tier > 0 ? w.nextTier(s.open_tier) : undefined}>
          {s.next_price ? (
            <Money of={s.next_price} rate={s.rate} />
          ) : s.tiers.length > 0 ? (
            w.soldOut
          ) : (
            words().general.unknown
          )}
        </Stat>
        <Stat label={w.raised} hint={w.purchases(s.totals.purchases)}>
          <AmountOf of={s.totals.gross} />
          <Worth of={s.totals.gross} rate={s.rate} />
        </Stat>
        {s.totals.assets.slice(1).map((a) => (
          <Stat key={a.asset} label={w.raisedIn(a.asset)}>
            <AmountOf of={{ asset: a.asset, amount: a.paid, decimals: a.decimals, display: '' }} />
          </Stat>
        ))}
        <Stat label={w.referred} hint={w.discount(percentOf(s.terms.discount, { locale: locale() }))}>
          <AmountOf of={s.totals.referral} />
          <Worth of={s.totals.referral} rate={s.rate} />
        </Stat>
      </Stats>
      {s.rate && (
        <p class="hint">
          <RateNote of={s.rate} />
        </p>
      )}
      {whole > 0 && <Progress done={BigInt(sold)} of={BigInt(whole)} label={w.sold} />}
    </Card>
  );
}
