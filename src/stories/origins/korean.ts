import type { SourceKind } from '../../domain/source.ts';
import { KOREAN_SURNAMES } from '../differences/role-words.ts';
import { ROLE_KINDS } from './body-roles.ts';
import { KOREAN_HEADS } from './korean-body-words.ts';
import type { HeardIn, Reading } from './reading.ts';
import type { Phrase } from './tokens.ts';
import { bodyVoice, personNamed, type Voice, voiceNamed } from './voice.ts';

/** A verb of saying at the end of a sentence or of a clause. */
const SAY =
  /^(?:밝혔다|밝혔습니다|밝히며|밝힌|전했다|전하며|전했습니다|보도했다|보도하며|보도했습니다|발표했다|발표했습니다|발표하며|말했다|말했습니다|설명했다|알렸다|확인했다|주장했다|강조했다|덧붙였다|추정했다|공개했다|분석했다|집계했다|통보했다|답했다|보고했다|내다봤다|적었다|썼다|올렸다|게시했다|공지했다|예보했다|지적했다|언급했다|평가했다|경고했다|반박했다|소개했다|진단했다|예상했다|전망했다|귀띔했다|짚었다|꼬집었다|내다봤다|인정했다|부인했다|규탄했다|비난했다|말했었다)$/u;
/** Before 바 있다: 발표한 바 있다. */
const SAID_BEFORE = /^(?:발표한|보도한|전한|말한|확인한)$/u;
/** Behind whom it goes back to: KCNA에 따르면, 국방부 발표에 의하면. */
const BY = /(?:에|에게)$/u;
const ACCORDING = /^(?:따르면|의하면)$/u;
/** Papers a body speaks through, before 에 따르면. */
const PAPERS =
  /^(?:보도|발표|자료|설명|집계|조사|성명|통계|공지|발표문|보도자료|담화|공시|관측|관계자|측|말)$/u;
/** What may stand between a voice and its particle, written apart. */
const PARTS =
  /^(?:관계자|대변인|부대변인|대변인실|공보관|담당자|당국자|측|공보실|장관|관리)(?:은|는|이|가|를|을)?$/u;
const SUBJECT = /(?:은|는|이|가|도)$/u;
const PARTICLES =
  /(?:으로부터|로부터|에서는|에서도|에서|에게|에는|에도|에|은|는|이|가|을|를|과|와|도|의|로|측은|측)$/u;
const NO_PLACES =
  /^(?:이날|이번|현지|당시|해당|관할|우리|그|이|한|또|또한|한편|앞서|특히|각|전|현|같은|다른|지난|오전|오후|북|남)$/u;

/** Agency and reporter before a first sentence, where nobody says anything: (서울=연합뉴스) 한다솜 기자 = */
const DATELINE =
  /^\s*[([【][^)\]】]{1,30}=[^)\]】]{1,30}[)\]】]\s*(?:\p{Script=Hangul}{2,4}\s(?:기자|특파원)\s*=\s*)?/u;

interface KoreanWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The attributions of a Korean sentence, in its order. */
export function koreanVoices({ sentence, named, note, resolve }: Reading): HeardIn {
  const begins = DATELINE.exec(sentence)?.[0].length ?? 0;
  const spoken = wordsOf(sentence).filter(({ start }) => start >= begins);
  const phrases = phrasesIn(spoken, named);
  const found: Voice[] = [];
  // What says only its sort is heard where nobody else is.
  const bare: Voice[] = [];
  const acting: Voice[] = [];
  for (const phrase of phrases) {
    // A minister who acts is the account's own; one who is met or received is a guest.
    if (phrase.holder && isSubject(spoken, phrase)) note(phrase.voice);
    const voice = phrase.holder ? null : resolve(phrase);
    if (voice && speaks(spoken, phrase, phrases)) {
      if (!ANONYMOUS.test(sentence) || voice.kind.endsWith('agency') || MEDIA.has(voice.kind))
        (voice.bare ? bare : found).push(voice);
    } else if (phrase.holder || acts(sentence, spoken[phrase.to])) acting.push(voice ?? phrase.voice);
  }
  const other =
    found.length === 0 ? (titledIn(spoken) ?? personHeard(sentence, spoken, phrases, resolve)) : null;
  if (other) found.push(other);
  return { speaking: found.length > 0 ? found : bare, acting };
}

const MEDIA: ReadonlySet<string> = new Set(['press', 'state-press', 'broadcaster']);

