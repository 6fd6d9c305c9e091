import type { Judgement } from '../domain/change.ts';
import type { Decision, TagGiven } from '../domain/verdict.ts';
import type { Change } from './change.ts';
import type { Connection } from './connection.ts';
import { markJudged } from './judged.ts';

interface StoredJudgement {
  readonly topic_hash: string;
  readonly decision: Decision;
  readonly score: number;
  readonly accept_at: number;
  readonly evidence: string;
  readonly since: string;
  readonly stale: number;
}

/** Stores judgements, each in place of the one on the same article for the same topic. */
export function writeJudgements(change: Change, judgements: readonly Judgement[]): void {
  for (const judgement of judgements) writeJudgement(change, judgement);
  const topics = new Map(judgements.map(({ topicId, topicHash }) => [topicId, topicHash]));
  for (const [topicId, topicHash] of topics) markJudged(change.connection, topicId, topicHash);
}

function writeJudgement(change: Change, judgement: Judgement): void {
  const { connection } = change;
  const { topicId, topicHash, decision, score, acceptAt, tags } = judgement;
  const n = change.numberOf(judgement.articleId);
  const before = change.isNew(n) ? undefined : stored(connection, n, topicId);
  const evidence = evidenceOf(judgement);
  const same =
    before !== undefined &&
    before.topic_hash === topicHash &&
    before.decision === decision &&
    before.score === score &&
    before.accept_at === acceptAt &&
    before.evidence === evidence &&
    before.stale === 0;
  const tagsChanged = writeTags(connection, n, topicId, tags, before === undefined);
  if (same && !tagsChanged) return;
  connection.run(
    `insert or replace into judgements (article, topic_id, topic_hash, decision, score, accept_at, evidence, since)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
    n,
    topicId,
    topicHash,
    decision,
    score,
    acceptAt,
    evidence,
    before?.decision === decision ? before.since : change.at,
  );
  if (decision !== 'rejected' || (before && before.decision !== 'rejected')) change.visible = true;
  if ((decision === 'accepted') !== (before?.decision === 'accepted')) change.reindex.add(n);
}

const stored = (connection: Connection, n: number, topicId: string): StoredJudgement | undefined =>
  connection.get<StoredJudgement>(
    'select topic_hash, decision, score, accept_at, evidence, since, stale from judgements where article = ? and topic_id = ?',
    n,
    topicId,
  );

/** The part of a judgement that is only ever read whole. */
export type Evidence = Pick<Judgement, 'reviewAt' | 'reasons' | 'missing' | 'nearest' | 'flip' | 'judged'>;

function evidenceOf({ reviewAt, reasons, missing, nearest, flip, judged }: Judgement): string {
  return JSON.stringify({ reviewAt, reasons, missing, nearest, flip, judged } satisfies Evidence);
}

/** @returns whether they are others than before. @param fresh there were none before. */
function writeTags(
  connection: Connection,
  n: number,
  topicId: string,
  tags: readonly TagGiven[],
  fresh: boolean,
): boolean {
  if (!fresh) {
    const before = connection.all<TagGiven>(
      'select tag, because from tags where article = ? and topic_id = ? order by position',
      n,
      topicId,
    );
    const same = before.length === tags.length && before.every((tag, i) => isSame(tag, tags[i]));
    if (same) return false;
    connection.run('delete from tags where article = ? and topic_id = ?', n, topicId);
  }
  tags.forEach(({ tag, because }, position) => {
    connection.run('insert into tags values (?, ?, ?, ?, ?)', n, topicId, position, tag, because);
  });
  return tags.length > 0 || !fresh;
}

const isSame = (a: TagGiven, b: TagGiven | undefined): boolean => a.tag === b?.tag && a.because === b.because;
