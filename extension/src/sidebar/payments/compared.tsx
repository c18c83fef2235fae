/** Two accounts of what may be one payment, side by side; what differs has a word and a picture. */
import { decisionWords } from '@claimside/shared/advice';
import type { AccountOfPayment } from '@claimside/shared/api';
import { cents, formatMoney } from '@claimside/shared/values';
import { Icon } from '../../ui/parts/index.ts';

/** `other` is the one that is posted. */
export function Compared({ one, other }: { one: AccountOfPayment; other: AccountOfPayment }) {
  const source = ({ isTyped }: AccountOfPayment) => (isTyped ? 'typed in from paper' : 'by file');
  const rows: readonly (readonly [string, string, string, boolean])[] = [
    ['Check', one.checkNumber, other.checkNumber, true],
    ['Date', one.paymentDate, other.paymentDate, true],
    ['Payer', one.payerName, other.payerName, true],
    ['Total', formatMoney(cents(one.total)), formatMoney(cents(other.total)), true],
    ['Came', source(one), source(other), false],
  ];
  const looksSame =
    rows.every(([, own, others, isCompared]) => !isCompared || own.toUpperCase() === others.toUpperCase()) &&
    shownOf(one) === shownOf(other);
  return (
    <>
      <table class="side-by-side small">
        <thead>
          <tr>
            <td />
            <th scope="col">This one</th>
            <th scope="col">Posted</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, own, others, isCompared]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{own}</td>
              <td>
                {others}
                {isCompared && <Fit isSame={own.toUpperCase() === others.toUpperCase()} />}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">Claims</th>
            <td>
              <Claims of={one} />
            </td>
            <td>
              <Claims of={other} />
            </td>
          </tr>
        </tbody>
      </table>
      {looksSame && (
        <p class="small">
          What is shown is the same in both; they differ in codes or amounts within the claims.
        </p>
      )}
    </>
  );
}

const shownOf = ({ claims, claimCount }: AccountOfPayment): string =>
  JSON.stringify([claimCount, claims.map(({ claimId: _, ...shown }) => shown)]);

function Claims({ of: { claims, claimCount } }: { of: AccountOfPayment }) {
  if (claims.length === 0) return <span class="dim">none</span>;
  return (
    <ul class="compared-claims">
      {claims.map(({ patientName, paid, charge, statusCode }, index) => (
        <li key={index}>
          {patientName} <span class="number">{formatMoney(cents(paid))}</span>{' '}
          <span class="dim">
            of {formatMoney(cents(charge))}, {decisionWords(statusCode)}
          </span>
        </li>
      ))}
      {claimCount > claims.length && (
        <li class="dim">and {(claimCount - claims.length).toLocaleString('en-US')} more</li>
      )}
    </ul>
  );
}

function Fit({ isSame }: { isSame: boolean }) {
  return (
    <span class={`fit tone-${isSame ? 'good' : 'warning'}`}>
      <Icon name={isSame ? 'check' : 'warning'} />
      {isSame ? <span class="for-screen-readers">same</span> : 'differs'}
    </span>
  );
}
