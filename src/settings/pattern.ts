import type { Fault } from './problem.ts';

/**
 * What is wrong with a regular expression of a topic (flags `iu`); null: nothing.
 *
 * Refused are those that do not compile, those that match nothing at all (and so everywhere), and those that repeat a
 * repetition, `(a+)+`: on a text that almost matches, the time they take doubles with each letter. The last rule reads
 * the nesting alone, so it also refuses some harmless ones; all of them can be written with one repetition less.
 */
export function patternFault(pattern: string): Fault | null {
  const expected = 'a regular expression of JavaScript (flags iu) that repeats no repetition';
  try {
    if (new RegExp(pattern, 'iu').test('')) return { what: 'matches an empty text, so everywhere', expected };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*\/iu: /, '') : String(error);
    return { what: `does not compile (${reason.toLowerCase()})`, expected };
  }
  return repeatsRepetition(pattern)
    ? { what: 'repeats a group that itself holds a repetition, which may take for ever', expected }
    : null;
}

/** Escapes, classes, groups and quantifiers; everything else stands for itself. */
const TOKEN = /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<\w+>))?|\)|[*+]\??|\{\d+(?:,\d*)?\}\??|./gsu;
/** A group repeated at most so often is no danger in the texts this is matched against. */
const FEW = 10;

function repeatsRepetition(pattern: string): boolean {
  const open: { repeats: boolean }[] = [];
  let inside = { repeats: false };
  let closed: { repeats: boolean } | null = null;
  for (const [token] of pattern.matchAll(TOKEN)) {
    const most = repetition(token);
    if (most > FEW && closed?.repeats) return true;
    if (most === Number.POSITIVE_INFINITY) inside.repeats = true;
    if (token.startsWith('(')) {
      open.push(inside);
      inside = { repeats: false };
    }
    const group = token === ')' ? inside : null;
    if (group) {
      inside = open.pop() ?? { repeats: false };
      inside.repeats ||= group.repeats;
    }
    closed = group;
  }
  return false;
}

/** How often a quantifier lets something stand; 0: it is none. */
function repetition(token: string): number {
  if (/^[*+]\??$/.test(token)) return Number.POSITIVE_INFINITY;
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}\??$/.exec(token) ?? [];
  if (least === undefined) return 0;
  return comma && !most ? Number.POSITIVE_INFINITY : Number(most || least);
}
