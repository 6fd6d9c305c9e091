import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openServices } from '../../src/app.ts';
import { storyText } from '../../src/cli/story-text.ts';
import type { Item } from '../../src/domain/article.ts';
import { runImport } from '../../src/pipeline/cycle.ts';
import type { Services } from '../../src/pipeline/services.ts';
import { readStory } from '../../src/pipeline/stories/read.ts';
import { item } from '../pipeline/items.ts';
import { type Home, makeHome } from './program.ts';

const named = (id: string, kind: string, ...en: readonly string[]) => ({ id, kind, names: { en } });
const TOPIC = {
  id: 'russia-dprk',
  title: 'Russia and North Korea',
  facets: [
    {
      id: 'russia',
      required: true,
      concepts: [
        named('russia', 'place', 'Russia', 'Russian'),
        named('vladimir-putin', 'person', 'Vladimir Putin', 'Putin'),
        named('andrei-belousov', 'person', 'Andrei Belousov', 'Belousov'),
      ],
    },
    {
      id: 'north-korea',
      required: true,
      concepts: [
        named('north-korea', 'place', 'North Korea', 'North Korean'),
        named('kim-jong-un', 'person', 'Kim Jong-un', 'Kim'),
      ],
    },
  ],
  concepts: [named('beijing', 'place', 'Beijing')],
};

const MONUMENT = item({
  guid: 'monument',
  title: 'Monument to North Korean partisans unveiled in Russia',
  summary:
    'A monument to partisans from North Korea was unveiled near Kursk on Sunday. Defence Minister Andrei Belousov cut the ribbon, wreaths ' +
    'of pine were laid at its granite steps, and an avenue of maples was named after the allies. A sculptor had worked on the bronze figures ' +
    'for two years; a copy of them was handed to the guests. Schoolchildren sang, and veterans of the sapper brigades marched past. One ' +
    'speaker repeated what Kim Jong-un had told Vladimir Putin at an earlier meeting in Beijing on September 4.',
  published: '2025-10-20T08:00:00.000Z',
});
const ENVOY = item({
  guid: 'envoy',
  title: 'North Korea’s foreign minister is expected in Moscow',
  summary:
    'The foreign minister of North Korea will travel to Russia next week, officials said. Talks about trade, a road bridge over the ' +
    'Tumen and flights for tourists are planned, and an agreement on customs duties lies ready to be signed. The envoy will stay for ' +
    'three days and visit a dairy, a technical college and the ballet. Vladimir Putin last met Kim Jong-un on September 3 in Beijing.',
  published: '2025-09-25T08:00:00.000Z',
});

let home: Home;
let services: Services;
let now: Date;
beforeEach(() => {
  home = makeHome({ 'harbour-gazette': 'https://harbour.example/feed' });
  rmSync(join(home.config, 'topics/caldmoor-brae.yaml'));
  writeFileSync(join(home.config, 'topics/russia-dprk.yaml'), JSON.stringify(TOPIC));
  now = new Date('2025-09-25T09:00:00.000Z');
  services = openServices(home.config, { verbose: false }, { now: () => now });
});
afterEach(async () => {
  await services.close();
  rmSync(home.dir, { recursive: true });
});

async function bring(one: Item): Promise<void> {
  now = new Date(now.getTime() + 3_600_000);
  await runImport(services, [one]);
}

test('a day that another story of the topic tells otherwise is background of the story that looks back on it', async () => {
  await bring(ENVOY);
  now = new Date('2025-10-20T09:00:00.000Z');
  await bring(MONUMENT);
  const entries = readFileSync(join(home.feeds, 'russia-dprk.atom'), 'utf8').split('<entry').slice(1);
  const entry = entries.find((one) => one.includes('Monument to North Korean partisans')) ?? '';
  expect(entry).toContain('Background');
  expect(entry).toContain('4 September');
  expect(entry).toMatch(/3 September[^,;]*\(another story\)/);
  // What was known when the other story was told did not differ; its entry is left alone.
  expect(entries.find((one) => one.includes('is expected in Moscow'))).not.toContain('Background');

  const store = await services.store();
  const [view] = await store.findStories('https://harbour.example/monument');
  const [other] = await store.findStories('https://harbour.example/envoy');
  if (view === undefined || other === undefined) throw new Error('both articles are in stories');
  const page = readFileSync(join(home.feeds, 'russia-dprk/stories', `${view.story.id}.html`), 'utf8');
  expect(page).toContain(`${other.story.id}.html">another story</a>`);
  const { sources } = await services.settings();
  const text = storyText(await readStory(services, view), sources);
  expect(text).toContain(
    `another story, ${other.story.id.slice(0, 8)}: “Vladimir Putin last met Kim Jong-un`,
  );
});
