// Which steps a run can take next, and why an operator cannot take one.
import type { Step } from '../../api/operator';
import type { Run, RunDetail, RunState } from '../../api/payout';
import type { Scope, Session } from '../../api/session';
import type { Words } from '../../i18n';
import { isZero } from '../../money';

export interface Possible {
  step: Step;
  /** Why it cannot be taken by this operator now; undefined: it can. */
  reason?: string;
}

/** Who brought a run into a state. */
export function byWhom(run: Run, state: RunState): string | undefined {
  return run.steps.find((s) => s.state === state)?.operator;
}

/** The steps that a run's state leaves, the next one first. */
export function stepsOf(
  run: Run & Pick<RunDetail, 'rejection'>,
  who: Session,
  w: Words['operator']['steps'],
): Possible[] {
  const needs = (scope: Scope) => (who.scopes.includes(scope) ? undefined : w.scope(scope));
  const cancel: Possible[] =
    isZero(run.paid) && !(run.state === 'exported' && run.method === 'claim')
      ? [{ step: 'cancel', reason: needs('prepare') }]
      : [];
  switch (run.state) {
    case 'draft':
      return [{ step: 'propose', reason: needs('prepare') }, ...cancel];
    case 'proposed': {
      const own = byWhom(run, 'proposed') === who.operator ? w.ownProposal : undefined;
      return [{ step: 'approve', reason: own ?? needs('approve') }, ...cancel];
    }
    case 'approved':
      return [{ step: 'export', reason: needs('prepare') }, ...cancel];
    case 'exported': {
      const asked = run.rejection;
      if (!asked || cancel.length === 0) return cancel;
      const own = asked.operator === who.operator ? w.ownRejection : undefined;
      return [{ step: 'consent', reason: own ?? needs('approve') }, ...cancel];
    }
    default:
      return [];
  }
}
