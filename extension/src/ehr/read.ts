/** Reads the visit that a page shows: every reachable document by its recipe, joined where the patient agrees. */
import {
  type Capture,
  type CaptureBinding,
  type Captured,
  type CaptureField,
  type CaptureNote,
  identityKey,
  identityOf,
  isSomebody,
  type PatientIdentity,
  UNWITNESSED,
  VAGUE,
} from '@claimside/shared/capture';
import type { Recipe } from '@claimside/shared/recipe';
import { atMost, captured, contradicted } from './captured.ts';
import { contentDigest } from './digest.ts';
import { isShown } from './dom.ts';
import { asDrawn } from './drawn.ts';
import type { LinesRead } from './lines.ts';
import { recipeOf } from './recipe-of.ts';
import { type Sentences, say } from './sentences.ts';
import { type Reading, readWitnesses, type Witness } from './witnesses.ts';

type Fields = Partial<Record<CaptureField, Captured>>;

const NO_LINES: LinesRead = { lines: [], diagnoses: [], notes: [] };

/** Reads the page now. Never throws because of what a page holds, and never changes the page. */
export function readVisit(top: Document, reading: Reading): Capture {
  const ehr = recipeOf(top, reading.recipes);
  const { sentences } = reading.words;
  const witnesses = readWitnesses(top, ehr, reading);
  const banner = patientOf(witnesses);
  const mismatch = witnesses.some((witness) => witness.reachable.shown && witness.verdict === 'conflict');
  const usable = witnesses.filter((witness) => (mismatch ? witness.isBanner : isUsable(witness)));
  const [source, other] = mismatch
    ? []
    : usable.filter((w) => w.reachable.shown && (w.lines?.lines.length ?? 0) > 0);
  const listed = mismatch
    ? undefined
    : (source ?? usable.find((w) => w.reachable.shown && hasContent(w.lines ?? NO_LINES)));
  const doubt = isSomebody(banner) ? listed?.doubt : undefined;
  // Of services in several frames, as of several tables, none is surely the visit.
  const several: CaptureNote = { code: 'partial', message: sentences.severalTables };
  const read = other ? { ...NO_LINES, notes: [several] } : (listed?.lines ?? NO_LINES);
  const isNameless = listed?.isNameless === true;
  // What was opened before the banner named its visit may be another visit of the same patient.
  const isOther = listed && !listed.isBanner && reading.memory.isBeforeVisit(listed.reachable.document);
  const telling = usable.map((w) =>
    isOther && w.isBanner ? { ...w, doubt: 'stale' as const, visitNumber: '' } : w,
  );
  const { fields, lines, diagnoses, notes } = asDrawn(
    { fields: joinFields(telling), ...(doubt || isNameless ? atMost(UNWITNESSED, read) : read) },
    reading,
  );
  if (!mismatch) recallVisit(fields, witnesses, listed, banner, reading);
  const patient = isSomebody(banner) ? banner : identityOf(fields);
  // What the page does not say and another page of the same chart did.
  if (!mismatch && !doubt && !isNameless)
    Object.assign(
      fields,
      reading.memory.chart.complete(
        { ...identityOf(fields), ...banner },
        fields,
        top.location.href,
        sentences.seenBefore,
      ),
    );
  if (fields['patient.lastName'] && fields['patient.firstName']) delete fields['patient.name'];
  const binding: CaptureBinding = {
    documentId: (listed ?? witnesses[0])?.id ?? '',
    patient: identityKey(patient),
    visit: visitKey(fields, telling, listed?.lines ?? NO_LINES),
    content: contentDigest(fields, diagnoses, lines),
  };
  return {
    ehr: ehr?.id ?? 'generic',
    fields,
    diagnoses,
    lines,
    notes: mismatch
      ? [{ code: 'patient-mismatch', message: sentences.mismatch }]
      : [
          ...(doubt ? [{ code: 'unconfirmed-patient' as const, message: sentences[doubt] }] : []),
          ...(isNameless ? [{ code: 'unconfirmed-patient' as const, message: sentences.unnamed }] : []),
          ...pageChanged(usable, sentences),
          ...notes,
          ...missing(ehr, fields, lines.length > 0 || notes.length > 0, usable, reading),
        ],
    binding,
  };
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
  for (const { fields: said, reachable, namesPatient, doubt, isNameless } of ordered) {
    for (const [field, value] of Object.entries(said) as [CaptureField, Captured][]) {
      const isWitnessed = namesPatient
        ? doubt !== 'stale' || !field.startsWith('visit.')
        : reachable.shown && !doubt;
      const most = isWitnessed && !isNameless ? 1 : UNWITNESSED;
      const candidate = { ...value, confidence: Math.min(value.confidence, most) };
      const known = fields[field];
      if (!known) fields[field] = candidate;
      else if (known.value.toLowerCase() !== value.value.toLowerCase() && field !== 'patient.name') {
        fields[field] = contradicted(known, value);
      } else if (!known.rival && candidate.confidence > known.confidence) fields[field] = candidate;
    }
  }
  return fields;
}

