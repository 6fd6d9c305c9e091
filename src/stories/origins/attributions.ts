/** To whom one account gives what it tells, sentence by sentence. */

import { sentences } from '../../text/sentences.ts';
import type { Account } from '../account.ts';
import { datelineOf } from './datelines.ts';
import { englishPeople } from './english/persons.ts';
import { englishVoices } from './english/voices.ts';
import { hanVoices } from './han-voices.ts';
import { KNOWN_VOICES } from './known-voices.ts';
import { koreanPeople } from './korean/persons.ts';
import { koreanVoices } from './korean/voices.ts';
import { type People, peopleOf } from './people.ts';
import type { HeardIn, Reading, Said } from './reading.ts';
import { russianPeople } from './russian/persons.ts';
import { russianVoices } from './russian/voices.ts';
import { type Phrase, tokensOf } from './tokens.ts';
import { type Attribution, haveSameNames, haveSameRoles, type Voice, voiceNamed } from './voice.ts';
import type { VoiceFinder } from './voice-finder.ts';

/** As much of an account as is read, in UTF-16 units and sentences. */
const READ = 12_000;
const SENTENCES_READ = 80;
const SENTENCE_LENGTH = 1_500;

/** The sentences in which an event is told; what comes further down is background. */
export const LEAD_SENTENCES = 2;

/** How the accounts of a language are read. */
interface Reader {
  /** Whom an account names, told from the words of its sentences. */
  readonly people: (said: readonly Said[]) => People;
  /** Whom one of its sentences names. */
  readonly voices: (reading: Reading) => HeardIn;
}

const nobody = () => peopleOf([], () => null);
const READERS: Readonly<Record<string, Reader>> = {
  en: { people: englishPeople, voices: englishVoices },
  ru: { people: russianPeople, voices: russianVoices },
  ko: { people: koreanPeople, voices: koreanVoices },
  ja: { people: nobody, voices: hanVoices },
  zh: { people: nobody, voices: hanVoices },
};

/** The sentences of an account's text that are read, as they stand there. */
export function sentencesOf({ text }: Account): readonly string[] {
  const start = text.slice(0, READ);
  return sentences(start)
    .slice(0, SENTENCES_READ)
    .map(({ start: from, end }) => start.slice(from, Math.min(end, from + SENTENCE_LENGTH)));
}

/** To whom an account gives what it tells, in the order of its text; several times to one voice where it says so. */
export function attributionsOf(
  account: Account,
  find: VoiceFinder,
): { readonly attributions: readonly Attribution[]; readonly acting: readonly Voice[] } {
  const reader = Object.hasOwn(READERS, account.language) ? READERS[account.language] : undefined;
  const told = sentencesOf(account);
  const found: Attribution[] = [];
  const acting: Voice[] = [];
  const dateline = agencyOf(account, find);
  if (dateline) found.push({ voice: dateline, how: 'dateline', quote: told[0] ?? '', sentence: 0 });
  const title = isTitleCase(account.title) ? '' : account.title.slice(0, SENTENCE_LENGTH);
  const begins = datelineOf(told[0] ?? '')?.end ?? 0;
  const said = [title, ...told.map((sentence, at) => (at === 0 ? sentence.slice(begins) : sentence))].map(
    (sentence): Said => ({ sentence, tokens: tokensOf(sentence) }),
  );
  const memory = { ...memoryOfBodies(), people: reader?.people(said) ?? nobody() };
  for (const [at, { sentence, tokens }] of said.entries()) {
    const quote = at === 0 ? sentence : (told[at - 1] ?? '');
    const heard = reader?.voices({
      sentence,
      at,
      tokens,
      named: find(sentence),
      ...memory,
    });
    for (const voice of heard?.speaking ?? [])
      found.push({ voice, how: 'attribution', quote, sentence: at - 1 });
    if (at <= LEAD_SENTENCES) acting.push(...(heard?.acting ?? []));
    const linked = at === 0 ? null : linkedVoice(quote);
    if (linked) found.push({ voice: linked, how: 'link', quote, sentence: at - 1 });
  }
  return { attributions: found, acting };
}

