import type { FailureReason, FetchOutcome } from '../domain/source.ts';
import type { Instant } from '../domain/time.ts';
import { type FilledAddress, shownAddress } from './addresses.ts';
import { BadCoding, TooLarge } from './codings.ts';
import { Stopped } from './exchange.ts';
import { AddressRefused } from './guard.ts';

type Failed = FetchOutcome & { readonly kind: 'failed' };

/** A failure as the port has it. */
export function failure(
  reason: FailureReason,
  message: string,
  answer: { readonly status: number; readonly retryAt: Instant | null } | null = null,
): Failed {
  return {
    kind: 'failed',
    reason,
    status: answer?.status ?? null,
    message,
    retryAt: answer?.retryAt ?? null,
  };
}

/** What an error of an exchange means for a person. Throws it again where it is none of the network's. */
export function failureOf(error: unknown, address: FilledAddress, redirected: boolean): Failed {
  const where = shownAddress(address);
  if (error instanceof AddressRefused) {
    const what = `${error.address}, which is not a public address; where that is meant,`;
    return redirected
      ? failure('redirect', `a redirect leads to ${where} at ${what} write that address into sources.yaml`)
      : failure('refused', `${where} leads to ${what} name its host in http.allowPrivateHosts`);
  }
  if (error instanceof TooLarge) {
    return failure('too-large', `${where} sent ${error.message}; where that is meant, raise http.maxBytes`);
  }
  if (error instanceof BadCoding) {
    return failure(
      'encoding',
      `${where} sent a body that cannot be decompressed (${error.message}); tell the publisher`,
    );
  }
  if (error instanceof Stopped) {
    return failure('timeout', `${where} ${STOPPED[error.message] ?? error.message}`);
  }
  const code = codeOf(error);
  if (code === null || BUG.test(code)) throw error;
  const { reason, advice } = BY_CODE.find(({ pattern }) => pattern.test(code)) ?? OTHERWISE;
  return failure(reason, `${where} ${advice} (${code})`);
}

const STOPPED: Readonly<Record<string, string>> = {
  timeout: 'took longer than http.timeoutSeconds; it will be tried again',
  aborted: 'was left because topicwatch was stopped; it will be tried again',
};

const BUG = /^(?:ERR_INVALID_ARG|UND_ERR_INVALID_ARG|ERR_ASSERTION)/;

const BY_CODE: readonly {
  readonly pattern: RegExp;
  readonly reason: FailureReason;
  readonly advice: string;
}[] = [
  {
    pattern: /^(?:ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/,
    reason: 'dns',
    advice: 'has a host name that was not found; check its spelling, and that this machine has a name server',
  },
  {
    pattern: /TIMEDOUT|TIMEOUT/,
    reason: 'timeout',
    advice: 'did not answer in time; it will be tried again',
  },
  {
    pattern: /^(?:CERT_|ERR_TLS_|ERR_SSL_|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/,
    reason: 'tls',
    advice: 'could not prove who it is; open it in a browser to see why, or check https:// and the port',
  },
  {
    pattern: /^UND_ERR_HEADERS_OVERFLOW|^HPE_HEADER_OVERFLOW/,
    reason: 'too-large',
    advice: 'sent more headers than topicwatch reads; tell the publisher',
  },
  {
    pattern: /^HPE_|CONTENT_LENGTH_MISMATCH/,
    reason: 'http',
    advice: 'broke the rules of HTTP in its answer; it will be tried again, tell the publisher if that lasts',
  },
  {
    pattern: /^ECONNREFUSED/,
    reason: 'connect',
    advice: 'refused the connection; check the address and the port',
  },
];

const OTHERWISE = {
  reason: 'connect',
  advice: 'broke off the connection, or could not be reached; it will be tried again',
} as const;

/** The code of an error or of what caused it: several addresses that were tried give one error over all. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') return code;
  if (error.name === 'HTTPParserError') return 'HPE_INVALID'; // undici knows no code for some
  return codeOf(error instanceof AggregateError ? error.errors[0] : error.cause);
}

/** What an answer other than 2xx, 304 and 410 means, and what to do. */
export function adviceOn(status: number): string {
  if (status === 401 || status === 407)
    return 'wants a name and a password; put them in its address as secrets';
  if (status === 403 || status === 451) {
    return 'refuses to serve topicwatch; look whether its publisher offers another address, or disable the source';
  }
  if (status === 404)
    return 'has nothing at this address; look for the new one with topicwatch sources add SITE';
  if (status === 429) return 'asks to be polled less often; it will be';
  if (status >= 500) return 'has trouble of its own; it will be tried again';
  return 'gave no feed; open it in a browser to see what it wants';
}
