import type { SourceKind } from '../../../domain/source.ts';
import { isKoreanFullName } from '../../../text/korean-surnames.ts';
import type { Reading } from '../reading.ts';
import type { Phrase } from '../tokens.ts';
import { personNamed, type Voice, voiceNamed } from '../voice.ts';
import { type KoreanWord, NO_PLACES, PARTICLES, SAY, SUBJECT } from './words.ts';

/** Somebody named with an office, and with the ministry, where that is what they head. */
export function personHeard(
  sentence: string,
  spoken: readonly KoreanWord[],
  phrases: readonly Phrase[],
  resolve: Reading['resolve'],
): Voice | null {
  const person = personIn(sentence, spoken);
  if (!person) return null;
  const { name, at } = person;
  const office = phrases.find(({ holder, from, to }) => holder && from <= at && to >= at - 1);
  const expert = EXPERTS.test(spoken[at]?.text ?? '');
  return personNamed(name, { office: (office && resolve(office)) ?? null, expert });
}

/** Offices and trades whose holders' word counts for more than their own, as subjects. */
const TITLES =
  /^\p{Script=Hangul}{0,4}(?:시장|군수|지사|구청장|장관|국방상|외무상|차관|총리|대통령|서장|청장|대변인|대표|사장|회장|교수|위원장|위원|원장|소장|단장|국장|본부장|총장|의장|의원|대사|감독|분석관|연구관|박사|연구원|연구위원|애널리스트|변호사|사령관|참모장|실장|팀장|협회장|이사장|관장|교장|대대장|연대장|여단장|사단장|함장|소령|중령|대령|준장|중장|대장)(?:은|는|이|가)$/u;
/** Those who are heard for what they know. */
const EXPERTS = /(?:교수|연구원|연구위원|분석관|연구관|박사|애널리스트|변호사|의원)(?:은|는|이|가)$/u;
/** Words of somebody on their own doings and feelings. */
const OF_SELF = /(?<!\p{L})(?:저는|제가|저를|저의|나는|내가|나를|나의|내 )/u;
/** What is said there is part of the event. */
const SPEECH = /(?:개막식|준공식|기념식|제막식|행사|축사|연설|기념사|만찬)에서/u;

/**
 * Somebody named with an office: 김서윤 시장은 … 밝혔다, 김하람 한별대 교수는 … 분석했다. Not for what they say of themselves, and not for a speech.
 */
function personIn(
  sentence: string,
  spoken: readonly KoreanWord[],
): { readonly name: string; readonly at: number } | null {
  if (OF_SELF.test(sentence) || SPEECH.test(sentence) || !SAY.has(spoken.at(-1)?.text ?? '')) return null;
  const at = spoken.findIndex(({ text }) => TITLES.test(text));
  // …대통령이 …를 방문한다고 외교부가 발표했다: another one says so; 감사의 뜻을 전했다 tells of no words.
  if (!/(?:고|며|면서)$/u.test(spoken.at(-2)?.text ?? '')) return null;
  const names = [at - 3, at - 2, at - 1].map((place) => spoken[place]?.text ?? '');
  const [, , before = ''] = names;
  const name = names.find(isKoreanFullName) ?? (/^\p{Script=Hangul}{2,4}$/u.test(before) ? before : '');
  return name === '' || NO_PLACES.test(name) || at < 1 ? null : { name, at };
}

/** What a name is told by that no table knows: 시민단체 푸른바다는 … 주장했다. */
const SORTS: Readonly<Record<string, SourceKind>> = {
  시민단체: 'other',
  환경단체: 'other',
  단체: 'other',
  업체: 'other',
  기업: 'other',
  선사: 'other',
  운영사: 'other',
  제조사: 'other',
  항공사: 'other',
  매체: 'press',
  일간지: 'press',
  통신사: 'agency',
};

/** Whom no table knows, by what they are told by. */
export function titledIn(spoken: readonly KoreanWord[]): Voice | null {
  if (!SAY.has(spoken.at(-1)?.text ?? '')) return null;
  const at = spoken.findIndex(
    ({ text }, place) => Object.hasOwn(SORTS, text) && SUBJECT.test(spoken[place + 1]?.text ?? ''),
  );
  const name = at < 0 ? '' : (spoken[at + 1]?.text ?? '').replace(PARTICLES, '');
  return name.length < 2 ? null : voiceNamed(name, SORTS[spoken[at]?.text ?? '']);
}
