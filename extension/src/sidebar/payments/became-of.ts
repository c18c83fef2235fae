/** What became of a file that somebody brought, in a sentence behind its name. */
import type { BroughtFile, InboundFile } from '@claimside/shared/api';

/** `now`: as it stands since. Why it waits is said where it waits. */
export function becameOf(
  { isNew, kind, state: atFirst }: Pick<BroughtFile, 'isNew' | 'kind' | 'state'>,
  { state, waitsWithPayments, decision }: Pick<InboundFile, 'state' | 'waitsWithPayments' | 'decision'>,
): string {
  const came = isNew ? 'was read' : 'came before';
  switch (state) {
    case 'read':
      if (atFirst !== 'read') return `${came}. Nothing of it waits for you any more.`;
      if (!isNew) return 'came before: nothing of it was posted again.';
      return kind === '835'
        ? 'was read: what was new in it is posted, and nothing of it waits for you.'
        : 'was read: nothing of it waits for you.';
    case 'needs-person':
      if (waitsWithPayments) return `${came}. What of it waits for you stands first in the list.`;
      return isNew
        ? 'was not understood. It is kept, and waits for you below.'
        : 'came before and was not understood. It waits for you below.';
    case 'set-aside':
      return `is kept under Set aside: ${decision?.reason ?? ''}`;
    case 'stored':
      return 'is kept, and will be read.';
  }
}