/** Remembers the bodies an account names and those whose heads it names, so that "the ministry" means one of them. */
function memoryOfBodies(): Pick<Reading, 'note' | 'resolve'> {
  const bodies: Voice[] = [];
  const holders: Voice[] = [];
  const resolve = ({ voice, bare, seated }: Phrase): Voice | null => {
    const [role] = voice.roles;
    if (role === undefined || voice.proper.length > 0) {
      if (role !== undefined || voice.kind.endsWith('agency')) bodies.push(voice);
      return voice;
    }
    const isMeant = (other: Voice): boolean =>
      bare
        ? other.roles[0] === role ||
          (role.endsWith('agency') && other.kind.endsWith('agency')) ||
          (role === 'group' && ASSOCIATED.has(other.roles[0] ?? ''))
        : voice.roles.every((one) => other.roles.includes(one));
    const body = bodies.findLast(isMeant);
    if (body && !seated) return body;
    const [holder, ...others] = holders.filter(isMeant);
    if (!holder) return bare ? { ...voice, bare } : voice;
    // With two ministers in one article, or a ministry that is told by its city, nothing says whose it is.
    if (seated || others.some((other) => !haveSameNames(holder, other)))
      return bare && others.some((other) => !haveSameRoles(holder, other))
        ? null
        : { ...voice, roles: holder.roles, contested: true };
    return { ...voice, roles: holder.roles, proper: holder.proper, name: ministryOf(holder) };
  };
  return { resolve, note: (holder) => void (holder.proper.length > 0 && holders.push(holder)) };
}

/** What else "the group" may be. */
const ASSOCIATED: ReadonlySet<string> = new Set(
  'company group association union foundation centre'.split(' '),
);

/** The ministry of a minister: Velmark's defence ministry, министерство обороны Вельмарка, 토산 국방부. */
function ministryOf({ name }: Voice): string {
  return name
    .replace(/minister\b/iu, (word) => (word.startsWith('M') ? 'Ministry' : 'ministry'))
    .replace(/^министр(?!\p{L})/iu, 'министерство')
    .replace(/(?:장관|상)$/u, (office) => (office === '장관' ? '부' : '성'));
}

/** Headlines that capitalise all words do not show where a name ends. */
function isTitleCase(title: string): boolean {
  const words = title.split(/\s+/u).filter((word) => /^\p{Script=Latin}{4,}/u.test(word));
  return words.length > 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.7;
}

function agencyOf({ text }: Account, find: VoiceFinder): Voice | null {
  const name = datelineOf(text)?.agency;
  if (name === undefined) return null;
  const known = find(name)[0]?.voice;
  if (known) return known;
  return /^[\p{Lu}\p{Script=Hangul}]/u.test(name) && name.split(' ').length <= 4
    ? voiceNamed(name, 'agency')
    : null;
}

const LINK = /https?:\/\/(?:www\.)?([\p{L}\p{N}.-]{3,80})/gu;

/** The known voice whose site a sentence links to. */
function linkedVoice(sentence: string): Voice | null {
  if (!sentence.includes('://')) return null;
  for (const [, host = ''] of sentence.matchAll(LINK)) {
    const known = voiceOfHost(host.toLowerCase());
    if (known) return known;
  }
  return null;
}

/** The known voice a host belongs to. */
export function voiceOfHost(host: string): Voice | null {
  const known = KNOWN_VOICES.find(({ hosts }) =>
    hosts.some((own) => host === own || host.endsWith(`.${own}`)),
  );
  if (!known) return null;
  const { id, name, kind, state } = known;
  return { id, name, kind, state, form: 'known', conceptId: null, roles: [], proper: [name] };
}
