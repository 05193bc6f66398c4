// Facts that operators bring: revenue, buybacks, scores, who is not paid.
import { useState } from 'preact/hooks';
import type { Session } from '../../api/session';
import { words } from '../../i18n';
import { Segments } from '../../ui/form';
import { BuybackForm } from './buyback';
import { HoldForm } from './hold';
import { RevenueFile, SanctionsFile, ScoresFile } from './imports';
import { RevenueForm } from './revenue';

const facts = ['revenue', 'file', 'buyback', 'scores', 'holds', 'sanctions'] as const;
type Fact = (typeof facts)[number];

export function RecordDesk({ who }: { who: Session }) {
  const w = words().operator.record;
  const [fact, pick] = useState<Fact>('revenue');
  return (
    <>
      <div class="scroll">
        <Segments label={w.what} value={fact} options={facts.map((f) => [f, w.facts[f]])} onPick={pick} />
      </div>
      {fact === 'revenue' && <RevenueForm who={who} />}
      {fact === 'file' && <RevenueFile who={who} />}
      {fact === 'buyback' && <BuybackForm who={who} />}
      {fact === 'scores' && <ScoresFile who={who} />}
      {fact === 'holds' && <HoldForm who={who} />}
      {fact === 'sanctions' && <SanctionsFile who={who} />}
    </>
  );
}
