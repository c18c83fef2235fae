/** Reads the visit that a page shows: every reachable document by its recipe, joined where the patient agrees. */

import type { Capture, CaptureBinding, Captured, CaptureField, CaptureNote } from '@claimside/shared/capture';
import type { Recipe } from '@claimside/shared/recipe';
import { readByRecipe } from './by-recipe.ts';
import { atMost, captured, UNWITNESSED } from './captured.ts';
import { dateOrderOf } from './date-order.ts';
import { contentDigest } from './digest.ts';
import { type ReachableDocument, reachableDocuments } from './documents.ts';
import { readGenericDocument } from './generic/read-document.ts';
import type { Vocabulary } from './generic/vocabulary.ts';
import { agreement, identityKey, identityOf, type PatientIdentity } from './identity.ts';
import type { LinesRead } from './lines.ts';
import type { Memory } from './memory.ts';
import { countingOf, type StateTree } from './page-state.ts';
import type { Places } from './places.ts';
import { documentIn, recipeOf } from './recipe-of.ts';
import { scopeOf } from './scope.ts';

/** Two documents say different things: a person must choose. */
const CONTRADICTED = 0.5;

type Fields = Partial<Record<CaptureField, Captured>>;

/** What one document says, whoever it belongs to. */
export interface DocumentRead {
  readonly fields: Fields;
  readonly lines?: LinesRead;
  readonly visitNumber?: string;
  /** The page shows another patient than its state is of. */
  readonly isDivided?: true;
  /** What stood here when the page was taught, and does not now. */
  readonly changed?: readonly string[];
}

interface Witness extends DocumentRead {
  readonly reachable: ReachableDocument;
  readonly id: string;
  readonly isBanner: boolean;
  readonly verdict: 'agree' | 'conflict' | 'unknown';
  readonly namesPatient: boolean;
  /** Nothing tells whose it is: it was in the page before the script, and neither it nor its tab names a patient. */
  readonly unconfirmed: boolean;
  /** The shell around it names nobody, so that one of the two witnesses of the patient is missing. */
  readonly unnamed: boolean;
}

export interface Reading {
  readonly memory: Memory;
  readonly places: Places;
  /** Those that may be of this site. */
  readonly recipes: readonly Recipe[];
  /** What labels and headings mean where no recipe says. */
  readonly words: Vocabulary;
  /** What the page's own framework holds, where the recipe asks for it and it has answered. */
  readonly state?: StateTree | undefined;
}

const NO_LINES: LinesRead = { lines: [], diagnoses: [], notes: [] };
const MISMATCH =
  "The chart's banner and the open page are of different patients. Open this patient's visit again.";
const UNNAMED = 'No patient is named above this visit, so nothing tells whose it is. Open the patient first.';
const UNCONFIRMED =
  "Claimside was started after this page was opened. Open the visit again, so that it is surely this patient's.";

/** Reads the page now. Never throws because of what a page holds, and never changes the page. */
export function readVisit(top: Document, reading: Reading): Capture {
  const ehr = recipeOf(top, reading.recipes);
  const witnesses = readWitnesses(top, ehr, reading);
  const banner = patientOf(witnesses);
  const mismatch = witnesses.some((witness) => witness.reachable.shown && witness.verdict === 'conflict');
  const usable = witnesses.filter((witness) => (mismatch ? witness.isBanner : isUsable(witness)));
  const source = mismatch
    ? undefined
    : usable.find((w) => w.reachable.shown && (w.lines?.lines.length ?? 0) > 0);
  const listed = mismatch
    ? undefined
    : (source ?? usable.find((w) => w.reachable.shown && hasContent(w.lines ?? NO_LINES)));
  const unconfirmed = listed?.unconfirmed === true && Object.keys(banner).length > 0;
  const read = listed?.lines ?? NO_LINES;
  const unnamed = listed?.unnamed === true;
  const { lines, diagnoses, notes } = unconfirmed || unnamed ? atMost(UNWITNESSED, read) : read;
  const fields = joinFields(usable);
  if (!mismatch) recallVisit(fields, witnesses, listed, banner, reading);
  const patient = Object.keys(banner).length > 0 ? banner : identityOf(fields);
  if (!mismatch && !unconfirmed && !unnamed)
    completeFromChart(fields, { ...identityOf(fields), ...banner }, top.location.href, reading);
  const binding: CaptureBinding = {
    documentId: (listed ?? witnesses[0])?.id ?? '',
    patient: identityKey(patient),
    visit: visitKey(fields, usable, listed?.lines ?? NO_LINES),
    content: contentDigest(fields, diagnoses, lines),
  };
  return {
    ehr: ehr?.id ?? 'generic',
    fields,
    diagnoses,
    lines,
    notes: mismatch
      ? [{ code: 'patient-mismatch', message: MISMATCH }]
      : [
          ...(unconfirmed ? [{ code: 'unconfirmed-patient' as const, message: UNCONFIRMED }] : []),
          ...(unnamed ? [{ code: 'unconfirmed-patient' as const, message: UNNAMED }] : []),
          ...pageChanged(usable),
          ...notes,
          ...missing(ehr, fields, lines.length > 0 || notes.length > 0),
        ],
    binding,
  };
}

