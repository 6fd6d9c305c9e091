import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { TooLarge } from './codings.ts';

/** The time for an answer is over, or the caller lost interest. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** The connection broke before a byte of an answer came; `cause` says how. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As sent, codings and all. Empty where the status is not 2xx. */
  readonly body: Uint8Array;
}

export interface ExchangeLimits {
  /** For everything, from the first byte dialled to the last one read. */
  readonly milliseconds: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
}

/** So much of an error page is read to keep its connection; a longer one costs the connection. */
const UNWANTED_BYTES = 65_536;

/**
 * One GET. Rejects with `Stopped`, `TooLarge`, `Unanswered`, or an error of undici, Node or the connector, which carry a `code`.
 *
 * It speaks to the dispatcher itself, not by `undici.request`: a stream for each answer costs a quarter of the
 * idle polls a CPU second, and limits are kept more plainly where the chunks arrive.
 */
export function exchange(
  dispatcher: Dispatcher,
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: ExchangeLimits,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const { signal } = limits;
  let controller: Dispatcher.DispatchController | null = null;
  let answer: Omit<Answer, 'body'> = { status: 0, headers: {} };
  let body = createCollector(0, 0);
  let stopped: Error | null = null;

  const stop = (reason: Error): void => {
    stopped ??= reason;
    controller?.abort(stopped);
    reject(stopped); // at once: a connection that hangs has no controller yet
  };
  // The status is all that matters of an error, so that an endless error page is one too.
  const cutShort = (): void => {
    resolve({ ...answer, body: body.bytes() });
    stop(new Stopped('unwanted'));
  };
  const timer = setTimeout(() => stop(new Stopped('timeout')), limits.milliseconds);
  const onAbort = () => stop(new Stopped('aborted'));
  signal?.addEventListener('abort', onAbort, { once: true });

  dispatcher.dispatch(
    { origin: url.origin, path: url.pathname + url.search, method: 'GET', headers: { ...headers } },
    {
      onRequestStart(started) {
        controller = started;
        if (stopped) started.abort(stopped);
      },
      onResponseStart(_controller, status, received) {
        if (status < 200) return; // an interim answer, RFC 9110 §15.2
        answer = { status, headers: received };
        if (!isSuccess(status)) return;
        const declared = Number(received['content-length'] ?? 0);
        if (declared > limits.maxBytes) stop(new TooLarge(`${declared} bytes announced`));
        body = createCollector(limits.maxBytes, declared);
      },
      onResponseData(_controller, chunk) {
        if (body.add(chunk)) return;
        if (isSuccess(answer.status)) stop(new TooLarge(`more than ${limits.maxBytes} bytes`));
        else if (body.passed() > UNWANTED_BYTES) cutShort();
      },
      onResponseEnd: () => resolve({ ...answer, body: body.bytes() }),
      onResponseError: (_controller, error) => {
        const isUnanswered = answer.status === 0 && BROKEN.has((error as NodeJS.ErrnoException).code ?? '');
        reject(stopped ?? (isUnanswered ? new Unanswered('no answer', { cause: error }) : error));
      },
    },
  );
  if (signal?.aborted) onAbort();
  return promise.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  });
}

const BROKEN: ReadonlySet<string> = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/**
 * Gathers chunks in one growing buffer: a list of them would let a body sent in single bytes take two hundred times its size.
 */
function createCollector(most: number, expected: number) {
  let held = new Uint8Array(Math.min(most, Math.max(expected, 16_384), 1_048_576));
  let length = 0;
  let passed = 0;
  return {
    /** False, holding no more than before, where it would be more than `most` in all. */
    add(chunk: Uint8Array): boolean {
      passed += chunk.length;
      if (length + chunk.length > most) return false;
      if (length + chunk.length > held.length) {
        const grown = new Uint8Array(Math.min(most, Math.max(held.length * 2, length + chunk.length)));
        grown.set(held.subarray(0, length));
        held = grown;
      }
      held.set(chunk, length);
      length += chunk.length;
      return true;
    },
    passed: () => passed,
    bytes: () => held.slice(0, length),
  };
}
