/** Whose voice each account of a story is itself, and whom it names. */

import type { OriginSign } from '../../domain/comparison.ts';
import type { Concept } from '../../domain/topic.ts';
import type { Account } from '../account.ts';
import { attributionsOf, LEAD_SENTENCES, sentencesOf } from './attributions.ts';
import { isOwn, outletVoice, withOutlets } from './own.ts';
import type { Lead } from './party/actors.ts';
import { sameName } from './same-name.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { Attribution, Voice } from './voice.ts';
import { statesIn, voiceFinder } from './voice-finder.ts';

/** An account as it is heard: whose voice it is itself, and to whom it gives what it tells. */
export interface Heard {
  readonly account: Account;
  readonly own: Voice;
  readonly sentences: readonly string[];
  readonly attributions: readonly Attribution[];
  /** Who is named in its title and first sentences without being heard there. */
  readonly acting: readonly Voice[];
  /** The words of its title. */
  readonly title: readonly Token[];
  /** Its title and first sentences, without those who are heard in them. */
  readonly lead: readonly Lead[];
}

interface Sign {
  readonly quote: string;
  readonly how: OriginSign;
}

/** One origin while it is put together. */
export interface Source {
  readonly voices: Voice[];
  readonly accounts: Map<string, Sign>;
}

/** Reads the accounts of a story, each with the others' outlets in mind: accounts cite one another. */
export function hear(accounts: readonly Account[], concepts: readonly Concept[]): readonly Heard[] {
  const find = voiceFinder(concepts);
  const owns = accounts.map((account) => outletVoice(account, find));
  const findAll = withOutlets(find, owns);
  return accounts.map((account, at) => {
    const own = owns[at] ?? outletVoice(account, find);
    const { attributions, acting } = attributionsOf(account, findAll);
    const told = sentencesOf(account);
    return {
      account,
      own,
      sentences: told,
      attributions: attributions
        .filter(({ voice }) => !isOwn(voice, own))
        .map((attribution) => withState(attribution, account)),
      acting,
      title: tokensOf(account.title),
      lead: [account.title, ...told.slice(0, LEAD_SENTENCES)].map((sentence) =>
        leadOf(unattributed(sentence, attributions)),
      ),
    };
  });
}

const leadOf = (text: string): Lead => ({ text, tokens: tokensOf(text), states: statesIn(text) });

/** A sentence without the names of those to whom it gives what it says: to be heard is not to take part. */
function unattributed(sentence: string, attributions: readonly Attribution[]): string {
  return attributions
    .filter(({ quote }) => quote === sentence)
    .reduce((rest, { voice }) => without(rest, voice), sentence);
}

/** In Russian a person who is heard may stand in the genitive. */
const without = (sentence: string, { name, form, proper }: Voice): string =>
  form === 'person' && !sentence.includes(name)
    ? sentence.replace(/\p{Lu}\p{Ll}+/gu, (word) => (proper.some((one) => sameName(word, one)) ? '—' : word))
    : sentence.replace(name, '—');

/** Whose organ a body is, where its name says it, Минобороны России, or goes without saying. */
function withState(attribution: Attribution, account: Account): Attribution {
  const { voice } = attribution;
  if (voice.office?.state === null) {
    const state = statesIn(voice.office.name)[0]?.of ?? null;
    return { ...attribution, voice: { ...voice, office: { ...voice.office, state } } };
  }
  if (voice.state !== null || voice.form !== 'body') return attribution;
  if (isRussian(voice, account))
    return { ...attribution, voice: { ...voice, state: 'russia', proper: ['Россия'] } };
  if (voice.proper.length === 0) return attribution;
  const state = statesIn(voice.proper.join(' '))[0]?.of ?? null;
  return { ...attribution, voice: { ...voice, state } };
}

/** Other states where Russian is written. */
const RUSSIAN_ELSEWHERE = /белорус|беларус|украин|казах|киргиз|кыргыз|узбек|таджик|приднестров/iu;

/**
 * Russian press says Минобороны and МИД of Russia's without a word more. Of another state's only where that is told, so an
 * account must name Russia, and none of those whose own press writes so too.
 */
function isRussian({ name, proper, roles }: Voice, { title, text, language }: Account): boolean {
  if (language !== 'ru' || proper.length > 0 || !/^(?:Мин\p{Ll}{4,}|МИД|МЧС|МВД)$/u.test(name)) return false;
  const whole = `${title}\n${text.slice(0, 4_000)}`;
  return (
    roles.includes('ministry') &&
    !RUSSIAN_ELSEWHERE.test(whole) &&
    statesIn(whole).some(({ of }) => of === 'russia')
  );
}
