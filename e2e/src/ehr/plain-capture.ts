/** A capture without provenance, so that a test can show the whole of it. */
import type { Capture } from '@claimside/shared/capture';

export function plainCapture({ ehr, fields, diagnoses, lines, notes }: Capture) {
  return {
    ehr,
    fields: Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value])),
    diagnoses: diagnoses.map(({ code, description }) => `${code.value} ${description?.value ?? ''}`.trim()),
    lines: lines.map((line) =>
      [
        line.procedureCode.value,
        line.modifiers.map(({ value }) => value).join(' '),
        line.units && `x${line.units.value}`,
        line.unitPrice && `${line.unitPrice.value} each`,
        line.chargeAmount && `${line.chargeAmount.value} in all`,
        `-> ${line.diagnosisCodes.map(({ value }) => value).join(' ')}`,
      ]
        .filter(Boolean)
        .join(' '),
    ),
    notes: notes.map(({ code }) => code),
  };
}
