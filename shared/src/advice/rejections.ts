/** From refusals as received (AAA) to what a person reads: what happened, who can do what, and whether to ask again. */
import {
  type AskAgain,
  causeOfRejection,
  REJECTION_CAUSES,
  type RejectionCause,
  type RejectionCauseId,
} from './rejection-causes.ts';

const NO_WORDS: RejectionCause = {
  what: 'The payer refuses for a reason that is known by its code alone.',
  advice: 'Call the payer.',
  fields: [],
  again: 'never',
};

export interface RejectionAdvice extends RejectionCause {
  /** Undefined where we have no words for the code. */
  readonly id: RejectionCauseId | undefined;
  /** The payer asks for so many days before the question comes again. */
  readonly afterDays?: number;
  /** AAA03, as received. */
  readonly codes: readonly string[];
}

/** AAA04: what the payer lets us do. It may forbid more than the reason does, and name a time to wait. */
const FOLLOW_UP: ReadonlyMap<string, Pick<RejectionAdvice, 'again' | 'advice' | 'afterDays'>> = new Map([
  ['N', { again: 'never', advice: 'The payer does not take this question again: call.' }],
  ['S', { again: 'never', advice: 'The payer passed the question on. Wait for the answer, or call.' }],
  ['Y', { again: 'never', advice: 'The payer will answer later. Wait for it, or call.' }],
  [
    'W',
    { again: 'later', afterDays: 30, advice: 'The payer asks to wait 30 days. Call, if it can not wait.' },
  ],
  [
    'X',
    { again: 'later', afterDays: 10, advice: 'The payer asks to wait 10 days. Call, if it can not wait.' },
  ],
]);

/** The same of a reason that we have no words for. */
const ALLOWED: ReadonlyMap<string, AskAgain> = new Map([
  ['C', 'corrected'],
  ['P', 'later'],
  ['R', 'later'],
]);

/** Of the refusals of one answer: each cause once, in the order in which they came. */
export function adviseRejections(
  rejections: readonly { readonly reason: string; readonly followUp: string }[],
): RejectionAdvice[] {
  const found = new Map<string, RejectionAdvice>();
  for (const { reason, followUp } of rejections) {
    const id = causeOfRejection(reason);
    const base = id === undefined ? NO_WORDS : REJECTION_CAUSES[id];
    const key = `${id ?? reason} ${FOLLOW_UP.has(followUp) ? followUp : ''}`;
    const codes = [...(found.get(key)?.codes ?? []), reason];
    found.set(key, { ...base, ...followed(base, followUp), id, codes: [...new Set(codes)] });
  }
  return [...found.values()];
}

/** What is to be corrected is said all the same; what is right can not be asked again by correcting it. */
function followed(base: RejectionCause, followUp: string): Partial<RejectionAdvice> {
  const told = FOLLOW_UP.get(followUp.toUpperCase());
  if (told === undefined) return base === NO_WORDS ? { again: ALLOWED.get(followUp) ?? 'never' } : {};
  // Who must not ask again anyway is told what to do already.
  if (followUp.toUpperCase() === 'N' && base.again === 'never') return {};
  return base.fields.length === 0 ? told : { ...told, advice: `${base.advice} ${told.advice}` };
}
