import type { Claim } from '../claim.ts';
import { clauseAt, type Passage } from '../sentences/passages.ts';
import { isTitled } from '../sentences/tokens.ts';
import { type Named, namedAt, relateNames, speaksOf } from './names.ts';
import type { Office } from './offices.ts';
import { isOneBody } from './place-sounds.ts';

/** Who holds an office. */
export interface Holder extends Claim {
  readonly kind: 'name';
  readonly named: Named;
  /** Of which state, town or body, by its sound or concept; null: not said. */
  readonly of: string | null;
  /** Names, by sound and concept, of which the account speaks anywhere. */
  readonly known: ReadonlySet<string>;
}

/** Offices that are compared; a body has several directors and chairmen are everywhere, so these need what they are of. */
const AMBIGUOUS: ReadonlySet<string> = new Set([
  'director',
  'chairman',
  'commander',
  'chief-executive',
  'ambassador',
  'police-chief',
  'king',
  'mayor',
  'governor',
  'county-head',
]);

/** Who holds which office, as far as it can be held against other accounts. */
export function holdersIn(
  passage: Passage,
  officesOf: (passage: Passage) => readonly Office[],
  known: ReadonlySet<string>,
): readonly Holder[] {
  if (passage.at === 0 && isTitled(passage.tokens)) return [];
  return officesOf(passage).flatMap(({ id, text, of, name, start }) => {
    const clause = clauseAt(passage, start);
    if (!name || !clause || id.startsWith('other/')) return [];
    const named = namedAt(passage, name.start, name.end);
    return [
      {
        kind: 'name' as const,
        passage,
        clause,
        slot: `name:${id}`,
        subject: passage.language === 'en' ? `${text.toLowerCase()}'s name` : text,
        value: named.text,
        background: passage.background,
        named,
        of,
        known,
      },
    ];
  });
}

/** Whether two accounts name the holder of one office, and how surely. */
export function alignHolders(a: Holder, b: Holder, weigh: (key: string) => number): number {
  if (a.background || b.background) return 0;
  if (a.of !== null && b.of !== null) return isOneBody(a.of, b.of) ? 2 : 0;
  const relation = relateNames(a.named, b.named);
  if (relation === 'differs' && (AMBIGUOUS.has(a.slot.slice('name:'.length)) || isOfAnother(a, b))) return 0;
  let shared = 0;
  for (const key of a.passage.keys) if (b.passage.keys.has(key)) shared += weigh(key);
  return shared / (relation === 'spelling' ? 2 : 4);
}

/** Of two countries' ministers one account names the country, and the other, which is of the other country, speaks of none. */
function isOfAnother(a: Holder, b: Holder): boolean {
  const [told, untold] = a.of === null ? [b, a] : [a, b];
  if (told.of === null) return false;
  const { of } = told;
  return ![...untold.known].some(
    (key) => key === of || (key.startsWith('name:') && isOneBody(key.slice(5), of)),
  );
}

/** How two holders of one office go together. Who is spoken of in both accounts is somebody else. */
export function relateHolders(a: Holder, b: Holder): 'same' | 'differs' | 'spelling' | null {
  const relation = relateNames(a.named, b.named);
  if (relation !== 'differs') return relation;
  return speaksOf(b.known, a.named) || speaksOf(a.known, b.named) ? null : 'differs';
}