function readWitnesses(
  top: Document,
  ehr: Recipe | undefined,
  { memory, places, words, state }: Reading,
): Witness[] {
  const documents = reachableDocuments(top);
  const dateOrder = dateOrderOf(documents.map(({ document }) => document));
  const read = documents.flatMap((reachable) => {
    const recipe = ehr && documentIn(ehr, reachable);
    // One that has signs and no documents only says where things are.
    if (ehr && ehr.documents.length > 0 && !recipe) return [];
    // Without a recipe nothing tells a live frame from a stale one, so only what is on screen counts.
    if (!recipe && !reachable.shown) return [];
    const held = reachable.document === top && state && ehr?.pageState;
    const counting = held ? countingOf(state, held, reachable.address) : undefined;
    const scope = scopeOf(reachable.document, words, counting, dateOrder, (table) =>
      memory.grids.whole(table, reachable.address),
    );
    const readBody = (): DocumentRead =>
      recipe
        ? readByRecipe(scope, reachable.shown, recipe, places, ehr?.shapes)
        : readGenericDocument(scope, places);
    const first = readBody();
    // Rows seen under another patient are none of this one's.
    const isOthers = memory.grids.keepFor(reachable.document, identityOf(first.fields));
    const body = isOthers ? readBody() : first;
    return [{ reachable, recipe, body }];
  });
  const bannerRead = ehr?.banner
    ? read.find(({ recipe }) => recipe?.id === ehr.banner)
    : read.find(({ body }) => Object.keys(identityOf(body.fields)).length > 0);
  const banner = bannerRead ? identityOf(bannerRead.body.fields) : {};
  const witnesses = read.map((entry) => {
    const own = identityOf(entry.body.fields);
    const namesPatient = Object.keys(own).length > 0;
    const seen = memory.seen(entry.reachable.document, banner);
    const isBanner = entry === bannerRead;
    return {
      ...entry.body,
      reachable: entry.reachable,
      id: seen.id,
      isBanner,
      namesPatient,
      unconfirmed: seen.inherited && !namesPatient,
      unnamed: ehr?.banner !== undefined && Object.keys(banner).length === 0,
      verdict: entry.body.isDivided
        ? ('conflict' as const)
        : isBanner
          ? ('agree' as const)
          : agreement(banner, namesPatient ? own : seen.patient),
    };
  });
  // One tab is one visit: what the summary beside the fee sheet says of the patient holds for both.
  const confirmedTabs = new Set(
    witnesses.filter((w) => w.namesPatient && w.verdict === 'agree').map((w) => w.reachable.tab),
  );
  return witnesses.map((w) => ({
    ...w,
    unconfirmed: w.unconfirmed && !(w.reachable.tab && confirmedTabs.has(w.reachable.tab)),
  }));
}

const patientOf = (witnesses: readonly Witness[]): PatientIdentity =>
  identityOf(witnesses.find((witness) => witness.isBanner)?.fields ?? {});

/** On screen unless it is someone else's; out of sight only when it is known to be this patient's. */
const isUsable = ({ reachable, verdict }: Witness): boolean =>
  reachable.shown ? verdict !== 'conflict' : verdict === 'agree';

const hasContent = ({ lines, diagnoses, notes }: LinesRead): boolean =>
  lines.length + diagnoses.length + notes.length > 0;

