import { count } from '../plural';

export const rules = {
  title: 'Rules',
  hint:
    'The program file is part of the books. A rule changes for what comes; where one was wrong for what is booked, two operators ' +
    'amend it, and the difference is booked openly. Every text is here: who proposed it, who consented, why, and what it changed.',
  beginning: 'The text that the books began with',
  began: 'the books began with it',
  from: (time: string) => `In force since ${time}`,
  proposedAt: (time: string) => `Proposed ${time}`,
  inForce: 'in force',
  past: 'in force before',
  waits: 'waits for consent',
  by: 'Proposed by',
  at: 'Proposed',
  consent: 'Consent by',
  nobody: 'nobody yet: another operator must consent',
  since: 'In force since',
  why: 'Why',
  amends: 'Amends',
  corrects: 'what is booked, once somebody consents',
  corrected: (n: number) => `what was booked: ${count(n, 'closed period is', 'closed periods are')} corrected`,
  digest: 'SHA-256',
  gone: 'No longer holds',
  come: 'Holds from then on',
  settings: (n: number) => (n === 0 ? 'No setting differs' : `${count(n, 'setting differs', 'settings differ')}`),
  read: 'Read the text',
};
