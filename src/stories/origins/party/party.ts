/** Whether an origin takes part in the event itself. */

import type { Heard } from '../heard.ts';
import { sameName } from '../same-name.ts';
import { isSameVoice, mayBeSameBody, type Voice } from '../voice.ts';
import { isActor, type Lead, withoutParticle } from './actors.ts';
import { isMishap } from './mishaps.ts';

/**
 * Whether an origin is a party to the event. What takes part stands in the title or in the first two sentences of an account. An
 * origin is a party
 *
 * - when it does something there itself, beside being heard: the coast guard that takes people off a ferry; so is a ministry
 *   whose minister does, and the office of a president who does. To tell of it, as press and agencies do, is nothing of the kind;
 * - when it is an organ of a state (its government, its state agency, its state press) and that state acts there: signs, sends
 *   troops, receives guests. An organ of the state in which something merely happens is none;
 * - when the titles tell of something people do, not of what befalls them, and it speaks for it: somebody in office, a body that
 *   the titles name or that needs no name at home, one whose own business it is. Papers, experts, rescuers and those who only
 *   watch do not;
 * - when it speaks with another for both, or is a firm or its head, whatever happened.
 *
 * Who is only quoted with what they saw is one where a title names them, or the head of an account that does not quote them.
 * Nobody is a party for being quoted often, and where something befalls people those who tell of it are none.
 */
export function isParty({ voices }: { readonly voices: readonly Voice[] }, heard: readonly Heard[]): boolean {
  // A surname alone does not show the office that another account tells.
  const inOffice = voices.filter(({ roles }) => !roles.includes('witness'));
  const speaking = inOffice.length > 0 ? inOffice : voices;
  if (speaking.some(({ roles }) => roles.some((role) => ENGAGED.has(role)))) return true;
  const befallsThem = isMishap(heard.map(({ account }) => account.title));
  if (!befallsThem && speaking.every((voice) => speaksForOne(voice, heard))) return true;
  return unalike(speaking.flatMap((voice) => [voice, ...(voice.office ? [voice.office] : [])])).some(
    (voice) => heard.some((account) => actsItself(voice, account) || itsStateActs(voice, account)),
  );
}

/** Whoever speaks with another for both, and firms, which own, run or build what the event is about. */
const ENGAGED: ReadonlySet<string> = new Set(['joint', 'company', 'executive']);

/** Each of several voices once, however often it is heard. */
const unalike = (voices: readonly Voice[]): readonly Voice[] => [
  ...new Map(
    voices.map((voice) => [
      [voice.name, voice.kind, voice.state, ...voice.roles, '', ...voice.proper].join('\n'),
      voice,
    ]),
  ).values(),
];

/** Whether it is for the deed that a voice speaks: no paper, no expert, and no body of a place no title names. */
function speaksForOne({ kind, roles, proper, form }: Voice, heard: readonly Heard[]): boolean {
  if (TELLING.has(kind) || roles.some((role) => LOOKING_ON.has(role))) return false;
  if (form === 'person' || proper.length === 0 || roles.some((role) => DOING.has(role))) return true;
  return (
    (!roles.some((role) => OF_STATE.has(role)) && isAtHome(kind, proper, heard)) ||
    heard.some(({ title }) =>
      proper.every((name) =>
        title.some(
          ({ text }, at, tokens) =>
            isForm(withoutParticle(text), name) && !WATCHING.test(tokens[at + 1]?.lower ?? ''),
        ),
      ),
    )
  );
}

/** What a state has one of: these speak of what others do, too. */
const OF_STATE: ReadonlySet<string> = new Set('ministry military office department'.split(' '));

/** A public body where no other state's or town's is heard: at home nobody says whose it is. */
const isAtHome = (kind: Voice['kind'], proper: readonly string[], heard: readonly Heard[]): boolean =>
  kind === 'government' &&
  heard.every(({ attributions }) =>
    attributions.every(
      ({ voice }) =>
        voice.kind !== 'government' ||
        voice.form !== 'body' ||
        voice.proper.every((name) => proper.some((own) => sameName(own, name))),
    ),
  );

