import type { OriginSign } from '../../domain/comparison.ts';
import type { Concept } from '../../domain/topic.ts';
import type { Account } from '../account.ts';
import { attributionsOf, LEAD_SENTENCES, sentencesOf } from './attributions.ts';
import { isOwn, outletVoice, withOutlets } from './own.ts';
import type { Attribution, Voice } from './voice.ts';
import { statesIn, voiceFinder } from './voices.ts';

/** An account as it is heard: whose voice it is itself, and to whom it gives what it tells. */
export interface Heard {
  readonly account: Account;
  readonly own: Voice;
  readonly sentences: readonly string[];
  readonly attributions: readonly Attribution[];
  /** Who is named in its title and first sentences without being heard there. */
  readonly acting: readonly Voice[];
  /** Its title and first sentences, without those who are heard in them. */
  readonly lead: readonly string[];
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
      attributions: attributions.filter(({ voice }) => !isOwn(voice, own)).map(withState),
      acting,
      lead: [account.title, ...told.slice(0, LEAD_SENTENCES)].map((sentence) =>
        unattributed(sentence, attributions),
      ),
    };
  });
}

/** A sentence without the names of those to whom it gives what it says: to be heard is not to take part. */
function unattributed(sentence: string, attributions: readonly Attribution[]): string {
  return attributions
    .filter(({ quote }) => quote === sentence)
    .reduce((rest, { voice }) => rest.replace(voice.name, '—'), sentence);
}

/** Whose organ a body is, where its name says it: Минобороны России. */
function withState(attribution: Attribution): Attribution {
  const { voice } = attribution;
  if (voice.state !== null || voice.form !== 'body' || voice.proper.length === 0) return attribution;
  const state = statesIn(voice.proper.join(' '))[0]?.of ?? null;
  return { ...attribution, voice: { ...voice, state } };
}
