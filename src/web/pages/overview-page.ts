import type { Topic } from '../../domain/topic.ts';
import { labelOf } from '../../publish/entries/tags.ts';
import { activityChart } from '../../publish/page/chart.ts';
import { type Html, html } from '../../publish/page/html.ts';
import { storyList } from '../../publish/page/stories.ts';
import type { PageView } from '../../publish/page/view.ts';
import { type OwnFeed, subscribeLine } from '../lists.ts';
import type { Overview } from './overview.ts';

/** The stories of a topic, what goes on in it, and how to subscribe. */
export function overviewMain(overview: Overview, view: PageView, feed: OwnFeed, root: string): Html {
  const { topic, stories, tag, next, days } = overview;
  const shown = view.topic.tags.find(({ id }) => id === tag);
  const title = shown === undefined ? topic.title : `${topic.title}: ${labelOf(shown)}`;
  return html`<div class="columns">
<div>
<h1>${title}</h1>
${topic.description !== null && topic.description !== topic.title && html`<p class="intro">${topic.description}</p>`}
${shown !== undefined && html`<p><a href="${root}topics/${topic.id}">All stories of the topic</a></p>`}
<p class="jump"><a href="#about">Search, follow, tags</a></p>
${tag === null && activityChart(days)}
<h2 class="quiet">Latest stories</h2>
${storyList(stories, view)}
${next !== null && html`<p class="more"><a href="${root}topics/${topic.id}${olderThan(next, tag)}" rel="next">Older stories</a></p>`}
</div>
<aside id="about" aria-label="About this topic">
${searchForm(root, topic.id)}
${shown === undefined ? followBox(view.topic, root) : subscribeLine(feed, root, 'These stories as a feed')}
${tagBox(overview.tags, view, tag)}
</aside>
</div>`;
}

const olderThan = (after: string, tag: string | null): string =>
  `?${new URLSearchParams({ ...(tag !== null && { tag }), after })}`;

function searchForm(root: string, topicId: string): Html {
  return html`<form class="row" role="search" action="${root}search"><input type="hidden" name="topic" value="${topicId}"><label class="grow">Search the articles <input type="search" name="q" autocomplete="off"></label><button>Search</button></form>`;
}

/** The published feeds: those are the ones to take, since their entries never change. */
function followBox(topic: Topic, root: string): Html {
  const feeds = [
    ['updates', 'each new story and each thing new in one', `${topic.id}.updates`],
    ['stories', 'each story in its present state', topic.id],
    ['articles', 'every article, retellings included', `${topic.id}.articles`],
  ] as const;
  return html`<section aria-labelledby="follow"><h2 id="follow">Follow</h2><ul class="follow">${feeds.map(
    ([name, holds, file]) =>
      html`<li><a href="${root}feeds/${file}.atom" type="application/atom+xml">${name}</a> <small class="inline">${holds}</small></li>`,
  )}</ul><p class="small"><a href="${root}subscribe">All feeds and formats</a></p></section>`;
}

/** The tags of the stories shown, those on most of them first. */
function tagBox(tags: Overview['tags'], view: PageView, current: string | null): Html | null {
  if (tags.length === 0) return null;
  const chips = tags.map(({ id, stories }) => {
    const rule = view.topic.tags.find((tag) => tag.id === id);
    const here = id === current && html` aria-current="page"`;
    return html`<li><a class="chip" href="${view.links.tagged(id) ?? ''}"${here}>${rule === undefined ? id : labelOf(rule)} <span class="count">${stories}</span></a></li>`;
  });
  return html`<section aria-labelledby="tags"><h2 id="tags">Tags in these stories</h2><ul class="chips">${chips}</ul></section>`;
}
