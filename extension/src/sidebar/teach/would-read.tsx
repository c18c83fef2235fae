/** What Claimside would read on this page as it is taught now, and what a claim would still lack. */
import type { Capture } from '@claimside/shared/capture';
import { inSentence, TEACH_GROUPS } from './rows.ts';
import { isKnown } from './teaching.ts';

const NEEDED = TEACH_GROUPS.flatMap(({ rows }) => rows).filter(({ isNeeded }) => isNeeded);

export function WouldRead({ capture }: { capture: Capture }) {
  const { fields, diagnoses, lines } = capture;
  const value = (...names: readonly (keyof typeof fields)[]) =>
    names.flatMap((name) => fields[name]?.value ?? []).join(', ');
  const missing = NEEDED.filter(({ id }) => !isKnown(capture, id)).map(inSentence);
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
      <p role="status" class={missing.length > 0 ? 'teach-missing' : ''}>
        {missing.length > 0
          ? `Missing for billing: ${missing.join(', ')}.`
          : 'Nothing is missing for billing.'}
      </p>
    </section>
  );
}
