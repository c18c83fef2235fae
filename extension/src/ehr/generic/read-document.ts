/** Reads a document that no recipe knows, by labels, headings and table headers. Never as sure as a recipe. */
import type { Captured, CaptureField } from '@claimside/shared/capture';
import { captured, UNREADABLE } from '../captured.ts';
import { readLines } from '../lines.ts';
import { NORMALISER_OF } from '../normalise/fields.ts';
import type { Places } from '../places.ts';
import type { DocumentRead } from '../read.ts';
import { readDiagnoses } from './diagnoses.ts';
import { type HeadingOf, headingsOf } from './headings.ts';
import { type Labelled, labelledValues } from './labels.ts';
import { LINE_TABLE, MEANINGS, sectionOf } from './vocabulary.ts';

const CONFIDENCE: Record<Labelled['pairing'], number> = { label: 0.95, neighbour: 0.9, above: 0.7 };

export function readGenericDocument(document: Document, places: Places): DocumentRead {
  const labelled = labelledValues(document);
  const headingOf = headingsOf(document);
  const diagnoses = readDiagnoses(document, labelled, headingOf, places);
  const lines = readLines(document, LINE_TABLE, 'Service lines', places, diagnoses);
  return { fields: readFields(labelled, headingOf, places), lines: { ...lines, diagnoses } };
}

/** The first readable value of each field; a second one that differs makes it unsure. */
function readFields(
  labelled: readonly Labelled[],
  headingOf: HeadingOf,
  places: Places,
): Partial<Record<CaptureField, Captured>> {
  const fields: Partial<Record<CaptureField, Captured>> = {};
  for (const { label, element, raw, pairing } of labelled) {
    if (!MEANINGS.some((known) => known.label.test(label))) continue;
    const heading = headingOf(element);
    const section = sectionOf(heading);
    if (section === 'other') continue;
    const meaning = MEANINGS.find(
      (known) => known.label.test(label) && (known.in?.includes(section) ?? true),
    );
    if (!meaning) continue;
    const value = NORMALISER_OF[meaning.field](raw);
    const found = { element, raw, value: value ?? raw, confidence: value ? CONFIDENCE[pairing] : UNREADABLE };
    const place = heading ? `"${label}" under "${heading}"` : `"${label}"`;
    const read = captured(found, place, places);
    const known = fields[meaning.field];
    if (!read) continue;
    if (!known || known.confidence === UNREADABLE) fields[meaning.field] = read;
    else if (known.value !== read.value) fields[meaning.field] = { ...known, confidence: 0.5 };
  }
  return fields;
}