/** 외교장관은; 외교부 장관은. */
const isSubject = (spoken: readonly KoreanWord[], { to }: Phrase): boolean =>
  SUBJECT.test(spoken[to]?.text ?? '') ||
  /^(?:장관|차관|청장|본부장)(?:은|는|이|가)$/u.test(spoken[to + 1]?.text ?? '');

/** A word, with what stands in brackets between it and its particle: 뉴욕타임스(NYT)는. */
const WORD = /[\p{L}\p{N}·]{1,60}(?:\([^()\s]{1,14}\)\p{Script=Hangul}{0,2}(?!\p{L}))?/gu;

function wordsOf(sentence: string): readonly KoreanWord[] {
  return Array.from(sentence.slice(0, 2_000).matchAll(WORD), ({ 0: text, index }) => ({
    text: text.replace(/\(.*\)/u, ''),
    start: index,
    end: index + text.length,
  }));
}

/** A subject, also of a headline that leaves its particle out: 가람조선, 쇄빙선 수주. */
const acts = (sentence: string, word: KoreanWord | undefined): boolean =>
  word !== undefined && (SUBJECT.test(word.text) || sentence.charAt(word.end) === ',');

/** Somebody named with an office, and with the ministry, where that is what they head. */
function personHeard(
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
  /^\p{Script=Hangul}{0,4}(?:시장|군수|지사|구청장|장관|국방상|외무상|차관|총리|대통령|서장|청장|대변인|대표|사장|회장|교수|위원장|위원|원장|소장|단장|국장|본부장|총장|의장|의원|대사|감독|분석관|연구관|박사|연구원|연구위원|애널리스트|변호사|사령관|참모장|실장|팀장|협회장|이사장)(?:은|는|이|가)$/u;
/** Those who are heard for what they know. */
const EXPERTS = /(?:교수|연구원|연구위원|분석관|연구관|박사|애널리스트|변호사|의원)(?:은|는|이|가)$/u;
/** Whoever speaks without their name does not speak for the body they belong to. */
const ANONYMOUS = /익명|신원을 밝히지|이름을 밝히지/u;
/** Words of somebody on their own doings and feelings. */
const OF_SELF = /(?<!\p{L})(?:저는|제가|저를|저의|나는|내가|나를|나의|내 )/u;
/** What is said there is part of the event. */
const SPEECH = /(?:개막식|준공식|기념식|제막식|행사|축사|연설|기념사|만찬)에서/u;

/** Somebody named with an office: 김서윤 시장은 … 밝혔다, 김하람 한별대 교수는 … 분석했다. Not for what they say of themselves, and not for a speech. */
function personIn(
  sentence: string,
  spoken: readonly KoreanWord[],
): { readonly name: string; readonly at: number } | null {
  if (OF_SELF.test(sentence) || SPEECH.test(sentence) || !SAY.test(spoken.at(-1)?.text ?? '')) return null;
  const at = spoken.findIndex(({ text }) => TITLES.test(text));
  // …대통령이 …를 방문한다고 외교부가 발표했다: another one says so; 감사의 뜻을 전했다 tells of no words.
  if (!/(?:고|며|면서)$/u.test(spoken.at(-2)?.text ?? '')) return null;
  const names = [at - 3, at - 2, at - 1].map((place) => spoken[place]?.text ?? '');
  const [, , before = ''] = names;
  const name = names.find(isPerson) ?? (/^\p{Script=Hangul}{2,4}$/u.test(before) ? before : '');
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

function titledIn(spoken: readonly KoreanWord[]): Voice | null {
  if (!SAY.test(spoken.at(-1)?.text ?? '')) return null;
  const at = spoken.findIndex(
    ({ text }, place) => Object.hasOwn(SORTS, text) && SUBJECT.test(spoken[place + 1]?.text ?? ''),
  );
  const name = at < 0 ? '' : (spoken[at + 1]?.text ?? '').replace(PARTICLES, '');
  return name.length < 2 ? null : voiceNamed(name, SORTS[spoken[at]?.text ?? '']);
}

/** Known voices, and words that end like the name of a body, with the place that stands before it. */
function phrasesIn(spoken: readonly KoreanWord[], named: Reading['named']): readonly Phrase[] {
  const found: Phrase[] = [];
  for (const [at, { text, start, end }] of spoken.entries()) {
    const known = named.find((one) => one.start < end && start < one.end);
    if (known) {
      const last = found.at(-1);
      if (last?.voice === known.voice && last.to === at - 1) found[found.length - 1] = { ...last, to: at };
      else found.push({ from: at, to: at, voice: known.voice, bare: false });
      continue;
    }
    // 이하늘 외교부 장관: the minister, by name, and not the ministry of a place.
    const isHeld =
      /^(?:장관|차관|청장|본부장)/u.test(spoken[at + 1]?.text ?? '') && !/(?:은|는|이|가|의)$/u.test(text);
    const before = spoken[at - 1]?.text ?? '';
    const body = bodyOf(text, isHeld && isPerson(before) ? '' : before);
    if (!body) continue;
    const phrase = { from: body.withPlace ? at - 1 : at, to: at, voice: body.voice, bare: body.bare };
    found.push(isHeld || /(?:장관|상)$/u.test(body.voice.name) ? { ...phrase, holder: true } : phrase);
  }
  return found;
}

const isPerson = (word: string): boolean => word.length === 3 && KOREAN_SURNAMES.has(word.charAt(0));

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
      /중앙통신|국영통신/u.test(stem) ? 'state-agency' : (ROLE_KINDS[role] ?? 'other'),
      roles.split(' '),
      proper,
    );
    return { voice, bare, withPlace };
  }
  const town = NO_TOWN.test(word) ? undefined : TOWN.exec(word)?.[1];
  if (town === undefined) return null;
  const roles = [town.endsWith('군') ? 'county' : town.endsWith('도') ? 'region' : 'city', 'administration'];
  return {
    voice: bodyVoice(town, 'government', roles, [town]),
    bare: false,
    withPlace: false,
  };
}

