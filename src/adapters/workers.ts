import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Piscina } from 'piscina';
import { type FeedDocument, unreadable } from '../domain/document.ts';
import type { Extraction, RawPage } from '../domain/page.ts';
import type { Extractor, RawDocument, Reader } from '../domain/ports.ts';
import { createGate } from './gate.ts';
import { limitTime } from './time-limit.ts';

export interface WorkerLimits {
  readonly threads: number;
  /** For one document, from when a thread takes it; longer where others keep the processor busy. */
  readonly seconds: number;
  /** Of each thread's heap. */
  readonly megabytes: number;
}

/**
 * One core is left to the main thread, which fetches, judges and stores meanwhile: on two cores a second thread takes a quarter
 * more CPU and 25 MB more for 1,000 feeds of 20 items, and saves no time. A feed of 15 MB is read in 128 MB and 3 seconds.
 */
const READING: WorkerLimits = {
  threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
  seconds: 15,
  megabytes: 160,
};

/** A page takes 30 ms and 40 MB; what takes a hundred times as long was made to hurt. */
const EXTRACTING: WorkerLimits = { threads: 1, seconds: 3, megabytes: 256 };

/** The least that costs no CPU: what was read lives for one message only. */
const YOUNG_MEGABYTES = 16;

/**
 * Reads documents in worker threads. The pool is loaded and started with the first document. A document that takes too long
 * or too much memory, or finds a bug, costs itself and its thread: it gives `ok: false` without an encoding; the others go on.
 *
 * @param entry the file whose export `read` takes a `RawDocument` and gives a `FeedDocument`
 */
export function createReader(entry: URL, limits: WorkerLimits = READING): Reader {
  const { run, close } = createThreads<RawDocument, FeedDocument>(entry, 'read', limits);
  return {
    async read({ body, contentType, contentLanguage, url, timezone }) {
      const outcome = await run({ body, contentType, contentLanguage, url, timezone });
      return 'failed' in outcome ? unreadable(outcome.failed) : outcome.result;
    },
    close,
  };
}

/**
 * Extracts articles from pages in the same way.
 *
 * @param entry the file whose export `extract` takes a `RawPage` and gives an `Extraction`
 */
export function createExtractor(entry: URL, limits: WorkerLimits = EXTRACTING): Extractor {
  const { run, close } = createThreads<RawPage, Extraction>(entry, 'extract', limits);
  return {
    async extract({ body, contentType, url }) {
      const outcome = await run({ body, contentType, url });
      return 'failed' in outcome ? { kind: 'failed', message: outcome.failed } : outcome.result;
    },
    close,
  };
}

interface Threads<Raw, Result> {
  run(raw: Raw): Promise<{ readonly result: Result } | { readonly failed: string }>;
  close(): Promise<void>;
}

function createThreads<Raw extends { readonly body: Uint8Array }, Result>(
  entry: URL,
  name: string,
  limits: WorkerLimits,
): Threads<Raw, Result> {
  const task = { filename: fileURLToPath(entry), name };
  let pool: Promise<Piscina> | null = null;
  // The pool's own queue stays empty, so that the time of a document does not pass while it waits.
  const gate = createGate(limits.threads, limits.threads);

  async function start(): Promise<Piscina> {
    const { Piscina } = await import('piscina');
    const made = new Piscina({
      minThreads: 1,
      maxThreads: limits.threads,
      idleTimeout: Number.POSITIVE_INFINITY,
      env: threadEnvironment(),
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    made.on('error', () => {}); // a thread that fails between documents costs none of them, and is replaced
    return made;
  }

  return {
    run: (raw) =>
      gate.run(name, async () => {
        pool ??= start();
        const running = await pool;
        // Moved to the thread; the caller keeps its own (a Buffer's slice would be no copy).
        const body = new Uint8Array(raw.body);
        const overtime = new AbortController();
        const withoutLimit = limitTime(limits.seconds, () => overtime.abort());
        try {
          // The entry is named with each task: one that cannot be loaded then fails the task, not the thread.
          const options = { ...task, signal: overtime.signal, transferList: [body.buffer] };
          return { result: await running.run({ ...raw, body }, options) };
        } catch (error) {
          return { failed: whyOf(error, limits) };
        } finally {
          withoutLimit();
        }
      }),
    async close() {
      await (await pool)?.destroy();
    },
  };
}

/**
 * No secret of the environment is at hand where hostile documents are read. A thread does not take over the compile cache of the
 * program by itself; with it, the first document costs 200 ms of CPU instead of 430.
 */
function threadEnvironment(): Record<string, string> {
  const cache = getCompileCacheDir();
  return cache === undefined ? {} : { NODE_COMPILE_CACHE: dirname(cache) };
}

function whyOf(error: unknown, { seconds, megabytes }: WorkerLimits): string {
  const { name, message, code } = error as NodeJS.ErrnoException;
  if (name === 'AbortError') {
    return `reading it took longer than ${seconds} s and was stopped; tell the publisher`;
  }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return `reading it took more than ${megabytes} MB and was stopped; tell the publisher`;
  }
  return `reading it failed (${message}); report this to topicwatch, with the document`;
}
