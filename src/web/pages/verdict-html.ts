import type { Judgement } from '../../domain/change.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Decision, Reason, Verdict } from '../../domain/verdict.ts';
import { labelOf } from '../../publish/entries/tags.ts';
import { evidenceInWords } from '../../publish/entries/why.ts';
import { type Html, html } from '../../publish/page/html.ts';
import { counted } from '../../publish/page/parts.ts';
import { line } from '../../publish/plain-text.ts';

const DECISIONS: Readonly<Record<Decision, string>> = {
  accepted: 'Accepted',
  review: 'Near miss, up for review',
  rejected: 'Not on the topic',
};

const EXTENTS: Readonly<Record<Verdict['judged'], string>> = {
  full: 'the full text',
  summary: 'title and summary',
  title: 'the title alone',
};

/** Rules that speak of the article as a whole, of no field of it. */
const WHOLE: ReadonlySet<string> = new Set(['label', 'edited']);

/** Reasons that are shown at once; the others can be opened. */
const FIRST = 8;

/**
 * A verdict with all its reasons.
 *
 * @param topic null: it is watched no more.
 * @param acts what the keeper can say to it; null: nothing.
 */
export function verdictHtml(judgement: Judgement, topic: Topic | null, acts: Html | null): Html {
  const { decision, score, acceptAt, reviewAt, reasons, missing, nearest, flip, judged, tags } = judgement;
  const title = topic?.title ?? judgement.topicId;
  const sides = missing.map((id) => topic?.facets.find((facet) => facet.id === id)?.title ?? id);
  const rest = reasons.slice(FIRST);
  const one = (reason: Reason): Html => reasonHtml(reason, topic);
  return html`<section class="verdict" aria-label="${title}">
<h2>${title}</h2>
<p><span class="badge ${decision}">${DECISIONS[decision]}</span></p>
<p class="small"><label>Score ${score.toFixed(2)} <meter min="0" max="1" low="${reviewAt}" high="${acceptAt}" optimum="1" value="${score}">${score.toFixed(2)}</meter></label><br>
<span class="soft">accepted from ${acceptAt.toFixed(2)}, review from ${reviewAt.toFixed(2)}; judged on ${EXTENTS[judged]}</span></p>
${flip !== '' && html`<p class="small flip">${line(flip)}</p>`}
${acts}
<ul class="reasons">${reasons.slice(0, FIRST).map(one)}</ul>
${
  rest.length > 0 &&
  html`<details><summary>${counted(rest.length, 'more reason')}</summary><ul class="reasons">${rest.map(one)}</ul></details>`
}
${sides.length > 0 && html`<p class="small">Missing: ${sides.join(', ')}</p>`}
${nearest !== null && html`<p class="small">Nearest example: ${line(nearest.example)} (${nearest.similarity.toFixed(2)})</p>`}
${tags.length > 0 && html`<p class="small soft">Tags: ${tags.map(({ tag, because }) => `${tagName(tag, topic)} (${line(because)})`).join(', ')}</p>`}
</section>`;
}

function tagName(id: string, topic: Topic | null): string {
  const rule = topic?.tags.find((tag) => tag.id === id);
  return rule === undefined ? id : labelOf(rule);
}

function reasonHtml(
  { rule, facets, field, quote, count, weight, learned }: Reason,
  topic: Topic | null,
): Html {
  const sides = facets.map((id) => topic?.facets.find((facet) => facet.id === id)?.title ?? id);
  const kind = evidenceInWords(rule, (id) => nameOf(id, topic));
  const said = [
    quote !== '' && kind,
    sides.length > 0 && `for ${sides.join(' and ')}`,
    !WHOLE.has(rule) && `in the ${field}${count > 1 ? `, ${count} times` : ''}`,
    learned && 'learned',
  ];
  const amount = weight === 0 ? '' : `${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(2)}`;
  return html`<li><span class="quote">${quote === '' ? kind : html`<q dir="auto">${line(quote)}</q>`}</span><span class="weight">${amount}</span><small>${said.filter(Boolean).join(', ')}</small></li>`;
}

/** A concept by its English name or, where it has none, its first. */
function nameOf(id: string, topic: Topic | null): string {
  const names = topic?.concepts.find((concept) => concept.id === id)?.names ?? {};
  return names.en?.[0] ?? Object.values(names)[0]?.[0] ?? id;
}
