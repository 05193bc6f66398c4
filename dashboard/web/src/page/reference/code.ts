// The codes of problems with their HTTP statuses, and where each can occur: the description gives the form of a problem, not
// its codes. A test holds this list to the server's own.
import type { Operation } from './group';

export const statuses: Record<string, number> = {
  'not-authenticated': 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'request-timeout': 408,
  conflict: 409,
  'no-ladder': 409,
  'not-approved': 409,
  'not-enough': 409,
  'not-in-program': 409,
  'nothing-booked': 409,
  'open-day': 409,
  overdrawn: 409,
  quota: 409,
  recorded: 409,
  'self-referral': 409,
  'unknown-code': 409,
  'too-large': 413,
  'media-type': 415,
  invalid: 422,
  'zero-nodes': 422,
  busy: 429,
  'too-many-requests': 429,
  internal: 500,
  frozen: 503,
  'no-node': 503,
  'not-ready': 503,
  timeout: 503,
};

const [quotes, records] = [/\/quote$/, /\/operator\//];

/** Where a code can occur; every path when absent. */
const places: Record<string, RegExp> = {
  'zero-nodes': quotes,
  'not-enough': quotes,
  quota: quotes,
  'unknown-code': quotes,
  'self-referral': quotes,
  'no-ladder': /\/(quote|estimate)$/,
  'nothing-booked': /\/readiness$/,
  'open-day': /\/proof\//,
  'not-approved': /\/export(\/|$)/,
  'not-ready': /^\/readyz$/,
  conflict: records,
  'not-in-program': records,
  overdrawn: records,
  recorded: records,
  frozen: records,
  busy: records,
  'no-node': records,
};

/** The codes that an operation answers with under a status. */
export function codesOf(status: string, o: Operation): string[] {
  return Object.keys(statuses).filter(
    (code) => String(statuses[code]) === status && (places[code]?.test(o.path) ?? true),
  );
}
