import type { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import type { Services } from '../pipeline/services.ts';

/** What a command is given besides its own arguments. */
export interface Context {
  readonly services: Services;
  /** `--json`: one JSON document on standard output and nothing else. */
  readonly json: boolean;
  /** `--config`, as an absolute path. */
  readonly configDir: string;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Standard error is a terminal: progress may be drawn. */
  readonly terminal: boolean;
}

/**
 * Makes a commander action of a handler. The handler gets the context first, then what commander passes (arguments,
 * options, the command), and resolves to the exit code; none means 0.
 */
export type Action = <A extends unknown[]>(
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler that says nothing is done
  handler: (context: Context, ...args: A) => Promise<number | void>,
) => (...args: A) => Promise<void>;

/** What a command's file exports: `define` adds its arguments, options and action. */
export interface CommandModule {
  define(command: Command, action: Action): void;
}

export const EXIT = { done: 0, failed: 1, usage: 2, busy: 75 } as const;

/** The arguments do not fit: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The work could not be done, for a reason a person can mend: exit code 1. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** Prints one JSON document, or, for people, what `text` makes. */
export function show(context: Context, value: unknown, text: () => string): void {
  const output = context.json ? JSON.stringify(value, null, 2) : text();
  context.stdout.write(output.endsWith('\n') ? output : `${output}\n`);
}

/** Resolves when the signal aborts. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
