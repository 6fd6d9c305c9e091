// Holds the lease of a store until it is killed, as a `run` in the middle of its work does.
import { hostname } from 'node:os';
import { createClock } from '../../src/adapters/clock.ts';
import { openStore } from '../../src/store/open.ts';

const [database = ''] = process.argv.slice(2);
const store = await openStore(database, { clock: createClock(), host: hostname(), pid: process.pid });
await store.lease('run');
process.stdout.write('held\n');
setInterval(() => undefined, 60_000);
