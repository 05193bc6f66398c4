// The books as an accountant and an auditor read them: balance sheet, income statement, cash flow, and the comparison with the
// chain. /books?show=income&period=2026-Q3; every report prints.
import './books.css';
import type { ComponentChildren } from 'preact';
import { address } from '../../api/http';
import { type Resource, useResource } from '../../api/resource';
import { locale, words } from '../../i18n';
import { type Bounds, boundsOf, periodName } from '../../period';
import { place, setQuery } from '../../route';
import type {
  BalanceSheet,
  CashFlow,
  IncomeStatement,
  Reconciliation,
  Transactions,
  Trial,
} from '../../schema/api.gen';
import { day, valid } from '../../time';
import { Segments } from '../../ui/form';
import type { Freshness } from '../../ui/fresh';
import { Icon } from '../../ui/icon';
import { Card, Page } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { useFoot } from '../../ui/print';
import { Tabs } from '../../ui/tabs';
import { About } from './about';
import { Chain } from './chain';
import { ChoosePeriod, ChooseWallet, walletsOf } from './choose';
import { Flow } from './flow';
import { Income } from './income';
import { Sheet } from './sheet';

const tabs = ['sheet', 'income', 'flow', 'chain'] as const;
type Tab = (typeof tabs)[number];

/** Which report the address asks for; the balance sheet when it asks for none that there is. */
export const tabOf = (query: URLSearchParams): Tab => tabs.find((t) => t === query.get('show')) ?? 'sheet';

/** The period in words: a balance sheet is at its end. */
function inWords(tab: Tab, period: string, bounds: Bounds | undefined): string {
  const w = words().books;
  if (!bounds) return tab === 'sheet' ? w.now : words().statement.periodAll;
  const last = day(new Date(Date.parse(bounds.to) - 1).toISOString(), locale());
  const name = periodName(period, locale());
  return tab === 'sheet' ? w.atEnd(last) : w.over(name, day(bounds.from, locale()), last);
}

/** Reads what a tab shows. Reports are added up when they are asked for, so only one is asked for at a time. */
function useReports(tab: Tab, bounds: Bounds | undefined, chosen: string) {
  const to = bounds?.to;
  const at = {
    sheet: address('/ledger/balance-sheet', { at: to }),
    income: address('/ledger/income-statement', { from: bounds?.from, to }),
    flow: address(`/ledger/cash-flow/${chosen}`, { from: bounds?.from, to }),
    chain: address('/ledger/reconciliation'),
  };
  const when = (of: Tab) => (tab === of && (of !== 'flow' || chosen !== '') ? at[of] : undefined);
  return {
    path: at[tab],
    sheet: useResource<BalanceSheet>(when('sheet')),
    income: useResource<IncomeStatement>(when('income')),
    flow: useResource<CashFlow>(when('flow')),
    chain: useResource<Reconciliation>(when('chain'), 60_000),
  };
}

export default function Books() {
  const w = words().books;
  const q = place.value.query;
  const tab = tabOf(q);
  const bounds = boundsOf(q.get('period') ?? '');
  const period = bounds ? (q.get('period') as string) : '';
  const places = q.get('digits') === 'all' ? 18 : 6;
  const begun = useResource<Transactions>(tab === 'chain' ? undefined : address('/ledger/transactions', { limit: 1 }));
  const trial = useResource<Trial>(tab === 'flow' ? address('/ledger/trial') : undefined);
  const wallets = walletsOf(trial.data?.rows ?? []);
  const wallet = wallets.find((o) => o.wallet === q.get('wallet'))?.wallet ?? wallets[0]?.wallet ?? '';
  const reports = useReports(tab, bounds, wallet);
  const text = inWords(tab, period, bounds);
  const head = [w.tabs[tab], text, tab === 'flow' ? wallet : ''].filter((part) => part !== '').join(' · ');
  useFoot(head);

  const now = new Date().toISOString();
  const end = begun.data && valid(begun.data.as_of.time) ? begun.data.as_of.time : now;
  const made = { places, head };
  const report = (of: Freshness, body: ComponentChildren) => (
    <article class="printed stack" aria-label={head}>
      <About
        report={w.tabs[tab]}
        period={text}
        instant={tab === 'sheet'}
        until={bounds?.to ?? ''}
        wallet={tab === 'flow' ? wallet : undefined}
        asOf={of.as_of}
      />
      {body}
      {places < 18 && <p class="hint">{w.cutHint}</p>}
    </article>
  );
  const loaded = reports.sheet.data ?? reports.income.data ?? reports.flow.data;
  return (
    <Page title={w.title} lead={w.lead} fresh={loaded}>
      <Tabs
        label={w.what}
        value={tab}
        tabs={tabs.map((t): [Tab, string] => [t, w.tabs[t]])}
        onPick={(t) => setQuery({ show: t === 'sheet' ? '' : t })}
      >
        {tab !== 'chain' && (
          <div class="screen-only">
            <Card>
              <div class="bk-choose">
                <ChoosePeriod
                  period={period}
                  begin={begun.data?.transactions[0]?.effective ?? end}
                  end={end}
                  everything={tab === 'sheet' ? w.now : w.everything}
                />
                {tab === 'flow' && wallet !== '' && <ChooseWallet wallet={wallet} list={wallets} />}
              </div>
            </Card>
          </div>
        )}
        <Actions path={reports.path} ready={loaded !== undefined || reports.chain.data !== undefined} tab={tab} />
        {tab === 'sheet' && (
          <Show of={reports.sheet} lines={8} tall>
            {(b) => report(b, <Sheet of={b} {...made} />)}
          </Show>
        )}
        {tab === 'income' && (
          <Show of={reports.income} lines={8} tall>
            {(i) => report(i, <Income of={i} {...made} />)}
          </Show>
        )}
        {tab === 'flow' && (
          <CashFlows trial={trial} flow={reports.flow} none={wallets.length === 0}>
            {(c) => report(c, <Flow of={c} {...made} />)}
          </CashFlows>
        )}
        {tab === 'chain' && <Chain of={reports.chain} />}
      </Tabs>
    </Page>
  );
}

/** The cash flow once it is known which wallets there are. */
function CashFlows({
  trial,
  flow,
  none,
  children,
}: {
  trial: Resource<Trial>;
  flow: Resource<CashFlow>;
  none: boolean;
  children: (of: CashFlow) => ComponentChildren;
}) {
  const w = words().books;
  return (
    <Show of={trial} lines={8} tall>
      {() =>
        none ? (
          <Empty title={w.noWallets}>{w.noWalletsText}</Empty>
        ) : (
          <Show of={flow} lines={8} tall>
            {children}
          </Show>
        )
      }
    </Show>
  );
}

function Actions({ path, ready, tab }: { path: string; ready: boolean; tab: Tab }) {
  const w = words().statement;
  const all = place.value.query.get('digits') === 'all';
  return (
    <div class="paper-actions screen-only">
      <div class="buttons">
        <button type="button" class="button" disabled={!ready} onClick={() => window.print()}>
          <Icon of="file" />
          {w.print}
        </button>
        {ready && (
          <a class="button" href={path} download={`${tab}.json`}>
            {w.files.json}
          </a>
        )}
      </div>
      {tab !== 'chain' && (
        <Segments
          label={w.digits}
          value={all ? 'all' : 'six'}
          options={[
            ['six', w.digitsOf.six],
            ['all', w.digitsOf.all],
          ]}
          onPick={(d) => setQuery({ digits: d === 'all' ? 'all' : '' })}
        />
      )}
    </div>
  );
}
