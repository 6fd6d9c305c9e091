/** By which words Korean attributions are told. */

/** A verb of saying at the end of a sentence or of a clause; in the North's papers 규탄했다 is written 규탄하였다. */
export const SAY: ReadonlySet<string> = new Set(
  (
    '밝혔다 밝혔습니다 밝히며 밝힌 전했다 전하며 전했습니다 보도했다 보도하며 보도했습니다 발표했다 발표했습니다 발표하며 말했다 말했습니다 설명했다 알렸다 확인했다 ' +
    '주장했다 강조했다 덧붙였다 추정했다 공개했다 분석했다 집계했다 통보했다 답했다 보고했다 내다봤다 적었다 썼다 올렸다 게시했다 공지했다 예보했다 지적했다 언급했다 ' +
    '평가했다 경고했다 반박했다 소개했다 진단했다 예상했다 전망했다 귀띔했다 짚었다 꼬집었다 인정했다 부인했다 규탄했다 비난했다 말했었다 내다보았다 추산했다 판단했다 우려했다 약속했다 회고했다 털어놨다'
  )
    .split(' ')
    .flatMap((verb) => (verb.endsWith('했다') ? [verb, verb.replace('했다', '하였다')] : [verb])),
);
/** Behind what somebody says: 열겠다고, "열겠다"며. */
export const QUOTATIVE = /^(?:고|며|면서)$|(?:다|라|자|냐)(?:고|며|면서)$/u;
/** Particles of a subject. */
export const SUBJECT = /(?:은|는|이|가|도)$/u;
export const PARTICLES =
  /(?:으로부터|로부터|에서는|에서도|에서|에게|에는|에도|에|은|는|이|가|을|를|과|와|도|의|로|측은|측)$/u;
/** Before a body's name, without telling whose it is. */
export const NO_PLACES =
  /^(?:이날|이번|현지|당시|해당|관할|우리|그|이|한|또|또한|한편|앞서|특히|각|전|현|같은|다른|지난|오전|오후|북|남)$/u;

/** A word of a sentence, in UTF-16 units of it. */
export interface KoreanWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A word, with what stands in brackets between it and its particle: 뉴욕타임스(NYT)는. */
const WORD = /[\p{L}\p{N}·]{1,60}(?:\([^()\s]{1,14}\)\p{Script=Hangul}{0,2}(?!\p{L}))?/gu;

/** The words of a sentence, without what stands in brackets. */
export function wordsOf(sentence: string): readonly KoreanWord[] {
  return Array.from(sentence.slice(0, 2_000).matchAll(WORD), ({ 0: text, index }) => ({
    text: text.replace(/\(.*\)/u, ''),
    start: index,
    end: index + text.length,
  }));
}
