/** Parses what a page zone reports. A page may be hostile: anything unexpected refuses the whole capture. */
import {
  CAPTURE_FIELDS,
  type Capture,
  type CaptureBinding,
  type Captured,
  type CapturedDiagnosis,
  type CapturedDrug,
  type CapturedLine,
  type CaptureField,
  type CaptureNote,
} from './capture.ts';

const MAX_TEXT = 400;
const MAX_DIAGNOSES = 60;
const MAX_LINES = 200;
const MAX_NOTES = 100;
const NOTE_CODES: readonly string[] = [
  'no-visit',
  'patient-mismatch',
  'unconfirmed-patient',
  'row-left-out',
  'already-billed',
  'unknown-provider',
  'codes-not-on-page',
  'page-changed',
  'partial',
  'unresolved-pointer',
  'look-elsewhere',
] satisfies CaptureNote['code'][];

/** The capture with only its known properties, or undefined when it is not one. */
export function parseCapture(input: unknown): Capture | undefined {
  try {
    const source = record(input);
    const fields = record(source.fields);
    return {
      ehr: text(source.ehr, 40),
      fields: Object.fromEntries(
        CAPTURE_FIELDS.flatMap((field) =>
          fields[field] === undefined ? [] : [[field, captured(fields[field])]],
        ),
      ),
      diagnoses: list(source.diagnoses, MAX_DIAGNOSES, diagnosis),
      lines: list(source.lines, MAX_LINES, line),
      notes: list(source.notes, MAX_NOTES, note),
      binding: binding(source.binding),
    };
  } catch {
    return undefined;
  }
}

function captured(input: unknown): Captured {
  const source = record(input);
  const { confidence } = source;
  if (typeof confidence !== 'number' || !(confidence >= 0 && confidence <= 1)) throw refused();
  return {
    value: text(source.value),
    raw: text(source.raw),
    placeId: text(source.placeId, 80),
    place: text(source.place),
    confidence,
    ...optional(source, 'rival', (value) => text(value)),
  };
}

function diagnosis(input: unknown): CapturedDiagnosis {
  const source = record(input);
  return { code: captured(source.code), ...optional(source, 'description', captured) };
}

function line(input: unknown): CapturedLine {
  const source = record(input);
  return {
    procedureCode: captured(source.procedureCode),
    modifiers: list(source.modifiers, 10, captured),
    diagnosisCodes: list(source.diagnosisCodes, 20, captured),
    ...optional(source, 'description', captured),
    ...optional(source, 'units', captured),
    ...optional(source, 'unitPrice', captured),
    ...optional(source, 'chargeAmount', captured),
    ...optional(source, 'serviceDate', captured),
    ...optional(source, 'serviceDateEnd', captured),
    ...optional(source, 'placeOfService', captured),
    ...optional(source, 'drug', drug),
  };
}

function drug(input: unknown): CapturedDrug {
  const source = record(input);
  return {
    code: captured(source.code),
    ...optional(source, 'quantity', captured),
    ...optional(source, 'unit', captured),
  };
}

function note(input: unknown): CaptureNote {
  const source = record(input);
  const code = text(source.code, 40);
  if (!NOTE_CODES.includes(code)) throw refused();
  return {
    code: code as CaptureNote['code'],
    message: text(source.message),
    ...optional(source, 'placeId', (value) => text(value, 80)),
    ...optional(source, 'fields', (value) => list(value, CAPTURE_FIELDS.length, field)),
  };
}

function field(input: unknown): CaptureField {
  const known = CAPTURE_FIELDS.find((one) => one === input);
  if (known === undefined) throw refused();
  return known;
}

function binding(input: unknown): CaptureBinding {
  const source = record(input);
  return {
    documentId: text(source.documentId, 80),
    patient: text(source.patient),
    visit: text(source.visit, 4000),
    content: text(source.content, 80),
  };
}

function optional<Key extends string, Value>(
  source: Record<string, unknown>,
  key: Key,
  parse: (value: unknown) => Value,
): { [K in Key]?: Value } {
  return (source[key] === undefined ? {} : { [key]: parse(source[key]) }) as { [K in Key]?: Value };
}

function list<Item>(input: unknown, max: number, parse: (item: unknown) => Item): Item[] {
  if (!Array.isArray(input) || input.length > max) throw refused();
  return input.map(parse);
}

function record(input: unknown): Record<string, unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw refused();
  return input as Record<string, unknown>;
}

/** Text without control and bidirectional marks, which could make a value look like another. */
function text(input: unknown, max = MAX_TEXT): string {
  if (typeof input !== 'string' || input.length > max) throw refused();
  return input.replace(/\p{Cc}|\p{Cf}/gu, ' ');
}

const refused = () => new TypeError('not a capture');
