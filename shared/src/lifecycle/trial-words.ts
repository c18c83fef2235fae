/** A trial of a connection in words, step by step. */
import type { Trial, TrialStep } from '../api/trial.ts';

const FILE_WORDS: Partial<Record<TrialStep['kind'], string>> = {
  asked: 'Asked for',
  'not-written': 'No file was made',
  sent: 'Sent: the clearinghouse confirmed every byte',
  'not-seen-to-arrive': 'The end of the upload was not seen: the file may have arrived',
  'file-accepted': 'The clearinghouse could read the file (999)',
  'file-rejected': 'The clearinghouse refused the file',
};

const CLAIM_WORDS: Partial<Record<TrialStep['kind'], string>> = {
  'clearinghouse-received': 'received by the clearinghouse, not accepted yet',
  'clearinghouse-accepted': 'taken by the clearinghouse',
  'clearinghouse-pended': 'kept back by the clearinghouse',
  'clearinghouse-rejected': 'rejected by the clearinghouse',
  'payer-received': 'reported as received by the payer, not accepted yet',
  'payer-accepted': 'reported as taken by the payer',
  'payer-rejected': 'reported as rejected by the payer',
  'other-answer': 'answered otherwise',
};

/** `5 of 5 invented claims taken by the clearinghouse`. */
export function stepWords({ kind, claims }: TrialStep, trial: Pick<Trial, 'claims' | 'fileName'>): string {
  if (kind === 'written') return `A file of ${trial.claims} invented claims was made: ${trial.fileName}`;
  const words = FILE_WORDS[kind];
  return words ?? `${claims ?? 0} of ${trial.claims} invented claims ${CLAIM_WORDS[kind]}`;
}

/** What a trial comes to so far, and what to do. */
export function outcomeWords({ outcome, steps }: Pick<Trial, 'outcome' | 'steps'>): string {
  if (outcome === 'works')
    return 'It works both ways: the file was read, and the clearinghouse spoke of every claim in it.';
  if (outcome === 'failed')
    return 'It did not get through. See the last step, mend what it says, then send it again.';
  return steps.some(({ kind }) => kind === 'sent')
    ? 'The clearinghouse’s answers are waited for, which may take hours. They are shown here as they come.'
    : 'The server makes the file and sends it now.';
}
