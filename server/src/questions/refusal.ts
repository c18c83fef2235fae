/** Why nothing was asked: a code of the API, and one sentence or two for who wanted to ask. */
export interface QuestionRefusal {
  readonly code:
    | 'real-time-not-set-up'
    | 'practice-not-set-up'
    | 'question-incomplete'
    | 'asked-too-often'
    | 'idempotency-key-reused'
    | 'can-not-do';
  readonly why: string;
}
