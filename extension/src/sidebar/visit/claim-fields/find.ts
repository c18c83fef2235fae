/** Finds the section and the field that stand for a path of the claim, and what they are called. */
import { isWithin } from '@claimside/shared/claim';
import { diagnosisLetter } from '../field-kinds.ts';
import { BASICS, LINE, LINES } from './basics.ts';
import { PATIENT_PAID } from './claim-what.ts';
import { CLAIM_SECTIONS, LINE_SECTIONS } from './sections.ts';
import type { FieldSpec, SectionSpec } from './spec.ts';
import { lower } from './words.ts';

/** All parts of the claim: a path belongs to the closest of them. */
export const CLAIM_PARTS: readonly SectionSpec[] = [...BASICS, LINES, PATIENT_PAID, ...CLAIM_SECTIONS];
/** The same of a line, the first being what stands in the line itself. */
export const LINE_PARTS: readonly SectionSpec[] = [LINE, ...LINE_SECTIONS];

/** `a.b` under `a` is `b`; the path itself is ``; undefined when it lies elsewhere. */
export function below(path: string, base: string): string | undefined {
  if (base === '') return path;
  if (path === base) return '';
  return path.startsWith(`${base}.`) ? path.slice(base.length + 1) : undefined;
}

/** The other way round. */
export const at = (base: string, path: string): string => [base, path].filter(Boolean).join('.');

/** Every path that belongs to a section, below the section's place. */
export function pathsOf(section: SectionSpec): readonly string[] {
  const known = PATHS.get(section);
  if (known) return known;
  const paths = section.paths ?? section.fields.flatMap(valuesOf);
  PATHS.set(section, paths);
  return paths;
}
const PATHS = new WeakMap<SectionSpec, readonly string[]>();

/** What a field stands for: more than its own path where one press fills several values. */
export function valuesOf(field: FieldSpec): readonly string[] {
  return 'fills' in field ? [...new Set([field.path, ...Object.values(field.fills)])] : [field.path];
}

/** The section that a path belongs to: the closest one above it, else the first with something below it. */
export function sectionAt(sections: readonly SectionSpec[], path: string): SectionSpec | undefined {
  const near = byHead(sections).get(headOf(path)) ?? [];
  let found: Owned | undefined;
  for (const owned of near)
    if (isWithin(path, owned.path) && owned.path.length > (found?.path.length ?? -1)) found = owned;
  return (found ?? near.find((owned) => isWithin(owned.path, path)))?.section;
}

interface Owned {
  readonly path: string;
  readonly section: SectionSpec;
}

const headOf = (path: string) => path.split('.', 1)[0] ?? '';

/** The paths of sections by their first key: asked for with each thing found, after each change. */
function byHead(sections: readonly SectionSpec[]): ReadonlyMap<string, readonly Owned[]> {
  const known = HEADS.get(sections);
  if (known) return known;
  const heads = new Map<string, Owned[]>();
  for (const section of sections)
    for (const path of pathsOf(section))
      heads.set(headOf(path), [...(heads.get(headOf(path)) ?? []), { path, section }]);
  HEADS.set(sections, heads);
  return heads;
}
const HEADS = new WeakMap<readonly SectionSpec[], ReadonlyMap<string, readonly Owned[]>>();

/** Where a path stands on the card, to be compared number by number: its part, its line, its field there. */
export function placeOnCard(path: string): readonly number[] {
  const part = sectionAt(CLAIM_PARTS, path);
  const [list, line, ...rest] = path.split('.');
  const isInLine = list === 'serviceLines' && line !== undefined;
  const inLine = rest.join('.');
  const own = isInLine ? sectionAt(LINE_PARTS, inLine) : part;
  const within = isInLine ? inLine : path;
  const field =
    own?.fields.findIndex((each) => valuesOf(each).some((value) => isWithin(within, value))) ?? -1;
  // What no part has a field for is said above all parts.
  const places = [part ? CLAIM_PARTS.indexOf(part) : -1];
  return isInLine ? [...places, Number(line), own ? LINE_PARTS.indexOf(own) : -1, field] : [...places, field];
}

/** The id of the claim's part that a path belongs to, the lines being one; undefined when no part has a field for it. */
export function partAt(path: string): string | undefined {
  return sectionAt(CLAIM_PARTS, path)?.id;
}

/** What every visit has, so that a page is expected to show it. */
export function isLookedFor(path: string): boolean {
  const [list, number, ...rest] = path.split('.');
  if (list !== 'serviceLines' || number === undefined) {
    const part = sectionAt(CLAIM_PARTS, path);
    return part !== undefined && BASICS.includes(part);
  }
  return LINE.fields.some((field) => field.path === rest.join('.'));
}

/** A field and, if it stands in a list, the numbers of its rows on the way. */
interface Found {
  readonly field: FieldSpec;
  readonly rows: readonly string[];
}

function fieldAt(fields: readonly FieldSpec[], path: string): Found | undefined {
  // A field of its own comes before one that fills the value with others.
  const field =
    fields.find((own) => !('fills' in own) && isWithin(path, own.path)) ??
    fields.find((own) => valuesOf(own).some((value) => isWithin(path, value)));
  if (!field) return undefined;
  const rest = below(path, field.path) ?? '';
  if (field.kind !== 'list' || rest === '') return { field, rows: [] };
  const [row = '', ...inRow] = rest.split('.');
  const name = `${field.item} ${Number(row) + 1}`;
  const all = [...field.fields, ...(field.more ?? []).flatMap((section) => section.fields)];
  const inner = inRow.length > 0 ? fieldAt(all, inRow.join('.')) : undefined;
  return inner ? { field: inner.field, rows: [name, ...inner.rows] } : { field, rows: [name] };
}

/** `Street`, `Line 2, units`, `Diagnosis B`, `Other insurance, insurance 1, member ID`; the path itself never shows. */
export function labelOf(path: string): string {
  return namesOf(path).join(', ');
}

/** The field alone, as it stands in a list of names beside its section: `member ID`. */
export function fieldNameOf(path: string): string {
  return lower(namesOf(path).at(-1) ?? '');
}

/** The section that can be removed to be rid of a value; undefined for what every claim has. */
export function sectionNameOf(path: string): string | undefined {
  const [list, , ...rest] = path.split('.');
  const section =
    list === 'serviceLines' ? sectionAt(LINE_SECTIONS, rest.join('.')) : sectionAt(CLAIM_SECTIONS, path);
  return section?.name;
}

function namesOf(path: string): string[] {
  const [list, number = '', ...rest] = path.split('.');
  if (list === 'diagnoses' && number !== '') return [`Diagnosis ${diagnosisLetter(Number(number) + 1)}`];
  if (list !== 'serviceLines') return namesIn(CLAIM_PARTS, path) ?? ['Claim'];
  if (number === '') return ['Lines'];
  const inLine = rest.join('.');
  const own = fieldAt(LINE.fields, inLine);
  const names = own ? [own.field.label] : (namesIn(LINE_SECTIONS, inLine) ?? []);
  return [`Line ${Number(number) + 1}`, ...names.map(lower)];
}

function namesIn(sections: readonly SectionSpec[], path: string): string[] | undefined {
  const section = sectionAt(sections, path);
  if (!section) return undefined;
  const found = fieldAt(section.fields, path);
  if (!found) return [section.name];
  const { field, rows } = found;
  if (BASICS.includes(section) || (field.label === section.name && rows.length === 0)) return [field.label];
  return [section.name, ...rows, ...(rows.length > 0 && field.kind === 'list' ? [] : [lower(field.label)])];
}
