/** What the clearinghouse's payer list says of the payer that is chosen, in a line under it. */
import type { ClearinghouseFacts, ListedFacts } from '@claimside/shared/api';
import { nameKey } from '@claimside/shared/capture';

/** `By the payer list: non-par; wants an enrollment before the first claim; takes no attachments.`; empty where it says nothing. */
export function payerFlags(
  facts: ClearinghouseFacts | null | undefined,
  payerId: unknown,
  payerName: unknown,
): string {
  const same = (facts?.listed ?? []).filter((listed) => listed.payerId === payerId);
  const listed = same.find(({ name }) => nameKey(name) === nameKey(String(payerName ?? ''))) ?? only(same);
  const words = listed ? wordsOf(listed) : [];
  return words.length === 0 ? '' : `By the payer list: ${words.join('; ')}.`;
}

function wordsOf({ isListed, isNonPar, needsEnrollment, takesAttachments }: ListedFacts): string[] {
  if (!isListed) return ['takes no professional claims by it now'];
  return [
    isNonPar === undefined ? '' : isNonPar ? 'non-par' : 'par',
    needsEnrollment ? 'wants an enrollment before the first claim' : '',
    takesAttachments === undefined ? '' : takesAttachments ? 'takes attachments' : 'takes no attachments',
  ].filter(Boolean);
}

const only = (same: readonly ListedFacts[]): ListedFacts | undefined =>
  same.length === 1 ? same[0] : undefined;
