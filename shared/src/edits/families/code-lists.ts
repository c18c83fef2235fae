/** Edits by the code lists that are loaded. Lists grow old, so they warn and never block; without them all are silent. */
import { type CodeStanding, type DiagnosisStanding, procedureListOf } from '../../codes/index.ts';
import { isIsoDate } from '../../values/index.ts';
import type { Edit } from '../edit.ts';
import { isUnlisted, saysNothing } from '../unlisted.ts';
import { eachDiagnosis, eachLine, linePath } from '../walk.ts';

export const codeListEdits: readonly Edit[] = [
  {
    id: 'diagnosis-listed',
    severity: 'warning',
    snip: 5,
    fields: ['diagnoses.*.code'],
    source: 'CMS and NCHS, ICD-10-CM of the day of service',
    summary:
      'By the loaded ICD-10-CM list, a diagnosis is one that could be billed on the day of service, not a heading with more exact codes below it.',
    check: eachDiagnosis(({ code, codeSet }, index, { serviceLines }, { codeSets }, report) => {
      if (!codeSets?.diagnosis || !code || codeSet) return;
      const day = serviceLines?.[0]?.serviceDate;
      if (!day || !isIsoDate(day)) return;
      const words = DIAGNOSES[codeSets.diagnosis(code, day) ?? 'valid'];
      if (words) report(`diagnoses.${index}.code`, words.message, words.fix);
    }),
  },
  {
    id: 'procedure-listed',
    severity: 'warning',
    snip: 5,
    fields: ['serviceLines.*.procedureCode'],
    source: "CMS, HCPCS level II; the practice's own list",
    summary:
      'By the loaded list, a procedure could be billed on the day of service; a HCPCS code that the list does not hold is told.',
    check: eachLine(
      ({ procedureCode, procedureCodeQualifier, serviceDate }, index, _draft, { codeSets }, report) => {
        if (!codeSets?.procedure || !procedureCode || procedureCodeQualifier) return;
        if (!serviceDate || !isIsoDate(serviceDate)) return;
        const standing = codeSets.procedure(procedureCode, serviceDate) ?? 'valid';
        // The practice's own list is what it usually bills, not all there is.
        if (standing === 'unknown' && procedureListOf(procedureCode) === 'practice-cpt') return;
        const words = PROCEDURES[standing];
        if (words) report(linePath(index, 'procedureCode'), words.message, words.fix);
      },
    ),
  },
  {
    id: 'modifier-listed',
    severity: 'warning',
    snip: 5,
    fields: ['serviceLines.*.modifiers'],
    source: 'CMS, HCPCS level II modifiers',
    summary: 'By the loaded list, a HCPCS modifier could be used on the day of service.',
    check: eachLine(({ modifiers, serviceDate }, index, _draft, { codeSets }, report) => {
      if (!codeSets?.modifier || !modifiers?.length || !serviceDate || !isIsoDate(serviceDate)) return;
      for (const modifier of modifiers) {
        const words = MODIFIERS[codeSets.modifier(modifier, serviceDate) ?? 'valid'];
        if (words) report(linePath(index, 'modifiers'), words.message, words.fix);
      }
    }),
  },
  {
    id: 'description-needed',
    severity: 'warning',
    snip: 4,
    fields: ['serviceLines.*.description'],
    source: 'X12 837P 2400 SV101-7; numbers of unlisted codes, and their names in the loaded lists',
    summary:
      'A code that says nothing by itself (unlisted, not otherwise classified) goes with a description that does.',
    check: eachLine(({ procedureCode, description }, index, _draft, { codeSets }, report) => {
      if (!procedureCode || !isUnlisted(procedureCode, codeSets)) return;
      if (!description)
        report(
          linePath(index, 'description'),
          'This code does not say what was done, so the payer wants words for it.',
          'Describe the service, or name the drug and its dose.',
        );
      else if (saysNothing(description))
        report(
          linePath(index, 'description'),
          'The description says no more than the code, which does not say what was done.',
          'Describe the service, or name the drug and its dose.',
        );
    }),
  },
];

interface Words {
  readonly message: string;
  readonly fix: string;
}

const DIAGNOSES: Readonly<Record<DiagnosisStanding, Words | undefined>> = {
  valid: undefined,
  header: {
    message: 'This diagnosis has more exact codes below it; payers want one of those.',
    fix: 'Choose the code with all its digits.',
  },
  'not-in-force': {
    message: 'This diagnosis code was not in force on the day of service.',
    fix: 'Choose the code that held on that day.',
  },
  unknown: {
    message: 'The list of ICD-10-CM does not hold this code.',
    fix: 'Check the code, or load the newest list.',
  },
};

const PROCEDURES: Readonly<Record<CodeStanding, Words | undefined>> = {
  valid: undefined,
  'not-in-force': {
    message: 'This procedure code was not in force on the day of service.',
    fix: 'Choose the code that held on that day.',
  },
  unknown: {
    message: 'The list of HCPCS does not hold this code.',
    fix: 'Check the code, or load the newest list.',
  },
};

const MODIFIERS: Readonly<Record<CodeStanding, Words | undefined>> = {
  valid: undefined,
  'not-in-force': {
    message: 'A modifier was not in force on the day of service.',
    fix: 'Choose the one that held on that day.',
  },
  unknown: {
    message: 'The list of HCPCS does not hold a modifier of this line.',
    fix: 'Check the modifiers, or load the newest list.',
  },
};
