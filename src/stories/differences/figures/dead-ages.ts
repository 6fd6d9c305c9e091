import type { Passage } from '../sentences/passages.ts';
import { type Age, ageAt } from './ages.ts';

const MAN = /^(?:man|мужчин|남성)/iu;

/** One who died and is told by age and sex only: "a man aged 71 was killed". Men of a decade (70대) have no age. */
const UNNAMED: Readonly<Record<string, RegExp>> = {
  en: /(?<age>\d{1,3})-year-old (?<who>man|woman)\b|\b(?<who>man|woman),? (?:aged|of) (?<age>\d{1,3})\b/giu,
  ru: /(?<age>\d{1,3})-летн\p{L}+ (?<who>мужчин|женщин)|(?<who>мужчина|женщина) (?<age>\d{1,3}) (?:лет|год)/giu,
  ko: /(?<age>\d{1,3})세 (?<who>남성|여성)/gu,
};
/** He died, and not: he killed. */
const DIED =
  /\b(?:died|dies|dead|(?:was|were|been|is) killed)\b|(?<!\p{L})(?:погиб|скончал|умер(?:ла)?(?!\p{L}))|숨졌|숨진|사망했|사망한/iu;
const NOT_ALONE =
  /\b(?:another|second|other|both|two|three|four|several) (?:man|men|woman|women|people|person)\b|(?<!\p{L})(?:ещё|еще|другой|другая|второй|вторая|двое|трое|оба|обе)(?!\p{L})|또 다른|다른 (?:남성|여성)|두 (?:명|사람)/iu;

/**
 * The age of the only dead of an account who is not named; none where several died or may have: then it is not sure whose it is.
 *
 * @param dead how many died, by every number the account gives
 */
export function deadAgeIn(passages: readonly Passage[], dead: ReadonlySet<number>): readonly Age[] {
  if ([...dead].some((count) => count > 1) || passages.some(({ text }) => NOT_ALONE.test(text))) return [];
  const found = passages.filter(({ background }) => !background).flatMap(unnamedIn);
  const [first] = found;
  return first &&
    found.every(({ years, person }) => years === first.years && person.text === first.person.text)
    ? [first]
    : [];
}

function unnamedIn(passage: Passage): readonly Age[] {
  const pattern = UNNAMED[passage.language];
  if (!pattern) return [];
  return Array.from(passage.text.matchAll(pattern)).flatMap((match) => {
    const { who = '', age = '' } = match.groups ?? {};
    const found = ageAt(passage, match.index, Number(age), {
      text: MAN.test(who) ? 'the dead man' : 'the dead woman',
      concept: null,
    });
    const inClause = found && passage.text.slice(found.clause.start, found.clause.end);
    return found && inClause && DIED.test(inClause) ? [{ ...found, slot: 'number:age of the dead' }] : [];
  });
}
