// What operators do and see, as the API has it.

import type { MonthClosed, NoticeQueued, PayoutReceipt, Receipt, Reconciliation } from '../schema/api.gen';
import { address } from './http';
import { type Resource, useResource } from './resource';
import { read, send } from './session';

export type {
  Audit,
  AuditEntry,
  Holds,
  ImportResult,
  Inbox,
  InboxItem,
  NoticeDeliveries as Deliveries,
  NoticeDelivery as Delivery,
  NoticeEndpoint,
  NoticeEndpoints,
  OperatorHealth as Health,
  Operators,
  PayoutWaitings as Waitings,
  Receipt,
  WaitingKey,
} from '../schema/api.gen';

/** Reads something that is for operators, again every `poll` milliseconds. */
export function useOperators<T>(path: string | undefined, poll = 0): Resource<T> {
  return useResource<T>(path && address(`/operator${path}`), poll, read);
}

/** Records a fact under /operator. Throws ApiProblem. */
export function record<T = Receipt>(path: string, body: unknown): Promise<T> {
  return send<T>(address(`/operator${path}`), body);
}

export function closeMonth(month: string): Promise<MonthClosed> {
  return record(`/months/${month}/close`, undefined);
}

/** Closes a month that another operator proposed: by the file whose SHA-256 the approver was shown, and no other. */
export function approveMonth(month: string, file: string): Promise<MonthClosed> {
  return send(address(`/operator/months/${month}/approve`), undefined, { 'If-Match': `"${file}"` });
}

export type Step = 'propose' | 'approve' | 'export' | 'cancel' | 'consent';

export function prepare(body: { run: string; asset: string; method: string }): Promise<PayoutReceipt> {
  return record('/payouts', body);
}

/** Consents to a key: the one that was shown, with what it may do. */
export function consent(name: string, grant: string): Promise<Receipt> {
  return record('/operators/consent', { name, grant });
}

/** Consents to the text of a program by its digest; to one that amends, by the hash of what it corrects too. */
export function consentToProgram(sha256: string, amendment?: string): Promise<Receipt> {
  return send(
    address('/operator/program/consent'),
    { sha256 },
    amendment === undefined ? {} : { 'If-Match': `"${amendment}"` },
  );
}

/** Approves a run: the file whose SHA-256 the approver was shown, and no other. */
export function approve(run: string, file: string): Promise<PayoutReceipt> {
  return send(address(`/operator/payouts/${run}/approve`), undefined, { 'If-Match': `"${file}"` });
}

/** Cancels a run; of one that was exported it asks for that, with what rejected its transactions in the Safe. */
export function cancel(
  run: string,
  body: { reason: string; transaction?: string; nonce?: number },
): Promise<PayoutReceipt> {
  return record(`/payouts/${run}/cancel`, body);
}

/** Consents to cancel a run that was exported: to the reason and the evidence that were shown. */
export function consentToCancel(run: string, sha256: string): Promise<PayoutReceipt> {
  return record(`/payouts/${run}/cancel/consent`, { sha256 });
}

export function step(run: string, name: 'propose' | 'export'): Promise<PayoutReceipt> {
  return record(`/payouts/${run}/${name}`, undefined);
}

/** Has the server compare the project's wallets with the chain. */
export function compareNow(): Promise<Reconciliation> {
  return record('/reconciliation', undefined);
}

/** Has the server send a notice again, with the id that it had. */
export function resendNotice(number: number): Promise<NoticeQueued> {
  return record(`/notices/deliveries/${number}/resend`, undefined);
}

/** Has the server send an endpoint a notice that only tries it. */
export function testEndpoint(name: string): Promise<NoticeQueued> {
  return record(`/notices/${name}/test`, undefined);
}
