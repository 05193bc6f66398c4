import { address } from './http';

/** Where one transaction of the journal is read: a page of one. */
export function transactionAddress(sequence: number): string {
  return address('/ledger/transactions', { after: sequence - 1, limit: 1 });
}
