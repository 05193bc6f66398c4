// The codes of problems with their HTTP statuses: the description gives the form of a problem, not its codes.

/** Codes that only operations of operators and sessions answer with. */
const ofOperators = new Set(['conflict', 'recorded', 'moved', 'unauthenticated', 'forbidden', 'media-type', 'too-large']);

export const statuses: Record<string, number> = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'no-ladder': 409,
  'not-approved': 409,
  'not-enough': 409,
  'nothing-booked': 409,
  'open-day': 409,
  quota: 409,
  recorded: 409,
  'self-referral': 409,
  'unknown-code': 409,
  'too-large': 413,
  'media-type': 415,
  'bad-request': 422,
  'zero-nodes': 422,
  'too-many-requests': 429,
  internal: 500,
  refused: 500,
  frozen: 503,
  moved: 503,
  'not-ready': 503,
  timeout: 503,
};

/** The codes that go with a status, of what everybody may ask or of what operators may. */
export function codesOf(status: string, open: boolean): string[] {
  return Object.keys(statuses).filter((code) => String(statuses[code]) === status && code !== 'refused' && !(open && ofOperators.has(code)));
}
