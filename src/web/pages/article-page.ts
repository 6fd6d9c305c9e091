import type { Article } from '../../domain/article.ts';
import type { Judgement } from '../../domain/change.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Reason } from '../../domain/verdict.ts';
import { type Account, accountOf, excerptOf, statedDate } from '../../publish/entries/account.ts';
import { languageName } from '../../publish/page/headline.ts';
import { type Html, html, joined } from '../../publish/page/html.ts';
import { counted, languageOf, moment } from '../../publish/page/parts.ts';
import { line } from '../../publish/plain-text.ts';
import { type Passage, revisionDiff } from '../../stories/revisions.ts';
import type { Reading } from '../reading.ts';
import type { ArticleFacts } from './article.ts';
import { marked, occurrences, type Stretch } from './highlight.ts';
import { verdictHtml } from './verdict-html.ts';

/** @param acts what the keeper can do for a topic; null: nothing. */
export function articleMain(
  facts: ArticleFacts,
  reading: Reading,
  root: string,
  acts: (judgement: Judgement) => Html | null,
): Html {
  const { article, judgements, stories } = facts;
  const { settings, publishing } = reading;
  const account = accountOf(article, publishing);
  const whole = !reading.bounded || account.republish === 'full';
  // What a private source says shows in the evidence, too.
  const shown = reading.bounded && account.private ? [] : judgements;
  const topics = new Map(settings.topics.map((topic) => [topic.id, topic]));
  const evidence = shown.flatMap(({ reasons, topicId }) =>
    reasons.map((reason) => ({ reason, topic: topics.get(topicId) })),
  );
  const mark = (text: string, field: Reason['field']): Html =>
    marked(text, stretchesOf(text, field, evidence));
  return html`${stories.map(
    ({ id, topicId, articleIds }) =>
      html`<nav class="crumbs" aria-label="Story"><a href="${root}topics/${topicId}">${topics.get(topicId)?.title}</a> › <a href="${root}topics/${topicId}/stories/${id}">story of ${counted(articleIds.length, 'account')}</a></nav>`,
  )}
<article class="doc columns">
<div>
<header><h1${languageOf(article.language)} dir="auto">${mark(line(article.title), 'title')}</h1>
${factsHtml(facts, account, reading)}</header>
${whole ? wholeText(article, mark) : bounded(account)}
${whole && revisionsHtml(facts.revisions)}
</div>
<aside aria-label="Why">
${shown.map((judgement) => verdictHtml(judgement, topics.get(judgement.topicId) ?? null, acts(judgement)))}
${judgements.length === 0 && html`<p class="soft">No topic has judged it yet.</p>`}
</aside>
</article>`;
}

function factsHtml({ article, sightings, vanished }: ArticleFacts, account: Account, reading: Reading): Html {
  const { published, firstSeen, language, revision, authors } = article;
  const { sources, forKeeper } = reading.publishing;
  const others = sightings.slice(1).flatMap(({ sourceId }) => {
    const source = sources.get(sourceId);
    if (source === undefined) return forKeeper ? [sourceId] : [];
    return source.private ? [] : [line(source.title)];
  });
  const facts = [
    html`<bdi>${account.outlet}</bdi>`,
    authors.length > 0 && !account.private && html`by <bdi>${authors.map(line).join(', ')}</bdi>`,
    languageName(language),
    html`${published === null ? 'first seen ' : ''}${moment(statedDate(article))}`,
    published !== null && html`first seen ${moment(firstSeen)}`,
    revision > 1 && html`<a href="#revisions">revision ${revision}</a>`,
    vanished !== null &&
      html`gone from its outlet’s feed since ${moment(vanished)}, while older articles stay`,
    others.length > 0 && `also brought by ${others.join(', ')}`,
    account.address !== null && html`<a href="${account.address}" rel="noreferrer">read it there</a>`,
  ];
  return html`<p class="facts">${joined(
    facts.filter((fact) => fact !== false),
    ' · ',
  )}</p>`;
}

type Mark = (text: string, field: Reason['field']) => Html;

function wholeText({ summary, text, language }: Article, mark: Mark): Html {
  const paragraphs = (text ?? '').split('\n').filter((each) => each.trim() !== '');
  const repeated = paragraphs.length > 0 && (text ?? '').startsWith(summary.slice(0, 80));
  return html`<div class="prose text"${languageOf(language)} dir="auto">
${summary !== '' && !repeated && html`<p${paragraphs.length > 0 && html` class="summary"`}>${mark(summary, 'summary')}</p>`}
${paragraphs.map((each) => html`<p>${mark(each, 'text')}</p>`)}
</div>${paragraphs.length === 0 && html`<p class="soft small">The corpus holds no more of it than this.</p>`}`;
}

function bounded(account: Account): Html {
  const excerpt = excerptOf(account);
  return html`<div class="prose text"${languageOf(account.language)} dir="auto">${excerpt !== null && html`<p>${excerpt}</p>`}</div>`;
}

/** Where the evidence stands in a text; the sides of a topic have colours of their own. */
function stretchesOf(
  text: string,
  field: Reason['field'],
  evidence: readonly { readonly reason: Reason; readonly topic: Topic | undefined }[],
): readonly Stretch[] {
  return evidence
    .filter(({ reason }) => reason.field === field && !reason.learned)
    .flatMap(({ reason, topic }) => {
      const side = topic?.facets.findIndex(({ id }) => reason.facets.includes(id)) ?? -1;
      const className = reason.weight < 0 ? 'against' : `side${side < 0 ? '' : side % 3}`;
      const titles =
        topic?.facets.filter(({ id }) => reason.facets.includes(id)).map(({ title }) => title) ?? [];
      const title = titles.join(' and ') || reason.rule;
      return occurrences(text, reason.quote).map((each) => ({ ...each, className, title }));
    });
}

const REVISIONS = 5;
/** Characters of unchanged text shown on each side of a change. */
const CONTEXT = 160;

function revisionsHtml(revisions: readonly Article[]): Html | null {
  if (revisions.length < 2) return null;
  const pairs = revisions
    .slice(1)
    .map((after, index) => ({ before: revisions[index] ?? after, after }))
    .slice(-REVISIONS)
    .reverse();
  return html`<section aria-labelledby="revisions"><h2 id="revisions">Revisions</h2>${pairs.map(
    ({ before, after }) =>
      html`<h3>Revision ${after.revision}${after.updated !== null && html` <small class="inline">${moment(after.updated)}</small>`}</h3>
<div class="diff prose"${languageOf(after.language)} dir="auto">${revisionDiff(before, after).map(passageHtml)}</div>`,
  )}</section>`;
}

function passageHtml({ kind, text }: Passage, index: number, all: readonly Passage[]): Html {
  if (kind === 'removed') return html`<del>${text}</del> `;
  if (kind === 'added') return html`<ins>${text}</ins> `;
  if (text.length <= 2 * CONTEXT) return html`${text} `;
  const head = index === 0 ? '' : text.slice(0, CONTEXT);
  const tail = index === all.length - 1 ? '' : text.slice(-CONTEXT);
  return html`${head} <span class="soft">…</span> ${tail} `;
}
