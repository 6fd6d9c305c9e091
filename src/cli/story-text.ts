import type { Comparison, Difference, Quoted, SoleClaim } from '../domain/comparison.ts';
import type { Source } from '../domain/source.ts';
import type { StoryReport, TimelineEntry } from '../pipeline/stories/read.ts';
import { NATURES } from '../publish/entries/compared.ts';
import type { Passage } from '../stories/revisions.ts';
import { counted, harmless, minute } from './wording.ts';

/** A story as a person reads it: its accounts in time, then how they compare. Quotes bear the letters of their accounts. */
export function storyText(report: StoryReport, sources: readonly Source[]): string {
  const letters = new Map(report.timeline.map(({ view }, place) => [view.article.id, letterOf(place)]));
  const outlets = new Map(sources.map(({ id, title }) => [id, title]));
  return [
    head(report),
    report.timeline.map((entry) => accountText(entry, letters, outlets)).join('\n'),
    ...comparisonText(report.comparison, letters),
  ].join('\n\n');
}

/** A to Z, then A2 to Z2, … */
export const letterOf = (place: number): string =>
  `${String.fromCodePoint(65 + (place % 26))}${place < 26 ? '' : Math.floor(place / 26) + 1}`;

type Letters = ReadonlyMap<string, string>;

function head({ story, timeline, hidden, acts }: StoryReport): string {
  const lead = timeline.find(({ view }) => view.article.id === story.leadId)?.view.article;
  const news = timeline.filter(({ role }) => role !== 'retelling').length;
  const facts = [
    `story ${story.id}`,
    story.topicId,
    `opened ${minute(story.opened)}`,
    `last news ${minute(story.updated)}`,
    counted(timeline.length, 'account'),
    counted(timeline.length - news, 'retelling'),
  ];
  const said = acts.map(({ kind, at, storyId }) => `${WORDS[kind]} ${minute(at)} (${storyId.slice(0, 8)})`);
  return [
    harmless(lead?.title ?? ''),
    facts.join(' · '),
    ...(hidden ? ['hidden: in no feed'] : story.listed ? [] : ['an old find: in no feed']),
    ...(said.length > 0 ? [`a person's word: ${said.join(', ')}`] : []),
  ].join('\n');
}

const WORDS = { merge: 'merged', split: 'split', hide: 'hidden' } as const;

function accountText(
  { view: { article }, role, news, edits, vanished }: TimelineEntry,
  letters: Letters,
  outlets: ReadonlyMap<string, string>,
): string {
  const { id, firstSeen, publisher, sourceId, language, title, url } = article;
  const outlet = publisher?.name ?? outlets.get(sourceId) ?? sourceId;
  const what =
    role === 'retelling' ? 'retelling' : role === 'opening' ? 'opens the story' : 'brings something new';
  return [
    `${letters.get(id)}  ${minute(firstSeen)}  ${harmless(outlet)} [${language}], ${what}`,
    `   ${harmless(title)}`,
    `   ${id.slice(0, 8)}  ${url ?? 'no address'}`,
    ...news.map((sentence) => `   new: ${harmless(sentence)}`),
    ...(vanished === null
      ? []
      : [`   gone from its outlet's feed since ${minute(vanished)}, while older articles stay`]),
    ...edits.flatMap((edit) => ['   edited by its outlet:', ...edit.flatMap(editText)]),
  ].join('\n');
}

const editText = ({ kind, text }: Passage): readonly string[] =>
  kind === 'kept' ? [] : [`     ${kind === 'added' ? '+' : '-'} ${harmless(text)}`];

/** How accounts compare, a section a text. @param letters of the accounts, by article. */
export function comparisonText(comparison: Comparison, letters: Letters): readonly string[] {
  const { differences, soleClaims, origins, unnamed, lostAttributions } = comparison;
  const quote = ({ articleId, quote: said }: Quoted): string =>
    `${letters.get(articleId) ?? '?'}: “${harmless(said)}”`;
  const nobody = unnamed.flatMap((id) => letters.get(id) ?? []).join(', ');
  const whoSaysSo = [
    ...origins.flatMap(({ name, names, kind, party, accounts }) => [
      `  ${harmless(name)}${inBrackets(inEnglish(name, names?.en), kind === 'other' ? '' : kind, party ? 'a party to the event' : '')}`,
      ...accounts.map((account) => `    ${quote(account)}, by ${account.how}`),
    ]),
    ...(nobody === '' ? [] : [`  origin not named: ${nobody}`]),
    ...lostAttributions.map((lost) => `  told without its origin, ${harmless(lost.origin)}: ${quote(lost)}`),
  ];
  return [
    section(
      'Differs',
      differences.filter(({ background }) => !background).flatMap((one) => differs(one, quote)),
    ),
    section(
      'Background',
      differences.filter(({ background }) => background).flatMap((one) => differs(one, quote)),
    ),
    section(
      'In one account only',
      soleClaims.map((claim) => `  ${claimText(claim)}  ${quote(claim)}`),
    ),
    section('Who says so', whoSaysSo),
  ].filter((text) => text !== '');
}

const inEnglish = (name: string, english: string | undefined): string =>
  english === undefined || english === name ? '' : harmless(english);

function inBrackets(...parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

const claimText = ({ kind, text, speaker }: SoleClaim): string =>
  `${kind}: ${speaker === undefined ? '' : `${harmless(speaker)}: `}${harmless(text)}`;

function differs(
  { subject, nature, values }: Difference,
  quote: (quoted: Quoted) => string,
): readonly string[] {
  return [
    `  ${harmless(subject)}${NATURES[nature]}`,
    ...values.flatMap(({ value, quotes, story }) => [
      `    ${harmless(value)}`,
      ...quotes.map((quoted) =>
        story === undefined
          ? `      ${quote(quoted)}`
          : `      another story, ${story.slice(0, 8)}: “${harmless(quoted.quote)}”`,
      ),
    ]),
  ];
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [title, ...lines].join('\n');
