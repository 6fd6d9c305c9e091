import { isNoName, kindOfWord } from '../../../text/names/kinds.ts';
import { soundOf } from '../../../text/names/sound.ts';
import { termOf } from '../../../text/words.ts';
import type { Claim } from '../claim.ts';
import { clauseAt, type Passage } from '../sentences/passages.ts';
import { isTitled } from '../sentences/tokens.ts';
import { type Named, namedAt, nameParts, relateNames } from './names.ts';

/** A full name as an account writes it. */
export interface Written extends Claim {
  readonly kind: 'name';
  readonly named: Named;
}

/**
 * Given name and surname, in Latin letters: Russian ones change with their case, and Korean ones differ by a letter among kin.
 */
const FULL_NAME =
  /(?<![\p{L}’'-])(?:\p{Lu}\p{Ll}[\p{L}’-]*\s)?(\p{Lu}\p{Ll}[\p{L}’-]*\s\p{Lu}\p{Ll}[\p{L}’-]+)(?![\p{L}-]|\s\p{Lu})/gu;

/** Names read of one passage. */
const MOST = 12;

/** The full names of a passage, whoever bears them. */
export function namesWritten(passage: Passage): readonly Written[] {
  if (passage.language !== 'en' || (passage.at === 0 && isTitled(passage.tokens))) return [];
  const found = Array.from(passage.text.matchAll(FULL_NAME)).slice(0, MOST);
  return found.flatMap(({ 0: whole, 1: name = '', index }) => {
    const start = index + whole.length - name.length;
    const clause = clauseAt(passage, start);
    const sound = soundOf(nameParts(name).join(' '));
    if (!clause || sound.length < 3 || name.split(' ').some(isOrdinary)) return [];
    return [
      {
        kind: 'name' as const,
        passage,
        clause,
        slot: `name:written/${sound}`,
        subject: 'spelling of a name',
        value: name,
        background: false,
        named: namedAt(passage, start, start + name.length),
      },
    ];
  });
}

/** A word that begins a sentence, or says that something else than a person is named. */
const isOrdinary = (word: string): boolean =>
  isNoName(word) || termOf(word, 'en') === null || kindOfWord(word) !== null || ORDINARY.test(word);

const ORDINARY =
  /^(?:\p{L}+s|The|When|After|While|Theat(?:re|er)|Cent(?:re|er)|Harbou?r|Defen[cs]e|Labou?r|Program(?:me)?)$/u;

/** Names that sound alike, of which one word is the same, are one name; whoever writes both knows two people. */
export function alignWritten(a: Written, b: Written): number {
  const [mine, theirs] = [nameParts(a.value), nameParts(b.value)];
  if (mine.length !== theirs.length || !mine.some((part, at) => part === theirs[at])) return 0;
  return a.value !== b.value && (writes(a, b) || writes(b, a)) ? 0 : 1;
}

const writes = ({ passage }: Written, { value }: Written): boolean => passage.account.text.includes(value);

/** Only another spelling is told: a clearly other name is somebody else's. */
export function relateWritten(a: Written, b: Written): 'same' | 'spelling' | null {
  if (a.value === b.value) return 'same';
  return relateNames(a.named, b.named) === 'spelling' ? 'spelling' : null;
}
