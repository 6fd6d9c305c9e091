import { join } from 'node:path';
import type { Lack } from '../watchlist/draft-lacks.ts';
import { changeTopic } from './edit-topic.ts';
import { addPair, append, type Edit } from './edit-yaml.ts';
import { loadSources, settingsTexts, shownPath, topicOf } from './load.ts';
import { fileProblem, SettingsError } from './problem.ts';
import { texts } from './rules.ts';
import { readYaml } from './yaml.ts';

/** What learning makes of a topic's file; nothing is written yet. */
export interface LearnedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The file of a topic with what it lacks added, each with a comment that says what it was drafted from, and with a pattern among its
 * examples. All other bytes stay. The text is checked as it will be when it is loaded.
 *
 * @throws SettingsError where the file cannot be edited in place
 */
export async function withLacks(
  dir: string,
  topicId: string,
  lacks: readonly Lack[],
  pattern: string,
): Promise<LearnedFile> {
  const { path, before } = await fileOf(dir, topicId);
  const file = shownPath(path);
  const taught = lacks.reduce((text, lack) => withLack(text, file, topicId, lack), before);
  const sources = await loadSources(dir);
  await topicOf(
    taught,
    path,
    sources.map(({ id }) => id),
  );
  return { path, before, after: withExamples({ text: taught, file }, pattern).text };
}

async function fileOf(dir: string, topicId: string) {
  for (const [name, before] of await settingsTexts(dir)) {
    const isTopic = name.startsWith('topics/');
    const path = join(dir, name);
    if (
      isTopic &&
      texts(readYaml(before, shownPath(path)).value, 'id').some(({ value }) => value === topicId)
    )
      return { path, before };
  }
  const where = shownPath(join(dir, 'topics'));
  throw new SettingsError([
    fileProblem(where, `there is no topic "${topicId}"`, 'look at the ids of the files there'),
  ]);
}

function withLack(text: string, file: string, topicId: string, lack: Lack): string {
  if (lack.kind === 'name') {
    const { conceptId, language, name } = lack;
    return changeTopic(text, file, { kind: 'add-name', topicId, conceptId, language, name });
  }
  const { facet, concept } = lack;
  const { id, kind, names, seenAs, documents } = concept;
  const added = changeTopic(text, file, {
    kind: 'add-concept',
    topicId,
    facet,
    concept: { id, kind, names },
  });
  const spelled = seenAs.reduce(
    (now, name) => changeTopic(now, file, { kind: 'add-name', topicId, conceptId: id, language: null, name }),
    added,
  );
  return commented(spelled, id, `drafted: in ${documents} ${documents === 1 ? 'document' : 'documents'}`);
}

/** A comment behind the line on which a concept begins. */
function commented(text: string, id: string, comment: string): string {
  const line = new RegExp(`^( *- (?:\\{ )?id: ${id}(?![\\w-])[^#\\n\\r]*)$`, 'm');
  return text.replace(line, `$1 # ${comment}`);
}

function withExamples(edit: Edit, pattern: string): Edit {
  const { value } = readYaml(edit.text, edit.file);
  if (texts(value, 'examples.positive.*').some((found) => found.value === pattern)) return edit;
  const hasExamples = typeof value === 'object' && value !== null && 'examples' in value;
  return hasExamples
    ? append(edit, ['examples', 'positive'], pattern)
    : addPair(edit, [], 'examples', { positive: [pattern] });
}
