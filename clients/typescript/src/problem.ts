import type { ProblemCode } from './operation.js';
import type { Problem, Row } from './schema.gen.js';

/**
 * Why there is no answer: a problem document of the server (RFC 9457), or that none came.
 *
 * `code` is stable, and for programs. It is one of the API's, or `no-answer` when none came, or `not-readable` when something other
 * than the server answered, such as a proxy.
 */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly code: ProblemCode | 'no-answer' | 'not-readable';
  /** HTTP's; 0 when no answer came. */
  readonly status: number;
  /** What went wrong and what to do, for people. */
  readonly detail: string;
  readonly reasons: readonly string[];
  /** Of a file or list: the rows that are wrong. */
  readonly rows: readonly Row[];
  /** What was probably meant. */
  readonly didYouMean: string | undefined;
  /** How long the server asks to wait, in milliseconds; 0 when it does not. */
  readonly retryAfter: number;

  constructor(status: number, problem: Partial<Problem>, retryAfter = 0, options?: ErrorOptions) {
    super(problem.detail ?? `the server answered ${status} without a problem document`, options);
    this.status = status;
    this.code = (problem.code ?? 'not-readable') as ApiProblem['code'];
    this.detail = this.message;
    this.reasons = problem.reasons ?? [];
    this.rows = problem.rows ?? [];
    this.didYouMean = problem.did_you_mean;
    this.retryAfter = retryAfter;
  }

  /** Whether the same request may succeed later, with nothing else changed. */
  get transient(): boolean {
    if (this.status === 503) return this.code === 'no-database' || this.code === 'not-readable';
    return this.code === 'no-answer' || this.status === 429 || this.status === 502 || this.status === 504;
  }
}

/** Whether an error is a problem, and one with one of these codes where some are given. */
export function isProblem<C extends ApiProblem['code']>(error: unknown, ...codes: C[]): error is ApiProblem & { code: C } {
  return error instanceof ApiProblem && (codes.length === 0 || (codes as string[]).includes(error.code));
}

/** The problem that an answer is. */
export async function problemOf(answer: Response): Promise<ApiProblem> {
  const seconds = /^[0-9]{1,6}$/.exec(answer.headers.get('Retry-After') ?? '');
  const wait = seconds ? Number(seconds[0]) * 1000 : 0;
  try {
    const told: unknown = await answer.json();
    if (typeof told === 'object' && told !== null && typeof (told as Problem).code === 'string') {
      return new ApiProblem(answer.status, told as Problem, wait);
    }
  } catch {
    // Something between here and the server answered in its own words.
  }
  return new ApiProblem(answer.status, {}, wait);
}
