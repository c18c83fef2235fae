/**
 * What of a submission shows that it was filed, and when: the strongest word there is, and what was said against it later. Payers take for
 * proof of timely filing that the claim was accepted (277CA A2, A5) or decided on, not that it, or its file, has arrived (A0, A1, 999).
 */
import type { ClaimHistory } from '@claimside/shared/api';
import { type ClaimEvent, type ClaimFactType, lastWords } from '@claimside/shared/lifecycle';

export type Submission = ClaimHistory['submissions'][number];

export interface Filed {
  readonly words: string;
  readonly at: string | null;
  /** True where someone but us says that it was accepted. */
  readonly isProof: boolean;
}

/** From the strongest to the weakest. */
const WORDS: readonly (readonly [ClaimFactType, string, boolean])[] = [
  ['payer-accepted', 'The payer accepted the claim', true],
  ['payment', 'The payer decided on the claim', true],
  ['clearinghouse-accepted', 'The clearinghouse accepted the claim', true],
  ['payer-received', 'The payer received the claim; that it accepts it was not said yet', false],
  [
    'clearinghouse-received',
    'The clearinghouse received the claim; that it accepts it was not said yet',
    false,
  ],
  ['file-accepted', 'The clearinghouse could read the file; of the claim nothing was said yet', false],
  ['sent', 'Sent; nothing was said of it yet', false],
];

const REJECTIONS: Readonly<Partial<Record<ClaimFactType, string>>> = {
  'file-rejected': 'The file was rejected',
  'clearinghouse-rejected': 'The clearinghouse rejected the claim',
  'payer-rejected': 'The payer rejected the claim',
};

/** A rejected claim counts as never received: only a payer that decided on it all the same had it. */
export function filedOf({ events: learnt, file, createdAt }: Submission): Filed {
  const { events } = lastWords(learnt);
  if (file?.mode === 'test')
    return {
      words: 'A test: it went to no payer and proves nothing',
      at: file.sentAt ?? createdAt,
      isProof: false,
    };
  const isDecided = events.some(({ fact }) => fact.type === 'payment');
  const rejected = isDecided ? undefined : rejectionOf(events);
  for (const [type, words, isProof] of WORDS) {
    const [first] = events.flatMap(({ at, fact }) => (fact.type === type ? at : [])).sort();
    if (first === undefined) continue;
    if (!rejected) return { words, at: first, isProof };
    const before = isProof ? `${words} on ${exactly(first)}. ` : '';
    return { words: `${before}${rejected.words}`, at: rejected.at, isProof: false };
  }
  return { words: 'Not sent', at: null, isProof: false };
}

/** The first there is. */
function rejectionOf(
  events: readonly ClaimEvent[],
): { readonly words: string; readonly at: string } | undefined {
  return events
    .flatMap(({ at, fact }) => {
      const words = REJECTIONS[fact.type];
      return words === undefined ? [] : { words, at };
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))[0];
}

/** `2026-11-20 12:00:05 UTC`: the same for whoever reads it, wherever. */
export function exactly(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}
