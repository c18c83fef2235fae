/** Edits on the people of a claim: birth, death, sex. */
import { type IsoDate, isIsoDate, yearsBetween } from '../../values/index.ts';
import type { Edit, Report } from '../edit.ts';

const OLDEST_YEARS = 120;

export const peopleEdits: readonly Edit[] = [
  {
    id: 'birth-date',
    severity: 'error',
    snip: 2,
    fields: ['patient.birthDate', 'subscriber.birthDate'],
    source: 'X12 837P 2010BA, 2010CA DMG02',
    summary: 'A birth date is a date, not in the future and not more than 120 years ago.',
    check({ patient, subscriber }, { today }, report) {
      birthDate('patient.birthDate', 'The patient', patient?.birthDate, today, report);
      birthDate('subscriber.birthDate', 'The insured person', subscriber?.birthDate, today, report);
    },
  },
  {
    id: 'death-date',
    severity: 'error',
    snip: 4,
    fields: ['patient.dateOfDeath'],
    source: 'X12 837P 2000B, 2000C PAT06',
    summary: 'A date of death is a date, not in the future and not before the birth.',
    check({ patient }, { today }, report) {
      const death = patient?.dateOfDeath;
      if (!death) return;
      const path = 'patient.dateOfDeath';
      if (!isIsoDate(death))
        report(path, 'The date of death is not a date.', 'Write it as YYYY-MM-DD, or clear it.');
      else if (death > today) report(path, 'The date of death is in the future.', 'Correct it or clear it.');
      else if (patient.birthDate && isIsoDate(patient.birthDate) && death < patient.birthDate)
        report(path, 'The date of death is before the birth.', 'Correct one of the two dates.');
    },
  },
  {
    id: 'sex',
    severity: 'error',
    snip: 2,
    fields: ['patient.sex', 'subscriber.sex'],
    source: 'X12 837P 2010BA, 2010CA DMG03',
    summary: 'Sex is F, M or U.',
    check({ patient, subscriber }, _context, report) {
      if (patient?.sex && !isSex(patient.sex))
        report('patient.sex', "The patient's sex is not one that a claim can say.", 'Choose F, M or U.');
      if (subscriber?.sex && !isSex(subscriber.sex))
        report(
          'subscriber.sex',
          "The insured person's sex is not one that a claim can say.",
          'Choose F, M or U.',
        );
    },
  },
  {
    id: 'birth-date-with-sex',
    severity: 'error',
    snip: 2,
    fields: ['subscriber.birthDate', 'subscriber.sex'],
    source: 'X12 837P 2010BA DMG02, DMG03',
    summary: 'Of an insured person, birth date and sex are said together or not at all.',
    check({ subscriber }, _context, report) {
      if (!subscriber || Boolean(subscriber.birthDate) === Boolean(subscriber.sex)) return;
      if (subscriber.sex)
        report(
          'subscriber.birthDate',
          "The insured person's birth date is missing.",
          'Add it, or clear the sex.',
        );
      else
        report('subscriber.sex', "The insured person's sex is missing.", 'Add it, or clear the birth date.');
    },
  },
  {
    id: 'pregnancy-sex',
    severity: 'warning',
    snip: 4,
    fields: ['patient.isPregnant', 'lastMenstrualPeriodDate'],
    source: 'X12 837P PAT09, 2300 DTP*484',
    summary: 'A pregnancy or a last period is not stated of a patient whose sex is M.',
    check({ patient, lastMenstrualPeriodDate }, _context, report) {
      if (patient?.sex !== 'M') return;
      if (patient.isPregnant)
        report('patient.isPregnant', 'A patient of sex M is marked as pregnant.', 'Correct one of the two.');
      if (lastMenstrualPeriodDate)
        report(
          'lastMenstrualPeriodDate',
          'A patient of sex M has a date of the last period.',
          'Correct one of the two.',
        );
    },
  },
];

function birthDate(
  path: string,
  who: string,
  birth: string | undefined,
  today: IsoDate,
  report: Report,
): void {
  if (!birth) return;
  if (!isIsoDate(birth)) report(path, `${who}'s birth date is not a date.`, 'Write it as YYYY-MM-DD.');
  else if (birth > today) report(path, `${who}'s birth date is in the future.`, 'Check the year.');
  else if (yearsBetween(birth, today) >= OLDEST_YEARS)
    report(path, `${who} would be over 120 years old.`, 'Check the year.');
}

const isSex = (sex: string): boolean => sex === 'F' || sex === 'M' || sex === 'U';
