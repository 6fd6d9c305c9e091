import { join, relative } from 'node:path';
import type { ChangedFile, FoundSource, SettingsChange, SettingsEditor } from '../../domain/suggestion.ts';
import { checkSources, readText, settingsTexts, shownPath } from '../load.ts';
import { mintSourceId } from '../mint.ts';
import { fileProblem, SettingsError } from '../problem.ts';
import { texts } from '../rules.ts';
import { isKnownLanguage } from '../schema/parts.ts';
import { readYaml } from '../yaml.ts';
import { replaceFile } from './save.ts';
import { addSources, setSourceKey } from './sources.ts';
import { changeTopic } from './topic.ts';
import { checkedTopicFile } from './topic-file.ts';

/** Edits the settings of a folder as suggestions ask for. */
export function settingsEditor(dir: string): SettingsEditor {
  return {
    texts: async () => Object.fromEntries(await settingsTexts(dir)),
    preview: (change) => ('topicId' in change ? previewTopic(dir, change) : previewSources(dir, change)),
    write: ({ file, before, after }) => replaceFile(join(dir, file), before, after),
  };
}

async function previewTopic(
  dir: string,
  change: Extract<SettingsChange, { readonly topicId: string }>,
): Promise<ChangedFile> {
  const { path, ...edited } = await checkedTopicFile(dir, change.topicId, (text, file) =>
    changeTopic(text, file, change),
  );
  return { file: relative(dir, path), ...edited };
}

async function previewSources(
  dir: string,
  change: Exclude<SettingsChange, { readonly topicId: string }>,
): Promise<ChangedFile> {
  const file = 'sources.yaml';
  const before = await readText(join(dir, file));
  const after = changedSources(before, shownPath(join(dir, file)), change);
  checkSources(readYaml(after, shownPath(join(dir, file))), dir);
  return { file, before, after, topic: null };
}

function changedSources(
  text: string,
  file: string,
  change: Exclude<SettingsChange, { readonly topicId: string }>,
): string {
  switch (change.kind) {
    case 'disable-source':
      return setSourceKey(text, file, change.sourceId, 'disabled', change.reason);
    case 'move-source':
      return setSourceKey(text, file, change.sourceId, 'url', change.url);
    case 'add-source': {
      if (change.feed === null) {
        const advice = 'let its feed be looked for first: topicwatch suggest --look';
        throw new SettingsError([fileProblem(file, `no feed of ${change.site} is known yet`, advice)]);
      }
      const taken = new Set(texts(readYaml(text, file).value, '*.id').map(({ value }) => value));
      return addSources(text, file, [sourceOf(change.feed, taken)]);
    }
  }
}

function sourceOf({ url, title, language }: FoundSource, taken: ReadonlySet<string>) {
  return {
    id: mintSourceId(title, url, taken),
    url,
    ...(title !== null && title !== '' && { title }),
    ...(language !== null && isKnownLanguage(language) && { language }),
  };
}
