import type { Answer } from '../domain/label.ts';
import type { Decision, Verdict } from '../domain/verdict.ts';

/** What a person's answer counts for, in log-odds: nothing makes up for it. */
const SETTLED = 10;

/** The verdict on an article a person has answered for: theirs decides, the score stays what it would have been without. */
export function decidedByLabel(verdict: Verdict, answer: Answer, title: string): Verdict {
  const decision: Decision = answer === 'yes' ? 'accepted' : 'rejected';
  const instead = verdict.decision === 'review' ? 'put up for review' : verdict.decision;
  return {
    ...verdict,
    decision,
    reasons: [
      {
        rule: 'label',
        facets: [],
        field: 'title',
        quote: title,
        count: 1,
        weight: answer === 'yes' ? SETTLED : -SETTLED,
        learned: false,
      },
      ...verdict.reasons,
    ],
    flip: `It was labelled ${answer}; without the label it would ${decision === verdict.decision ? 'also ' : ''}have been ${instead}.`,
  };
}
