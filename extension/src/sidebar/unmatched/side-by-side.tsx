/** What the answer says beside what the claim says; what differs has a word and a picture, not a colour alone. */
import type { ClaimSuggestion, UnmatchedAnswer } from '@claimside/shared/api';
import { type Cents, formatMoney } from '@claimside/shared/values';
import { Icon } from '../../ui/parts/index.ts';

type Fit = ClaimSuggestion['fits']['patient'];
export type Compared = Omit<ClaimSuggestion, 'score' | 'reasons' | 'status'>;

const money = (amount: Cents | null): string | null => (amount === null ? null : formatMoney(amount));

export function SideBySide({ answer, claim }: { answer: UnmatchedAnswer; claim: Compared }) {
  const { says } = answer;
  const { fits } = claim;
  const rows: readonly (readonly [string, string | null, string, Fit])[] = [
    ['Patient', says.patientName, claim.patientName, fits.patient],
    ['Member ID', says.memberId, claim.memberId, fits.memberId],
    ['Service date', says.serviceDate, claim.serviceDate, fits.serviceDate],
    ['Charge', money(says.charge), formatMoney(claim.totalCharge), fits.charge],
    ['Payer', says.payerName, claim.payerName, fits.payer],
    ['Claim number', says.patientControlNumber || null, claim.patientControlNumber, 'unknown'],
  ];
  return (
    <table class="side-by-side small">
      <thead>
        <tr>
          <td />
          <th scope="col">Answer</th>
          <th scope="col">Claim</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, said, own, fit]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{said ?? <span class="dim">not said</span>}</td>
            <td>
              {own}
              <FitWord fit={fit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FitWord({ fit }: { fit: Fit }) {
  if (fit === 'unknown') return null;
  if (fit === 'same')
    return (
      <span class="fit tone-good">
        <Icon name="check" />
        <span class="for-screen-readers">same</span>
      </span>
    );
  return (
    <span class={`fit tone-${fit === 'near' ? 'warning' : 'bad'}`}>
      <Icon name={fit === 'near' ? 'warning' : 'stop'} />
      {fit === 'near' ? 'nearly' : 'differs'}
    </span>
  );
}
