// How many nodes, and with which code.
import { useRef } from 'preact/hooks';
import { useStanding } from '../../api/score';
import { locale, words } from '../../i18n';
import { formatDecimal, percentOf } from '../../money';
import type { Sale } from '../../schema/api.gen';
import { referral } from '../../setting';
import { Field, Stepper } from '../../ui/form';
import { Card } from '../../ui/layout';
import { Notice, sentence } from '../../ui/notice';
import { narrow, readNodes } from './nodes';
import { type Quoted, useStill } from './quote';

interface Props {
  sale: Sale;
  /** The number of nodes as it is typed. */
  typed: string;
  /** Nodes that the wallet has already. */
  held: number;
  quoted: Quoted;
  /** Take the focus when it is first shown. */
  focus: boolean;
  onType: (text: string) => void;
}

export function OrderForm({ sale, typed, held, quoted, focus, onType }: Props) {
  const w = words();
  const last = useRef(1);
  const read = readNodes(typed);
  if (typeof read === 'number') last.current = read;
  const left = sale.tiers.reduce((n, t) => n + (t.per_wallet === 0 || t.listed ? 0 : t.left), 0);
  return (
    <Card title={w.buy.order}>
      <div class="stack-small">
        <Stepper
          label={w.buy.quantity}
          text={typed}
          value={last.current}
          least={1}
          most={Math.max(1, left)}
          less={w.buy.fewer}
          more={w.buy.more}
          hint={<ScoreHint held={held} nodes={held + last.current} />}
          error={typeof read === 'number' ? undefined : w.buy.faults[read](narrow(typed.trim()))}
          focus={focus}
          onText={onType}
        />
        {read === 'wide' && (
          <button type="button" class="button quiet" onClick={() => onType(narrow(typed.trim()))}>
            {w.buy.useInstead(narrow(typed.trim()))}
          </button>
        )}
        {quoted.problem && <Notice tone="warn">{sentence(quoted.problem)}</Notice>}
        <Code sale={sale} quoted={quoted} />
      </div>
    </Card>
  );
}

/** What the nodes count, and how far the next bracket is. */
function ScoreHint({ held, nodes }: { held: number; nodes: number }) {
  const w = words();
  const { standing } = useStanding(useStill(nodes, 250));
  if (!standing) return <> </>;
  const n = (v: string) => formatDecimal(v, { locale: locale() });
  const { score, next } = standing;
  return (
    <>
      {held > 0 ? w.buy.scoreWith(w.general.nodes(held), n(score)) : w.buy.score(n(score))}
      {next && ` · ${w.buy.nextBracket(next.more, n(score), n(next.score))}`}
    </>
  );
}

/** The code, checked as it is typed. A near miss is offered with a button. */
function Code({ sale, quoted }: Pick<Props, 'sale' | 'quoted'>) {
  const w = words().buy;
  const code = referral.value;
  const off = percentOf(sale.terms.discount, { locale: locale() });
  const suggestion = quoted.codeProblem?.meant;
  const input = useRef<HTMLInputElement>(null);
  // The buttons go away when they are pressed: the focus stays where the code is.
  const set = (to: string) => {
    referral.value = to;
    input.current?.focus();
  };
  const good = code.trim() !== '' && quoted.quote?.code === code.trim();
  return (
    <div>
      <Field
        label={w.code}
        input={input}
        optional
        value={code}
        maxLength={128}
        autocomplete="off"
        error={quoted.codeProblem && code.trim() !== '' ? sentence(quoted.codeProblem) : undefined}
        hint={
          code.trim() === '' ? w.codeHint(off) : good ? <span class="good">{w.codeGood(off)}</span> : w.codeChecking
        }
        onInput={(e) => {
          referral.value = e.currentTarget.value;
        }}
      />
      {quoted.codeProblem && (
        <div class="buttons tight">
          {suggestion && (
            <button type="button" class="button quiet" onClick={() => set(suggestion)}>
              {w.useInstead(suggestion)}
            </button>
          )}
          <button type="button" class="button quiet" onClick={() => set('')}>
            {w.remove}
          </button>
        </div>
      )}
    </div>
  );
}
