// Which wallet, and over what time. What is chosen stands in the address, so that it can be kept and shared.
import { useEffect, useState } from 'preact/hooks';
import { words } from '../../i18n';
import { go, hrefOf } from '../../route';
import { short } from '../../ui/address';
import { Field } from '../../ui/form';
import { Card } from '../../ui/layout';
import { isWallet } from '../../wallet/group';
import { shown } from '../../wallet/shown';
import { dayOf, inOrder, type Period, quick, quickPeriods } from './period';

interface Props {
  wallet: string;
  period: Period;
  /** What of the address stays as it is. */
  kept: Record<string, string>;
  now: Date;
}

export function Choose({ wallet: asked, period, kept, now }: Props) {
  const w = words().statement;
  const [wallet, setWallet] = useState(asked);
  const [from, setFrom] = useState(dayOf(period.from));
  const [to, setTo] = useState(dayOf(period.to));
  const [tried, setTried] = useState(asked !== '');
  // Another address, by a link or by going back: the fields follow it, and the focus stays where it is.
  useEffect(() => {
    setWallet(asked);
    setFrom(dayOf(period.from));
    setTo(dayOf(period.to));
    setTried(asked !== '');
  }, [asked, period.from, period.to]);
  const href = (p: Period, of = wallet) =>
    hrefOf('statement', { wallet: isWallet(of) ? of.toLowerCase() : '', from: p.from, to: p.to, ...kept });
  const submit = (e: Event) => {
    e.preventDefault();
    setTried(true);
    if (isWallet(wallet) && inOrder({ from, to })) go(href({ from, to }));
  };
  const yours = shown();
  return (
    <div class="screen-only">
      <Card title={w.choose}>
        {yours.length > 0 && (
          <nav aria-label={w.yours}>
            <ul class="chips">
              {yours.map((a) => (
                <li key={a}>
                  <a href={href(period, a)} aria-current={a === asked ? 'true' : undefined} title={a}>
                    {short(a)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <form class="st-choose" onSubmit={submit}>
          <Field
            label={w.wallet}
            hint={w.walletHint}
            error={tried && !isWallet(wallet) ? w.walletFault : undefined}
            value={wallet}
            placeholder="0x…"
            autocomplete="off"
            onInput={(e) => setWallet(e.currentTarget.value.trim())}
          />
          <Field
            label={w.from}
            hint={w.fromHint}
            type="date"
            value={from}
            onInput={(e) => setFrom(e.currentTarget.value)}
          />
          <Field
            label={w.to}
            hint={w.toHint}
            type="date"
            value={to}
            error={inOrder({ from, to }) ? undefined : w.periodFault}
            onInput={(e) => setTo(e.currentTarget.value)}
          />
          <button type="submit" class="button main">
            {w.show}
          </button>
        </form>
        <nav aria-label={w.quick}>
          <ul class="chips">
            {quickPeriods.map((q) => {
              const p = quick(q, now);
              return (
                <li key={q}>
                  <a
                    href={href(p)}
                    aria-current={asked && p.from === period.from && p.to === period.to ? 'true' : undefined}
                  >
                    {w.periods[q]}
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
      </Card>
    </div>
  );
}
