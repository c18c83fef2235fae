/** What a person decided of an answer, with its claim, and the way back. */
import type { AnswerShown } from '@claimside/shared/api';
import { Button, Tag } from '../../ui/parts/index.ts';
import { TakeBack } from './take-back.tsx';
import { whoPaid } from './words.ts';

export interface Decided {
  readonly answer: AnswerShown;
  /** Null where it was set aside. */
  readonly claim: { readonly id: string; readonly name: string } | null;
  /** Why it was set aside. */
  readonly reason: string;
  /** When an earlier decision had been taken back; null where there was none. */
  readonly reopenedAt: string | null;
}

export function DecidedRow(props: {
  decided: Decided;
  onOpen(claimId: string): void;
  onTakenBack(answerIds: readonly string[]): void;
}) {
  const { answer, claim, reason } = props.decided;
  const what = whoPaid(answer);
  return (
    <li class="claim-row">
      <span class="claim-row-line">
        <span>{what}</span>
        <Tag tone={claim ? 'good' : 'neutral'}>{claim ? 'Matched' : 'Set aside'}</Tag>
      </span>
      {claim ? <span>{claim.name}</span> : <span class="small dim">{reason}</span>}
      <span class="actions">
        {claim && (
          <Button
            class="small"
            aria-label={`Open the claim of ${claim.name}`}
            onClick={() => props.onOpen(claim.id)}
          >
            Open
          </Button>
        )}
        <TakeBack
          answerId={answer.id}
          what={what}
          isSetAside={claim === null}
          onTakenBack={props.onTakenBack}
        />
      </span>
    </li>
  );
}
