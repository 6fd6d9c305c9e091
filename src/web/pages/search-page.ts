import type { Article } from '../../domain/article.ts';
import type { ArticleView } from '../../domain/view.ts';
import { accountOf, excerptOf, statedDate } from '../../publish/entries/account.ts';
import { labelOf } from '../../publish/entries/tags.ts';
import { languageName } from '../../publish/page/headline.ts';
import { type Html, html } from '../../publish/page/html.ts';
import { counted, day, foreign, languageOf } from '../../publish/page/parts.ts';
import { line } from '../../publish/plain-text.ts';
import { type OwnFeed, subscribeLine } from '../lists.ts';
import type { Reading } from '../reading.ts';
import { finder, marked, snippet } from './highlight.ts';
import { type Asked, type Found, isEmpty, queryOf } from './search.ts';

/** The form, and what was found. */
export function searchMain(found: Found, reading: Reading, feed: OwnFeed, root: string): Html {
  const { asked, problem, articles, next } = found;
  return html`<h1>Search</h1>
${formHtml(asked, reading, root)}
${problem !== null && html`<p class="notice" role="alert">${problem}</p>`}
${isEmpty(asked) && html`<p class="soft prose">All words must occur, in any form: <i>monument</i> finds monuments, <i lang="ru">Путин</i> finds <i lang="ru">Путиным</i>. Words in quotation marks stand side by side. The key <kbd>/</kbd> leads here.</p>`}
${
  problem === null &&
  !isEmpty(asked) &&
  html`<p class="soft" role="status">${articles.length === 0 ? nothingFound(asked) : `${counted(articles.length, 'article')}${next === null ? '' : '; there are older ones'}`}</p>
<ol class="results">${articles.map((view) => resultHtml(view, found, reading, root))}</ol>
${next !== null && html`<p class="more"><a href="${root}search${queryOf(asked)}&after=${next}" rel="next">Older articles</a></p>`}
${subscribeLine(feed, root, 'What is found in future as a feed')}`
}`;
}

/** Words are looked for as they are written, so what is said in another script wants its own. */
const nothingFound = ({ language, ...rest }: Asked): string =>
  language !== '' && rest.q !== ''
    ? `Nothing found in ${languageName(language)}: write the words as that language does, or take the language off.`
    : 'Nothing found: fewer words, or a longer time, may find more.';

function resultHtml(
  view: ArticleView,
  { asked, stories }: Found,
  { publishing, bounded }: Reading,
  root: string,
): Html {
  const { article } = view;
  const account = accountOf(article, publishing);
  const find = finder(asked.q, article.language);
  const title = line(article.title);
  const story = stories.get(article.id);
  const body = bounded ? (excerptOf(account) ?? '') : bodyOf(article);
  const others = story === undefined ? 0 : story.articleIds.length - 1;
  return html`<li>
<h2><a href="${root}articles/${article.id}">${foreign(marked(title, find(title)), article.language)}</a></h2>
${body !== '' && html`<p class="excerpt"${languageOf(article.language)} dir="auto">${snippet(body, find(body))}</p>`}
<p class="facts"><bdi>${account.outlet}</bdi> <span class="lang">${article.language}</span> · ${day(statedDate(article))}${
    story !== undefined &&
    html` · <a href="${root}topics/${story.topicId}/stories/${story.id}">${others === 0 ? 'its story' : `with ${counted(others, 'other account')}`}</a>`
  }</p>
</li>`;
}

/** Characters of a long article that are looked through for what was found. */
const READ = 20_000;

/** Summary and text, on one line; what the text begins with is said once. */
function bodyOf({ summary, text }: Article): string {
  const own = line((text ?? '').slice(0, READ));
  return own.startsWith(line(summary)) ? own : line(`${summary} ${own}`);
}

/** So many sources are offered to choose from; of more, the id is typed. */
const OFFERED = 100;

function formHtml(asked: Asked, { settings, publishing }: Reading, root: string): Html {
  const { topics } = settings;
  const sources = [...publishing.sources.values()].filter((source) => !source.private);
  const tags = topics
    .filter(({ id }) => asked.topic === '' || id === asked.topic)
    .flatMap((topic) => topic.tags);
  const languages = [...new Set(sources.flatMap(({ language }) => language ?? []))].toSorted();
  const narrowed = isEmpty({ ...asked, q: '' }) ? null : html` open`;
  const topicField =
    topics.length > 1
      ? choice(
          'topic',
          'Topic',
          asked.topic,
          topics.map(({ id, title }) => [id, title]),
        )
      : asked.topic !== '' && html`<input type="hidden" name="topic" value="${asked.topic}">`;
  return html`<form class="search" role="search" action="${root}search">
<div class="row"><label class="grow">Words <input type="search" name="q" value="${asked.q}" autocomplete="off"></label><button class="main">Search</button></div>
<details${narrowed}><summary>Narrow it down</summary><div class="row">
${topicField}
${choice('tag', 'Tag', asked.tag, [...new Map(tags.map((tag) => [tag.id, labelOf(tag)]))])}
${
  sources.length <= OFFERED
    ? choice(
        'source',
        'Source',
        asked.source,
        sources.map(({ id, title }) => [id, title]),
      )
    : html`<label>Source <input name="source" value="${asked.source}"></label>`
}
${choice(
  'language',
  'Language',
  asked.language,
  languages.map((code) => [code, languageName(code)]),
)}
<label>From <input type="date" name="since" value="${asked.since}"></label>
<label>To <input type="date" name="until" value="${asked.until}"></label>
</div></details>
</form>`;
}

function choice(
  name: string,
  label: string,
  chosen: string,
  options: readonly (readonly [string, string])[],
): Html {
  const known = chosen === '' || options.some(([value]) => value === chosen);
  const all = known ? options : [[chosen, chosen] as const, ...options];
  return html`<label>${label} <select name="${name}"><option value="">any</option>${all.map(
    ([value, shown]) =>
      html`<option value="${value}"${value === chosen && html` selected`}>${shown}</option>`,
  )}</select></label>`;
}