const NAMED_BY_PLACE = new Set(
  'newsagency paper station company bank institute university hospital museum association'.split(' '),
);

/** A noun without a particle right before a body's name. */
function isPlace(word: string): boolean {
  if (/^(?:북한|남한|미|러|중|일|영|독|불)$/u.test(word)) return true;
  return (
    /^\p{Script=Hangul}{2,7}$/u.test(word) &&
    !NO_PLACES.test(word) &&
    !/(?:은|는|을|를|에|의|고|며|다|서|한|된|던|인|과|와)$/u.test(word)
  );
}

function speaks(spoken: readonly KoreanWord[], phrase: Phrase, phrases: readonly Phrase[]): boolean {
  return isBy(spoken, phrase) || isCited(spoken, phrase) || isSubjectOfSaying(spoken, phrase, phrases);
}

/** 국방부에 따르면, 국방부 발표에 따르면. */
function isBy(spoken: readonly KoreanWord[], { to }: Phrase): boolean {
  let at = to;
  while (at - to < 3 && PAPERS.test((spoken[at + 1]?.text ?? '').replace(PARTICLES, ''))) at += 1;
  return BY.test(spoken[at]?.text ?? '') && ACCORDING.test(spoken[at + 1]?.text ?? '');
}

/** 통신을 인용해, 통신 보도를 인용해. */
function isCited(spoken: readonly KoreanWord[], { to }: Phrase): boolean {
  return spoken.slice(to + 1, to + 4).some(({ text }) => /^인용/u.test(text));
}

const NEAR = 4;

/**
 * The subject of a verb of saying: right before it (…고 조선중앙통신이 1일 보도했다), or at the head of the sentence with no other
 * subject of that sort behind it (국방부는 … 밝혔다).
 */
function isSubjectOfSaying(
  spoken: readonly KoreanWord[],
  phrase: Phrase,
  phrases: readonly Phrase[],
): boolean {
  let end = phrase.to;
  while (PARTS.test(spoken[end + 1]?.text ?? '') && end - phrase.to < 2) end += 1;
  const last = spoken[end]?.text ?? '';
  if (!SUBJECT.test(last) || (end === phrase.to && last === phrase.voice.name)) {
    if (!(end > phrase.to && /대변인$/u.test(last))) return false;
  }
  const verb = spoken.findIndex(
    ({ text }, at) =>
      at > end && (SAY.test(text) || (spoken[at + 1]?.text === '바' && SAID_BEFORE.test(text))),
  );
  if (verb < 0) return false;
  if (verb - end <= NEAR) return true;
  const isFirst = phrase.from <= 4 && phrases[0] === phrase;
  const quotes =
    /(?:고|라며|면서|이라고|라고|다며)$/u.test(spoken[verb - 1]?.text ?? '') ||
    /(?:고|라며|라고)$/u.test(spoken[verb - 2]?.text ?? '') ||
    /^(?:추정|집계|분석|확인|발표|보도)/u.test(spoken[verb]?.text ?? '') ||
    /^(?:이같이|이렇게|이처럼)$/u.test(spoken[verb - 1]?.text ?? '');
  return (
    isFirst &&
    quotes &&
    !phrases.some(
      (other) => other.from > phrase.to && other.from < verb && SUBJECT.test(spoken[other.to]?.text ?? ''),
    )
  );
}
