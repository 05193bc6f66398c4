// Every test of the client, against one server.
import { shareWorld } from './world.mjs';

shareWorld();

await import('./read.mjs');
await import('./lists.mjs');
await import('./problem.mjs');
await import('./repeat.mjs');
await import('./events.mjs');
await import('./package.mjs');
await import('./readme.mjs');
await import('./webhook.mjs'); // it ends the demonstration
