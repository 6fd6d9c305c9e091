import type { Clause } from './clauses.ts';
import type { EventId } from './event-words.ts';
import type { Token } from './tokens.ts';

/** Verbs that only say that something takes place, or from when on it does. */
const GENERAL: ReadonlySet<EventId> = new Set(['hold', 'begin']);

const BEFORE_NOUNS =
  /^(?:of|into|on|over|about|after|before|for|in|at|against|by|with|to|since|from|under|between|among|near)$/u;
const RU_ADJECTIVE = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$/u;
const KO_SUBJECT = /[이가은는]$/u;

/**
 * What a clause tells of by a general verb, where its subject says so: a signing that takes place is signed, and a closure that
 * begins closes. An inquiry into a crash that begins is no crash.
 *
 * @param event what its verb says
 */
export function eventTold({ tokens }: Clause, event: EventId | null, language: string): EventId | null {
  if (event === null || !GENERAL.has(event)) return event;
  return subjectOf(tokens, language)?.event ?? event;
}

/** The subject of a clause, where it is an event by itself. */
function subjectOf(tokens: readonly Token[], language: string): Token | undefined {
  const isEvent = ({ event }: Token) => event !== null && event !== 'say' && !GENERAL.has(event);
  if (language === 'ko') return tokens.find((token) => isEvent(token) && KO_SUBJECT.test(token.text));
  const plain =
    language === 'ru'
      ? tokens
          .filter(({ low, term, event }) => term !== null && (event !== null || !RU_ADJECTIVE.test(low)))
          .slice(0, 1)
      : tokens.slice(0, preposition(tokens));
  return plain.find(isEvent);
}

function preposition(tokens: readonly Token[]): number {
  const at = tokens.findIndex(({ low }) => BEFORE_NOUNS.test(low));
  return at < 0 ? tokens.length : at;
}
