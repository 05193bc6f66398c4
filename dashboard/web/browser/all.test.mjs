// Every test of the page in a browser, against one demonstration. The order matters: pages are looked at, and quotes and
// estimates compared, while the books are as the year left them; then somebody buys, somebody claims, and the operators close
// the month.
import { shareWorld } from './world.mjs';

shareWorld({ blockTime: '100ms' });

await import('./first_load.mjs');
await import('./look.mjs');
await import('./nodes.mjs');
await import('./quote.mjs');
await import('./currency.mjs');
await import('./estimator.mjs');
await import('./order.mjs');
await import('./buy.mjs');
await import('./journeys.mjs');
await import('./claim.mjs');
await import('./operator.mjs');
await import('./treasurer.mjs');
await import('./pairing.mjs');
await import('./names.mjs');
