import type { ProperName } from '../../../text/names/proper-names.ts';
import { mayBeNominative } from '../../../text/russian-endings.ts';
import { type KnownNames, knownNames, smallWords, wordsOf } from './known.ts';
import { heldIn, partsOf, type RussianName } from './parts.ts';
import { quotedName, withTails } from './whole-names.ts';

/** A Russian text and the names it shows by its capitals. */
interface RussianText {
  readonly text: string;
  readonly names: readonly ProperName[];
}

/**
 * Parts what capitals alone run together in Russian, where neither "of" nor a genitive's ’s stands between two names: Жители |
 * Рудограда, Велморы | Глеб Осмин, Прилучской области | Антон Лежнев. What shows it are endings that do not agree, and names
 * that other sentences of the documents have by themselves. Names of which only the beginning has a capital are completed:
 * Заозёрский судостроительный завод.
 *
 * Guarded against: first names (Глеб Осмин begins a sentence, too), names that decline at their end only (Ким Чен Ыну), and
 * women's names, whose surname may not decline (Ольги Тарн).
 */
export function russianNames(texts: readonly RussianText[]): readonly (readonly RussianName[])[] {
  const whole = texts.map(({ text }) => text);
  let found: readonly (readonly RussianName[])[] = texts.map(({ text, names }) =>
    names.map((name) => ({ ...quotedName(name, text), oblique: isGoverned(name, text) })),
  );
  const small = smallWords(whole);
  // What one name has lost, another may lose then.
  for (let round = 0; round < ROUNDS; round += 1) {
    const known = knownNames(found.flat(), small);
    found = found.map((names, at) => names.flatMap((name) => partsOf(name, whole[at] ?? '', known)));
  }
  found = withTails(found.map((names, at) => ({ names, text: whole[at] ?? '' })));
  const known = knownNames(found.flat(), small);
  return found.map((names, at) => names.map((name) => withKind(name, whole[at] ?? '', known)));
}

const ROUNDS = 3;

/** Prepositions that ask for a case which no name has in common with its nominative. */
const GOVERNS =
  /(?<!\p{L})(?:без|для|до|из|от|у|около|после|против|ради|вокруг|возле|вдоль|кроме|среди|из-за|из-под|к|ко|над|между|перед|с|со|по|о|об|при)\s$/iu;

const isGoverned = ({ start }: ProperName, text: string): boolean =>
  GOVERNS.test(text.slice(Math.max(0, start - 9), start));

/**
 * What stands in another case than the role before it is where the role is held, and two words that may stand in the nominative
 * together are a person’s, unless the first is an adjective or they stand in quotation marks.
 */
function withKind(name: RussianName, text: string, known: KnownNames): RussianName {
  const words = wordsOf(name.text);
  const before = text.slice(Math.max(0, name.start - 30), name.start);
  if (words.length === 1 && name.role !== null) {
    const isBearer = !NOMINATIVE_ROLE.test(before) || known.isNominative(name.text);
    return isBearer ? name : { ...name, role: null, kind: heldIn(name.role), oblique: true };
  }
  const isPerson =
    words.length === 2 &&
    name.kind === null &&
    !name.oblique &&
    mayBeNominative(words) &&
    !ADJECTIVE.test(words[0] ?? '') &&
    !APART.test(before);
  return isPerson ? { ...name, kind: 'person' } : name;
}

const NOMINATIVE_ROLE = /(?:[бвгджзйклмнпрстфхцчшщь]|глава|судья)\s$/u;
const ADJECTIVE = /(?:[ыио]й|[ая]я|[ое]е|[ое]го|[ое]му|[ыи]м|[ую]ю)$/u;
/** In quotation marks, or as where something is. */
const APART = /(?:[«"“„]|(?<!\p{L})(?:в|во|на|из|под)\s)$/iu;
