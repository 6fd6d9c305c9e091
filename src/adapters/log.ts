import { createRequire } from 'node:module';
import type { Clock, Log } from '../domain/ports.ts';
import { createClock } from './clock.ts';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

export interface LogOptions {
  /** Lines below it are dropped. */
  readonly level: LogLevel;
  /** `text`: one readable line, the default. `json`: one JSON object a line, by pino. */
  readonly format?: 'text' | 'json';
  readonly clock?: Clock;
  /** Takes one line with its line feed; standard error, unless given. */
  readonly write?: (line: string) => void;
}

type Emit = (level: LogLevel, message: string, fields: object) => void;

/**
 * Log lines to standard error. Nothing is loaded or opened before the first line that is not dropped. What came from
 * outside cannot break a line or steer a terminal: control characters are written as escapes.
 */
export function createLog(options: LogOptions): Log {
  const { format = 'text', clock = createClock(), write = (line) => process.stderr.write(line) } = options;
  let emit: Emit | null = null;
  const at =
    (level: LogLevel) =>
    (message: string, fields: object = {}): void => {
      emit ??= format === 'json' ? jsonEmitter(clock, write) : textEmitter(clock, write);
      emit(level, message, fields);
    };
  const drop = () => {};
  const lowest = LOG_LEVELS.indexOf(options.level);
  const from = (level: LogLevel) => (LOG_LEVELS.indexOf(level) >= lowest ? at(level) : drop);
  return { debug: from('debug'), info: from('info'), warn: from('warn'), error: from('error') };
}

function jsonEmitter(clock: Clock, write: (line: string) => void): Emit {
  // Required, not imported: the port is synchronous, and pino should cost nothing while there is nothing to say.
  const { pino } = createRequire(import.meta.url)('pino') as typeof import('pino');
  const logger = pino(
    {
      level: 'debug',
      base: null,
      messageKey: 'message',
      timestamp: () => `,"time":"${clock.now().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.err },
    },
    { write },
  );
  return (level, message, fields) => logger[level](fields, message);
}

function textEmitter(clock: Clock, write: (line: string) => void): Emit {
  return (level, message, fields) => {
    const details = Object.entries(fields).map(([key, value]) => ` ${key}=${shown(value)}`);
    write(`${clock.now().toISOString()} ${level} ${escaped(message + details.join(''))}\n`);
  };
}

function shown(value: unknown): string {
  if (value instanceof Error) return JSON.stringify(value.message);
  if (typeof value === 'string' && /^[^\s"=]+$/.test(value)) return value;
  return JSON.stringify(value) ?? 'undefined';
}

const escaped = (line: string): string =>
  line.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
