/** What Claimside would read on this page as it is taught now, and what a claim would still lack. */
import type { Capture } from '@claimside/shared/capture';
import type { Recipe } from '@claimside/shared/recipe';
import { leftForBilling } from './for-billing.ts';
import { inSentence, type TeachRow } from './rows.ts';

export function WouldRead({ recipe, capture }: { recipe: Recipe; capture: Capture }) {
  const { fields, diagnoses, lines } = capture;
  const value = (...names: readonly (keyof typeof fields)[]) =>
    names.flatMap((name) => fields[name]?.value ?? []).join(', ');
  const left = leftForBilling(recipe, capture);
  const isWhole = left.missing.length + left.unfit.length + left.unsaid.length === 0;
  const facts = [
    fields['patient.lastName'] || fields['patient.firstName']
      ? value('patient.lastName', 'patient.firstName')
      : value('patient.name'),
    value('patient.birthDate', 'patient.sex'),
    value('visit.serviceDate', 'visit.renderingProviderName'),
    value('coverage.payerName', 'coverage.memberId'),
    diagnoses.map(({ code }) => code.value).join(' '),
  ].filter((text) => text !== '');
  // Pointers can't be followed before there is what they point at.
  const isToFollow =
    diagnoses.length === 0 && capture.notes.some(({ code }) => code === 'unresolved-pointer');
  // That there is no visit yet is what a person is about to change.
  const notes = capture.notes.filter(
    ({ code }) => code !== 'no-visit' && !(isToFollow && code === 'unresolved-pointer'),
  );
  return (
    <section class="teach-group would-read" aria-label="What is read now">
      <h3>On this page Claimside would read</h3>
      {facts.length === 0 && lines.length === 0 && <p class="dim">Nothing yet.</p>}
      {facts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {lines.length > 0 && (
        <ol class="mono">
          {lines.map((line) => (
            <li key={line.procedureCode.placeId} data-places={line.procedureCode.placeId}>
              {[
                line.procedureCode.value,
                ...line.modifiers.map((modifier) => modifier.value),
                line.units && `× ${line.units.value}`,
                line.chargeAmount && `$${line.chargeAmount.value}`,
                line.unitPrice && `$${line.unitPrice.value} each`,
                line.diagnosisCodes.length > 0 &&
                  `for ${line.diagnosisCodes.map((code) => code.value).join(' ')}`,
              ]
                .filter(Boolean)
                .join(' ')}
            </li>
          ))}
        </ol>
      )}
      {isToFollow && <p class="small dim">Point at the diagnoses too: the services refer to them.</p>}
      {notes.map(({ code, message }) => (
        <p key={code + message} class="small dim">
          {message}
        </p>
      ))}
      <div role="status" class={isWhole ? '' : 'teach-missing'}>
        {left.unfit.length > 0 && <p>Can’t be right: {listed(left.unfit)}. Point at it anew.</p>}
        {left.missing.length > 0 && <p>Missing for billing: {listed(left.missing)}.</p>}
        {left.unsaid.length > 0 && (
          <p>
            Needed for billing too: {listed(left.unsaid)}. Point at them here, or teach the page of the chart
            that shows them; else they are typed on each visit.
          </p>
        )}
        {isWhole && <p>Nothing is missing for billing.</p>}
      </div>
      {left.elsewhere.length > 0 && (
        <p class="small dim">From other pages of the chart: {listed(left.elsewhere)}.</p>
      )}
    </section>
  );
}

const listed = (rows: readonly TeachRow[]): string => rows.map(inSentence).join(', ');
