import type { Language } from '../../domain/time.ts';
import { fold } from '../../text/fold.ts';
import { soundOf } from '../../text/sound.ts';
import { stem } from '../../text/stem.ts';
import { barePlacesIn, IN_ONE_TOWN } from './bare-places.ts';
import type { Claim } from './claim.ts';
import { type EventId, eventLabel } from './event-words.ts';
import { type Named, namedAt, relateNames, speaksOf } from './names.ts';
import { clauseAt, type Passage } from './passages.ts';
import { isTitled } from './tokens.ts';

/** Where something took place. */
export interface Locality extends Claim {
  readonly kind: 'place';
  readonly named: Named;
  /** What kind of place it is: `port`, `square`; only places of one kind are held against each other. */
  readonly sort: string;
  readonly event: EventId;
  /** Names, by sound and concept, of which the account speaks anywhere. */
  readonly known: ReadonlySet<string>;
}

/** Kinds of places: id | English | Russian beginnings | Korean endings. */
const SORTS: readonly string[] = [
  'street | street avenue alley lane boulevard road | улиц проспект алле бульвар переул шоссе | 거리 대로 골목 가로수길',
  'square | square plaza | площад | 광장',
  'port | port harbour harbor | порт гаван | 항 항구',
  'airport | airport airfield | аэропорт аэродром | 공항 비행장',
  'museum | museum gallery | музе галере | 박물관 미술관 기념관',
  'park | park garden | парк сквер сад | 공원',
  'hospital | hospital clinic | больниц госпитал клиник | 병원',
  'palace | palace castle | двор[е]?ц замо | 궁 궁전',
  'hotel | hotel | гостиниц отел | 호텔',
  'station | station | вокзал станци | 역',
  'hall | hall theatre theater stadium arena | зал театр стадион арен | 극장 경기장 체육관 회관',
  'university | university academy college | университет академи институт | 대학교 대학 학원',
  'mine | mine | шахт рудник | 광산 탄광',
  'village | village hamlet settlement | деревн сел посёлок поселок посёлк поселк | 마을 리',
  'town | town city | город | 시',
  'county | county district | район округ | 군 구',
  'region | region province oblast state | област кра[йею] провинци губерни | 도 주',
  'island | island | остров | 섬 도서',
  'river | river | рек | 강',
  'lake | lake | озер | 호수',
  'base | base range cosmodrome | баз полигон космодром | 기지 발사장 시험장',
];

const EN = new Map<string, string>();
const RU: (readonly [RegExp, string])[] = [];
const KO: (readonly [string, string])[] = [];
for (const row of SORTS) {
  const [id = '', en = '', ru = '', ko = ''] = row.split(' | ');
  for (const word of en.split(' ')) EN.set(word, id);
  RU.push([new RegExp(`^(?:${ru.split(' ').join('|')})[а-яё]{0,4}$`, 'u'), id]);
  for (const word of ko.split(' ')) KO.push([word, id]);
}
KO.sort((a, b) => b[0].length - a[0].length);

const NAME = "\\p{Lu}[\\p{L}’'-]{1,20}(?:\\s(?:of\\s)?\\p{Lu}[\\p{L}’'-]{1,20}){0,3}";
/** on Lantern Square; at Lindholm hospital */
const EN_TYPED = new RegExp(
  `\\b(?:in|at|on|near|to|off|reached)\\s(?:the\\s)?(?:\\p{Ll}+\\s)?(${NAME})(?:\\s(\\p{Ll}{3,10}))?`,
  'gu',
);
/** the port of Hwagang; an alley called the Alley of Friends is named by its name */
const EN_OF = new RegExp(
  `\\b(?:in|at|on|near|to|off|reached)\\s(?:the\\s)?(?:\\p{L}+\\s)?(\\p{Ll}{3,10})\\sof\\s(${NAME})`,
  'gu',
);
/** на площади Согласия, в порт Хваган */
const RU_TYPED =
  /(?<!\p{L})(?:в|на|у|во|близ|около)\s(?:\p{Ll}+(?:ом|ой|ую|ий)\s)?(\p{Ll}{3,12})\s«?(\p{Lu}[\p{L}-]{2,20}(?:\s\p{Lu}[\p{L}-]{2,20})?)/gu;
const KO_TYPED = /([가-힣]{2,10}?)(?:에서|에|으로|로)(?=\s|$)/gu;

/** The places of a passage at which an event took place, and that say what kind of place they are. */
export function placesIn(passage: Passage, known: ReadonlySet<string>): readonly Locality[] {
  const typed = found(passage);
  const bare = barePlacesIn(passage)
    .filter(({ start, end }) => !typed.some((one) => one.start < end && start < one.end))
    .map(({ start, end }) => ({ start, end, sort: BARE }));
  return [...typed, ...bare].flatMap(({ start, end, sort }) => {
    const clause = clauseAt(passage, start);
    const event = clause && nearestEvent(passage, clause.tokens, start, end);
    if (!clause || !event || (sort === BARE && !IN_ONE_TOWN.has(event))) return [];
    const named = namedAt(passage, start, end);
    return [
      {
        kind: 'place' as const,
        passage,
        clause,
        slot: `place:${sort}`,
        subject: `place: ${eventLabel(event)}`,
        value: named.text,
        background: passage.background,
        named,
        sort,
        event,
        known,
      },
    ];
  });
}

/** The kind of a place that is named without one. */
const BARE = 'bare';

interface Found {
  readonly start: number;
  readonly end: number;
  readonly sort: string;
}

