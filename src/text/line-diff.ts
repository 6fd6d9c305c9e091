/** Lines shown round a change. */
const CONTEXT = 3;
/** Texts that differ in more lines than this squared are shown as taken out and put in whole. */
const MOST_CELLS = 4_000_000;

interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/**
 * What became of a text, line by line, in the unified format of diff(1) with a header of one name; empty where nothing did.
 *
 * @param name what to call the text
 */
export function lineDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const lines = compare(linesOf(before), linesOf(after));
  const hunks = hunksOf(lines).map(({ from, to }) => hunk(lines, from, to));
  return `--- ${name}\n+++ ${name}\n${hunks.join('')}`;
}

/** A last line without an end is not one with it, and is told from it as diff(1) and patch(1) do. */
const linesOf = (text: string): readonly string[] => {
  const lines = text.split('\n');
  const last = lines.pop();
  return last === undefined || last === '' ? lines : [...lines, `${last}\n\\ No newline at end of file`];
};

function compare(before: readonly string[], after: readonly string[]): readonly Line[] {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail += 1;
  const same = (lines: readonly string[]): readonly Line[] => lines.map((text) => ({ sign: ' ', text }));
  return [
    ...same(before.slice(0, head)),
    ...changes(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...same(before.slice(before.length - tail)),
  ];
}

/** By the longest common subsequence of lines. */
function changes(before: readonly string[], after: readonly string[]): readonly Line[] {
  const out = (text: string): Line => ({ sign: '-', text });
  const added = (text: string): Line => ({ sign: '+', text });
  if (before.length * after.length > MOST_CELLS) return [...before.map(out), ...after.map(added)];
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const lines: Line[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [old, fresh] = [before[row], after[column]];
    if (old !== undefined && old === fresh) {
      lines.push({ sign: ' ', text: old });
      row += 1;
      column += 1;
    } else if (old !== undefined && (fresh === undefined || at(row + 1, column) >= at(row, column + 1))) {
      lines.push(out(old));
      row += 1;
    } else {
      lines.push(added(fresh ?? ''));
      column += 1;
    }
  }
  return lines;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Changes with the lines round them; what is near another stands with it. */
function hunksOf(lines: readonly Line[]): readonly Range[] {
  const hunks: { from: number; to: number }[] = [];
  for (const [at, { sign }] of lines.entries()) {
    if (sign === ' ') continue;
    const last = hunks.at(-1);
    const [from, to] = [Math.max(0, at - CONTEXT), Math.min(lines.length, at + CONTEXT + 1)];
    if (last && from <= last.to) last.to = to;
    else hunks.push({ from, to });
  }
  return hunks;
}

function hunk(lines: readonly Line[], from: number, to: number): string {
  const count = (part: readonly Line[], but: Line['sign']): number =>
    part.filter(({ sign }) => sign !== but).length;
  const [ahead, part] = [lines.slice(0, from), lines.slice(from, to)];
  const place = (but: Line['sign']): string => `${count(ahead, but) + 1},${count(part, but)}`;
  return `@@ -${place('+')} +${place('-')} @@\n${part.map(({ sign, text }) => `${sign}${text}\n`).join('')}`;
}
