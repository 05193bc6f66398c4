// Preparing a run: everything payable in an asset is gathered and fixed.
import { useState } from 'preact/hooks';
import { type Health, prepare } from '../../api/operator';
import type { Resource } from '../../api/resource';
import type { Session } from '../../api/session';
import { locale, words } from '../../i18n';
import { isZero, show } from '../../money';
import { AmountOf } from '../../ui/amount';
import { Choose, Field, Segments } from '../../ui/form';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { Action } from './action';

const named = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/** usual is the asset that is offered first: the one of the last run. */
export function Prepare({
  who,
  health,
  usual,
  onDone,
}: {
  who: Session;
  health: Resource<Health>;
  usual: string | undefined;
  onDone: () => void;
}) {
  const w = words().operator.prepare;
  return (
    <Card title={w.title} hint={w.hint}>
      <Show of={health} lines={3}>
        {(h) => {
          const owed = h.liabilities
            .filter((l) => !isZero(l.payable))
            .sort((a, b) => Number(b.asset === usual) - Number(a.asset === usual));
          return owed.length === 0 ? (
            <Empty title={w.nothing}>{w.nothingText}</Empty>
          ) : (
            <Form who={who} health={h} assets={owed.map((l) => l.asset)} onDone={onDone} />
          );
        }}
      </Show>
    </Card>
  );
}

function Form({ who, health, assets, onDone }: { who: Session; health: Health; assets: string[]; onDone: () => void }) {
  const w = words().operator;
  const [chosen, choose] = useState('');
  const [method, setMethod] = useState<'transfer' | 'claim'>('transfer');
  const [name, setName] = useState('');
  const asset = assets.includes(chosen) ? chosen : (assets[0] as string);
  const payable = health.liabilities.find((l) => l.asset === asset)?.payable;
  const good = named.test(name);
  const run = async () => {
    const { payout, ...recorded } = await prepare({ run: name, asset, method });
    return {
      ...recorded,
      text: w.prepare.done(payout.lines, show(payout.total, { locale: locale() }), payout.waiting),
    };
  };
  return (
    <>
      <div class="fields">
        <Choose label={w.prepare.asset} value={asset} options={assets.map((a) => [a, a])} onPick={choose} />
        <Field
          label={w.prepare.name}
          hint={w.prepare.nameHint}
          error={name !== '' && !good ? w.prepare.nameWrong : undefined}
          value={name}
          maxLength={64}
          autocomplete="off"
          placeholder="2026-01-usdt"
          onInput={(e) => setName(e.currentTarget.value.trim())}
        />
        <div class="field">
          <span class="label" aria-hidden="true">
            {w.prepare.method}
          </span>
          <Segments
            label={w.prepare.method}
            value={method}
            options={[
              ['transfer', w.prepare.transfer],
              ['claim', w.prepare.claim],
            ]}
            onPick={setMethod}
          />
        </div>
      </div>
      <Action
        name={w.prepare.button}
        question={w.prepare.question(name)}
        figures={[
          [w.run.run, name],
          [w.prepare.payable, payable && <AmountOf of={payable} places={18} />],
          [w.run.method, words().payouts.methods[method]],
        ]}
        warning={w.prepare.warning}
        reason={!who.scopes.includes('prepare') ? w.steps.scope('prepare') : !good ? w.prepare.nameFirst : undefined}
        main
        run={run}
        onDone={() => {
          setName('');
          onDone();
        }}
      />
    </>
  );
}
