import type { Topic, TopicDay } from '../../domain/topic.ts';
import type { StoryView } from '../../domain/view.ts';
import type { Publication, Publishing } from '../entry.ts';
import { activityChart, everyDay } from './chart.ts';
import { document, type FeedLink } from './frame.ts';
import { headlineText } from './headline.ts';
import { type Html, html, joined, trusted } from './html.ts';
import { SCRIPT } from './script.ts';
import { storyList } from './stories.ts';
import { storyMain } from './story.ts';
import { STYLE, sha256Base64 } from './style.ts';
import type { PageView } from './view.ts';

/** What the static site shows of a topic: its feeds, the recommended one first, what goes on in it, and its stories. */
export interface Section {
  readonly topic: Topic;
  readonly feeds: readonly PageFeed[];
  /** As its feed has them. */
  readonly stories: Publication;
  /** The same, newest first. */
  readonly views: readonly StoryView[];
  readonly days: readonly TopicDay[];
}

interface PageFeed {
  /** By itself, and under the heading of its topic. */
  readonly title: string;
  readonly name: string;
  /** What it holds, in half a sentence. */
  readonly holds: string;
  /** Relative to the root; the Atom form first. */
  readonly files: readonly { readonly format: string; readonly type: string; readonly href: string }[];
}

/** Stories on the first page; each has a page of its own, too. */
const STORIES = 30;
const DAYS = 30;

/**
 * The first page of the static site: what goes on in each topic, its newest stories and its feeds, which readers find by
 * the autodiscovery links. No moment but those of the corpus shows in it, so that the same corpus gives the same page.
 */
export function renderIndex(sections: readonly Section[], publishing: Publishing): string {
  const [first, ...others] = sections;
  const alone = first !== undefined && others.length === 0 ? first : null;
  const main =
    alone !== null
      ? sectionHtml(alone, publishing, 'h1')
      : html`<h1>topicwatch</h1>
${sections.length === 0 && html`<p>No topic is watched yet.</p>`}
${sections.map((section) => sectionHtml(section, publishing, 'h2'))}`;
  return page(
    alone?.stories.title ?? 'topicwatch',
    '',
    sections.flatMap(({ feeds }) => feeds),
    main,
  );
}

/** The page of a story, two folders below the root. */
export function renderStory(story: StoryView, { topic, feeds }: Section, publishing: Publishing): string {
  const root = '../../';
  const view = viewOf(topic, publishing, root);
  const main = html`<nav class="crumbs" aria-label="Topic"><a href="${root}index.html#${topic.id}">${topic.title}</a></nav>
${storyMain(story, view, null)}`;
  return page(headlineText(story, view), root, feeds, main);
}

/** Where a story's page stands below the published folder. */
export const storyFile = (topicId: string, storyId: string): string => `${topicId}/stories/${storyId}.html`;

/** There are no pages of articles here, and no lists of tags: those that are wanted have feeds. */
function viewOf(topic: Topic, publishing: Publishing, root: string): PageView {
  const links = {
    story: (id: string) => root + storyFile(topic.id, id),
    article: () => null,
    tagged: () => null,
  };
  return { topic, publishing, links };
}

function page(title: string, root: string, feeds: readonly PageFeed[], main: Html): string {
  const frame = {
    title,
    home: `${root}index.html`,
    assets: ASSETS,
    navigation: [],
    feeds: feeds.flatMap(({ title, files }) => discovery(title, files, root)),
  };
  return document(frame, main);
}

/**
 * Style, script and icon stand in the page, so that it needs nothing else, also when opened from a disk; the policy names them.
 */
const ASSETS = html`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${sha256Base64(STYLE)}'; script-src 'sha256-${sha256Base64(SCRIPT)}'; img-src data:; base-uri 'none'; form-action 'none'">
<link rel="icon" href="data:,">
<style>${trusted(STYLE)}</style>
<script type="module">${trusted(SCRIPT)}</script>`;

/** Only the first form of each feed: a reader that finds three would ask which to take. */
function discovery(title: string, files: PageFeed['files'], root: string): readonly FeedLink[] {
  return files.slice(0, 1).map(({ type, href }) => ({ title, type, href: root + href }));
}

function sectionHtml(section: Section, publishing: Publishing, level: 'h1' | 'h2'): Html {
  const { topic, feeds, stories, views, days } = section;
  const title =
    level === 'h1'
      ? html`<h1 id="${topic.id}">${stories.title}</h1>`
      : html`<h2 id="${topic.id}" class="topic">${stories.title}</h2>`;
  const last = days.at(-1)?.day;
  return html`<section class="columns" aria-labelledby="${topic.id}">
<div>
${title}
${stories.subtitle !== stories.title && html`<p class="intro">${stories.subtitle}</p>`}
<p class="jump"><a href="#${topic.id}-feeds">Follow it in a feed reader</a></p>
${last !== undefined && activityChart(everyDay(days, last, DAYS))}
<h2 class="quiet">Latest stories</h2>
${storyList(views.slice(0, STORIES), viewOf(topic, publishing, ''))}
</div>
<aside id="${topic.id}-feeds" aria-label="Feeds of ${stories.title}">
<h2>Follow</h2>
<p class="small">Add one to your reader, or <a href="feeds.opml">all of them</a>.</p>
<ul class="feeds">${feeds.map(feedHtml)}</ul>
</aside>
</section>`;
}

function feedHtml({ name, holds, files }: PageFeed): Html {
  const links = files.map(({ format, type, href }) => html`<a href="${href}" type="${type}">${format}</a>`);
  return html`<li><b>${name}</b> <small class="inline">${holds}</small><div class="formats">${joined(links, ' · ')}</div></li>`;
}
