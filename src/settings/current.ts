import type { Log } from '../domain/ports.ts';
import type { Settings } from '../domain/settings.ts';
import { SettingsError } from './problem.ts';

/**
 * The settings for a program that stays: read again when their files have changed, since a person edits them while it runs. While
 * what stands there cannot be used, the last that could be go on; the log says so once.
 *
 * @param load reads them. @param stamp changes when a file of theirs does.
 */
export function currentSettings(
  load: () => Promise<Settings>,
  stamp: () => Promise<string>,
  log: Log,
): () => Promise<Settings> {
  let at: string | null = null;
  let settings: Settings | null = null;
  return async () => {
    const now = await stamp();
    if (settings !== null && now === at) return settings;
    try {
      settings = await load();
    } catch (error) {
      if (settings === null || !(error instanceof SettingsError)) throw error;
      settings = { ...settings, unusable: error.message };
      log.error(
        `the settings were changed and cannot be used; the page goes on with the last ones: ${error.message}`,
      );
    }
    at = now;
    return settings;
  };
}
