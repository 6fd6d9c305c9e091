import type { Judgement } from '../domain/change.ts';
import type { Reason } from '../domain/verdict.ts';
import { evidenceInWords } from '../publish/entries/why.ts';
import { counted, harmless } from './wording.ts';

/** Less than this is told in one line with everything else that is slight. */
const SLIGHT = 0.05;

/** A verdict as a person reads it: what was decided, the evidence with what each piece adds, and what would have changed it. */
export function inWords(judgement: Judgement): string {
  const { topicId, decision, score, acceptAt, reviewAt, judged, missing, nearest, flip, tags } = judgement;
  const also = namedBesides(judgement.reasons);
  const lines = [
    `${topicId}: ${decision}, score ${score.toFixed(2)} (accepted from ${acceptAt.toFixed(2)}, review from ${reviewAt.toFixed(2)})`,
    `  judged on      ${judged === 'full' ? 'the full text' : judged === 'summary' ? 'title and summary' : 'the title alone'}`,
    ...evidence(judgement).map((piece, at) => `  ${at === 0 ? 'because' : '       '}        ${piece}`),
    ...(also.length > 0 ? [`  also names     ${also.join(', ')}`] : []),
    ...(missing.length > 0 ? [`  missing        ${missing.join(', ')}`] : []),
    ...(nearest ? [`  nearest        ${nearest.example} (${nearest.similarity.toFixed(2)})`] : []),
    ...(tags.length > 0
      ? [`  tags           ${tags.map(({ tag, because }) => `${tag} (${harmless(because)})`).join(', ')}`]
      : []),
    ...(flip ? [`  would change   ${flip}`] : []),
  ];
  return lines.join('\n');
}

/**
 * Each piece of evidence with what it adds, a person's word first. A score above 0 follows from their sum, which is then whole.
 */
function evidence({ reasons, score }: Judgement): readonly string[] {
  const label = reasons.find(({ rule }) => rule === 'label');
  const weighed = reasons.filter(({ rule, weight }) => rule !== 'label' && weight !== 0);
  const told = weighed.filter(({ weight }) => Math.abs(weight) >= SLIGHT);
  const slight = weighed.filter((reason) => !told.includes(reason));
  const given = reasons.filter(({ rule, weight }) => rule.startsWith('exclude:') && weight === 0);
  const sum = (some: readonly Reason[]) => some.reduce((total, { weight }) => total + weight, 0);
  return [
    ...(label ? [`a person said ${label.weight > 0 ? 'yes' : 'no'}`] : []),
    ...(reasons.some(({ rule }) => rule === 'edited') ? [evidenceInWords('edited')] : []),
    ...told.map((reason) => `${signed(reason.weight)}  ${inSentence(reason)}`),
    ...(slight.length > 0 ? [`${signed(sum(slight))}  ${counted(slight.length, 'slight one')} besides`] : []),
    ...(score > 0
      ? [`${signed(Math.log(score / (1 - score)) - sum(weighed))}  where it starts without these`]
      : []),
    ...given.map((reason) => `   –   ${inSentence(reason)}`),
  ];
}

const signed = (weight: number): string => `${weight < 0 ? '-' : '+'}${Math.abs(weight).toFixed(2)}`;

function inSentence({ rule, facets, field, quote, count, learned }: Reason): string {
  const facet = facets.length > 0 ? ` for ${facets.join(' and ')}` : '';
  const times = count > 1 ? `, ${count} times` : '';
  return `“${harmless(quote)}” in the ${field}${times}: ${evidenceInWords(rule)}${facet}${learned ? ', learned' : ''}`;
}

/** What is named and counts for no side: tags follow from it. Each once, as the article first writes it. */
function namedBesides(reasons: readonly Reason[]): readonly string[] {
  const named = reasons.filter(({ rule, weight }) => rule.startsWith('concept:') && weight === 0);
  const first = new Map(named.toReversed().map(({ rule, quote }) => [rule, quote]));
  return [...first].reverse().map(([rule, quote]) => `${rule.slice('concept:'.length)} (${harmless(quote)})`);
}
