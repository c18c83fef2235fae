/** Reads a document that no recipe knows, by labels, headings and table headers. Never as sure as a recipe. */
import type { Captured, CaptureField } from '@claimside/shared/capture';
import { captured, UNREADABLE } from '../captured.ts';
import type { Labelled } from '../labels.ts';
import { findLineTables } from '../line-tables.ts';
import { readLines } from '../lines.ts';
import { NORMALISER_OF } from '../normalise/fields.ts';
import type { Places } from '../places.ts';
import type { Scope } from '../scope.ts';
import type { DocumentRead } from '../witnesses.ts';
import { readDiagnoses } from './diagnoses.ts';
import { isKnownLabel, meaningOf, sectionOf } from './meanings.ts';

const CONFIDENCE: Record<Labelled['pairing'], number> = { label: 0.95, neighbour: 0.9, above: 0.7 };

export function readGenericDocument(scope: Scope, places: Places): DocumentRead {
  const { lineTable } = scope.words;
  const { notUnder: _, ...anyLines } = lineTable;
  const lineTables = findLineTables(scope, anyLines).map(({ table }) => table.element);
  const elsewhere = readDiagnoses(scope, lineTables, places);
  const lines = readLines(scope, lineTable, 'Service lines', places, elsewhere);
  return {
    fields: readFields(scope, places),
    lines: {
      lines: lines.lines,
      diagnoses: [...elsewhere.diagnoses],
      notes: [...elsewhere.notes, ...lines.notes],
    },
  };
}

/** Beside a section that is the patient's by name, what stands elsewhere may be somebody else's. */
const BESIDE_PATIENT_SECTION = 0.7;

/**
 * The first readable value of each field; a second one that differs makes it unsure. A section that names the patient
 * outranks those that name nobody.
 */
function readFields(
  { labelled, headingOf, normalised, words }: Scope,
  places: Places,
): Partial<Record<CaptureField, Captured>> {
  const meant = labelled().flatMap((value) => {
    if (!isKnownLabel(value.label, words)) return [];
    const heading = headingOf(value.element);
    const section = sectionOf(heading, words);
    const field = meaningOf(value.label, section, words);
    return field === undefined ? [] : [{ ...value, heading, section, field }];
  });
  const isPatients = (field: CaptureField): boolean => field.startsWith('patient.');
  const named = meant.filter(({ section, field }) => section === 'patient' && isPatients(field));
  const others = meant.filter((value) => !named.includes(value));
  const fields: Partial<Record<CaptureField, Captured>> = {};
  for (const { field, label, heading, section, element, raw, pairing } of [...named, ...others]) {
    const known = fields[field];
    const isOutranked = section === 'unnamed' && isPatients(field) && named.length > 0;
    if (isOutranked && known && known.confidence > UNREADABLE) continue;
    const { value, most = 1 } = normalised(NORMALISER_OF[field], raw) ?? {};
    const rank = isOutranked ? BESIDE_PATIENT_SECTION : 1;
    const confidence = value ? Math.min(CONFIDENCE[pairing], most, rank) : UNREADABLE;
    const place = heading ? `"${label}" under "${heading}"` : `"${label}"`;
    const read = captured({ element, raw, value: value ?? raw, confidence }, place, places);
    if (!read) continue;
    if (!known || known.confidence === UNREADABLE) fields[field] = read;
    else if (known.value !== read.value) fields[field] = { ...known, confidence: 0.5 };
  }
  return fields;
}
