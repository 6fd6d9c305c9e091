/**
 * A process of its own that works on a corpus: `node child.ts FILE open` opens and closes it; `hold` takes the lease, says
 * so, and on SIGUSR2 commits an article and says how that went; `write FROM` commits one article after another, saying each
 * number when it is stored.
 */
import { openStore } from '../../src/store/open.ts';
import { arrivals, article } from './samples.ts';

const [, , file = '', task, from = '1'] = process.argv;
const store = await openStore(file, { clock: { now: () => new Date() }, host: 'quayside', pid: process.pid });

if (task === 'open') {
  await store.corpusVersion();
  await store.close();
} else {
  const lease = await store.lease('run', { waitSeconds: 10 });
  const say = (line: string | number) => process.stdout.write(`${line}\n`);
  for (let n = Number(from); task === 'write'; n += 1) {
    await store.commit(lease, arrivals([article(2 * n), article(2 * n + 1)]));
    say(n);
  }
  process.on('SIGUSR2', async () => {
    const outcome = await store.commit(lease, arrivals([article(1)])).then(
      () => 'stored',
      (error: unknown) => String(error instanceof Error ? error.name : error),
    );
    say(outcome);
  });
  say('holding');
  setInterval(() => {}, 1000);
}
