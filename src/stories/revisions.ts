import { foldSpace } from '../text/characters.ts';
import { sentences } from '../text/sentences.ts';

/** What of an article is compared with its earlier wording. */
export interface Wording {
  readonly title: string;
  readonly summary: string;
  readonly text: string | null;
}

/** A stretch of two wordings, in sentences: in both, only in the earlier, or only in the later. */
export interface Passage {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** What is read of a wording, in UTF-16 units and sentences. */
const READ = 60_000;
const SENTENCES = 600;

/**
 * What an edit changed, sentence by sentence: the longest common subsequence (Hunt and McIlroy 1976), in reading order, the title
 * first. Spaces do not count. Where one wording has a body and the other does not, the summaries are compared: that a page could
 * be read once and once not is no edit.
 *
 * @returns sentences of one kind that follow one another as one passage; one passage `kept`, where nothing changed.
 */
export function revisionDiff(before: Wording, after: Wording): readonly Passage[] {
  const [earlier, later] = [before, after].map((wording) => sentencesOf(wording, before, after));
  return passages(steps(earlier ?? [], later ?? []));
}

/** Whether an edit changed more than spaces. */
export const isEdited = (diff: readonly Passage[]): boolean => diff.some(({ kind }) => kind !== 'kept');

function sentencesOf({ title, summary, text }: Wording, before: Wording, after: Wording): readonly string[] {
  const bodies = before.text !== null && after.text !== null;
  const body = (bodies ? (text ?? '') : summary).slice(0, READ);
  return [title, ...sentences(body).map(({ start, end }) => body.slice(start, end))]
    .map(foldSpace)
    .filter((sentence) => sentence !== '')
    .slice(0, SENTENCES);
}

/** One passage a sentence: a walk through the table of common lengths, from the first sentences on. */
function steps(before: readonly string[], after: readonly string[]): readonly Passage[] {
  const common = commonLengths(before, after);
  const found: Passage[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [one, other] = [before[i], after[j]];
    if (one !== undefined && one === other) {
      found.push({ kind: 'kept', text: one });
      i += 1;
      j += 1;
    } else if (one !== undefined && (other === undefined || common(i + 1, j) >= common(i, j + 1))) {
      found.push({ kind: 'removed', text: one });
      i += 1;
    } else {
      found.push({ kind: 'added', text: other ?? '' });
      j += 1;
    }
  }
  return found;
}

/** How many sentences the rest of one text from `i` on shares in order with the rest of the other from `j` on. */
function commonLengths(
  before: readonly string[],
  after: readonly string[],
): (i: number, j: number) => number {
  const width = after.length + 1;
  const table = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

function passages(found: readonly Passage[]): readonly Passage[] {
  const joined: Passage[] = [];
  for (const { kind, text } of found) {
    const last = joined.at(-1);
    if (last?.kind === kind) joined[joined.length - 1] = { kind, text: `${last.text} ${text}` };
    else joined.push({ kind, text });
  }
  return joined;
}
