/** What was decided of an answer, with its claim, as long as the list is open. */
import type { UnmatchedAnswer } from '@claimside/shared/api';
import { Button, Tag } from '../../ui/parts/index.ts';
import { whoPaid } from './words.ts';

export interface Decided {
  readonly answerId: string;
  readonly answer: UnmatchedAnswer;
  /** Null where it was set aside. */
  readonly claim: { readonly id: string; readonly name: string } | null;
  /** Why it was set aside. */
  readonly reason: string;
}

export function DecidedRow({ decided, onOpen }: { decided: Decided; onOpen(claimId: string): void }) {
  const { answer, claim, reason } = decided;
  return (
    <li class="claim-row">
      <span class="claim-row-line">
        <span>{whoPaid(answer)}</span>
        <Tag tone={claim ? 'good' : 'neutral'}>{claim ? 'Matched' : 'Set aside'}</Tag>
      </span>
      {claim ? (
        <span class="claim-row-line">
          <span>{claim.name}</span>
          <Button
            class="small"
            aria-label={`Open the claim of ${claim.name}`}
            onClick={() => onOpen(claim.id)}
          >
            Open
          </Button>
        </span>
      ) : (
        <span class="small dim">{reason}</span>
      )}
    </li>
  );
}
