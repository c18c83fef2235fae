/** All edits in one list, and the one way to run them: the same in the sidebar, on the server and over files. */
import type { ClaimDraft } from '../claim/index.ts';
import type { EditContext } from './context.ts';
import type { Edit, EditFamily, Report } from './edit.ts';
import { accidentEdits } from './families/accidents.ts';
import { addressEdits } from './families/addresses.ts';
import { adjudicationEdits } from './families/adjudication.ts';
import { ambulanceEdits } from './families/ambulance.ts';
import { anesthesiaEdits } from './families/anesthesia.ts';
import { balanceEdits } from './families/balance.ts';
import { characterEdits } from './families/characters.ts';
import { chiropracticEdits } from './families/chiropractic.ts';
import { claimDateEdits } from './families/claim-dates.ts';
import { codeListEdits } from './families/code-lists.ts';
import { contactEdits } from './families/contacts.ts';
import { coverageEdits } from './families/coverage.ts';
import { diagnosisEdits } from './families/diagnoses.ts';
import { drugEdits } from './families/drugs.ts';
import { duplicateEdits } from './families/duplicates.ts';
import { feeScheduleEdits } from './families/fee-schedule.ts';
import { frequencyEdits } from './families/frequency.ts';
import { identifierEdits } from './families/identifiers.ts';
import { insuredEdits } from './families/insured.ts';
import { laboratoryEdits } from './families/laboratory.ts';
import { medicareEdits } from './families/medicare.ts';
import { memberIdEdits } from './families/member-ids.ts';
import { modifierEdits } from './families/modifiers.ts';
import { moneyEdits } from './families/money.ts';
import { nameEdits } from './families/names.ts';
import { ncciEdits } from './families/ncci.ts';
import { numberEdits } from './families/numbers.ts';
import { partEdits } from './families/parts.ts';
import { payerEdits } from './families/payers.ts';
import { peopleEdits } from './families/people.ts';
import { placeEdits } from './families/places.ts';
import { providerEdits } from './families/providers.ts';
import { rankEdits } from './families/ranks.ts';
import { referringEdits } from './families/referring.ts';
import { requiredEdits } from './families/required.ts';
import { serviceDateEdits } from './families/service-dates.ts';
import { serviceLineEdits } from './families/service-lines.ts';
import { timelyFilingEdits } from './families/timely-filing.ts';
import { unitEdits } from './families/units.ts';
import type { EditFinding } from './finding.ts';

/** In the order in which findings are told and the page of all edits is written. */
export const EDIT_FAMILIES: readonly EditFamily[] = [
  { name: 'What must be there', edits: requiredEdits },
  { name: 'People', edits: peopleEdits },
  { name: 'Names', edits: nameEdits },
  { name: 'Free text', edits: characterEdits },
  { name: 'Addresses and phones', edits: addressEdits },
  { name: 'Contacts', edits: contactEdits },
  { name: 'Insurance', edits: coverageEdits },
  { name: 'Patient and insured person', edits: insuredEdits },
  { name: 'Member ids', edits: memberIdEdits },
  { name: 'Identifiers', edits: identifierEdits },
  { name: 'Numbers of the claim', edits: numberEdits },
  { name: 'Providers', edits: providerEdits },
  { name: 'Referring and ordering', edits: referringEdits },
  { name: 'Dates of service', edits: serviceDateEdits },
  { name: 'Dates of the claim', edits: claimDateEdits },
  { name: 'Accidents', edits: accidentEdits },
  { name: 'Timely filing', edits: timelyFilingEdits },
  { name: 'Diagnoses', edits: diagnosisEdits },
  { name: 'Service lines', edits: serviceLineEdits },
  { name: 'Modifiers', edits: modifierEdits },
  { name: 'Units', edits: unitEdits },
  { name: 'Places', edits: placeEdits },
  { name: 'Code lists', edits: codeListEdits },
  { name: 'NCCI', edits: ncciEdits },
  { name: 'Chiropractic', edits: chiropracticEdits },
  { name: 'Ambulance', edits: ambulanceEdits },
  { name: 'Anesthesia', edits: anesthesiaEdits },
  { name: 'Laboratory and mammography', edits: laboratoryEdits },
  { name: 'Drugs', edits: drugEdits },
  { name: 'Parts that only some claims have', edits: partEdits },
  { name: 'Money', edits: moneyEdits },
  { name: 'Fee schedule', edits: feeScheduleEdits },
  { name: 'Corrections', edits: frequencyEdits },
  { name: 'Order of the payers', edits: rankEdits },
  { name: 'What earlier payers did', edits: adjudicationEdits },
  { name: 'Sums of earlier payers', edits: balanceEdits },
  { name: 'Medicare', edits: medicareEdits },
  { name: 'Payer and clearinghouse', edits: payerEdits },
  { name: 'Duplicates', edits: duplicateEdits },
];

export const EDITS: readonly Edit[] = EDIT_FAMILIES.flatMap((family) => family.edits);

/** Every finding on the draft, in the order of EDITS; none means it can be sent. */
export function runEdits(draft: ClaimDraft, context: EditContext): EditFinding[] {
  const findings: EditFinding[] = [];
  let edit: Edit | undefined;
  const report: Report = (path, message, fix, apply) => {
    if (!edit) return;
    const { id, severity, snip } = edit;
    findings.push({ id, severity, snip, path, message, fix, ...(apply && { apply }) });
  };
  for (edit of EDITS) edit.check(draft, context, report);
  return findings;
}
