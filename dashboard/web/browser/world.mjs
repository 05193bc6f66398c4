// What all tests share: one demonstration and one Chromium.
import { after, before } from 'node:test';
import { open } from './browser.mjs';
import { raise } from './stage.mjs';

/** Filled before the first test. */
export const world = {};

/** Starts both for the tests of this run and stops both behind them. */
export function shareWorld(options) {
  before(async () => {
    [world.stage, world.browser] = await Promise.all([raise(options), open()]);
  });
  after(async () => {
    await world.browser?.close();
    await world.stage?.stop();
  });
}