function found({ text, language, at, tokens }: Passage): readonly Found[] {
  if (at === 0 && language === 'en' && isTitled(tokens)) return [];
  if (language === 'en') return inEnglish(text);
  if (language === 'ru') {
    return Array.from(text.matchAll(RU_TYPED), (match) => {
      const [whole, noun = '', name = ''] = match;
      const start = match.index + whole.length - name.length;
      return { start, end: start + name.length, sort: RU.find(([pattern]) => pattern.test(noun))?.[1] ?? '' };
    }).filter(({ sort }) => sort !== '');
  }
  if (language !== 'ko') return [];
  return Array.from(text.matchAll(KO_TYPED), ({ 1: name = '', index }) => {
    const sort = KO.find(([ending]) => name.endsWith(ending) && name.length > ending.length + 1)?.[1] ?? '';
    return { start: index, end: index + name.length, sort };
  }).filter(({ sort }) => TELLING_IN_KOREAN.has(sort));
}

/** One syllable at the end of a Korean word tells little; these kinds are told surely enough. */
const TELLING_IN_KOREAN = new Set([
  'street',
  'square',
  'port',
  'airport',
  'museum',
  'park',
  'hospital',
  'hotel',
  'hall',
  'university',
  'mine',
  'base',
]);

function inEnglish(text: string): readonly Found[] {
  const all: Found[] = [];
  for (const match of text.matchAll(EN_OF)) {
    const [whole, noun = '', name = ''] = match;
    const sort = EN.get(noun);
    const start = match.index + whole.length - name.length;
    if (sort) all.push({ start, end: start + name.length, sort });
  }
  for (const match of text.matchAll(EN_TYPED)) {
    const { 0: whole, 1: name = '', 2: noun = '' } = match;
    const start = match.index + whole.indexOf(name, 3);
    if (all.some((one) => one.start < start + name.length && start < one.end)) continue;
    const own = name.split(' ').at(-1)?.toLowerCase() ?? '';
    const sort = name.includes(' ') ? (EN.get(own) ?? EN.get(noun)) : EN.get(noun);
    if (sort) all.push({ start, end: start + name.length, sort });
  }
  return all;
}

function nearestEvent(
  { language }: Passage,
  tokens: Passage['tokens'],
  start: number,
  end: number,
): EventId | null {
  let best: EventId | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const token of tokens) {
    if (token.event === null || token.event === 'say' || (token.start >= start && token.end <= end)) continue;
    if (language === 'ko' && token.start < end) continue;
    const distance = token.start >= end ? token.start - end : start - token.end;
    if (distance < least) [best, least] = [token.event, distance];
  }
  return best;
}

/** Whether two places are the place of one event, and how surely. */
export function alignPlaces(a: Locality, b: Locality, weigh: (key: string) => number): number {
  if (a.event !== b.event || a.clause.planned !== b.clause.planned || a.background || b.background) return 0;
  let shared = 0;
  for (const key of a.passage.keys) {
    if (key === `event:${a.event}` || !b.passage.keys.has(key)) continue;
    shared += weigh(key) * (a.clause.keys.has(key) && b.clause.keys.has(key) ? 1 : 0.6);
  }
  return shared / (a.sort === BARE ? 2.2 : 3);
}

/** How two places of one kind go together. A name that is translated shares words with the other, or is not told apart from it. */
export function relatePlaces(a: Locality, b: Locality): 'same' | 'differs' | null {
  const relation = relateNames(bare(a), bare(b));
  if (relation === 'same' || relation === 'spelling') return 'same';
  if (relation === null || (a.named.concept === null && b.named.concept === null && mayTranslate(a, b)))
    return null;
  if (sharesWords(a, b)) return 'same';
  if (a.sort === BARE && (isWrittenIn(a, b) || isWrittenIn(b, a))) return null;
  return speaksOf(b.known, bare(a)) || speaksOf(a.known, bare(b)) ? null : 'differs';
}

/** Whether the account of another claim has a name anywhere, in whatever case; of another script that cannot be told of a short sound. */
function isWrittenIn({ value, passage }: Locality, { passage: other }: Locality): boolean {
  if (passage.language !== other.language) return soundOf(value).length < TELLING_SOUND;
  const beginning = value.slice(0, Math.max(2, value.length - 2));
  return other.account.title.includes(beginning) || other.account.text.includes(beginning);
}

const TELLING_SOUND = 3;

/** The name without the kind of place: Lantern Square, 화강항. */
function bare({ named, sort, passage }: Locality): Named {
  const { text } = named;
  if (passage.language === 'ko') {
    const ending = KO.find(([one, id]) => id === sort && text.endsWith(one))?.[0] ?? '';
    return { ...named, text: text.slice(0, text.length - ending.length) };
  }
  const words = text.split(' ');
  const isKind = (word: string | undefined) => EN.has((word ?? '').toLowerCase());
  const plain = (isKind(words.at(-1)) ? words.slice(0, -1) : isKind(words[0]) ? words.slice(1) : words).join(
    ' ',
  );
  return plain === '' ? named : { ...named, text: plain };
}

/** Names of ports and towns are carried over by their sound; names of squares and halls are translated. */
function mayTranslate(a: Locality, b: Locality): boolean {
  return a.passage.language !== b.passage.language && !CARRIED_OVER.has(a.sort);
}

const CARRIED_OVER = new Set([BARE, 'port', 'airport', 'village', 'town', 'county']);

function sharesWords(a: Locality, b: Locality): boolean {
  const mine = stems(a.value, a.passage.language);
  return [...stems(b.value, b.passage.language)].some((word) => mine.has(word));
}

const stems = (name: string, language: Language): ReadonlySet<string> =>
  new Set(
    name
      .split(/[\s-]+/u)
      .map((word) => stem(fold(word.replace(/[’']s?$/u, '')), language))
      .filter(
        (word) =>
          word.length > 2 &&
          !EN.has(word) &&
          !/^(?:street|squar|avenu|alley|hospit|museum|univers|palac|villag)$/u.test(word),
      ),
  );
