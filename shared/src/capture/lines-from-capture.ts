/** Diagnoses and service lines of a capture as draft lines: pointers resolved, charges computed in whole cents. */
import type { Procedure } from '../api/index.ts';
import type { ClaimDraft } from '../claim/index.ts';
import { type Cents, cents, parseMoney } from '../values/index.ts';
import {
  type Capture,
  type Captured,
  type CapturedDrug,
  type CapturedLine,
  type CaptureNote,
  SURE,
} from './capture.ts';
import { CONTRADICTED } from './doubt.ts';
import type { PracticeContext } from './draft-from-capture.ts';
import { FEE_SCHEDULE, fillFromSchedule, usualPlace } from './line-from-schedule.ts';
import { fromPage, type Provenance } from './provenance.ts';

type DraftLine = NonNullable<ClaimDraft['serviceLines']>[number];

interface DraftLines {
  readonly diagnoses: NonNullable<ClaimDraft['diagnoses']>;
  readonly serviceLines: DraftLine[];
  readonly patientPaidAmount: Cents | undefined;
  readonly provenance: Record<string, Provenance>;
  readonly notes: CaptureNote[];
}

export function linesFromCapture(capture: Capture, practice: PracticeContext | null): DraftLines {
  const provenance: Record<string, Provenance> = {};
  const notes: CaptureNote[] = [];
  const codes = capture.diagnoses.map((diagnosis) => bare(diagnosis.code.value));

  const diagnoses = capture.diagnoses.map(({ code, description }, index) => {
    provenance[`diagnoses.${index}.code`] = fromPage(code);
    return { code: code.value, ...(description && { description: description.value }) };
  });

  const serviceLines = capture.lines.map((line, index): DraftLine => {
    const at = `serviceLines.${index}`;
    provenance[`${at}.procedureCode`] = fromPage(line.procedureCode);
    const draft: DraftLine = {
      procedureCode: line.procedureCode.value,
      modifiers: line.modifiers.map((m) => m.value),
    };
    const modifier = leastSure(line.modifiers);
    if (modifier) provenance[`${at}.modifiers`] = fromPage(modifier);
    if (line.description) draft.description = line.description.value.slice(0, 80);

    const units = line.units && Number(line.units.value);
    if (units !== undefined && Number.isFinite(units)) {
      draft.units = units;
      if (line.units) provenance[`${at}.units`] = fromPage(line.units);
    }
    const procedure = practice?.procedures[line.procedureCode.value];
    fillFromSchedule(draft, line, procedure, at, provenance);
    const charge = chargeOf(line, draft.units, procedure);
    if (charge) {
      draft.chargeAmount = charge.amount;
      provenance[`${at}.chargeAmount`] = charge.provenance;
    }

    const pointers = line.diagnosisCodes.flatMap((code) => {
      const position = codes.indexOf(bare(code.value)) + 1;
      if (position > 0) return position;
      notes.push({
        code: 'unresolved-pointer',
        message: `Line ${index + 1} names the diagnosis ${code.value}, which is not among the visit's diagnoses.`,
        placeId: code.placeId,
      });
      return [];
    });
    draft.diagnosisPointers = [...new Set(pointers)];
    const pointer = leastSure(line.diagnosisCodes);
    if (pointer && pointers.length > 0) provenance[`${at}.diagnosisPointers`] = fromPage(pointer);

    const ofVisit = capture.fields['visit.serviceDate'];
    const date = line.serviceDate ? besideVisit(line.serviceDate, line, ofVisit) : ofVisit;
    if (date) {
      draft.serviceDate = date.value;
      provenance[`${at}.serviceDate`] = fromPage(date);
    }
    if (line.serviceDateEnd) {
      draft.serviceDateEnd = line.serviceDateEnd.value;
      provenance[`${at}.serviceDateEnd`] = fromPage(line.serviceDateEnd);
    }
    const place = line.placeOfService;
    if (place && place.value !== capture.fields['visit.placeOfService']?.value) {
      draft.placeOfService = place.value;
      provenance[`${at}.placeOfService`] = fromPage(place);
    }
    const usual = place ? undefined : usualPlace(procedure, capture, practice);
    if (usual !== undefined) {
      draft.placeOfService = usual;
      provenance[`${at}.placeOfService`] = FEE_SCHEDULE;
    }
    if (line.drug) draft.drug = drugOf(line.drug, at, provenance);
    return draft;
  });

  const paid = capture.fields['visit.patientPaidAmount'];
  const patientPaidAmount = paid && parseMoney(paid.value);
  if (paid && patientPaidAmount !== undefined) provenance.patientPaidAmount = fromPage(paid);
  return { diagnoses, serviceLines, patientPaidAmount, provenance, notes };
}

/** A day other than the visit's may be of another visit: many a list of services goes on for years. */
function besideVisit(
  date: Captured,
  { serviceDateEnd: end = date }: CapturedLine,
  visit?: Captured,
): Captured {
  if (!visit || visit.confidence < SURE || (date.value <= visit.value && visit.value <= end.value))
    return date;
  return { ...date, confidence: Math.min(date.confidence, CONTRADICTED), rival: visit.raw };
}

/** A list is as sure as the value in it that is the least so. */
function leastSure(list: readonly Captured[]): Captured | undefined {
  return list.toSorted((a, b) => a.confidence - b.confidence)[0];
}

function drugOf(
  { code, quantity, unit }: CapturedDrug,
  at: string,
  provenance: Record<string, Provenance>,
): DraftLine['drug'] {
  provenance[`${at}.drug.code`] = fromPage(code);
  if (quantity) provenance[`${at}.drug.quantity`] = fromPage(quantity);
  if (unit) provenance[`${at}.drug.unit`] = fromPage(unit);
  const amount = quantity && Number(quantity.value);
  return {
    code: code.value,
    ...(amount !== undefined && Number.isFinite(amount) && { quantity: amount }),
    ...(unit && { unit: unit.value }),
  };
}

/** The line's charge: as shown, else unit price times units, else the practice's price times units. */
function chargeOf(line: CapturedLine, units: number | undefined, procedure: Procedure | undefined) {
  const whole = line.chargeAmount && parseMoney(line.chargeAmount.value);
  if (line.chargeAmount && whole !== undefined)
    return { amount: whole, provenance: fromPage(line.chargeAmount) };
  if (units === undefined) return undefined;
  const price = line.unitPrice && parseMoney(line.unitPrice.value);
  if (line.unitPrice && price !== undefined) {
    const amount = times(price, units);
    return amount === undefined
      ? undefined
      : {
          amount,
          provenance: { ...fromPage(line.unitPrice), place: `${line.unitPrice.place}, times units` },
        };
  }
  const amount = procedure?.price === undefined ? undefined : times(cents(procedure.price), units);
  return amount === undefined ? undefined : { amount, provenance: FEE_SCHEDULE };
}

/** Price times units when that is a whole number of cents. */
function times(price: Cents, units: number): Cents | undefined {
  const thousandths = Math.round(units * 1000);
  const total = (price * thousandths) / 1000;
  return Number.isSafeInteger(total) ? cents(total) : undefined;
}

const bare = (code: string) => code.replace('.', '').toUpperCase();
