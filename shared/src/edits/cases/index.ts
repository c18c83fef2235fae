/** The cases of all families of edits. */

import { accidentsCases } from './accidents.ts';
import { addressesCases } from './addresses.ts';
import { adjudicationCases } from './adjudication.ts';
import { ambulanceCases } from './ambulance.ts';
import { anesthesiaCases } from './anesthesia.ts';
import { balanceCases } from './balance.ts';
import type { EditCase } from './case.ts';
import { charactersCases } from './characters.ts';
import { chiropracticCases } from './chiropractic.ts';
import { claimDatesCases } from './claim-dates.ts';
import { codeListsCases } from './code-lists.ts';
import { contactsCases } from './contacts.ts';
import { coverageCases } from './coverage.ts';
import { diagnosesCases } from './diagnoses.ts';
import { drugsCases } from './drugs.ts';
import { duplicatesCases } from './duplicates.ts';
import { feeScheduleCases } from './fee-schedule.ts';
import { frequencyCases } from './frequency.ts';
import { identifiersCases } from './identifiers.ts';
import { insuredCases } from './insured.ts';
import { laboratoryCases } from './laboratory.ts';
import { medicareCases } from './medicare.ts';
import { memberIdsCases } from './member-ids.ts';
import { modifiersCases } from './modifiers.ts';
import { moneyCases } from './money.ts';
import { namesCases } from './names.ts';
import { ncciCases } from './ncci.ts';
import { numbersCases } from './numbers.ts';
import { partsCases } from './parts.ts';
import { payersCases } from './payers.ts';
import { peopleCases } from './people.ts';
import { placesCases } from './places.ts';
import { providersCases } from './providers.ts';
import { ranksCases } from './ranks.ts';
import { referringCases } from './referring.ts';
import { requiredCases } from './required.ts';
import { serviceDatesCases } from './service-dates.ts';
import { serviceLinesCases } from './service-lines.ts';
import { timelyFilingCases } from './timely-filing.ts';
import { unitsCases } from './units.ts';

export const CASES: readonly EditCase[] = [
  ...accidentsCases,
  ...addressesCases,
  ...adjudicationCases,
  ...ambulanceCases,
  ...anesthesiaCases,
  ...balanceCases,
  ...charactersCases,
  ...chiropracticCases,
  ...claimDatesCases,
  ...codeListsCases,
  ...contactsCases,
  ...coverageCases,
  ...diagnosesCases,
  ...drugsCases,
  ...duplicatesCases,
  ...feeScheduleCases,
  ...frequencyCases,
  ...identifiersCases,
  ...insuredCases,
  ...laboratoryCases,
  ...medicareCases,
  ...memberIdsCases,
  ...modifiersCases,
  ...moneyCases,
  ...namesCases,
  ...ncciCases,
  ...numbersCases,
  ...partsCases,
  ...payersCases,
  ...peopleCases,
  ...placesCases,
  ...providersCases,
  ...ranksCases,
  ...referringCases,
  ...requiredCases,
  ...serviceDatesCases,
  ...serviceLinesCases,
  ...timelyFilingCases,
  ...unitsCases,
];
