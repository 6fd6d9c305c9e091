import type { TopicLearning } from '../../domain/learning.ts';
import { type Html, html, joined } from '../../publish/page/html.ts';
import { counted, moment } from '../../publish/page/parts.ts';
import { actForm, type FormPlace } from '../acts/forms.ts';

/** Moves of the threshold that are shown, the newest. */
const SHOWN = 12;

const WHY = {
  topic: 'the topic was changed',
  answers: 'people answered',
  stream: 'the stream showed what is usual',
} as const;

/** What a topic learned beside its file, and the forms to keep it so or forget it. */
export function learningPart(learning: TopicLearning, place: FormPlace): Html {
  const { topicId, frozen, acceptAt, documents, adopted, answered, lacks } = learning;
  const facts = [
    acceptAt === null ? 'nothing was judged yet' : `accepts from a score of ${acceptAt.toFixed(2)}`,
    `${answered.yes} yes and ${answered.no} no from people`,
    `${counted(documents, 'document')} of what is ordinary`,
    adopted > 0 && `${counted(adopted, 'article')} taken as examples by itself`,
    frozen && 'frozen: the stream teaches it nothing more',
  ];
  const fields = { topic: topicId };
  const forget = html`<button>Forget what the stream taught it</button>`;
  return html`<h2>What it learned</h2>
<p class="prose">${joined(facts.filter(Boolean), ' · ')}.</p>
${lacks.length > 0 && html`<ul class="prose soft">${lacks.map((lack) => html`<li>${lack}</li>`)}</ul>`}
${moveTable(learning)}
<div class="doing">${frozen ? actForm(place, 'thaw-topic', fields, html`<button class="small">Let it go on learning</button>`) : actForm(place, 'freeze-topic', fields, html`<button class="small">Freeze it</button>`)}
${place.standing.kind === 'signed-in' && html`<details><summary>Forget</summary>${actForm(place, 'reset-topic', fields, forget)}</details>`}</div>`;
}

function moveTable({ moves }: TopicLearning): Html | null {
  if (moves.length === 0) return null;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Moves of the line of acceptance"><table>
<thead><tr><th scope="col">The line moved</th><th scope="col" class="number">From</th><th scope="col" class="number">To</th><th scope="col">Because</th></tr></thead>
<tbody>${moves
    .slice(-SHOWN)
    .toReversed()
    .map(
      ({ at, from, to, why }) =>
        html`<tr><td>${moment(at)}</td><td class="number">${from.toFixed(2)}</td><td class="number">${to.toFixed(2)}</td><td>${WHY[why]}</td></tr>`,
    )}</tbody></table></div>`;
}
