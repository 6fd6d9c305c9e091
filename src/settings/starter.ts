import { addSources } from './edit/sources.ts';
import { schemaFiles } from './json-schema.ts';
import type { SourceInput } from './schema/sources.ts';

/** A topic file to begin with. */
export interface StarterTopic {
  readonly id: string;
  /** YAML. */
  readonly text: string;
}

/**
 * The files `init` writes, texts by their paths below the folder, JSON Schemas for editors among them.
 *
 * @param sources what to watch; none: two that show how it is done.
 * @param topic what to watch for; by default one that explains itself.
 */
export function starterFiles(
  sources: readonly SourceInput[] = [],
  topic: StarterTopic = { id: 'arctic-shipping', text: TOPIC },
): ReadonlyMap<string, string> {
  return new Map([
    ['topicwatch.yaml', PROGRAM],
    [
      'sources.yaml',
      sources.length === 0 ? SOURCES + SAMPLE_SOURCES : addSources(SOURCES, 'sources.yaml', sources),
    ],
    [`topics/${topic.id}.yaml`, topic.text],
    ...[...schemaFiles()].map(([name, text]) => [`schema/${name}`, text] as const),
  ]);
}

const PROGRAM = `# yaml-language-server: $schema=schema/topicwatch.schema.json
# Every key may be left out; what stands here are the defaults. Paths are relative to this file.

store: sqlite:../data/topicwatch.db

# When "topicwatch watch" runs a cycle. From cron, "topicwatch run" has the schedule of its cron line.
schedule: { cron: "*/10 * * * *", timezone: UTC }

http:
  timeoutSeconds: 30
  maxBytes: 15000000
  perHost: 2 # connections at once to one host
  total: 16
  allowPrivateHosts: [] # host or host:port of sources on your own network

publish:
  dir: ../feeds
  baseUrl: null # the address that folder is served from, such as https://example.org/feeds/
  entries: 100
  newWithinDays: 7 # older finds enter the corpus, not the feeds
  languages: [en] # of a story's lead, best first

web: { host: 127.0.0.1, port: 8787, hosts: [], public: false }

retention: { rejectedDays: 90, revisions: 20 }
`;

const SOURCES = `# yaml-language-server: $schema=schema/sources.schema.json
# What is polled. An id is permanent: articles are remembered by it. "topicwatch sources add ADDRESS" finds the feeds of a
# page and adds them here; "topicwatch sources check" tries them all.
#
# republish says how much of a source's text your feeds show again: title, excerpt (at most 40 words) or full. What you may
# show depends on the source's terms and on your country; for state media its rules differ. When in doubt, write title.

`;

const SAMPLE_SOURCES = `- id: un-press
  url: https://press.un.org/en/rss.xml
  title: United Nations press releases
  language: en
  kind: international-body
  timezone: America/New_York

- id: guardian-world
  url: https://www.theguardian.com/world/rss
  title: The Guardian, world news
  language: en
  kind: press
  timezone: Europe/London
`;

const TOPIC = `# yaml-language-server: $schema=../schema/topic.schema.json
# A topic to start from: make it yours, and name the file after its id. "topicwatch topic check" says how well it does.

id: arctic-shipping
title: Shipping in the Arctic
description: Ships, ports and routes of the Arctic Ocean, and who decides on them.

# The sides of the topic. A required one must show up in an article.
facets:
  - id: arctic
    required: true
    concepts:
      - { id: arctic-ocean, kind: place, names: { en: [Arctic, Arctic Ocean], ru: [Арктика] } }
      - { id: northern-sea-route, kind: place, names: { en: [Northern Sea Route], ru: [Северный морской путь] }, also: [shipping] }
      - { id: murmansk, kind: place, names: { en: [Murmansk], ru: [Мурманск] } }

  - id: shipping
    required: true
    concepts:
      - { id: icebreaker, names: { en: [icebreaker, ice-breaker], ru: [ледокол] } }
      - { id: tanker, names: { en: [oil tanker, LNG carrier], ru: [танкер] } }
      # A weak name may mean something else, and counts only beside another name of its facet.
      - { id: port, kind: place, names: { en: [seaport] }, weak: [port] }

# A tag is a concept by its id, or a rule with an id of its own. One with "feed: true" gets a feed.
tags:
  - northern-sea-route
  - { id: icebreakers, label: Icebreakers, anyOf: [icebreaker], feed: true }

# Text that looks like the topic and is not.
exclude:
  - { id: band, phrases: [Arctic Monkeys] }

# Documents on the topic, for it to learn from:
# examples: { positive: [examples/*.txt] }
`;
