import { expect, test } from 'vitest';
import { openSite, type Site, signIn } from './site.ts';

const WRONG = 'config/sources.yaml:1:24: nowhere is no address';

/** A site whose settings were changed, while it serves, to what cannot be used. */
async function changed(web: object = {}): Promise<Site> {
  const made = await openSite({ web });
  const settings = await made.services.settings();
  Object.assign(made.services, { settings: async () => ({ ...settings, unusable: WRONG }) });
  return made;
}
const home = async (site: Site, headers = {}): Promise<string> => (await site.ask('/', { headers })).text();

test('every page says what is wrong with settings that cannot be used, and that it goes on with the last ones', async () => {
  const site = await changed();
  for (const path of ['/', '/sources', '/search'])
    expect(await (await site.ask(path)).text()).toContain(`cannot be used: ${WRONG}. This page goes on`);
  expect(await home(await openSite())).not.toContain('cannot be used');
});

test('where anybody may read the page, that is told to its keeper alone', async () => {
  const site = await changed({ public: true });
  expect(await home(site)).not.toContain(WRONG);
  expect(await home(site, { cookie: await signIn(site) })).toContain(WRONG);
});
