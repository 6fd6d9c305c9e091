import type { Judgement } from '../domain/change.ts';
import type { Decision, TagGiven } from '../domain/verdict.ts';
import type { Change } from './change.ts';
import type { Connection } from './connection.ts';

interface StoredJudgement {
  readonly topic_hash: string;
  readonly decision: Decision;
  readonly score: number;
  readonly accept_at: number;
  readonly evidence: string;
  readonly since: string;
}

/** Stores judgements, each in place of the one on the same article for the same topic. */
export function writeJudgements(change: Change, judgements: readonly Judgement[]): void {
  for (const judgement of judgements) writeJudgement(change, judgement);
  const topics = new Map(judgements.map(({ topicId, topicHash }) => [topicId, topicHash]));
  for (const [topicId, topicHash] of topics) advanceJudged(change.connection, topicId, topicHash);
}

function writeJudgement(change: Change, judgement: Judgement): void {
  const { connection } = change;
  const { topicId, topicHash, decision, score, acceptAt, tags } = judgement;
  const n = change.numberOf(judgement.articleId);
  const before = connection.get<StoredJudgement>(
    `select topic_hash, decision, score, accept_at, evidence, since from judgements where article = ? and topic_id = ?`,
    n,
    topicId,
  );
  const evidence = evidenceOf(judgement);
  const same =
    before !== undefined &&
    before.topic_hash === topicHash &&
    before.decision === decision &&
    before.score === score &&
    before.accept_at === acceptAt &&
    before.evidence === evidence;
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

interface JudgedRow {
  readonly topic_hash: string;
  readonly upto: number;
}

/** Up to which article all are judged under this hash of the topic: the search for those that are not begins after it. */
export function judgedUpto(connection: Connection, topicId: string, topicHash: string): number {
  const row = connection.get<JudgedRow>('select topic_hash, upto from judged where topic_id = ?', topicId);
  return row?.topic_hash === topicHash ? row.upto : 0;
}

/** The first articles after number `after` that have content but no verdict under this hash of the topic. */
export function unjudged(
  connection: Connection,
  topicId: string,
  topicHash: string,
  after: number,
  limit: number,
): readonly number[] {
  const rows = connection.all<{ n: number }>(
    `select a.n from articles a
     where a.n > ? and a.forgotten = 0 and not exists (
       select 1 from judgements j where j.article = a.n and j.topic_id = ? and j.topic_hash = ?
     ) order by a.n limit ?`,
    after,
    topicId,
    topicHash,
    limit,
  );
  return rows.map((row) => row.n);
}

/** Without this mark, asking what is left to judge would go through the whole corpus in every cycle. */
function advanceJudged(connection: Connection, topicId: string, topicHash: string): void {
  const [next] = unjudged(connection, topicId, topicHash, judgedUpto(connection, topicId, topicHash), 1);
  const last = connection.get<{ n: number | null }>('select max(n) as n from articles');
  connection.run(
    'insert or replace into judged (topic_id, topic_hash, upto) values (?, ?, ?)',
    topicId,
    topicHash,
    next === undefined ? (last?.n ?? 0) : next - 1,
  );
}