/** A fee sheet takes the place of the summary that named its date: the date seen there before still counts, unsure. */
function recallVisit(
  fields: Fields,
  witnesses: readonly Witness[],
  listed: Witness | undefined,
  patient: PatientIdentity,
  { memory, places, words }: Reading,
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
    { element: tab, value, raw, confidence: VAGUE },
    words.sentences.shownBefore,
    places,
  );
  if (recalled) fields['visit.serviceDate'] = recalled;
}

/** Date and visit number; where no number is shown, the codes too. */
function visitKey(fields: Fields, usable: readonly Witness[], { lines, diagnoses }: LinesRead): string {
  if (lines.length === 0 && diagnoses.length === 0) return '';
  const number = usable.find((witness) => witness.visitNumber)?.visitNumber;
  const date = fields['visit.serviceDate']?.value ?? lines[0]?.serviceDate?.value ?? '';
  if (number || date) return `${date}|${number ?? ''}`;
  // Neither date nor number: only the codes tell this visit from the patient's others.
  const codes = [
    ...lines.map((line) => line.procedureCode.value),
    ...diagnoses.map(({ code }) => code.value),
  ];
  return `||${codes.join(' ')}`;
}

function pageChanged(usable: readonly Witness[], sentences: Sentences): CaptureNote[] {
  const what = usable.flatMap(({ reachable, changed = [] }) => (reachable.shown ? changed : []));
  if (what.length === 0) return [];
  return [{ code: 'page-changed', message: say(sentences.pageChanged, what.join(', ')) }];
}

function missing(
  ehr: Recipe | undefined,
  fields: Fields,
  hasVisit: boolean,
  usable: readonly Witness[],
  { words, places }: Reading,
): CaptureNote[] {
  if (!hasVisit) return [{ code: 'no-visit', message: ehr?.noVisit ?? words.sentences.noVisit }];
  return (ehr?.elsewhere ?? [])
    .filter(({ unless }) => !unless || fields[unless.field]?.value !== unless.is)
    .filter((group) => group.fields.some((field) => fields[field] === undefined))
    .map(({ message, fields: asked, link }) => {
      const [only, other] = link ? usable.flatMap((witness) => inSight(witness, link.css)) : [];
      // Of several none is surely the way to this patient's page.
      const place = only && !other && { placeId: places.idOf(only) };
      return { code: 'look-elsewhere', message, fields: asked, ...place };
    });
}

/** Elements looked at for one link. */
const MOST_LINKS = 20;

/** What a person sees there. A selector that the browser does not know finds nothing. */
function inSight({ reachable: { document, shown } }: Witness, css: string): Element[] {
  try {
    return shown ? [...document.querySelectorAll(css)].slice(0, MOST_LINKS).filter(isShown) : [];
  } catch {
    return [];
  }
}
