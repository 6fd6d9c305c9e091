import type { StoryView } from '../../domain/view.ts';
import { type Html, html } from '../../publish/page/html.ts';
import type { Standing } from '../access/access.ts';

/** Where a form stands: who reads the page, and the page's own address, to come back to. */
export interface FormPlace {
  readonly standing: Standing;
  /** Leads from the page to the root of the site. */
  readonly root: string;
  /** The page's address from the root of the site. */
  readonly back: string;
}

/**
 * A form that does an act; null where whoever reads the page may not act.
 *
 * @param fields what it says besides what people fill in or press.
 * @param inside what they do.
 */
export function actForm(
  { standing, root, back }: FormPlace,
  act: string,
  fields: Readonly<Record<string, string>>,
  inside: Html,
  look = 'act',
): Html | null {
  if (standing.kind !== 'signed-in') return null;
  const hidden = Object.entries({ back, ...fields, form: standing.formToken });
  return html`<form class="${look}" method="post" action="${root}acts/${act}">${hidden.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}${inside}</form>`;
}

/** Stands in place of forms for who may not use them; null for who may. */
export function howToAct({ standing, root, back }: FormPlace, toDo: string): Html | null {
  if (standing.kind === 'signed-in') return null;
  const to = encodeURIComponent(back);
  return html`<p class="soft"><a href="${root}sign-in?to=${to}">${standing.kind === 'signed-out' ? 'Sign in' : 'Set a token'}</a> ${toDo}.</p>`;
}

/** Yes and no on an article. The keys are those of the script. */
export function labelForm(place: FormPlace, topicId: string, articleId: string): Html | null {
  return actForm(
    place,
    'label',
    { topic: topicId, article: articleId },
    html`<button name="answer" value="yes" data-key="y">Yes, it belongs</button> <button name="answer" value="no" data-key="n">No</button>`,
    'act row',
  );
}

/** What a person can say of a story: that it is not to be shown, that another is the same, that some accounts are not of it. */
export function storyForms(place: FormPlace, { story, articles, hidden }: StoryView): Html | null {
  if (place.standing.kind !== 'signed-in') return null;
  const fields = { topic: story.topicId, story: story.id };
  const split = html`<fieldset><legend>Accounts that tell of something else</legend>${articles.map(
    ({ article }) =>
      html`<label class="check"><input type="checkbox" name="articles" value="${article.id}"> <span><bdi lang="${article.language}">${article.title}</bdi> <small class="inline">${article.publisher?.name ?? article.sourceId}</small></span></label>`,
  )}</fieldset><button>Make them a story of their own</button>`;
  const merge = html`<label class="grow">Another story of the same event: its id, or the address of an account <input name="others" required></label><button>Merge</button>`;
  return html`<details class="acts"><summary>Change this story</summary>
${actForm(place, 'merge-stories', fields, merge, 'act row')}
${articles.length > 1 && actForm(place, 'split-story', fields, split)}
${!hidden && actForm(place, 'hide-story', fields, html`<button>Hide it from every feed</button>`)}
${actForm(place, 'undo-story', fields, html`<button>Undo the last change made to it by hand</button>`)}
</details>`;
}
