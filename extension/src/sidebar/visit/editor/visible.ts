/** What of the editor is in sight: sections that have something to show, and the fields of a section. */
import { isWithin, valueAt } from '@claimside/shared/claim';
import { at, below, pathsOf, sectionAt, valuesOf } from '../claim-fields/find.ts';
import { isMissing, isUsual } from '../claim-fields/say.ts';
import type { FieldSpec, SectionSpec } from '../claim-fields/spec.ts';
import { originOf, type VisitForm } from '../form.ts';
import type { VisitNotice } from '../notices.ts';

/** A part of the draft with sections of its own: the claim, a line, a row of a list. */
export interface Place {
  /** Its path in the draft; `` for the claim. */
  readonly base: string;
  /** What stands there in sight, and the sections: a path goes to the closest of them. */
  readonly parts: readonly SectionSpec[];
  readonly sections: readonly SectionSpec[];
}

/** The section that a path of the draft belongs to; undefined when it lies elsewhere or in what stands there in sight. */
export function sectionFor({ base, parts, sections }: Place, path: string): SectionSpec | undefined {
  const inPlace = below(path, base);
  if (inPlace === undefined) return undefined;
  const section = sectionAt(parts, inPlace);
  return section && sections.includes(section) ? section : undefined;
}

/** What was found, by the section that it belongs to. */
export function noticesBySection(
  place: Place,
  notices: readonly VisitNotice[],
): ReadonlyMap<SectionSpec, readonly VisitNotice[]> {
  const bySection = new Map<SectionSpec, VisitNotice[]>();
  for (const notice of notices) {
    const section = sectionFor(place, notice.finding.path);
    if (section) bySection.set(section, [...(bySection.get(section) ?? []), notice]);
  }
  return bySection;
}

/** It has a value that is not the one every claim has, and that shows nowhere else. */
export function isFilled(form: VisitForm, base: string, section: SectionSpec): boolean {
  const here = base === '' ? form.draft : valueAt(form.draft, base);
  return pathsOf(section).some((path) => {
    const value = valueAt(here, path);
    if (isMissing(value) || isUsual(section, path, value)) return false;
    return !section.isShownElsewhere || originOf(form, at(base, path)).kind === 'by-hand';
  });
}

/** What clears a section, to be set by path: what every claim has comes back. */
export function clearingOf(base: string, section: SectionSpec): Record<string, unknown> {
  return Object.fromEntries(pathsOf(section).map((path) => [at(base, path), section.usual?.[path]]));
}

interface Seen {
  readonly form: VisitForm;
  readonly base: string;
  readonly notices: readonly VisitNotice[];
  /** All its fields are asked for, the rare ones apart. */
  readonly isOpen: boolean;
  readonly showsRare: boolean;
}

/** The fields that show: a closed section shows those in trouble only. */
export function visibleFields(fields: readonly FieldSpec[], seen: Seen): FieldSpec[] {
  return fields.filter((field) => {
    if (isTroubled(field, seen)) return true;
    return seen.isOpen && isMeant(field, seen) && (!field.isRare || seen.showsRare || hasValue(field, seen));
  });
}

/** Fields of an open section that are one more step away. */
export function rareFields(fields: readonly FieldSpec[], seen: Seen): FieldSpec[] {
  const shown = visibleFields(fields, seen);
  return fields.filter((field) => field.isRare && isMeant(field, seen) && !shown.includes(field));
}

const hasValue = (field: FieldSpec, { form, base }: Seen) =>
  valuesOf(field).some((path) => !isMissing(valueAt(form.draft, at(base, path))));

const isTroubled = (field: FieldSpec, { notices, base }: Seen) =>
  notices.some(
    ({ finding }) =>
      finding.severity === 'error' && valuesOf(field).some((path) => isWithin(finding.path, at(base, path))),
  );

/** It makes sense as the claim stands. A value that is there shows whether it does or not. */
function isMeant(field: FieldSpec, seen: Seen): boolean {
  const { form, base } = seen;
  if (hasValue(field, seen)) return true;
  if (field.onlyIf && !field.onlyIf(form.draft)) return false;
  return field.onlyWith === undefined || !isMissing(valueAt(form.draft, at(base, field.onlyWith)));
}

const SPANS = { full: 6, half: 3, third: 2, sixth: 1 } as const;
const COLUMNS = 6;

/** Fields as they stand side by side, so that what was found stands right under them. */
export function inRows(fields: readonly FieldSpec[]): FieldSpec[][] {
  const rows: FieldSpec[][] = [];
  let room = 0;
  for (const field of fields) {
    const span = SPANS[field.width ?? 'full'];
    if (span > room) {
      rows.push([]);
      room = COLUMNS;
    }
    rows.at(-1)?.push(field);
    room -= span;
  }
  return rows;
}
