/** Reads a document that no recipe knows, by labels, headings and table headers. Never as sure as a recipe. */
import { type Captured, type CaptureField, IN_DOUBT, UNREADABLE, VAGUE } from '@claimside/shared/capture';
import { atMost, captured, contradicted } from '../captured.ts';
import { isPieced, precedes } from '../dom.ts';
import type { Labelled } from '../labels.ts';
import { findLineTables } from '../line-tables.ts';
import { type LinesRead, readLines } from '../lines.ts';
import { normaliserOf } from '../normalise/fields.ts';
import type { Places } from '../places.ts';
import type { DiagnosisOrder } from '../pointers.ts';
import type { Scope } from '../scope.ts';
import type { DocumentRead } from '../witnesses.ts';
import { readDiagnoses } from './diagnoses.ts';
import { isKnownLabel, meaningIn, meaningOf, sectionOf } from './meanings.ts';
import { pairedPlaces } from './pairs.ts';
import { hasShape } from './shapes.ts';
import type { GenericWords } from './words.ts';

const CONFIDENCE: Record<Labelled['pairing'], number> = { label: 0.95, neighbour: 0.9, above: 0.7 };

/** Nothing is sure on a page that says of the visit or the policy that it is none any more. */
export function readGenericDocument(scope: Scope, places: Places): DocumentRead {
  const { notUnder: _, ...anyLines } = scope.words.lineTable;
  const lineTables = findLineTables(scope, anyLines);
  const elsewhere = readDiagnoses(scope, lineTables, places);
  const lines = readServices(scope, places, elsewhere);
  const known = pairedPlaces(scope).filter(({ label }) => isKnownLabel(label, scope.words));
  const isEnded = known.some(({ element, label, raw }) =>
    scope.words.ended.test(`${scope.headingOf(element)}\n${label} ${raw}`),
  );
  const read = {
    fields: readFields(scope, places, known),
    lines: {
      lines: lines.lines,
      diagnoses: [...elsewhere.diagnoses, ...lines.diagnoses],
      notes: [...elsewhere.notes, ...lines.notes],
    },
  };
  return isEnded ? atMost(IN_DOUBT, read) : read;
}

/** The table of services; without one, the one service that stands in fields. */
function readServices(scope: Scope, places: Places, elsewhere: DiagnosisOrder): LinesRead {
  const { lineTable, oneService } = scope.words;
  const table = pointersWhole(readLines(scope, lineTable, 'Service lines', places, elsewhere));
  if (table.lines.length + table.notes.length > 0) return table;
  const one = readLines(scope, oneService, 'Service', places, elsewhere);
  return one.lines.length > 0 ? one : table;
}

const OF_A_POLICY = /^(?:coverage|subscriber)\./;

/** Where another policy than the first begins: what stands from there on is not surely the first one's. */
function secondPolicy(words: GenericWords, places: readonly Labelled[]): Element | undefined {
  const ids = places.filter(
    ({ label, raw }) => raw !== '' && meaningOf(label, 'insurance', words) === 'coverage.memberId',
  );
  return ids.find(({ raw }) => raw !== ids[0]?.raw)?.element;
}

/** Of a line that points at more than could be told, what could be told is not surely all. */
function pointersWhole(read: LinesRead): LinesRead {
  const untold = new Set(
    read.notes.flatMap(({ code, placeId }) => (code === 'unresolved-pointer' ? placeId : [])),
  );
  const lines = read.lines.map((line) =>
    untold.has(line.procedureCode.placeId)
      ? { ...line, diagnosisCodes: atMost(IN_DOUBT, line.diagnosisCodes) }
      : line,
  );
  return { ...read, lines };
}

interface Meant extends Labelled {
  readonly field: CaptureField;
  readonly heading: string;
  readonly isNamed: boolean;
  readonly isVague: boolean;
}

/**
 * The first readable value of each field; a second one that differs makes it unsure. A section that names the patient
 * outranks those that name nobody.
 */
function readFields(
  { headingOf, words, ...scope }: Scope,
  places: Places,
  known: readonly Labelled[],
): Partial<Record<CaptureField, Captured>> {
  const meant = known.flatMap((value): Meant[] => {
    const heading = headingOf(value.element);
    const section = sectionOf(heading, words);
    const meaning = meaningIn(section, value.label, words);
    if (!meaning?.field) return [];
    const { field, vague = false } = meaning;
    return [{ ...value, heading, field, isNamed: section === 'patient', isVague: vague }];
  });
  const isPatients = ({ field }: Meant): boolean => field.startsWith('patient.');
  const named = meant.filter((value) => value.isNamed && isPatients(value));
  const isAddress = ({ field }: Meant): boolean => field.startsWith('patient.address.');
  const addressParts = new Set(meant.filter(isAddress).map(({ field }) => field)).size;
  const second = secondPolicy(words, known);
  const fields: Partial<Record<CaptureField, Captured>> = {};
  const empty = new Set<CaptureField>();
  for (const value of [...named, ...meant.filter((each) => !named.includes(each))]) {
    const { field, label, heading, element, raw, pairing } = value;
    const before = fields[field];
    // Beside a section that is the patient's by name, what stands elsewhere may be somebody else's.
    const isOutranked = !value.isNamed && isPatients(value) && named.length > 0;
    if (raw === '') {
      if (!before && !isPatients(value)) empty.add(field);
      continue;
    }
    if (isOutranked && before && before.confidence > UNREADABLE) continue;
    const { value: said, most = 1 } = scope.normalised(normaliserOf(field, words), raw) ?? {};
    // A ZIP without its address, what stands behind an empty field of that name, or another policy's.
    const isDoubtful =
      empty.has(field) ||
      (isAddress(value) && !value.isNamed && addressParts < 2) ||
      (second !== undefined && OF_A_POLICY.test(field) && (second === element || precedes(second, element)));
    const isVague = isOutranked || value.isVague || isPieced(element);
    const isRead = said !== undefined && hasShape(field, said, words);
    const confidence = isRead
      ? Math.min(CONFIDENCE[pairing], most, isDoubtful ? IN_DOUBT : isVague ? VAGUE : 1)
      : UNREADABLE;
    const place = heading ? `"${label}" under "${heading}"` : `"${label}"`;
    const read = captured({ element, raw, value: (isRead && said) || raw, confidence }, place, places);
    if (!read) continue;
    if (!before || before.confidence === UNREADABLE) fields[field] = read;
    else if (before.value !== read.value && isRead) fields[field] = contradicted(before, read);
  }
  return fields;
}
