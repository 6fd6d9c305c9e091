import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { origins } from '../../../src/stories/origins/origins.ts';
import { account } from './labelled.ts';

interface Attributed {
  readonly language: string;
  readonly text: string;
  /** Empty: the sentence names nobody it goes back to, though it may look like it. */
  readonly origins: readonly string[];
}

const sentences: readonly Attributed[] = JSON.parse(
  readFileSync(new URL('../../fixtures/attributions.json', import.meta.url), 'utf8'),
);

describe('the wire styles people meet', () => {
  it.each(sentences.map((row) => [row.text, row] as const))('%s', (text, { language, origins: names }) => {
    expect(origins([account(text, { language })], []).origins.map(({ name }) => name)).toEqual(names);
  });
});
