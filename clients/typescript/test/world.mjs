// What all tests share: one demonstration, whose books are of eight months, and the client as it is built.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { raise } from '../../../dashboard/web/browser/stage.mjs';
import { Client } from '../dist/index.js';

/** Filled before the first test: the server's address, the tokens of its operators, the flags of its books and their folder. */
export const world = {};

export function shareWorld() {
  before(async () => {
    world.folder = mkdtempSync(join(tmpdir(), 'nodeledger-client-'));
    const books = ['--db', join(world.folder, 'books.db'), '--program-file', join(world.folder, 'program.yaml')];
    Object.assign(world, await raise({ size: ['--purchases', '60', '--months', '8', ...books] }));
  });
  after(async () => {
    await world.stop?.();
    rmSync(world.folder, { recursive: true, force: true });
  });
}

/** A client that waits little. */
export const client = (options = {}) => new Client(options.server ?? world.url, { pause: 5, ...options });

/** A client of the operator ann, or of bob. */
export const operator = (name = 'ann') => client({ token: world.tokens[name] });

/** All things of a list. */
export async function all(list) {
  const found = [];
  for await (const one of list) found.push(one);
  return found;
}
