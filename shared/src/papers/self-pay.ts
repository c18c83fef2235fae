/** The superbill of a visit that no insurance is billed for, at the prices for who pays alone. */
import type { PracticeSettings, Procedure, SelfPayVisit } from '../api/index.ts';
import { addressLines } from '../letters/parts.ts';
import { foldClaim } from '../lifecycle/index.ts';
import { type Cents, cents, sumCents } from '../values/index.ts';
import { practiceHead, renderedBy, visitDays } from './parts.ts';
import { letterOf, placeWords, type Superbill } from './superbill.ts';

/** A line that the practice has no price for. */
export interface WithoutPrice {
  readonly procedureCode: string;
}

/** Gives the codes without a price instead, where there are any: nothing is guessed. */
export function selfPaySuperbill(
  visit: SelfPayVisit,
  practice: PracticeSettings,
  procedures: readonly Procedure[],
): Superbill | readonly WithoutPrice[] {
  const priced = visit.lines.map((line) => {
    const own = ownPriceOf(line, procedures);
    return { line, charge: own ?? line.charge, isUsual: own === undefined };
  });
  const without = priced.flatMap(({ line, charge }) => (charge === undefined ? [line] : []));
  if (without.length > 0) return without;
  const { patient, placeOfService, serviceFacility, renderingProvider } = visit;
  const claim = {
    billingProvider: practice.billingProvider,
    placeOfService,
    ...(serviceFacility && { serviceFacility }),
    ...(renderingProvider && { renderingProvider }),
  };
  const total = sumCents(priced.map(({ charge }) => charge ?? cents(0)));
  return {
    variant: 'self-pay',
    practice: practiceHead(claim, practice),
    provider: renderedBy(claim, practice),
    patient: {
      name: [patient.firstName, patient.middleName, patient.lastName, patient.suffix]
        .filter(Boolean)
        .join(' '),
      birthDate: patient.birthDate,
      address: patient.address ? addressLines(patient.address) : [],
    },
    days: visitDays({ serviceLines: visit.lines }),
    place: placeWords(placeOfService),
    number: undefined,
    insurance: undefined,
    diagnoses: visit.diagnoses.map(({ code }, place) => ({ letter: letterOf(place), code })),
    lines: priced.map(({ line, charge = cents(0) }) => ({
      date: line.serviceDate,
      procedureCode: line.procedureCode,
      modifiers: line.modifiers,
      units: line.units,
      pointers: line.diagnosisPointers.map((pointer) => letterOf(pointer - 1)).join(' '),
      charge,
      decision: undefined,
    })),
    status: 'closed',
    money: { ...foldClaim(total, []).money, patientPaid: visit.paid ?? cents(0) },
    atUsualCharge: [...new Set(priced.flatMap(({ line, isUsual }) => (isUsual ? [line.procedureCode] : [])))],
    decidedOn: undefined,
  };
}

/** For all units, where the practice has a price for who pays alone; one of zero is one. */
function ownPriceOf(
  { procedureCode, units }: SelfPayVisit['lines'][number],
  procedures: readonly Procedure[],
): Cents | undefined {
  const price = procedures.find(({ code }) => code === procedureCode)?.selfPayPrice;
  return price === undefined ? undefined : cents(Math.round(price * units));
}
