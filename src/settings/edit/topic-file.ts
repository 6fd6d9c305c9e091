import { join } from 'node:path';
import type { Topic } from '../../domain/topic.ts';
import { loadSources, settingsTexts, shownPath, topicOf } from '../load.ts';
import { fileProblem, SettingsError } from '../problem.ts';
import { texts } from '../rules.ts';
import { readYaml } from '../yaml.ts';

/** A topic's file before and after an edit. */
export interface EditedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** What it says then. */
  readonly topic: Topic;
}

/**
 * The file that holds a topic, whatever its name, and what it says.
 *
 * @throws SettingsError where none does
 */
async function topicFileOf(
  dir: string,
  topicId: string,
): Promise<{ readonly path: string; readonly before: string }> {
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

/**
 * What an edit makes of the file that holds a topic; nothing is written. The text is checked as it will be when it is loaded.
 *
 * @param edit is given the text, and what to call the file in messages
 * @throws SettingsError, and what `edit` throws
 */
export async function checkedTopicFile(
  dir: string,
  topicId: string,
  edit: (text: string, file: string) => string,
): Promise<EditedFile> {
  const { path, before } = await topicFileOf(dir, topicId);
  const after = edit(before, shownPath(path));
  const sources = await loadSources(dir);
  const topic = await topicOf(
    after,
    path,
    sources.map(({ id }) => id),
  );
  return { path, before, after, topic };
}
