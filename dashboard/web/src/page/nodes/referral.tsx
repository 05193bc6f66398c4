// What the wallets earned by referring.

import { words } from '../../i18n';
import { isZero, sum } from '../../money';
import { hrefOf } from '../../route';
import type { Holder } from '../../schema/api.gen';
import { AmountOf } from '../../ui/amount';
import { Card, Stat, Stats } from '../../ui/layout';
import { Empty } from '../../ui/notice';

export function ReferralEarnings({ holders }: { holders: Holder[] }) {
  const w = words().nodes;
  const of = (stage: 'earned' | 'pending' | 'payable' | 'paid') => sum(holders.map((h) => h.referral[stage]));
  const earned = of('earned');
  const rows = [
    [w.earned, earned],
    [w.pending, of('pending')],
    [w.payable, of('payable')],
    [w.paidOut, of('paid')],
  ] as const;
  return (
    <Card
      title={w.referral}
      action={
        <a class="button quiet" href={hrefOf('referrals')}>
          {w.seeReferrals}
        </a>
      }
    >
      {!earned || isZero(earned) ? (
        <Empty title={w.referralNone}>{w.referralNoneText}</Empty>
      ) : (
        <Stats>
          {rows.map(
            ([label, a]) =>
              a && (
                <Stat key={label} label={label}>
                  <AmountOf of={a} places={4} />
                </Stat>
              ),
          )}
        </Stats>
      )}
    </Card>
  );
}
