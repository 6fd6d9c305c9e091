import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineDiff } from '../../src/text/line-diff.ts';

test('shows what was taken out and put in, with three lines round it', () => {
  const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n';
  const after = before.replace('d\n', 'D\n').replace('l\n', 'l\nm\n');
  expect(lineDiff('list', before, after)).toBe(
    '--- list\n+++ list\n@@ -1,7 +1,7 @@\n a\n b\n c\n-d\n+D\n e\n f\n g\n@@ -10,3 +10,4 @@\n j\n k\n l\n+m\n',
  );
});

test('nothing changed is nothing said', () => {
  expect(lineDiff('list', 'a\n', 'a\n')).toBe('');
});

test('a last line without an end is told from one with it, as patch(1) reads it', () => {
  expect(lineDiff('list', 'a', 'a\n')).toBe(
    '--- list\n+++ list\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n',
  );
});

/** What patch(1) would make of the old text. */
function applied(before: string, diff: string): string {
  const lines = before.split('\n').slice(0, -1);
  let moved = 0;
  for (const hunk of diff.split(/^(?=@@)/m).slice(1)) {
    const [head = '', ...body] = hunk.split('\n').slice(0, -1);
    const [, from = '1', count = '0'] = /^@@ -(\d+),(\d+)/.exec(head) ?? [];
    const kept = body.filter((line) => !line.startsWith('-')).map((line) => line.slice(1));
    lines.splice(Number(from) - 1 + moved, Number(count), ...kept);
    moved += kept.length - Number(count);
  }
  return lines.map((line) => `${line}\n`).join('');
}

test('property: the difference makes the new text of the old', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '- d', '+ e', ''), { maxLength: 30 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one, other].map((lines) => lines.map((line) => `${line}\n`).join('')) as [
        string,
        string,
      ];
      expect(applied(before, lineDiff('x', before, after))).toBe(after);
    }),
  );
});
