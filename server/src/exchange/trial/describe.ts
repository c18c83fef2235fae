/** What a trial has come to, step by step. Pure. */
import type { Trial, TrialStep } from '@claimside/shared/api';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import type { StoredTrial, TrialAnswer } from '../../store/trials.ts';

export function describeTrial(trial: StoredTrial, answers: readonly TrialAnswer[]): Trial {
  const { id, askedAt, notWritten, file } = trial;
  const steps: TrialStep[] = [{ kind: 'asked', at: askedAt, messages: [] }];
  if (notWritten !== null) steps.push({ kind: 'not-written', at: askedAt, messages: [notWritten] });
  if (file) {
    steps.push({ kind: 'written', at: file.createdAt, messages: [] });
    if (file.sentAt !== null) steps.push({ kind: 'sent', at: file.sentAt, messages: [] });
    if (['unknown', 'held'].includes(file.state))
      steps.push({ kind: 'not-seen-to-arrive', at: file.stateSince, messages: [] });
  }
  const claims = file?.positions.length ?? 0;
  const told = answered(answers);
  return {
    id,
    fileName: file?.name ?? null,
    claims,
    steps: [...steps, ...told],
    outcome: outcomeOf(trial, told, claims, answers),
  };
}

const KINDS = new Set<string>([
  'file-accepted',
  'file-rejected',
  'clearinghouse-received',
  'clearinghouse-accepted',
  'clearinghouse-pended',
  'clearinghouse-rejected',
  'payer-received',
  'payer-accepted',
  'payer-rejected',
]);

const kindOf = (fact: ClaimFact): TrialStep['kind'] =>
  KINDS.has(fact.type) ? (fact.type as TrialStep['kind']) : 'other-answer';

function answered(answers: readonly TrialAnswer[]): TrialStep[] {
  const byKind = new Map<TrialStep['kind'], TrialAnswer[]>();
  for (const answer of answers) {
    const kind = kindOf(answer.fact);
    byKind.set(kind, [...(byKind.get(kind) ?? []), answer]);
  }
  return [...byKind].map(([kind, each]) => {
    const numbers = new Set(each.map(({ patientControlNumber }) => patientControlNumber));
    numbers.delete('');
    const messages = each.flatMap(({ fact }) =>
      'message' in fact && fact.message !== undefined ? [fact.message] : [],
    );
    return {
      kind,
      at: each[0]?.at ?? '',
      ...(numbers.size > 0 && { claims: numbers.size }),
      messages: [...new Set(messages)],
    };
  });
}

/** A claim that is refused has made the journey all the same: test claims are invented, and a payer may well say so. */
function outcomeOf(
  { notWritten, file }: StoredTrial,
  told: readonly TrialStep[],
  claims: number,
  answers: readonly TrialAnswer[],
): Trial['outcome'] {
  const has = (kind: TrialStep['kind']) => told.some((step) => step.kind === kind);
  if (notWritten !== null || has('file-rejected') || file?.state === 'rejected') return 'failed';
  const spokenOf = new Set(answers.map(({ patientControlNumber }) => patientControlNumber));
  spokenOf.delete('');
  // One that was not seen to arrive may be answered all the same.
  if (has('file-accepted') && spokenOf.size >= claims) return 'works';
  return file?.state === 'held' ? 'failed' : 'waiting';
}
