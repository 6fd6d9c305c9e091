import type { Language } from '../../domain/time.ts';
import { cleanCharacters } from '../../text/characters.ts';
import { type Html, html } from './html.ts';

/** What stands round every page, of the server and of the static site alike. */
export interface Frame {
  /** Of the page; the name of the program follows it. */
  readonly title: string;
  /** The first page of the site, relative to this one, as every link is. */
  readonly home: string;
  /** What the head holds besides: style, script, icon, and where there is no header for it, the security policy. */
  readonly assets: Html;
  readonly navigation: readonly NavigationLink[];
  /** Feeds a reader finds by themselves when given the page's address. */
  readonly feeds: readonly FeedLink[];
}

export interface NavigationLink {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

export interface FeedLink {
  readonly title: string;
  readonly type: string;
  readonly href: string;
}

/** Of topicwatch's own wording. */
const LANGUAGE: Language = 'en';

/**
 * A whole page: the frame, and in it the one main part, which holds the page's `h1`. Characters that no document may hold are
 * taken out.
 */
export function document(frame: Frame, main: Html): string {
  const { title, home, assets, navigation, feeds } = frame;
  const page = html`<!doctype html>
<html lang="${LANGUAGE}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="same-origin">
<title>${title.startsWith('topicwatch') ? title : `${title} · topicwatch`}</title>
${assets}
${feeds.map((feed) => html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.href}">\n`)}</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="top"><div class="wide">
<a class="brand" href="${home}">topicwatch</a>
${navigation.length > 0 && navigationHtml(navigation)}
</div></header>
<main id="main" class="wide" tabindex="-1">
${main}
</main>
<footer class="bottom"><div class="wide"><p>topicwatch takes no side: it shows what accounts say, and where they differ.</p></div></footer>
</body>
</html>
`;
  return cleanCharacters(page.toString());
}

function navigationHtml(links: readonly NavigationLink[]): Html {
  return html`<nav aria-label="Site"><ul>${links.map(
    ({ label, href, current }) =>
      html`<li><a href="${href}"${current && html` aria-current="page"`}>${label}</a></li>`,
  )}</ul></nav>`;
}
