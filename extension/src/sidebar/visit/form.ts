/**
 * A visit on its way to a claim: what was read, what a person changed, and the draft that follows from both.
 * Rows (diagnoses, lines) have ids that survive a new reading, so that a correction stays with its row.
 */
import { type CaptureDraft, type Doubt, SURE } from '@claimside/shared/capture';
import type { ClaimDraft } from '@claimside/shared/claim';
import { isWithin, pathAndAncestors, valueAt } from '@claimside/shared/claim';
import { isLookedFor } from './claim-fields/find.ts';
import { isTaken, sourceWords, type TakenCoverage } from './earlier-coverage.ts';
import { listOf, writeValue } from './list-values.ts';
import { mergeReading } from './merge.ts';
import { bareCode, diagnosisIdsOf, lineIdsOf } from './row-ids.ts';
import type { Unread } from './unread.ts';

export interface VisitForm {
  /** The latest reading of the page. */
  readonly read: CaptureDraft;
  /** What would be billed. */
  readonly draft: ClaimDraft;
  readonly diagnosisIds: readonly string[];
  readonly lineIds: readonly string[];
  /** Paths a person changed, with a row's id in place of its number: `serviceLines.99214 25 I10#1.units`. */
  readonly byHand: ReadonlySet<string>;
  /** What was typed and can't be read as a value, by place as in `byHand`: nothing is billed while there is any. */
  readonly unread: ReadonlyMap<string, Unread>;
  /** Ids of rows of the page that a person took away. */
  readonly removed: ReadonlySet<string>;
  /** What a person compared with the chart: by place in the draft, as in `byHand`, the value that stood there then, as JSON. */
  readonly lookedAt: ReadonlyMap<string, string>;
  /** Rows whose corrections were dropped, as they are not on the page as before: `97110 GP M5450`. */
  readonly dropped: readonly string[];
  /** The coverage of an earlier claim, where a person took it. */
  readonly taken?: TakenCoverage | undefined;
  /** From where the coverage was that was taken out again, as the page says another one now: `the claim of 2026-11-16`. */
  readonly letGo?: string | undefined;
  /** How many rows were added by hand so far. */
  readonly handRows: number;
}

export type DraftLine = NonNullable<ClaimDraft['serviceLines']>[number];

/** Where a value comes from, for texture, tooltip and highlight. */
export interface Origin {
  readonly kind: 'sure' | 'unsure' | 'looked-at' | 'by-hand' | 'earlier-claim' | 'missing';
  /** In words: `Fee sheet, row 2, Units`. */
  readonly where: string;
  /** Names the place on the page; absent when the value does not stand there. */
  readonly placeId?: string;
  /** What stood on the page, as it stood. */
  readonly raw?: string;
  /** Why it is not certain, where that can be told. */
  readonly doubt?: Doubt;
  /** What the page says of it at another place. */
  readonly rival?: string;
  /** Typed where no page is expected to say anything: nothing was changed. */
  readonly isNew?: true;
}

export function formFromReading(read: CaptureDraft): VisitForm {
  return {
    read,
    draft: read.draft,
    diagnosisIds: diagnosisIdsOf(read.draft),
    lineIds: lineIdsOf(read.draft),
    byHand: new Set(),
    unread: new Map(),
    removed: new Set(),
    lookedAt: new Map(),
    dropped: [],
    handRows: 0,
  };
}

/** The form as it was read, made once a reading: each field asks for it. */
function asRead(read: CaptureDraft): VisitForm {
  const known = AS_READ.get(read) ?? formFromReading(read);
  AS_READ.set(read, known);
  return known;
}
const AS_READ = new WeakMap<CaptureDraft, VisitForm>();

/** Takes a new reading of the same visit: what a person changed stays, all else follows the page. */
export function readAgain(form: VisitForm, read: CaptureDraft): VisitForm {
  return mergeReading(form, read);
}

/** Changes one value by hand; undefined clears it. A value in a list inside the claim makes the whole list one by hand. */
export function setField(form: VisitForm, path: string, value: unknown): VisitForm {
  const byHand = new Set([...form.byHand, lastingPath(form, listOf(path) ?? path)]);
  const unread = readAllWithin(form, path);
  const words = /^(serviceLines\.\d+\.)procedureCode$/.exec(path)?.[1];
  const draft = writeValue(form.draft, path, value);
  // What the page calls one code is not said of another.
  if (words === undefined || byHand.has(lastingPath(form, `${words}description`)))
    return { ...form, draft, byHand, unread };
  return { ...form, draft: writeValue(draft, `${words}description`, undefined), byHand, unread };
}

