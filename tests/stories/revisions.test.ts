import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEdited, revisionDiff, type Wording } from '../../src/stories/revisions.ts';

const wording = (title: string, text: string | null, summary = ''): Wording => ({ title, text, summary });
const FERRY = 'The ferry left Vell at noon. She carried 212 passengers. The sea was calm.';

test('an edit shows the sentence that went and the one that came in its place', () => {
  const after = wording('Ferry sails', FERRY.replace('212', '198'));
  expect(revisionDiff(wording('Ferry sails', FERRY), after)).toEqual([
    { kind: 'kept', text: 'Ferry sails The ferry left Vell at noon.' },
    { kind: 'removed', text: 'She carried 212 passengers.' },
    { kind: 'added', text: 'She carried 198 passengers.' },
    { kind: 'kept', text: 'The sea was calm.' },
  ]);
});

test('a title that changed is told of, too', () => {
  const diff = revisionDiff(wording('Ferry sails', FERRY), wording('Ferry sails late', FERRY));
  expect(diff.slice(0, 2)).toEqual([
    { kind: 'removed', text: 'Ferry sails' },
    { kind: 'added', text: 'Ferry sails late' },
  ]);
});

test('other spaces are no edit, nor is a page that could be read only once', () => {
  const spaced = wording('Ferry  sails', FERRY.replaceAll('. ', '.\n\n'));
  expect(isEdited(revisionDiff(wording('Ferry sails', FERRY), spaced))).toBe(false);
  const withPage = wording('Ferry sails', FERRY, 'The ferry left.');
  const without = wording('Ferry sails', null, 'The ferry left.');
  expect(isEdited(revisionDiff(withPage, without))).toBe(false);
});

test('both wordings can be read off the difference', () => {
  const text = fc.array(fc.constantFrom('One.', 'Two.', 'Three.', '넷이다.', 'Пять.'), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const diff = revisionDiff(wording('', before.join('\n')), wording('', after.join('\n')));
      const read = (gone: string) =>
        diff.flatMap(({ kind, text: said }) => (kind === gone ? [] : [said])).join(' ');
      expect(read('added')).toBe(before.join(' '));
      expect(read('removed')).toBe(after.join(' '));
    }),
  );
});

test('two wordings of a megabyte are compared at once', () => {
  const long = Array.from({ length: 40_000 }, (_, n) => `Sentence number ${n}.`).join(' ');
  const started = process.cpuUsage();
  expect(isEdited(revisionDiff(wording('a', long), wording('a', `New. ${long}`)))).toBe(true);
  const { user } = process.cpuUsage(started);
  expect(user / 1000).toBeLessThan(500);
});
