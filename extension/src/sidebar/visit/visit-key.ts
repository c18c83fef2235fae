/** Names a visit without patient data, so that a second press, or another browser, finds the first claim. */
import type { Capture, CaptureBinding } from '@claimside/shared/capture';
import type { ClaimDraft } from '@claimside/shared/claim';
import { visitDates } from './form.ts';
import { sha256 } from './sha256.ts';

type Named = Pick<Capture, 'ehr' | 'binding'>;

/**
 * SHA-256 in hex over the EHR, the patient and the visit as the page identifies them. `occasion` tells several visits
 * of one day apart where the page does not: 1 unless a person said that this is another one. A page that does not show
 * whose chart it is has a key of its own for each content, so that no two patients ever share one.
 */
export async function visitKeyOf({ ehr, binding }: Named, occasion = 1): Promise<string> {
  const { patient, visit, documentId, content } = binding;
  const parts = [ehr, patient, visit, ...(occasion > 1 ? [occasion] : [])];
  if (patient === '') parts.push(documentId, content);
  return sha256(JSON.stringify(parts));
}

/** The key to bill under: where the page shows neither date nor number (`||codes`), the date a person typed names the visit. */
export async function keyToBill(named: Named, draft: ClaimDraft, occasion: number): Promise<string> {
  const [date] = visitDates(draft);
  if (!named.binding.visit.startsWith('||') || date === undefined) return visitKeyOf(named, occasion);
  return visitKeyOf({ ...named, binding: { ...named.binding, visit: `${date}|` } }, occasion);
}

type Coded = Pick<Capture, 'binding' | 'lines' | 'diagnoses'>;

/** The same document still shows the same patient and codes; only the visit's date or number has become known. */
export function isKnownBetter(before: Coded, now: Coded): boolean {
  const isSame = (part: keyof CaptureBinding) => before.binding[part] === now.binding[part];
  if (before.binding.patient === '' || !isSame('patient') || !isSame('documentId') || isSame('visit'))
    return false;
  if (codesOf(before) !== codesOf(now)) return false;
  const [date, number] = before.binding.visit.split('|');
  const [dateNow, numberNow] = now.binding.visit.split('|');
  return (!date || date === dateNow) && (!number || number === numberNow) && Boolean(dateNow || numberNow);
}

const codesOf = ({ lines, diagnoses }: Coded) =>
  JSON.stringify([
    lines.map((line) => [line.procedureCode.value, line.modifiers.map(({ value }) => value)]),
    diagnoses.map(({ code }) => code.value),
  ]);