export function setFields(form: VisitForm, values: Readonly<Record<string, unknown>>): VisitForm {
  return Object.entries(values).reduce((at, [path, value]) => setField(at, path, value), form);
}

/** What can't be read, without what stands at the path or under it. */
export function readAllWithin(form: VisitForm, path: string): VisitForm['unread'] {
  const lasting = lastingPath(form, path);
  return new Map([...form.unread].filter(([place]) => !isWithin(place, lasting)));
}

/** Adds a diagnosis at the end; a code that is on the claim already changes nothing. */
export function addDiagnosis(form: VisitForm, code: string): VisitForm {
  const diagnoses = form.draft.diagnoses ?? [];
  if (diagnoses.some((row) => bareCode(row.code) === bareCode(code))) return form;
  return {
    ...form,
    draft: { ...form.draft, diagnoses: [...diagnoses, { code }] },
    diagnosisIds: [...form.diagnosisIds, `hand-${form.handRows + 1}`],
    handRows: form.handRows + 1,
  };
}

/** Takes a diagnosis away; lines that pointed to it lose that pointer, the others keep meaning the same diagnosis. */
export function removeDiagnosis(form: VisitForm, index: number): VisitForm {
  const position = index + 1;
  const moved = (pointer: number) => (pointer > position ? pointer - 1 : pointer);
  return {
    ...form,
    draft: {
      ...form.draft,
      diagnoses: (form.draft.diagnoses ?? []).filter((_, at) => at !== index),
      serviceLines: (form.draft.serviceLines ?? []).map((line) => ({
        ...line,
        diagnosisPointers: (line.diagnosisPointers ?? []).filter((p) => p !== position).map(moved),
      })),
    },
    diagnosisIds: form.diagnosisIds.filter((_, at) => at !== index),
    ...takenAway(form, form.diagnosisIds[index]),
  };
}

/** Adds an empty line with the visit's date and one unit. */
export function addLine(form: VisitForm): VisitForm {
  const serviceDate = visitDates(form.draft)[0];
  const line: DraftLine = {
    modifiers: [],
    diagnosisPointers: [],
    units: 1,
    ...(serviceDate && { serviceDate }),
  };
  return {
    ...form,
    draft: { ...form.draft, serviceLines: [...(form.draft.serviceLines ?? []), line] },
    lineIds: [...form.lineIds, `hand-${form.handRows + 1}`],
    handRows: form.handRows + 1,
  };
}

export function removeLine(form: VisitForm, index: number): VisitForm {
  return {
    ...form,
    draft: {
      ...form.draft,
      serviceLines: (form.draft.serviceLines ?? []).filter((_, at) => at !== index),
    },
    lineIds: form.lineIds.filter((_, at) => at !== index),
    ...takenAway(form, form.lineIds[index]),
  };
}

/** The visit's date of service set on every line. */
export function setVisitDate(form: VisitForm, date: string | undefined): VisitForm {
  const paths = form.lineIds.map((_, index) => [`serviceLines.${index}.serviceDate`, date] as const);
  return setFields(form, Object.fromEntries(paths));
}

/** The different dates of service, first to last. */
export function visitDates(draft: ClaimDraft): string[] {
  return [...new Set((draft.serviceLines ?? []).flatMap((line) => line.serviceDate ?? []))].sort();
}

/** A person changed, added or took away something. */
export function isChangedByHand(form: VisitForm): boolean {
  return (
    form.byHand.size > 0 ||
    form.unread.size > 0 ||
    form.handRows > 0 ||
    form.removed.size > 0 ||
    form.taken !== undefined
  );
}

