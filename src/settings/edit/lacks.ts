import type { Lack } from '../../watchlist/draft/lacks.ts';
import { texts } from '../rules.ts';
import { readYaml } from '../yaml.ts';
import { addPair, append, type Edit } from './document.ts';
import { changeTopic } from './topic.ts';
import { checkedTopicFile, type EditedFile } from './topic-file.ts';

/**
 * The file of a topic with what it lacks added, each with a comment that says what it was drafted from, and with a pattern among
 * its examples. All other bytes stay. The text is checked as it will be when it is loaded.
 *
 * @throws SettingsError where the file cannot be edited in place
 */
export async function withLacks(
  dir: string,
  topicId: string,
  lacks: readonly Lack[],
  pattern: string,
): Promise<EditedFile> {
  const { after, ...file } = await checkedTopicFile(dir, topicId, (text, name) =>
    lacks.reduce((now, lack) => withLack(now, name, topicId, lack), text),
  );
  // The examples are not there yet, so that a pattern for them could not be checked.
  return { ...file, after: withExamples({ text: after, file: file.path }, pattern).text };
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
