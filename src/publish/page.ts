import type { Publication, PublishedEntry } from './entry.ts';
import { alternateOf } from './feed.ts';
import { escapeMarkup as e } from './markup.ts';
import { STYLE, sha256Base64 } from './page-style.ts';

/** What the page shows of a topic: its feeds, the recommended one first, and the newest of its stories. */
export interface Section {
  readonly id: string;
  readonly feeds: readonly PageFeed[];
  readonly stories: Publication;
}

interface PageFeed {
  /** By itself, and under the heading of its topic. */
  readonly title: string;
  readonly name: string;
  /** What it holds, in half a sentence. */
  readonly holds: string;
  /** Relative to the page; the Atom form first. */
  readonly files: readonly { readonly format: string; readonly type: string; readonly href: string }[];
}

const STORIES = 20;

/**
 * The page that lists the feeds: static, without scripts, without anything from elsewhere, and saying so in its content
 * security policy. Readers find the feeds by its autodiscovery links.
 */
export function renderPage(sections: readonly Section[]): string {
  const feeds = sections.flatMap((section) => section.feeds);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${sha256Base64(STYLE)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${e(['topicwatch', ...sections.map(({ stories }) => stories.title)].join(' · '))}</title>
${feeds.map(discovery).join('\n')}
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>topicwatch</h1>
<p>Feeds that tell what is new on a topic: each event once, with every account of it. Add one to your reader, or <a href="feeds.opml">all of them</a>.</p>
</header>
<main>
${sections.length === 0 ? '<p>No topic is watched yet.</p>' : sections.map(sectionHtml).join('\n')}
</main>
</body>
</html>
`;
}

/** Only the first form of each feed: a reader that finds three would ask which to take. */
function discovery({ title, files }: PageFeed): string {
  return files
    .slice(0, 1)
    .map(({ type, href }) => `<link rel="alternate" type="${type}" title="${e(title)}" href="${e(href)}">`)
    .join('\n');
}

function sectionHtml({ id, feeds, stories }: Section): string {
  const latest = stories.entries.slice(0, STORIES);
  return `<section aria-labelledby="${e(id)}">
<h2 id="${e(id)}">${e(stories.title)}</h2>
${stories.subtitle === stories.title ? '' : `<p>${e(stories.subtitle)}</p>`}
<ul class="feeds">
${feeds.map(feedHtml).join('\n')}
</ul>
<h3>Latest stories</h3>
${latest.length === 0 ? '<p>None yet.</p>' : `<ol class="stories">\n${latest.map(storyHtml).join('\n')}\n</ol>`}
</section>`;
}

function feedHtml({ name, holds, files }: PageFeed): string {
  const links = files.map(({ format, href }) => `<a href="${e(href)}">${e(format)}</a>`);
  return `<li><div><b>${e(name)}</b> <small>${e(holds)}</small></div> <div class="formats">${links.join(' ')}</div></li>`;
}

function storyHtml(entry: PublishedEntry): string {
  const address = alternateOf(entry);
  const language = e(entry.language);
  const title = `<bdi lang="${language}">${e(entry.title)}</bdi>`;
  const linked = address === null ? title : `<a href="${e(address)}">${title}</a>`;
  const day = entry.updated.slice(0, 10);
  const outlet = entry.authors.map(e).join(', ');
  return `<li>${linked} <small>${outlet} · <time datetime="${e(entry.updated)}">${e(day)}</time></small></li>`;
}
