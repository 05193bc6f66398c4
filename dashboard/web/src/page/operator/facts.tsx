// The facts that are recorded by forms made of their fields, in groups.
import { useState } from 'preact/hooks';
import type { Session } from '../../api/session';
import { words } from '../../i18n';
import { Segments } from '../../ui/form';
import { type Fact, FactForm, type Input } from './factform';

const reference: Input = { key: 'reference', kind: 'reference' };
const wallet: Input = { key: 'wallet', kind: 'wallet' };
const at: Input = { key: 'at', kind: 'time' };
const note: Input = { key: 'note', kind: 'text', optional: true };
const source: Input = { key: 'source', kind: 'name', hint: 'source' };
const grant: Input = { key: 'grant', kind: 'name' };
const reason: Input = { key: 'reason', kind: 'text' };
const stake: Input[] = [
  wallet,
  { key: 'amount', kind: 'amount' },
  { key: 'asset', kind: 'symbol', hint: 'asset' },
  at,
  reference,
];

const facts: Record<Group, Fact[]> = {
  cost: [
    {
      words: 'cost',
      scope: 'record',
      path: () => '/revenue',
      more: { cost: true },
      inputs: [source, { key: 'amount', kind: 'signed' }, at, reference, note],
    },
  ],
  points: [
    {
      words: 'sold',
      scope: 'record',
      path: () => '/points/sold',
      inputs: [
        wallet,
        { key: 'points', kind: 'amount' },
        { key: 'received', kind: 'amount' },
        { key: 'asset', kind: 'symbol', hint: 'asset', optional: true },
        { key: 'price', kind: 'amount', hint: 'price', optional: true },
        source,
        at,
        reference,
        note,
      ],
    },
    {
      words: 'spent',
      scope: 'record',
      path: () => '/points/spent',
      inputs: [wallet, { key: 'points', kind: 'amount' }, { key: 'for', kind: 'text' }, at, reference],
    },
    { words: 'stake', scope: 'record', path: () => '/stakes', inputs: stake },
    { words: 'unstake', scope: 'record', path: () => '/stakes/end', inputs: stake },
    {
      words: 'revokeMove',
      scope: 'record',
      path: () => '/moves/revoke',
      inputs: [{ key: 'reverses', kind: 'reference' }, reason],
    },
  ],
  grants: [
    {
      words: 'grant',
      scope: 'record',
      path: () => '/grants',
      inputs: [
        grant,
        wallet,
        { key: 'total', kind: 'amount' },
        { key: 'schedule', kind: 'name', hint: 'schedule', optional: true },
        { key: 'bucket', kind: 'name', hint: 'bucket', optional: true },
        { key: 'start', kind: 'time', optional: true },
        { key: 'at_start', kind: 'amount', optional: true },
        { key: 'cliff', kind: 'span', optional: true },
        { key: 'duration', kind: 'span', optional: true },
        { key: 'step', kind: 'choice', options: ['', 'linear', 'monthly'], optional: true },
        { key: 'begins', kind: 'choice', options: ['', 'after_cliff', 'accrue'], optional: true },
        reference,
      ],
    },
    {
      words: 'revokeGrant',
      scope: 'record',
      path: (v) => `/grants/${encodeURIComponent(v.grant ?? '')}/revoke`,
      inPath: ['grant'],
      inputs: [grant, at, reference],
    },
    {
      words: 'releaseGrant',
      scope: 'record',
      path: (v) => `/grants/${encodeURIComponent(v.grant ?? '')}/release`,
      inPath: ['grant'],
      inputs: [grant, { key: 'amount', kind: 'amount' }, at, reference],
    },
  ],
  tge: [
    { words: 'planTGE', scope: 'approve', path: () => '/generation/plan', inputs: [at, reference] },
    {
      words: 'recordTGE',
      scope: 'approve',
      path: () => '/generation',
      inputs: [at, { key: 'instead_of', kind: 'time', hint: 'instead_of', optional: true }, reference],
    },
  ],
};

export const addKey: Fact = {
  words: 'addKey',
  path: () => '/operators',
  oneOf: ['wallet', 'token'],
  inputs: [
    { key: 'name', kind: 'name' },
    { key: 'label', kind: 'name' },
    { ...wallet, hint: 'keyWallet', optional: true },
    { key: 'token', kind: 'token', hint: 'token', optional: true },
    { key: 'scopes', kind: 'scopes' },
    { key: 'until', kind: 'time', hint: 'until', optional: true },
    reference,
  ],
};

export const revokeKey: Fact = {
  words: 'revokeKey',
  path: () => '/operators/revoke',
  inputs: [{ key: 'name', kind: 'name' }, { key: 'label', kind: 'name', hint: 'label', optional: true }, reference],
};

export type Group = 'points' | 'grants' | 'tge' | 'cost';

/** The forms of a group, one at a time. */
export function FactsOf({ group, who }: { group: Group; who: Session }) {
  const w = words().operator.forms;
  const [at, pick] = useState<Fact['words']>(facts[group][0]?.words ?? 'cost');
  const fact = facts[group].find((f) => f.words === at);
  return (
    <>
      {facts[group].length > 1 && (
        <div class="scroll">
          <Segments
            label={w.which}
            value={at}
            options={facts[group].map((f) => [f.words, w[f.words].name])}
            onPick={pick}
          />
        </div>
      )}
      {fact && <FactForm key={fact.words} fact={fact} who={who} />}
    </>
  );
}
