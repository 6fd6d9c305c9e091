import { quotationsIn } from '../../claims/quotations.ts';
import { speakerOf } from '../../claims/speakers.ts';
import type { Claim } from '../claim.ts';
import { clauseAt, type Passage } from '../sentences/passages.ts';
import { type Named, namedAt, relateNames } from './names.ts';
import { titleOf } from './people.ts';

/** Who is quoted with which words. */
export interface Quoted extends Claim {
  readonly kind: 'name';
  readonly named: Named;
  /** The words that are said. */
  readonly words: ReadonlySet<string>;
}

/** Fewer words may be anybody's. */
const LEAST = 5;

/** The words a passage quotes, with the name of who said them. */
export function quotedIn(passage: Passage): readonly Quoted[] {
  const { text, language, tokens } = passage;
  return quotationsIn(text).flatMap(({ start, end }): readonly Quoted[] => {
    const speaker = speakerOf(text, { start, end }, language);
    const clause = clauseAt(passage, start);
    const words = new Set(
      tokens.flatMap((token) => (token.start >= start && token.end <= end ? [token.low] : [])),
    );
    if (speaker === null || !clause || words.size < LEAST) return [];
    const at = text.indexOf(speaker);
    const named = namedAt(passage, at + titleOf(speaker).length, at + speaker.length);
    return [
      {
        kind: 'name',
        passage,
        clause,
        slot: `name:quoted/${language}`,
        subject: 'who said it',
        value: named.text,
        background: false,
        named,
        words,
      },
    ];
  });
}

/**
 * The share of the longer quotation that the other must have: of a beginning that two have in common each may go on for
 * himself.
 */
const ENOUGH = 0.75;

/** Two accounts quote the same words. */
export function alignQuoted(a: Quoted, b: Quoted): number {
  const shared = [...a.words].filter((word) => b.words.has(word)).length;
  return shared / Math.max(a.words.size, b.words.size) / ENOUGH;
}

/** How those who are quoted go together; another spelling of a name is told where names are. */
export function relateQuoted(a: Quoted, b: Quoted): 'same' | 'differs' | null {
  const relation = relateNames(a.named, b.named);
  return relation === 'spelling' ? 'same' : relation;
}
