/** What a file says and the model has no place for, in the words of X12. */
import type { ClaimRecord } from '../../../../transactions/claim-837p/index.ts';

type Kept = NonNullable<ClaimRecord['notInModel']>;

/** What a part of an answer keeps, each line with its indent; nothing where it keeps nothing. */
export function keptBelow(indent: string, { notInModel = [] }: { readonly notInModel?: Kept }): string[] {
  return keptLines(notInModel).map((line) => `${indent}Also said: ${line}`);
}

/** `CLM in 2300, element 16: P`; a segment that is kept whole as it stands. */
export function keptLines(kept: Kept): string[] {
  return kept.flatMap(({ loop, segment, occurrence, elements = {}, followedBy = [] }) => {
    const place = `${segment}${occurrence > 1 ? ` (${occurrence}.)` : ''}${loop === '' ? '' : ` in ${loop}`}`;
    return [
      ...Object.entries(elements).map(([at, text]) => `${place}, element ${at}: ${text}`),
      ...followedBy.map(
        (whole) => `behind ${place}: ${whole.map((each) => [each].flat().join(':')).join('*')}`,
      ),
    ];
  });
}
