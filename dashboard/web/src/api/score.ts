// What nodes count, and how many more lead to the next bracket. The brackets are the server's: it is asked for the scores of
// the next numbers of nodes, and where the factor changes a bracket begins.

import type { Scores } from '../schema/api.gen';
import { address } from './http';
import { type Resource, useResource } from './resource';

/** How far ahead the next bracket is looked for. */
const reach = 100;

export interface Standing {
  score: string;
  /** The next bracket; undefined: none is near. */
  next?: { more: number; nodes: number; score: string };
}

/** Reads scores of n, n + 1, n + 2 and so on as a standing at n. */
export function standing(of: Scores): Standing | undefined {
  const [now, ...ahead] = of.scores;
  if (!now) return undefined;
  const factor = now.nodes === 0 ? ahead[0]?.factor : now.factor; // nothing is in no bracket: the first node opens the first
  const next = ahead.find((s) => s.factor !== factor);
  return { score: now.score, next: next && { more: next.nodes - now.nodes, nodes: next.nodes, score: next.score } };
}

export function useStanding(nodes: number | undefined): Resource<Scores> & { standing?: Standing } {
  const asked = nodes === undefined ? undefined : Array.from({ length: reach + 1 }, (_, i) => nodes + i).join(',');
  const r = useResource<Scores>(asked && address('/score', { nodes: asked }));
  return { ...r, standing: r.data && standing(r.data) };
}
