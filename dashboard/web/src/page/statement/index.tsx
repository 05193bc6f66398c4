// A statement that prints well: /statement?wallet=0x..&from=YYYY-MM-DD&to=YYYY-MM-DD, to being the first day that is left out.
import './statement.css';
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import { words } from '../../i18n';
import { place, setQuery } from '../../route';
import type { Statement } from '../../schema/api.gen';
import { Segments } from '../../ui/form';
import { Icon } from '../../ui/icon';
import { Page } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { isWallet } from '../../wallet/group';
import { Choose } from './choose';
import { inOrder } from './period';
import { Sheet } from './sheet';

/** The forms of a statement in a file, as the server names them. */
const files = ['csv', 'json', 'koinly', 'cointracking'] as const;

export default function StatementPage() {
  const w = words().statement;
  const q = place.value.query;
  const wallet = q.get('wallet') ?? '';
  const period = { from: q.get('from') ?? '', to: q.get('to') ?? '' };
  const digits = q.get('digits') === 'all' ? 'all' : 'six';
  const recognise = q.get('recognise') === 'unlock' ? 'unlock' : 'accrual';
  const kept = { digits: digits === 'all' ? digits : '', recognise: recognise === 'unlock' ? recognise : '' };
  const ready = isWallet(wallet) && inOrder(period);
  const at = (format?: string) =>
    address(`/holders/${wallet.toLowerCase()}/statement`, { ...period, format, recognise: kept.recognise });
  const found = useResource<Statement>(ready ? at() : undefined);
  return (
    <Page title={w.title} lead={w.lead} fresh={found.data}>
      <Choose wallet={wallet} period={period} kept={kept} now={new Date()} />
      {!ready ? (
        <Empty title={w.emptyTitle}>{w.empty}</Empty>
      ) : (
        <>
          <div class="paper-actions screen-only">
            <div class="buttons">
              <button type="button" class="button" disabled={!found.data} onClick={() => window.print()}>
                <Icon of="file" />
                {w.print}
              </button>
              {files.map((f) => (
                <a key={f} class="button" href={at(f)} download={f === 'json' ? `statement-${wallet}.json` : ''}>
                  {w.files[f]}
                </a>
              ))}
            </div>
            <Segments
              label={w.recognise}
              value={recognise}
              options={[
                ['accrual', w.recogniseOf.accrual],
                ['unlock', w.recogniseOf.unlock],
              ]}
              onPick={(r) => setQuery({ recognise: r === 'unlock' ? r : '' })}
            />
            <Segments
              label={w.digits}
              value={digits}
              options={[
                ['six', w.digitsOf.six],
                ['all', w.digitsOf.all],
              ]}
              onPick={(d) => setQuery({ digits: d === 'all' ? 'all' : '' })}
            />
          </div>
          <Show of={found} lines={8} tall>
            {(st) => <Sheet of={st} places={digits === 'all' ? 18 : 6} />}
          </Show>
        </>
      )}
    </Page>
  );
}
