import { z } from 'zod';
import { CONCEPT_KINDS } from '../../domain/topic.ts';
import { patternFault } from '../pattern.ts';
import { id, language, listOf, publicId, textThat, words } from './parts.ts';

const concept = z.strictObject({
  id: id().describe('Its name in reasons, tags and suggestions.'),
  kind: z.enum(CONCEPT_KINDS).default('idea').describe('What it is.'),
  names: z
    .record(language(), z.array(words()))
    .default({})
    .describe('Right spellings by language, `{ en: […], ru: […] }`. They match in inflected forms.'),
  seenAs: listOf(words()).describe(
    'Spellings that match too, but count as differing when accounts are compared.',
  ),
  weak: listOf(words()).describe(
    'Names that may mean something else: they count only beside another name of the same facet.',
  ),
});

const facetConcept = concept.extend({
  also: listOf(id()).describe('Other facets it counts for too.'),
});

const facet = z.strictObject({
  id: id().describe('Its name in reasons and references.'),
  title: words()
    .optional()
    .describe(
      "What people read; by default the first name of the concept of that id, or else the id's words.",
    ),
  required: z.boolean().default(true).describe('An article in which it does not show up is rejected.'),
  concepts: listOf(facetConcept).describe('What it consists of.'),
});

const tagRule = z.strictObject({
  id: id().describe('The term of the tag, and the name of its feed.'),
  label: words()
    .optional()
    .describe(
      "What readers see; by default the first name of the concept of that id, or else the id's words.",
    ),
  anyOf: listOf(id()).describe('Any of these concepts is named.'),
  allOf: listOf(id()).describe('All of these concepts are named.'),
  languages: listOf(language()).describe('The article is in one of these languages.'),
  sources: listOf(id()).describe('The source has one of these ids or is of one of these kinds.'),
  feed: z.boolean().default(false).describe('The tag gets a feed of its own.'),
});

const pattern = () =>
  z.string().check((context) => {
    const fault = patternFault(context.value);
    if (fault) context.issues.push({ code: 'custom', input: context.value, params: { ...fault } });
  });

const exclusion = z.strictObject({
  id: id().describe('Its name in reasons.'),
  phrases: listOf(words()).describe('Texts that are matched like names.'),
  pattern: pattern().optional().describe('A regular expression of JavaScript, with the flags `iu`.'),
  effect: z
    .enum(['mask', 'reject'])
    .default('mask')
    .describe('`mask`: what it covers counts as not said. `reject`: the article is out.'),
  field: z.enum(['title', 'any']).default('any').describe('Where it is looked for.'),
});

const threshold = () => z.union([z.literal('auto'), z.number().min(0).max(1)]).default('auto');

/** A path or a pattern of paths, relative to the file it stands in. */
const files = () =>
  listOf(
    textThat('a path with forward slashes; * stands for any name', (value) => {
      if (value === '') return { what: 'is empty' };
      return value.includes('\\') ? { what: 'holds a backslash', write: value.replaceAll('\\', '/') } : null;
    }),
  );

/** config/topics/ID.yaml, or the same as JSON. */
export const topicSchema = z
  .strictObject({
    id: publicId().describe('Its permanent name, and that of its feeds.'),
    title: words().describe('What people read.'),
    description: words().optional().describe('What the topic is about, in a sentence or two.'),
    facets: listOf(facet).describe('The sides of the topic, each with its concepts.'),
    concepts: listOf(concept).describe('Concepts that count for no facet and only make tags.'),
    conceptsFrom: files().describe(
      'CSV files with more concepts: columns id, kind, facet, language, name, seenAs, weak; one row a name.',
    ),
    tags: listOf(z.union([id(), tagRule])).describe('A concept, by its id, or a rule with an id of its own.'),
    exclude: listOf(exclusion).describe('Text that looks like the topic and is not.'),
    examples: z
      .strictObject({
        positive: files().describe(
          'Documents on the topic: txt, md, html, json or jsonl files, such as `examples/*.txt`.',
        ),
        negative: files().describe('Documents that look alike and are not on it.'),
      })
      .prefault({})
      .describe('Documents the topic learns from.'),
    thresholds: z
      .strictObject({
        accept: threshold().describe(
          'The score from which an article is accepted; `auto` follows examples and labels, a number freezes it.',
        ),
        review: threshold().describe('The score from which it is put up for review.'),
      })
      .prefault({})
      .describe('Where the lines are drawn, from 0 to 1.'),
    breadth: z
      .enum(['broad', 'normal', 'narrow'])
      .default('normal')
      .describe('Whether neighbouring subjects are welcome. It moves automatic thresholds only.'),
  })
  .meta({ title: 'topics/ID.yaml', description: 'What is watched.' });

export type TopicFile = z.output<typeof topicSchema>;
export type ConceptEntry = z.output<typeof concept>;
export type TagEntry = TopicFile['tags'][number];