/** Where the value at a path of the draft comes from. */
export function originOf(form: VisitForm, path: string): Origin {
  const value = valueAt(form.draft, path);
  const isThere = !(value === undefined || value === '' || (Array.isArray(value) && value.length === 0));
  const found = provenanceAt(form, path);
  if (wasChanged(form, path) && (isThere || found)) {
    if (!found && !isLookedFor(path)) return { kind: 'by-hand', where: '', isNew: true };
    return {
      kind: 'by-hand',
      where: found?.raw ? `Changed by hand; the page says “${found.raw}”` : 'Typed by hand',
      ...(found?.placeId ? { placeId: found.placeId } : {}),
    };
  }
  if (form.taken && isTaken(form, path))
    return { kind: 'earlier-claim', where: `From ${sourceWords(form.taken.offer)}` };
  if (!isThere) return { kind: 'missing', where: isLookedFor(path) ? 'Not found on the page' : '' };
  if (!found) return { kind: 'sure', where: '' };
  return {
    kind: found.confidence >= SURE ? 'sure' : wasLookedAt(form, path) ? 'looked-at' : 'unsure',
    where: found.place,
    ...(found.placeId ? { placeId: found.placeId } : {}),
    ...(found.raw ? { raw: found.raw } : {}),
    ...(found.doubt ? { doubt: found.doubt } : {}),
    ...(found.rival ? { rival: found.rival } : {}),
  };
}

/** Paths of the draft that a person changed, rows by their number, for the record kept with the claim. */
export function correctedFields(form: VisitForm): string[] {
  const paths = [...form.byHand].flatMap((lasting) => currentPath(form, lasting) ?? []);
  const rows = (ids: readonly string[], list: string) =>
    ids.flatMap((id, index) => (id.startsWith('hand-') ? [`${list}.${index}`] : []));
  const added = [...rows(form.diagnosisIds, 'diagnoses'), ...rows(form.lineIds, 'serviceLines')];
  return [...new Set([...added, ...paths])].sort();
}

/** Where a value of the reading stands in the draft now; undefined when its row was taken away. */
export function pathInDraft(form: VisitForm, pathOfReading: string): string | undefined {
  return currentPath(form, lastingPath(asRead(form.read), pathOfReading));
}

/** The value was changed by hand, or stands in a row that was added by hand. */
function wasChanged(form: VisitForm, path: string): boolean {
  const lasting = lastingPath(form, path);
  if (/^(diagnoses|serviceLines)\.hand-/.test(lasting)) return valueAt(form.draft, path) !== undefined;
  return [...form.byHand].some((changed) => isWithin(lasting, changed) || isWithin(changed, lasting));
}

/** A person compared this value, or the whole that it is part of, and it is the same still. */
function wasLookedAt(form: VisitForm, path: string): boolean {
  return pathAndAncestors(path).some(
    (each) => form.lookedAt.get(lastingPath(form, each)) === JSON.stringify(valueAt(form.draft, each)),
  );
}

function provenanceAt(form: VisitForm, path: string) {
  const inReading = pathInReading(form, path);
  if (inReading === undefined) return undefined;
  const known = pathAndAncestors(inReading).find((candidate) =>
    Object.hasOwn(form.read.provenance, candidate),
  );
  return known === undefined ? undefined : form.read.provenance[known];
}

/** The same path with row ids in place of numbers. */
export function lastingPath(form: VisitForm, path: string): string {
  const [list, number, ...rest] = path.split('.');
  const ids = list === 'diagnoses' ? form.diagnosisIds : list === 'serviceLines' ? form.lineIds : undefined;
  const id = ids?.[Number(number)];
  return id === undefined ? path : [list, id, ...rest].join('.');
}

/** Where a lasting path stands now; undefined when its row was taken away. */
export function currentPath(form: VisitForm, lasting: string): string | undefined {
  return renumber(lasting, form.diagnosisIds, form.lineIds);
}

/** Where the row of a path stood in the reading; undefined for a row that was added by hand. */
export function pathInReading(form: VisitForm, path: string): string | undefined {
  const original = asRead(form.read);
  return renumber(lastingPath(form, path), original.diagnosisIds, original.lineIds);
}

function renumber(lasting: string, diagnosisIds: readonly string[], lineIds: readonly string[]) {
  const [list, id, ...rest] = lasting.split('.');
  if ((list !== 'diagnoses' && list !== 'serviceLines') || id === undefined) return lasting;
  const index = (list === 'diagnoses' ? diagnosisIds : lineIds).indexOf(id);
  return index === -1 ? undefined : [list, index, ...rest].join('.');
}

function takenAway(
  form: VisitForm,
  id: string | undefined,
): Pick<VisitForm, 'removed' | 'byHand' | 'unread'> {
  if (id === undefined) return form;
  const isLeft = (path: string): boolean => path.split('.')[1] !== id;
  return {
    removed: id.startsWith('hand-') ? form.removed : new Set([...form.removed, id]),
    byHand: new Set([...form.byHand].filter(isLeft)),
    unread: new Map([...form.unread].filter(([path]) => isLeft(path))),
  };
}
