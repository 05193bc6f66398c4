// What became of a wallet's part of a run, in words.
import type { HolderPayout } from '../../api/payout';
import type { Words } from '../../i18n';
import { headingOf } from '../../ui/sentence';

export type Tone = 'good' | 'warn' | 'bad' | '';

export interface Standing {
  name: string; // a word or two
  text: string; // what it means and what comes next
  tone: Tone;
}

export function standingOf(p: HolderPayout, w: Words['payouts']): Standing {
  const s = w.states;
  switch (p.state) {
    case 'paid':
      return { ...s.paid, tone: 'good' };
    case 'partly_paid':
      return { ...s.partly, tone: 'warn' };
    case 'cancelled':
      return { ...s.cancelled, tone: '' };
    case 'waiting':
      return { name: s.waiting, text: p.reason ? headingOf(p.reason) : '', tone: 'warn' };
  }
  switch (p.run_state) {
    case 'draft':
      return { ...s.prepared, tone: '' };
    case 'proposed':
      return { ...s.proposed, tone: '' };
    case 'approved':
      return { ...(p.method === 'claim' ? s.approvedClaim : s.approved), tone: '' };
    case 'exported':
    case 'settled':
      return p.method === 'claim' ? { ...s.claimable, tone: 'good' } : { ...s.onItsWay, tone: '' };
    case 'cancelled':
      return { ...s.cancelled, tone: '' };
  }
}
