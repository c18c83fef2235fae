/** Why a claim came back, in words and with its places, and who does what about it. */
import type { ClaimProgress } from '@claimside/shared/api';
import { STATUS_INFO } from '@claimside/shared/lifecycle';
import { useAssignees } from '../../../ui/server/index.ts';
import { CodesReceived } from '../codes-received.tsx';
import { Places } from '../places.tsx';
import { whereOf } from '../why.ts';
import { progressWords } from './words.ts';

/** `onGo`: to a place of the claim, where it is open to be corrected. */
export function ProgressNext({ claim, onGo }: { claim: ClaimProgress; onGo?(path: string): void }) {
  const { tone, needsPerson } = STATUS_INFO[claim.status];
  const { said = '', reasons = [], codes = [] } = claim.why ?? {};
  const assignee = useAssignees().data?.find(({ id }) => id === claim.assignedTo)?.name;
  const isSilent = claim.silence !== null;
  if (!needsPerson && !isSilent) return <p class="dim">{progressWords(claim)}</p>;
  return (
    <div class={`next tone-${needsPerson ? tone : 'warning'}`}>
      {said && <p>{said}</p>}
      {reasons.map((reason) => (
        <section key={reason.what} class="advice">
          <p class="what">{reason.what}</p>
          <Places places={whereOf(reason, claim.claim)} onGo={onGo} />
          {/* What settles a decision is a biller's to do. */}
          {claim.canCorrect && <p class="do">{reason.advice}</p>}
        </section>
      ))}
      <p class="do">{progressWords(claim)}</p>
      {assignee !== undefined && <p class="dim small">With {assignee}</p>}
      <CodesReceived codes={codes} />
    </div>
  );
}
