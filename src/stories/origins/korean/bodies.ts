/** Which bodies a Korean sentence names. */

import type { SourceKind } from '../../../domain/source.ts';
import { isKoreanFullName } from '../../../text/names/korean-surnames.ts';
import { ROLE_KINDS } from '../body-roles.ts';
import type { Reading } from '../reading.ts';
import type { Phrase } from '../tokens.ts';
import { bodyVoice, type Voice, voiceNamed } from '../voice.ts';
import { KOREAN_HEADS } from './body-words.ts';
import { type KoreanWord, NO_PLACES, PARTICLES, SAY, SUBJECT } from './words.ts';

/** Known voices, and words that end like the name of a body, with the place that stands before it. */
export function phrasesIn(spoken: readonly KoreanWord[], named: Reading['named']): readonly Phrase[] {
  const found: Phrase[] = [];
  for (const [at, { text, start, end }] of spoken.entries()) {
    const known = named.find((one) => one.start < end && start < one.end);
    if (known) {
      const last = found.at(-1);
      if (last?.voice === known.voice && last.to === at - 1) found[found.length - 1] = { ...last, to: at };
      else found.push({ from: at, to: at, voice: known.voice, bare: false });
      continue;
    }
    const joint = jointOf(text, spoken[at + 1]?.text ?? '');
    if (joint) {
      found.push({
        from: at,
        to: at + joint.more,
        bare: false,
        voice: bodyVoice(joint.name, 'other', ['joint'], []),
      });
      continue;
    }
    // 이하늘 외교부 장관: the minister, by name, and not the ministry of a place.
    const isHeld =
      /^(?:장관|차관|청장|본부장)/u.test(spoken[at + 1]?.text ?? '') && !/(?:은|는|이|가|의)$/u.test(text);
    const before = spoken[at - 1]?.text ?? '';
    const body = bodyOf(text, isHeld && isKoreanFullName(before) ? '' : before);
    if (!body) continue;
    const phrase = { from: body.withPlace ? at - 1 : at, to: at, voice: body.voice, bare: body.bare };
    found.push(isHeld || /(?:장관|상)$/u.test(body.voice.name) ? { ...phrase, holder: true } : phrase);
  }
  return found;
}

/** Who speaks with one voice: 양국은, 양측은, 두 회사는. */
function jointOf(word: string, next: string): { readonly name: string; readonly more: number } | null {
  const name = /^(?:양국|양측|양사)(?= *(?:은|는|이|가)?$)/u.exec(word)?.[0];
  if (name !== undefined) return { name, more: 0 };
  const other =
    word === '두'
      ? /^(?:나라|회사|정부|장관|정상|기업|은행|단체)(?=(?:은|는|이|가)$)/u.exec(next)?.[0]
      : undefined;
  return other === undefined ? null : { name: `두 ${other}`, more: 1 };
}

/** A town, county or province that speaks: 운곡군이, 해령시는. */
const TOWN = /^(\p{Script=Hangul}{2,4}(?:시|군|도|구))(?:는|은|가|이)$/u;
const NO_TOWN =
  /^(?:당시|동시|즉시|도시|연구|요구|친구|기구|제도|정도|속도|역시|보도|지도|태도|수도|반도|인도|철도|의도|한도|혹시|다시|온도|강도|각도|용도|농도|밀도|국군|미군|적군|아군|공군|해군|육군)/u;

/** Of a hundred endings few are asked for one word: those that end in its last letter. */
const HEADS_BY_LAST = Map.groupBy(KOREAN_HEADS, ([ending]) => ending.at(-1) ?? '');

function bodyOf(
  word: string,
  before: string,
): { readonly voice: Voice; readonly bare: boolean; readonly withPlace: boolean } | null {
  const stems = [
    word,
    word.replace(PARTICLES, ''),
    word.replace(/(?:은|는|이|가|을|를|에|의|과|와|도)$/u, ''),
  ];
  for (const stem of stems) {
    const head = HEADS_BY_LAST.get(stem.at(-1) ?? '')?.find(([ending]) => stem.endsWith(ending));
    if (!head) continue;
    const [ending, roles] = head;
    const own = stem.slice(0, -ending.length);
    if (ending === '조선' && own.length < 2) return null;
    const withPlace = own === '' && isPlace(before);
    const proper = own !== '' ? [own] : withPlace ? [before] : [];
    const [role = ''] = roles.split(' ');
    const bare = proper.length === 0 && (NAMED_BY_PLACE.has(role) || roles === 'committee');
    const name = withPlace ? `${before} ${stem}` : stem;
    const voice: Voice = bodyVoice(
      name,
      /중앙\p{Script=Hangul}{0,3}통신|국영통신/u.test(stem) ? 'state-agency' : (ROLE_KINDS[role] ?? 'other'),
      roles.split(' '),
      proper,
    );
    return { voice, bare, withPlace };
  }
  const town = NO_TOWN.test(word) ? undefined : TOWN.exec(word)?.[1];
  if (town === undefined) return null;
  const roles = [town.endsWith('군') ? 'county' : town.endsWith('도') ? 'region' : 'city', 'administration'];
  return {
    voice: bodyVoice(town, 'government', roles, [town.length > 2 ? town.slice(0, -1) : town]),
    bare: false,
    withPlace: false,
  };
}

const NAMED_BY_PLACE = new Set(
  'newsagency paper station company bank institute university hospital museum association'.split(' '),
);

/** Whether a word is the name of a body, or ends like that of a school or a firm: 한별대. */
export const isBodyName = (word: string): boolean =>
  /(?:대|시|부|청|사)$/u.test(word) || bodyOf(word, '') !== null;

/** A noun without a particle right before a body's name. */
function isPlace(word: string): boolean {
  if (/^(?:북한|남한|미|러|중|일|영|독|불)$/u.test(word)) return true;
  return (
    /^\p{Script=Hangul}{2,7}$/u.test(word) &&
    !NO_PLACES.test(word) &&
    !/(?:은|는|을|를|에|의|고|며|다|서|한|된|던|인|과|와)$/u.test(word)
  );
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
