/** Refusals of a payer in sentences, with what to do and the codes behind them. */
import { adviseRejections } from '../advice/index.ts';
import type { BenefitRejection } from './model.ts';

/** `The member ID is missing or not known there. Copy it from the card … [AAA 72]` */
export function rejectionSentences(rejections: readonly BenefitRejection[]): string[] {
  return adviseRejections(rejections).map(
    ({ what, advice, codes }) => `${what} ${advice} [AAA ${codes.join(', ')}]`,
  );
}