/** What is on screen outranks what is not; a contradiction makes the value unsure. */
function joinFields(usable: readonly Witness[]): Fields {
  const fields: Fields = {};
  const ordered = [...usable].sort((a, b) => Number(b.reachable.shown) - Number(a.reachable.shown));
  for (const { fields: said, reachable, namesPatient, unconfirmed, unnamed } of ordered) {
    for (const [field, value] of Object.entries(said) as [CaptureField, Captured][]) {
      const most = !unnamed && (namesPatient || (reachable.shown && !unconfirmed)) ? 1 : UNWITNESSED;
      const candidate = { ...value, confidence: Math.min(value.confidence, most) };
      const known = fields[field];
      if (!known) fields[field] = candidate;
      else if (known.value.toLowerCase() !== value.value.toLowerCase() && field !== 'patient.name') {
        fields[field] = { ...known, confidence: Math.min(known.confidence, CONTRADICTED) };
      } else if (candidate.confidence > known.confidence) fields[field] = candidate;
    }
  }
  if (fields['patient.lastName'] && fields['patient.firstName']) delete fields['patient.name'];
  return fields;
}

/** What the page does not say and another page of the same chart did. */
function completeFromChart(
  fields: Fields,
  patient: PatientIdentity,
  address: string,
  { memory }: Reading,
): void {
  Object.assign(fields, memory.chart.complete(patient, fields, address));
  if (fields['patient.lastName'] && fields['patient.firstName']) delete fields['patient.name'];
}

/** A fee sheet takes the place of the summary that named its date: the date seen there before still counts, unsure. */
function recallVisit(
  fields: Fields,
  witnesses: readonly Witness[],
  listed: Witness | undefined,
  patient: PatientIdentity,
  { memory, places }: Reading,
): void {
  for (const { reachable, fields: said, verdict } of witnesses) {
    const date = said['visit.serviceDate'];
    if (reachable.tab && date && verdict === 'agree') {
      memory.rememberVisit(reachable.tab, { patient, serviceDate: date.value, raw: date.raw });
    }
  }
  const tab = listed?.reachable.tab;
  const before = tab && !fields['visit.serviceDate'] ? memory.visitOf(tab, patient) : undefined;
  if (!tab || !before) return;
  const { serviceDate: value, raw } = before;
  const recalled = captured(
    { element: tab, value, raw, confidence: UNWITNESSED },
    'Shown in this tab before the fee sheet',
    places,
  );
  if (recalled) fields['visit.serviceDate'] = recalled;
}

/** Date and visit number; where no number is shown, the codes too. */
function visitKey(fields: Fields, usable: readonly Witness[], { lines, diagnoses }: LinesRead): string {
  if (lines.length === 0 && diagnoses.length === 0) return '';
  const number = usable.find((witness) => witness.visitNumber !== undefined)?.visitNumber;
  const date = fields['visit.serviceDate']?.value ?? lines[0]?.serviceDate?.value ?? '';
  if (number !== undefined || date !== '') return `${date}|${number ?? ''}`;
  // Neither date nor number: only the codes tell this visit from the patient's others.
  const codes = [
    ...lines.map((line) => line.procedureCode.value),
    ...diagnoses.map(({ code }) => code.value),
  ];
  return `||${codes.join(' ')}`;
}

function pageChanged(usable: readonly Witness[]): CaptureNote[] {
  const what = usable.flatMap(({ reachable, changed = [] }) => (reachable.shown ? changed : []));
  if (what.length === 0) return [];
  const message = `This page looks different from when it was taught: ${what.join(', ')}. Teach it again or correct by hand.`;
  return [{ code: 'page-changed', message }];
}

function missing(ehr: Recipe | undefined, fields: Fields, hasVisit: boolean): CaptureNote[] {
  if (!hasVisit)
    return [{ code: 'no-visit', message: ehr?.noVisit ?? 'No visit with codes was found on this page.' }];
  return (ehr?.elsewhere ?? [])
    .filter(({ unless }) => !unless || fields[unless.field]?.value !== unless.is)
    .filter((group) => group.fields.some((field) => fields[field] === undefined))
    .map(({ message }) => ({ code: 'look-elsewhere', message }));
}
