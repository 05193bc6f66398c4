// The assumptions as they stand in the address, so that a link carries all of them.

import type { Estimate } from '../../schema/api.gen';

/** What the page asks for, by the names of the API's query. Empty: what the server takes by itself. */
export const names = [
  'nodes',
  'months',
  'adoption',
  'token-price',
  'eth-price',
  'node-price',
  'wallet',
  'code',
  'adoption-of',
  'point-price',
  'average-factor',
  'drop-by',
  'coverage',
  'fund',
  'holder-nodes',
  'currency',
  'rate',
  'point-days',
  'points-issued',
  'tge',
] as const;

export type Name = (typeof names)[number];

export type Assumptions = Record<Name, string> & { scenarios: [string, string, string] };

const start: Partial<Record<Name, string>> = { nodes: '5', months: '24', adoption: '20' };
const startScenarios = ['10', '20', '40'] as const;

/** Reads them from an address. */
export function read(query: URLSearchParams): Assumptions {
  const out = Object.fromEntries(names.map((n) => [n, query.get(n) || (start[n] ?? '')])) as Record<Name, string>;
  const list = (query.get('scenarios') ?? '').split(',');
  const pick = (i: 0 | 1 | 2) =>
    /^[0-9]{1,3}(\.[0-9]{1,4})?$/.test(list[i] ?? '') ? (list[i] as string) : startScenarios[i];
  return { ...out, scenarios: [pick(0), pick(1), pick(2)] };
}

/** The scenarios of an address that are not read as they stand there: something else than three numbers. Empty: they are. */
export function misread(query: URLSearchParams): string {
  const text = query.get('scenarios') ?? '';
  return text === '' || text === read(query).scenarios.join() ? '' : text;
}

/** Writes them for an address; what the page starts with is left out. */
export function write(a: Assumptions): Record<string, string> {
  const out: Record<string, string> = Object.fromEntries(names.map((n) => [n, a[n] === (start[n] ?? '') ? '' : a[n]]));
  out.scenarios = a.scenarios.join() === startScenarios.join() ? '' : a.scenarios.join();
  return out;
}

const decimal = /^[0-9]{1,15}(\.[0-9]{1,18})?%?$/;

/** The most that can be asked for, as the last answer has it. */
export type Limits = Estimate['limits'];

/** Whether what stands in a field is of the form that the server reads. What is too much is for the server to say, which knows
 * the limits. */
export function good(name: Name, text: string): boolean {
  if (text === '') return name !== 'nodes' && name !== 'adoption';
  switch (name) {
    case 'nodes':
      return /^[1-9][0-9]{0,14}( *[, ] *[1-9][0-9]{0,14})*$/.test(text) && text.length <= 400;
    case 'months':
      return /^[0-9]{1,9}$/.test(text);
    case 'adoption':
      return /^[0-9]{1,15}(\.[0-9]{1,18})?$/.test(text) && Number(text) > 0;
    case 'node-price':
      return /^[0-9]{1,15}(\.[0-9]{1,18})?%?( ?[A-Za-z]{1,10})?$/.test(text);
    case 'adoption-of':
      return text === 'sold' || /^[1-9][0-9]{0,8}$/.test(text);
    case 'holder-nodes':
      return /^[1-9][0-9]{0,8}$/.test(text);
    case 'drop-by':
      return text === 'nodes' || text === 'score';
    case 'tge':
      return /^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9:]+))?$/.test(text);
    case 'currency':
      return /^[A-Z]{3}$/.test(text);
    case 'wallet':
    case 'code':
      return true;
    default:
      return decimal.test(text);
  }
}

/** Whether what stands in a field is more than the last answer's limits allow. */
export function tooMuch(name: Name, text: string, limits: Limits | undefined): boolean {
  switch (name) {
    case 'months':
      return limits !== undefined && Number(text) > limits.months;
    case 'adoption':
      return Number(text) > 100;
    default:
      return false;
  }
}

/** The query of the API. What is empty the server fills in, and says in its answer what it took. */
export function query(a: Assumptions): Record<string, string> {
  return {
    ...Object.fromEntries(names.map((n) => [n, a[n]])),
    nodes: a.nodes.split(/[ ,]+/).filter(Boolean).join(','),
    adoption: `${a.adoption}%`,
    scenarios: a.scenarios.map((s) => `${s}%`).join(','),
  };
}
