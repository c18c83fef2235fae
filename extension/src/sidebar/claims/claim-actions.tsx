/** What can be done with a claim now, the right thing first; and on demand why the other things can't. */
import {
  type ActionChoice,
  actionsFor,
  CLAIM_ACTIONS,
  type ClaimAction,
  type ClaimStanding,
  firstAction,
  standingOf,
  whyOf,
} from '@claimside/shared/advice';
import type { ClaimDetail } from '@claimside/shared/api';
import { DECIDED_STATUSES } from '@claimside/shared/lifecycle';
import { Button } from '../../ui/parts/index.ts';
import { isAppealBeside } from './why.ts';

const NAMES: Readonly<Record<ClaimAction, string>> = {
  resend: 'Correct and send again',
  replace: 'Replace this claim',
  void: 'Cancel it at the payer',
  'keep-decision': 'It stays as decided',
  'bill-instead': 'Bill another insurance instead',
  'bill-next': 'Bill the next insurance',
  'no-further-insurance': 'No other insurance pays',
  'further-insurance': 'An insurance may pay after all',
  appeal: 'Appeal',
  'appeal-answered': 'Appeal answered',
  'accept-allowed': 'Accept what was allowed',
  'bill-patient': 'Bill the patient',
  'take-payment': 'Patient paid',
  overpaid: 'Paid too much',
  refund: 'Money given back',
  'write-off': 'Write off',
  close: 'Close',
  reopen: 'Open it again',
};

/** Of these nobody wonders why they can't be done. */
const NO_QUESTION: ReadonlySet<ClaimAction> = new Set([
  'keep-decision',
  'appeal-answered',
  'accept-allowed',
  'no-further-insurance',
  'further-insurance',
  'take-payment',
  'overpaid',
  'refund',
  'close',
  'reopen',
]);
const SELDOM: ReadonlySet<ClaimAction> = new Set(['void', 'further-insurance', 'take-payment', 'close']);
/** Possible, and seldom what is wanted. */
const isSeldom = (action: ClaimAction, { isAnothers, isNextLast, isNextCancelled }: ClaimStanding): boolean =>
  SELDOM.has(action) ||
  (action === 'bill-instead' && !isAnothers && !isNextCancelled) ||
  (action === 'bill-next' && isAnothers && !isNextLast);

export function ClaimActions({ claim, onAct }: { claim: ClaimDetail; onAct(action: ClaimAction): void }) {
  const isFollowed = claim.submissions.at(-1)?.id !== claim.id;
  if (isFollowed || claim.status === 'queued' || claim.status === 'closed') return null;
  const standing = standingOf({ ...claim, isFollowed });
  // What a payer before refused is asked of it by an appeal.
  const isRefusedBefore =
    DECIDED_STATUSES.includes(claim.status) && claim.payersBefore.some(({ refused }) => refused > 0);
  const remedies = [
    ...(whyOf(claim)?.advice ?? []).map(({ remedy }) => remedy),
    ...(isRefusedBefore ? (['appeal'] as const) : []),
  ];
  // What is first then is to ask the payer that took it back.
  const isTakenBack = claim.payersBefore.some((before) => before.isTakenBack);
  const choices = actionsFor(standing);
  const offered = inTurn(
    choices.filter(({ isOffered }) => isOffered),
    standing,
    standing.isAppealed && !isAppealBeside(claim)
      ? 'appeal-answered'
      : firstAction(isTakenBack ? [] : remedies, standing),
  );
  const others = choices.filter(({ action, isOffered }) => !isOffered && !NO_QUESTION.has(action));
  return (
    <>
      {offered.map(({ action, words, asksFirst }) => (
        <Button
          key={action}
          // Where it is said to ask first, no button says to send.
          kind={isSeldom(action, standing) || asksFirst ? 'quiet' : 'normal'}
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

/** What settles it, then the rest, and what is seldom wanted last. */
function inTurn(
  choices: readonly ActionChoice[],
  standing: ClaimStanding,
  first: ClaimAction | undefined,
): ActionChoice[] {
  const turn = ({ action }: ActionChoice) =>
    action === first
      ? -1
      : CLAIM_ACTIONS.indexOf(action) + (isSeldom(action, standing) ? CLAIM_ACTIONS.length : 0);
  return [...choices].sort((a, b) => turn(a) - turn(b));
}
