import type { Answer, ListField, ListPath } from './operation.js';

/** The field that goes on from page to page, for every list of the API. A list that is missing here does not compile. */
export const lists = {
  '/api/v1/epochs': 'epochs',
  '/api/v1/holders': 'holders',
  '/api/v1/holders/{wallet}/referrals': 'credits',
  '/api/v1/ledger/accounts/{path}': 'entries',
  '/api/v1/ledger/inputs': 'inputs',
  '/api/v1/ledger/transactions': 'transactions',
  '/api/v1/months': 'months',
  '/api/v1/operator/audit': 'entries',
  '/api/v1/operator/exceptions': 'exceptions',
  '/api/v1/operator/months/{month}/preview': 'lines',
  '/api/v1/operator/notices/deliveries': 'deliveries',
  '/api/v1/operator/payouts/{run}/waiting': 'waiting',
  '/api/v1/payouts': 'payouts',
  '/api/v1/payouts/exceptions': 'exceptions',
  '/api/v1/payouts/{run}/lines': 'lines',
} as const satisfies { [P in ListPath]: ListField<Answer<P>> };

/** One thing of a list. */
export type Item<P extends ListPath> = (typeof lists)[P] extends infer F
  ? F extends keyof Answer<P>
    ? Answer<P>[F] extends readonly (infer I)[]
      ? I
      : never
    : never
  : never;
