import type { StoryView } from '../../domain/view.ts';
import { type Html, html } from '../../publish/page/html.ts';
import { storyMain } from '../../publish/page/story.ts';
import type { PageView } from '../../publish/page/view.ts';
import { type OwnFeed, subscribeLine } from '../lists.ts';

/** A story with the feed of what becomes known in it. @param acts what the keeper can do with it; null: nothing. */
export function storyPageMain(
  story: StoryView,
  view: PageView,
  feed: OwnFeed,
  root: string,
  acts: Html | null,
): Html {
  const end = html`${acts}${subscribeLine(feed, root, 'What becomes known in it as a feed')}`;
  return html`<nav class="crumbs" aria-label="Topic"><a href="${root}topics/${view.topic.id}">${view.topic.title}</a></nav>
${story.hidden && html`<p class="notice">This story is hidden: it is in no feed.</p>`}
${!story.story.listed && html`<p class="notice">This story is an old find: it is in the corpus, not in the feeds.</p>`}
${storyMain(story, view, end)}`;
}
