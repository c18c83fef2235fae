/** Edits on accidents and work: cause, date, state, and what work comp and auto insurers ask for. */
import { currentSet, holdsCode, STATE } from '../../codes/index.ts';
import type { Edit } from '../edit.ts';

export const accidentEdits: readonly Edit[] = [
  {
    id: 'accident-date-needed',
    severity: 'error',
    snip: 4,
    fields: ['accidentDate'],
    source: 'X12 837P 2300 DTP*439, CLM11',
    summary: 'A claim after a car or other accident says when it was.',
    check({ relatedCauses, accidentDate }, _context, report) {
      if (!accidentDate && relatedCauses?.some((cause) => cause === 'AA' || cause === 'OA'))
        report(
          'accidentDate',
          'The claim is for an accident, and its date is missing.',
          'Type it, or clear the cause.',
        );
    },
  },
  {
    id: 'accident-state',
    severity: 'error',
    snip: 4,
    fields: ['autoAccidentState'],
    source: 'X12 837P 2300 CLM11-4',
    summary: 'A claim after a car accident names the state, one of the list, or a country abroad.',
    check({ relatedCauses, autoAccidentState: state, autoAccidentCountry: country }, { codeSets }, report) {
      const isAbroad = country !== undefined && country !== '' && country !== 'US';
      if (isAbroad) return;
      if (state && !holdsCode(currentSet(STATE, codeSets), state))
        report('autoAccidentState', 'The state of the accident is not a US state.', 'Choose the state.');
      else if (!state && relatedCauses?.includes('AA'))
        report(
          'autoAccidentState',
          'The claim is for a car accident, and the state where it happened is missing.',
          'Choose the state.',
        );
    },
  },
  {
    id: 'accident-cause',
    severity: 'warning',
    snip: 4,
    fields: ['relatedCauses'],
    source: 'X12 837P 2300 CLM11, DTP*439',
    summary: 'An accident date or the state of a car accident goes with its cause.',
    check({ relatedCauses, accidentDate, autoAccidentState }, _context, report) {
      if (accidentDate && !relatedCauses?.length)
        report(
          'relatedCauses',
          'There is an accident date, and no cause.',
          'Choose car, work or other accident, or clear the date.',
        );
      else if (autoAccidentState && !relatedCauses?.includes('AA'))
        report(
          'relatedCauses',
          'There is the state of a car accident, and no car accident.',
          'Choose the car accident, or clear the state.',
        );
    },
  },
  {
    id: 'work-comp',
    severity: 'warning',
    snip: 7,
    fields: ['relatedCauses', 'accidentDate'],
    source: 'Office Ally, work comp; X12 837P 2300 CLM11, DTP*439',
    summary: 'A claim to a work comp insurer says that it is for work, and when the injury was.',
    check({ coverage, relatedCauses, accidentDate, onsetDate }, _context, report) {
      if (coverage?.claimFilingIndicator !== 'WC') return;
      if (!relatedCauses?.includes('EM'))
        report('relatedCauses', 'A work comp claim is for employment.', 'Choose work as the cause.');
      if (!accidentDate && !onsetDate)
        report(
          'accidentDate',
          'A work comp insurer wants the date of the injury.',
          'Type the date of the accident, or the onset of the illness.',
        );
    },
  },
  {
    id: 'auto-insurer',
    severity: 'warning',
    snip: 7,
    fields: ['relatedCauses'],
    source: 'X12 837P 2300 CLM11',
    summary: 'A claim to an auto insurer says that it is for a car accident.',
    check({ coverage, relatedCauses }, _context, report) {
      if (coverage?.claimFilingIndicator === 'AM' && !relatedCauses?.includes('AA'))
        report(
          'relatedCauses',
          'A claim to an auto insurer is for a car accident.',
          'Choose it as the cause.',
        );
    },
  },
  {
    id: 'property-claim-number',
    severity: 'warning',
    snip: 7,
    fields: ['patient.propertyCasualtyClaimNumber'],
    source: 'X12 837P 2010BA, 2010CA REF*Y4',
    summary: 'A claim to a work comp or auto insurer carries the number of the injury claim.',
    check({ coverage, patient, subscriber }, _context, report) {
      const kind = coverage?.claimFilingIndicator;
      if (kind !== 'WC' && kind !== 'AM') return;
      if (!patient?.propertyCasualtyClaimNumber && !subscriber?.propertyCasualtyClaimNumber)
        report(
          'patient.propertyCasualtyClaimNumber',
          'The insurer finds the injury by its claim number, and it is missing.',
          'Ask the patient or the insurer for it.',
        );
    },
  },
  {
    id: 'accident-payer-kind',
    severity: 'warning',
    snip: 7,
    fields: ['coverage.payerId'],
    source: "The clearinghouse's payer list",
    summary: 'A payer that takes only work comp or auto claims gets one.',
    check({ relatedCauses }, { payer }, report) {
      const kind = payer?.accidentKind;
      if (!kind) return;
      const isWork = relatedCauses?.includes('EM') ?? false;
      const isAuto = relatedCauses?.includes('AA') ?? false;
      if ((kind !== 'auto' && isWork) || (kind !== 'work' && isAuto)) return;
      report(
        'coverage.payerId',
        'This payer takes claims for injuries at work or in traffic only, and the claim names no such cause.',
        'Choose the cause, or another payer.',
      );
    },
  },
];
