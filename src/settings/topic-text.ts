import type { Draft, DraftConcept, DraftFacet } from '../watchlist/draft/draft.ts';
import { scalar } from './edit/scalar.ts';

/** What a person says of a topic to be written. */
export interface TopicHead {
  readonly id: string;
  readonly title: string;
  /** Paths or patterns from the folder of the topic files. */
  readonly examples: readonly string[];
}

/**
 * The text of a topic file that holds a draft, with comments that say what it was drafted from. Equal drafts give equal texts.
 */
export function topicText({ id, title, examples }: TopicHead, draft: Draft): string {
  return `${[
    '# yaml-language-server: $schema=../schema/topic.schema.json',
    `# Drafted from ${counted(draft.documents, 'document')} (${draft.languages
      .map(({ language, documents }) => `${language} ${documents}`)
      .join(', ')}); make it yours. Behind each concept stands in how many of them it was found, and`,
    '# how often. names: right spellings, matched in inflected forms. seenAs: other spellings that were met; move what is right to',
    '# names, and take out what is somebody else. weak: counts only beside another name of its facet. "topicwatch topic check" says',
    '# how well the topic knows its own examples.',
    '',
    `id: ${id}`,
    `title: ${scalar(title)}`,
    '',
    ...facetLines(draft),
    ...conceptSection(draft.concepts),
    ...termComments(draft),
    ...leftOutComment(draft.leftOut),
    '# What the topic learns from. A folder of documents that look alike and are not on it goes under negative.',
    'examples:',
    `  positive: [${examples.map(scalar).join(', ')}]`,
  ].join('\n')}\n`;
}

function facetLines({ facets, sole }: Draft): readonly string[] {
  if (facets.length > 0) {
    return [
      '# The documents pair two sides; an article must name both.',
      'facets:',
      ...facets.flatMap(facetEntry),
    ];
  }
  if (sole === null) return [];
  return [
    '# The documents pair no two sides, so the topic goes by its examples. This is what most of them name: as a facet it would',
    '# reject every article that names none of these. Take the signs off where you want that, and the same ids out of concepts.',
    ...['facets:', ...facetEntry(sole)].map((line) => (line === '' ? '' : `# ${line}`)),
  ];
}

const facetEntry = ({ id, title, concepts }: DraftFacet): readonly string[] => [
  `  - id: ${id}`,
  `    title: ${scalar(title)}`,
  '    concepts:',
  ...concepts.flatMap((concept) => conceptLines(concept, '      ')),
  '',
];

function conceptSection(concepts: readonly DraftConcept[]): readonly string[] {
  if (concepts.length === 0) return [];
  return [
    '# Named in the documents, and on no side: they make tags once they are listed under "tags".',
    'concepts:',
    ...concepts.flatMap((concept) => conceptLines(concept, '  ')),
    '',
  ];
}

/** One concept as an entry of a list. */
function conceptLines(
  { id, kind, names, seenAs, weak, documents, count }: DraftConcept,
  indent: string,
): readonly string[] {
  const languages = Object.entries(names).map(
    ([language, all]) => `${language}: [${all.map(scalar).join(', ')}]`,
  );
  const lists = { seenAs, weak };
  return [
    `- id: ${id} # in ${counted(documents, 'document')}, ${count === 1 ? 'once' : `${count} times`}`,
    `  kind: ${kind}`,
    ...(languages.length > 0 ? [`  names: { ${languages.join(', ')} }`] : []),
    ...Object.entries(lists).flatMap(([key, all]) =>
      all.length === 0 ? [] : [`  ${key}: [${all.map(scalar).join(', ')}]`],
    ),
  ].map((line) => indent + line);
}

function termComments({ terms, documents, background }: Draft): readonly string[] {
  if (terms.length === 0) return [];
  const ordinary =
    background > 0
      ? `# they are compared with ${counted(background, 'other document')}, the most telling come first.`
      : '# common words are among it, since no other documents showed what is ordinary.';
  return [
    '# What the documents share besides names. The examples below teach it, and it need not be written down;',
    ordinary,
    ...terms.map(({ text, language, documents: named, weight }) => {
      const telling = background > 0 ? `, weight ${weight.toFixed(1)}` : '';
      return `#   ${text} (${language}): in ${named} of ${documents}${telling}`;
    }),
    '',
  ];
}

function leftOutComment(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + name.length < 110) lines[lines.length - 1] = `${last}, ${name}`;
    else lines.push(`#   ${name}`);
  }
  return ['# Named too seldom, or as much elsewhere, and left out:', ...lines, ''];
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