/** To watch, to fear and to condemn what others do is not to take part. */
const WATCHING =
  /^(?::|says|said|watch|fear|worr|concern|condemn|critici|обеспоко|встревож|след[ия]|осуд|осужд|заяв|наблюда)/u;
/** Whose own business it is that they speak of. */
const DOING: ReadonlySet<string> = new Set(
  'airline railway museum university union association government presidency embassy'.split(' '),
);
const LOOKING_ON: ReadonlySet<string> = new Set(
  'expert witness institute observatory inspection court investigation election weather police fire rescue hospital'.split(
    ' ',
  ),
);

function actsItself(voice: Voice, { acting, attributions, lead }: Heard): boolean {
  if (voice.roles.includes('witness')) {
    // Who is only quoted takes part where a title names them, or the head of an account that does not quote them.
    const isQuoted = attributions.some((one) => isSameVoice(one.voice, voice));
    return (isQuoted ? lead.slice(0, 1) : lead).some((sentence) =>
      isNamedActing(sentence, voice.proper.slice(-1)),
    );
  }
  if (TELLING.has(voice.kind) || voice.roles.some((role) => LOOKING_ON.has(role))) return false;
  if (isPresidents(voice) && lead.some(({ text }) => PRESIDENT.test(text))) return true;
  if (acting.some((other) => isSameVoice(voice, other) || mayBeSameBody(voice, other))) return true;
  if (voice.form !== 'person' && voice.form !== 'name') return false;
  const last = voice.form === 'person' ? voice.proper.slice(-1) : voice.proper;
  return lead.some((sentence) => isNamedActing(sentence, last));
}

/** The office, the press service of a president, for whom it speaks. */
const isPresidents = ({ roles }: Voice): boolean =>
  roles.includes('president') || roles.includes('presidency');
const PRESIDENT =
  /(?<!\p{L}|vice[ -])president(?= \p{Lu}| of \p{Lu})|(?<![\p{L}-])президент(?:а|у|ом)?(?!\p{L})|(?<!부)대통령(?!실|궁)/iu;

/** Who is named for telling of it, be it in a date line. */
const TELLING: ReadonlySet<string> = new Set(['agency', 'press', 'broadcaster']);

const PLACING = /^(?:in|at|near|off|outside|into|of|by|в|на|у|около|из|со)$/u;

/** Whether all the words of a name stand in a sentence, not as a place. */
function isNamedActing({ tokens }: Lead, name: readonly string[]): boolean {
  const [first = ''] = name;
  const at = tokens.findIndex(({ text }) => isForm(text, first));
  return (
    at >= 0 &&
    !PLACING.test(tokens[at - 1]?.lower ?? '') &&
    name.every((word) => tokens.some(({ text }) => isForm(text, word)))
  );
}

/** A word of a text is a form of a name; a Korean one goes on with particles. */
const isForm = (text: string, name: string): boolean =>
  /\p{Script=Hangul}/u.test(name) ? text.startsWith(name) : sameName(text, name);

/** Who speaks for a state. */
const ORGANS: ReadonlySet<string> = new Set(['government', 'state-agency', 'state-press']);
/** Offices of a place do not. */
const LOCAL: ReadonlySet<string> = new Set(
  'police prosecutors fire rescue coastguard court city region county district weather'.split(' '),
);

function itsStateActs({ kind, state, proper, roles, form }: Voice, { lead }: Heard): boolean {
  if (!ORGANS.has(kind) || form === 'person' || roles.some((role) => LOCAL.has(role))) return false;
  if (state !== null) return lead.some((sentence) => isActor(sentence, state, true));
  return proper.some((name) => lead.some((sentence) => isActor(sentence, name, false)));
}
