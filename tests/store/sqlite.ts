import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openStore } from '../../src/store/open.ts';
import type { StorePlace } from './contract.ts';
import { MONDAY } from './samples.ts';

/** A temporary folder for a corpus, and the file in it. */
export async function sqlitePlace(): Promise<StorePlace & { readonly dir: string; readonly file: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'topicwatch-store-'));
  const file = join(dir, 'data', 'corpus.db');
  return {
    dir,
    file,
    open: ({ host, now } = { host: 'quayside', now: () => new Date(MONDAY) }) =>
      openStore(file, { clock: { now }, host, pid: process.pid }),
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}
