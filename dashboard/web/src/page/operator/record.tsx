// Facts that operators bring: revenue and costs, buybacks, scores, points, grants, the TGE, who is not paid.
import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../api/session';
import { words } from '../../i18n';
import { place } from '../../route';
import { Segments } from '../../ui/form';
import { BuybackForm } from './buyback';
import { FactsOf } from './facts';
import { HoldForm } from './hold';
import { RevenueFile, SanctionsFile, ScoresFile } from './imports';
import { Lookup } from './lookup';
import { RevenueForm } from './revenue';

const facts = [
  'revenue',
  'file',
  'cost',
  'buyback',
  'scores',
  'points',
  'grants',
  'tge',
  'holds',
  'sanctions',
] as const;
type Fact = (typeof facts)[number];

function nameOf(f: Fact): string {
  const { record, forms } = words().operator;
  return { ...record.facts, ...forms.groups }[f];
}

export function RecordDesk({ who }: { who: Session }) {
  const w = words().operator.record;
  const asked = place.value.query.get('fact') as Fact;
  const [fact, pick] = useState<Fact>(facts.includes(asked) ? asked : 'revenue');
  useEffect(() => {
    if (facts.includes(asked)) pick(asked);
  }, [asked]);
  return (
    <>
      <div class="scroll">
        <Segments label={w.what} value={fact} options={facts.map((f) => [f, nameOf(f)])} onPick={pick} />
      </div>
      {fact === 'revenue' && <RevenueForm who={who} />}
      {fact === 'file' && <RevenueFile who={who} />}
      {fact === 'buyback' && <BuybackForm who={who} />}
      {fact === 'scores' && <ScoresFile who={who} />}
      {(fact === 'cost' || fact === 'points' || fact === 'grants' || fact === 'tge') && (
        <FactsOf key={fact} group={fact} who={who} />
      )}
      {fact === 'holds' && <HoldForm who={who} />}
      {fact === 'sanctions' && <SanctionsFile who={who} />}
      {(fact === 'holds' || fact === 'sanctions') && <Lookup who={who} />}
    </>
  );
}
