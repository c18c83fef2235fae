/** What can be done with a claim now, the right thing first; and on demand why the other things can't. */
import { actionsFor, type ClaimAction, firstAction, standingOf } from '@claimside/shared/advice';
import type { ClaimDetail } from '@claimside/shared/api';
import { STATUS_INFO } from '@claimside/shared/lifecycle';
import { Button } from '../../ui/parts/index.ts';
import { whyOf } from './why.ts';

/** Those that are done here. */
const NAMES = {
  resend: 'Correct and send again',
  replace: 'Replace this claim',
  void: 'Cancel it at the payer',
} as const satisfies Partial<Record<ClaimAction, string>>;
export type DoneHere = keyof typeof NAMES;

export function ClaimActions({ claim, onAct }: { claim: ClaimDetail; onAct(action: DoneHere): void }) {
  const isFollowed = claim.submissions.at(-1)?.id !== claim.id;
  if (isFollowed || (!STATUS_INFO[claim.status].needsPerson && claim.status !== 'paid')) return null;
  const standing = standingOf({ ...claim, isFollowed });
  const remedies = whyOf(claim.events)?.advice.map(({ remedy }) => remedy) ?? [];
  const first = firstAction(remedies, standing);
  const choices = actionsFor(standing).flatMap((choice) =>
    isDoneHere(choice.action) ? { ...choice, action: choice.action } : [],
  );
  const offered = choices.filter(({ isOffered }) => isOffered);
  const others = choices.filter(({ isOffered }) => !isOffered);
  return (
    <>
      {[...offered]
        .sort((a, b) => Number(b.action === first) - Number(a.action === first))
        .map(({ action, words }) => (
          <Button
            key={action}
            kind={action === 'void' ? 'quiet' : 'normal'}
            title={words}
            onClick={() => onAct(action)}
          >
            {NAMES[action]}
          </Button>
        ))}
      {others.length > 0 && (
        <details class="small not-now">
          <summary>What can’t be done now</summary>
          <dl>
            {others.map(({ action, words }) => (
              <div key={action}>
                <dt>{NAMES[action]}</dt>
                <dd class="dim">{words}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

const isDoneHere = (action: ClaimAction): action is DoneHere => action in NAMES;
