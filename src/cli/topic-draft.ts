import type { Topic } from '../domain/topic.ts';
import type { ExampleFile } from '../settings/example-files.ts';
import type { Draft } from '../watchlist/draft/draft.ts';
import type { DraftDocument } from '../watchlist/draft/mentions.ts';

/** A topic file that was drafted, and the documents that go beside it, by their paths below the folder of the topics. */
interface DraftedFile {
  readonly id: string;
  readonly text: string;
  readonly examples: ReadonlyMap<string, string>;
  /** What a person should know of it. */
  readonly advice: readonly string[];
}

/**
 * Drafts a new topic from documents.
 *
 * @param background a file of other articles, or those that are at hand
 * @param taken topics that are there already
 */
export async function draftTopicFile(
  paths: readonly string[],
  options: {
    readonly id?: string;
    readonly title?: string;
    readonly background: readonly DraftDocument[];
    readonly taken: readonly Pick<Topic, 'id'>[];
  },
): Promise<DraftedFile> {
  const { draftFrom } = await import('../pipeline/topic-draft.ts');
  const { examplesFolder, readExampleFiles } = await import('../settings/example-files.ts');
  const { mintTopicId } = await import('../settings/mint.ts');
  const { topicText } = await import('../settings/topic-text.ts');
  const files = await readExampleFiles(paths);
  const draft = draftFrom(
    files.flatMap(({ documents }) => documents),
    options.background,
  );
  const title = options.title ?? titleOf(draft);
  const id = options.id ?? mintTopicId(title, new Set(options.taken.map((topic) => topic.id)));
  const folder = examplesFolder(id);
  return {
    id,
    text: topicText({ id, title, examples: [`${folder}/*`] }, draft),
    examples: copiesIn(folder, files),
    advice: adviceOn(draft, options.background.length),
  };
}

export function copiesIn(folder: string, files: readonly ExampleFile[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ name, text }) => [`${folder}/${name}`, text]));
}

/** The articles of a file that show what is ordinary. */
export async function backgroundFile(path: string): Promise<readonly DraftDocument[]> {
  const { documentOf } = await import('../pipeline/topic-draft.ts');
  const { loadExamples } = await import('../settings/load.ts');
  return (await loadExamples([path], '')).map(documentOf);
}

function titleOf({ facets, sole }: Draft): string {
  return facets.map(({ title }) => title).join(' and ') || sole?.title || 'My topic';
}

/** Few documents show only a corner of a topic. */
const ENOUGH = 3;

function adviceOn({ documents, facets, languages }: Draft, background: number): readonly string[] {
  const sides = facets.length > 1 ? `two sides, ${facets.map(({ title }) => title).join(' and ')}` : '';
  return [
    `Drafted from ${documents} ${documents === 1 ? 'document' : 'documents'} (${languages
      .map(({ language }) => language)
      .join(', ')})${sides && `: ${sides}`}.`,
    ...(documents < ENOUGH
      ? [`Add more where you can: ${ENOUGH} to 5 documents show what they have in common.`]
      : []),
    ...(background === 0
      ? ['Nothing showed what is ordinary: with --background FILE, or a corpus, common words weigh less.']
      : []),
    ...(facets.length === 0
      ? [
          'They pair no two sides, so the topic goes by its examples; add facets where you know what must be named.',
        ]
      : []),
  ];
}
