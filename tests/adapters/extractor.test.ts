import { describe, expect, onTestFinished, test } from 'vitest';
import { createExtractor, type WorkerLimits } from '../../src/adapters/workers.ts';

const ENTRY = new URL('../../src/ingest/worker.ts', import.meta.url);
const SENTENCE = 'The ferry between Vell and Ostrava will sail again from Monday, the harbour office said. ';
const page = (html: string) => ({
  body: new TextEncoder().encode(html),
  contentType: 'text/html',
  url: 'https://harbour.example/ferry',
});

function extractor(limits: Partial<WorkerLimits> = {}) {
  const made = createExtractor(ENTRY, { threads: 1, seconds: 20, megabytes: 256, ...limits });
  onTestFinished(() => made.close());
  return made;
}

describe('an extractor in worker threads', () => {
  const good = page(`<html><body><article><p>${SENTENCE.repeat(3)}</p></article></body></html>`);

  test('hands a page over and its article back', async () => {
    expect(await extractor().extract(good)).toMatchObject({
      kind: 'article',
      article: { text: SENTENCE.repeat(3).trim(), language: 'en', teaser: false },
    });
    expect(good.body.length, 'the caller keeps its bytes').toBeGreaterThan(0);
  });

  test('gives up on a page made to take for ever, and goes on with the others', async () => {
    const { extract } = extractor({ seconds: 2 });
    const hostile = page(`<html><body>${'<span>'.repeat(450_000)}${SENTENCE}`);
    const [first, second, third] = await Promise.all([good, hostile, good].map(extract));
    expect(first).toMatchObject({ kind: 'article' });
    expect(second).toMatchObject({ kind: 'failed', message: expect.stringContaining('was stopped') });
    expect(third).toMatchObject({ kind: 'article' });
  });

  test('survives a page made to take all memory', async () => {
    const { extract } = extractor({ megabytes: 32 });
    const hostile = page(`<html><body>${'<i>a</i>'.repeat(300_000)}`);
    const [first, second] = await Promise.all([hostile, good].map(extract));
    expect(first).toMatchObject({ kind: 'failed', message: expect.stringContaining('more than 32 MB') });
    expect(second).toMatchObject({ kind: 'article' });
  });
});
