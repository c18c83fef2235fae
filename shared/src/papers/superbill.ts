/** What was done at a visit, by code, with what it costs: for the patient's own insurance or records; and once insurance has decided, what it did. */
import type { PracticeSettings } from '../api/practice.ts';
import { PLACE_OF_SERVICE } from '../codes/index.ts';
import { type ClaimMoney, type ClaimStatus, decisionsIn } from '../lifecycle/index.ts';
import type { Cents, IsoDate } from '../values/index.ts';
import {
  type ClaimParts,
  type PatientHead,
  type PracticeHead,
  patientHead,
  practiceHead,
  renderedBy,
  visitDays,
} from './parts.ts';
import { type LineDecision, lineDecisions } from './superbill-lines.ts';

/** `self-pay` names no insurance. */
export type SuperbillVariant = 'self-pay' | 'before-insurance' | 'after-insurance';

export interface SuperbillLine {
  readonly date: IsoDate;
  readonly procedureCode: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  /** Letters of the diagnoses. */
  readonly pointers: string;
  readonly charge: Cents;
  readonly decision: LineDecision | undefined;
}

export interface Superbill {
  readonly variant: SuperbillVariant;
  readonly practice: PracticeHead;
  readonly provider: { readonly name: string; readonly npi: string };
  readonly patient: PatientHead;
  readonly days: string;
  readonly place: string;
  /** None where nothing was billed. */
  readonly number: string | undefined;
  readonly insurance: { readonly name: string; readonly memberId: string } | undefined;
  readonly diagnoses: readonly { readonly letter: string; readonly code: string }[];
  readonly lines: readonly SuperbillLine[];
  readonly status: ClaimStatus;
  readonly money: ClaimMoney;
  /** Codes for which the practice has no self-pay price. */
  readonly atUsualCharge?: readonly string[];
  /** Of the last decision, once there is one. */
  readonly decidedOn: IsoDate | undefined;
}

/** The letter by which lines point to a diagnosis, from 0. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);

/** `asSelfPay`: for who pays without insurance, while none has decided: after that it says what insurance did. */
export function superbillOf(
  parts: ClaimParts,
  practice: PracticeSettings | null,
  asSelfPay = false,
): Superbill {
  const { claim, money } = parts;
  const decisions = decisionsIn([...parts.earlier.flat(), ...parts.events], money.charge);
  const isDecided = decisions.length > 0;
  const decided = isDecided ? lineDecisions(parts, decisions) : undefined;
  const isSelfPay = asSelfPay && !isDecided;
  return {
    variant: isSelfPay ? 'self-pay' : isDecided ? 'after-insurance' : 'before-insurance',
    practice: practiceHead(claim, practice),
    provider: renderedBy(claim, practice),
    patient: patientHead(claim),
    days: visitDays(claim),
    place: placeWords(claim.placeOfService),
    number: parts.patientControlNumber,
    insurance: isSelfPay ? undefined : { name: claim.coverage.payerName, memberId: claim.coverage.memberId },
    diagnoses: claim.diagnoses.map(({ code }, place) => ({ letter: letterOf(place), code })),
    lines: claim.serviceLines.map((line, place) => ({
      date: line.serviceDate,
      procedureCode: line.procedureCode,
      modifiers: line.modifiers,
      units: line.units,
      pointers: line.diagnosisPointers.map((pointer) => letterOf(pointer - 1)).join(' '),
      charge: line.chargeAmount,
      decision: decided?.[place],
    })),
    status: parts.status,
    money,
    decidedOn: decisions.at(-1)?.paymentDate,
  };
}

export function placeWords(code: string): string {
  const name: string | undefined = PLACE_OF_SERVICE.codes[code];
  return name ? `${code} ${name}` : code;
}
