/** What a payment pays of one claim: the decision, the sums, each reason in words with its code, and the claim itself. */
import {
  adjustmentWords,
  type Decision,
  decisionOf,
  decisionWords,
  remarksOfLine,
} from '@claimside/shared/advice';
import type { ClaimPaid } from '@claimside/shared/api';
import { cents, formatMoney } from '@claimside/shared/values';
import { Tag, type Tone } from '../../ui/parts/index.ts';
import { TakeBack } from '../unmatched/take-back.tsx';

/** How what became of a claim is said. */
export const CLAIM_STATES: Readonly<Record<ClaimPaid['state'], readonly [Tone, string]>> = {
  posted: ['good', 'Posted'],
  waiting: ['warning', 'Fits no claim yet'],
  'put-aside': ['neutral', 'Put aside'],
  'not-posted': ['neutral', 'Not posted'],
};

export function ClaimPaidCard({ claim, onClaim }: { claim: ClaimPaid; onClaim(claimId: string): void }) {
  const [tone, label] = CLAIM_STATES[claim.state];
  const { claimId } = claim;
  const decision = decisionOf({
    claimStatusCode: claim.statusCode,
    paid: cents(claim.paid),
    adjustments: [claim, ...claim.lines].flatMap(({ adjustments }) =>
      adjustments.map(({ group, reason, amount }) => ({ group, reason, amount: cents(amount) })),
    ),
  });
  return (
    <li class="claim-row">
      <span class="claim-row-line">
        <strong>{claim.patientName}</strong>
        <span class="number">{formatMoney(cents(claim.paid))}</span>
      </span>
      <span class="dim small">
        {decisionWords(claim.statusCode)} · charged {formatMoney(cents(claim.charge))} · patient{' '}
        {formatMoney(cents(claim.patientResponsibility))}
      </span>
      <span class="claim-row-line">
        <Tag tone={tone}>{label}</Tag>
        {claimId === null ? (
          <span class="mono small">{claim.patientControlNumber}</span>
        ) : (
          <button type="button" class="link" onClick={() => onClaim(claimId)}>
            Open the claim
          </button>
        )}
      </span>
      {claim.answerId !== null && (claim.state === 'posted' || claim.state === 'put-aside') && (
        <span class="actions">
          <TakeBack
            answerId={claim.answerId}
            what={`${formatMoney(cents(claim.paid))} for ${claim.patientName}`}
            isSetAside={claim.state === 'put-aside'}
          />
        </span>
      )}
      <Adjustments adjustments={claim.adjustments} remarkCodes={claim.remarkCodes} decision={decision} />
      <Remarks codes={claim.remarkCodes} />
      {claim.lines.length > 0 && (
        <details class="small">
          <summary>{claim.lines.length === 1 ? '1 line' : `${claim.lines.length} lines`}</summary>
          {claim.lines.map((line, index) => (
            <div key={index} class="line-paid">
              <span class="claim-row-line">
                <span class="mono">{[line.procedureCode, ...line.modifiers].join(' ')}</span>
                <span class="number">
                  {formatMoney(cents(line.paid))} of {formatMoney(cents(line.charge))}
                </span>
              </span>
              <Adjustments
                adjustments={line.adjustments}
                remarkCodes={remarksOfLine(line, claim.remarkCodes)}
                decision={decision}
              />
              <Remarks codes={line.remarkCodes} />
            </div>
          ))}
        </details>
      )}
    </li>
  );
}

/** As received: where no reason stands beside them, they say all that is said. */
function Remarks({ codes }: { codes: readonly string[] }) {
  if (codes.length === 0) return null;
  return (
    <span class="dim small remarks">
      {codes.length === 1 ? 'Remark' : 'Remarks'} <span class="mono">{codes.join(', ')}</span>
    </span>
  );
}

/** `remarkCodes`: those that speak of them. */
function Adjustments(
  props: Pick<ClaimPaid, 'adjustments'> & { remarkCodes: readonly string[]; decision: Decision },
) {
  if (props.adjustments.length === 0) return null;
  return (
    <ul class="adjustments small">
      {props.adjustments.map(({ group, reason, ...said }, index) => {
        const { what, why, amount } = adjustmentWords(
          { group, reason, amount: cents(said.amount), remarkCodes: props.remarkCodes },
          props.decision,
        );
        return (
          <li key={index}>
            {what} <span class="number">{formatMoney(amount)}</span>{' '}
            <span class="dim mono">
              {group}-{reason}
            </span>
            {why && <span class="dim"> {why}</span>}
          </li>
        );
      })}
    </ul>
  );
}
