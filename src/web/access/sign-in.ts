import { type Context, Hono } from 'hono';
import { type Html, html } from '../../publish/page/html.ts';
import { formOf, wayOn } from '../form.ts';
import { rootOf, showPage } from '../layout.ts';
import { Refusal } from '../refusal.ts';
import { type Access, standingOf } from './access.ts';

/** `/sign-in` and `/sign-out`. */
export function signInRoutes(access: Access): Hono {
  const routes = new Hono();
  routes.get('/sign-in', (c) => showSignIn(c, 200, null, wayOn(c.req.query('to'))));
  routes.post('/sign-in', async (c) => {
    const { token, to } = await formOf(c);
    try {
      access.begin(c, typeof token === 'string' ? token : '');
    } catch (error) {
      if (error instanceof Refusal && error.status === 401)
        return showSignIn(c, 401, error.message, wayOn(to));
      throw error;
    }
    return c.redirect(rootOf(c.req.path) + wayOn(to), 303);
  });
  routes.post('/sign-out', access.acting, (c) => {
    access.end(c);
    return c.redirect(rootOf(c.req.path), 303);
  });
  return routes;
}

/**
 * The page that asks for the token.
 *
 * @param problem why the one that was given does not do; null: none was.
 * @param to where to go on, from the root of the site.
 */
export function showSignIn(c: Context, status: 200 | 401, problem: string | null, to: string): Response {
  const root = rootOf(c.req.path);
  const standing = standingOf(c);
  const main = html`<h1>${standing.kind === 'signed-in' ? 'You are signed in' : 'Sign in'}</h1>
${standing.kind === 'read-only' && READ_ONLY}${standing.kind === 'signed-out' && tokenForm(root, problem, to)}${
  standing.kind === 'signed-in' && signOutForm(root, standing.formToken)
}`;
  return showPage(c, { title: 'Sign in', section: 'sign-in', main }, status);
}

const READ_ONLY = html`<p class="prose">This page is read only, since no token is set. To label articles and to change stories and
sources from here, set <code>TOPICWATCH_TOKEN</code> in the environment of topicwatch to a long random text and start it again.</p>`;

const tokenForm = (
  root: string,
  problem: string | null,
  to: string,
): Html => html`<p class="prose">Labelling articles and changing
stories or sources is for the keeper of the topic. The token is the one that topicwatch was started with, in
<code>TOPICWATCH_TOKEN</code>; this browser will remember for 30 days that you know it.</p>
<form class="stack" method="post" action="${root}sign-in">
${problem !== null && html`<p class="error" id="problem" role="alert">${problem}</p>`}
<input type="hidden" name="to" value="${to}">
<input type="text" name="username" value="keeper" autocomplete="username" hidden>
<label>Token <input type="password" name="token" required autocomplete="current-password"${problem !== null && html` aria-invalid="true" aria-describedby="problem"`}></label>
<button class="main">Sign in</button>
</form>`;

const signOutForm = (
  root: string,
  formToken: string,
): Html => html`<p class="prose">This browser holds the token and may change things.</p>
<form method="post" action="${root}sign-out"><input type="hidden" name="form" value="${formToken}"><button>Sign out</button></form>`;
