/** Who says so in a Korean sentence. */

import type { HeardIn, Reading } from '../reading.ts';
import type { Phrase } from '../tokens.ts';
import { isMedium, type Voice } from '../voice.ts';
import { phrasesIn, titledIn } from './bodies.ts';
import { personsHeard } from './persons.ts';
import { type KoreanWord, PARTICLES, SAY, SUBJECT, wordsOf } from './words.ts';

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
/** Agency and reporter before a first sentence, where nobody says anything: (서울=연합뉴스) 한다솜 기자 = */
const DATELINE =
  /^\s*[([【][^)\]】]{1,30}=[^)\]】]{1,30}[)\]】]\s*(?:\p{Script=Hangul}{2,4}\s(?:기자|특파원)\s*=\s*)?/u;

/** The attributions of a Korean sentence, in its order. */
export function koreanVoices(reading: Reading): HeardIn {
  const { sentence, named, note, resolve } = reading;
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
      if (!ANONYMOUS.test(sentence) || isMedium(voice)) (voice.bare ? bare : found).push(voice);
    } else if (phrase.holder || acts(sentence, spoken[phrase.to])) acting.push(voice ?? phrase.voice);
  }
  const other = found.length === 0 ? titledIn(spoken) : null;
  if (other) found.push(other);
  if (found.length === 0) found.push(...personsHeard(reading, spoken, phrases));
  return { speaking: found.length > 0 ? found : bare, acting };
}

/** Whoever speaks without their name does not speak for the body they belong to. */
const ANONYMOUS = /익명|신원을 밝히지|이름을 밝히지/u;
/** 외교장관은; 외교부 장관은. */
const isSubject = (spoken: readonly KoreanWord[], { to }: Phrase): boolean =>
  SUBJECT.test(spoken[to]?.text ?? '') ||
  /^(?:장관|차관|청장|본부장)(?:은|는|이|가)$/u.test(spoken[to + 1]?.text ?? '');

/** A subject, also of a headline that leaves its particle out: 가람조선, 쇄빙선 수주. */
const acts = (sentence: string, word: KoreanWord | undefined): boolean =>
  word !== undefined && (SUBJECT.test(word.text) || sentence.charAt(word.end) === ',');

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
      at > end &&
      (SAY.has(text) ||
        (text === '있다' && spoken[at - 1]?.text === '보고') ||
        (spoken[at + 1]?.text === '바' && SAID_BEFORE.test(text))),
  );
  if (verb < 0) return false;
  if (verb - end <= NEAR) return true;
  const isSubjectToo = (other: Phrase) => SUBJECT.test(spoken[other.to]?.text ?? '');
  const isFirst = phrase.from <= 4 && phrases.find((one) => one === phrase || isSubjectToo(one)) === phrase;
  // 박물관은 …이 소장한 … 밝혔다: what the sentence is about says so, and not the subject of a clause in it.
  const isTopic = /[은는]$/u.test(last);
  const quotes =
    /(?:고|라며|면서|이라고|라고|다며)$/u.test(spoken[verb - 1]?.text ?? '') ||
    /(?:고|라며|라고)$/u.test(spoken[verb - 2]?.text ?? '') ||
    /^(?:추정|집계|분석|확인|발표|보도)/u.test(spoken[verb]?.text ?? '') ||
    spoken[verb - 1]?.text === '것으로' ||
    /^(?:이같이|이렇게|이처럼)$/u.test(spoken[verb - 1]?.text ?? '');
  return (
    isFirst &&
    quotes &&
    !phrases.some(
      (other) =>
        other.from > phrase.to &&
        other.from < verb &&
        isSubjectToo(other) &&
        !(isTopic && verb - other.to > NEAR && /[이가]$/u.test(spoken[other.to]?.text ?? '')),
    )
  );
}
