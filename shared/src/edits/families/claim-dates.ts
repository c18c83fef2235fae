/** Edits on the dates of a claim and its lines besides the service: real dates, in an order that can be. */
import type { ClaimDraft } from '../../claim/index.ts';
import { isIsoDate } from '../../values/index.ts';
import type { Edit, Report } from '../edit.ts';
import { CLAIM_DATES, type ClaimDate, LINE_DATES, PAIRS } from '../tables/dates.ts';
import { linePath } from '../walk.ts';

export const claimDateEdits: readonly Edit[] = [
  {
    id: 'claim-date',
    severity: 'error',
    snip: 4,
    fields: [
      '*Date',
      'serviceLines.*.*Date',
      'otherCoverages.*.payer.adjudicationDate',
      'serviceLines.*.adjudications.*.adjudicationDate',
    ],
    source: 'X12 837P 2300, 2400 DTP',
    summary:
      'Every other date of the claim is a date, not before the birth and, unless it may be planned, not in the future.',
    check(draft, { today }, report) {
      const birth = birthOf(draft);
      for (const date of CLAIM_DATES) {
        const value = date.of(draft);
        if (value) one(date.field, date, value, birth, today, report);
      }
      const lines = draft.serviceLines;
      if (lines)
        for (let index = 0; index < lines.length; index++) {
          const line = lines[index];
          if (!line) continue;
          for (const date of LINE_DATES) {
            const value = date.of(line);
            if (value) one(linePath(index, date.field), date, value, birth, today, report);
          }
        }
      decisions(draft, birth, today, report);
    },
  },
  {
    id: 'date-after-service',
    severity: 'error',
    snip: 4,
    fields: ['*Date', 'serviceLines.*.*Date'],
    source: 'X12 837P 2300, 2400 DTP',
    summary:
      'What leads to a service (first treatment, last visit, X-ray, last period, prescription, test) is not after it.',
    check(draft, _context, report) {
      const last = lastService(draft);
      if (last === undefined) return;
      for (const { field, of, name, isBeforeService } of CLAIM_DATES) {
        const value = isBeforeService && of(draft);
        if (value && value > last && isIsoDate(value)) afterService(field, name, report);
      }
      const lines = draft.serviceLines;
      if (!lines) return;
      for (let index = 0; index < lines.length; index++) {
        const line = lines[index];
        const end = line?.serviceDateEnd || line?.serviceDate;
        if (!line || !end || !isIsoDate(end)) continue;
        for (const { field, of, name, isBeforeService } of LINE_DATES) {
          const value = isBeforeService && of(line);
          if (value && value > end && isIsoDate(value)) afterService(linePath(index, field), name, report);
        }
      }
    },
  },
  {
    id: 'dates-reversed',
    severity: 'error',
    snip: 4,
    fields: ['disabilityEndDate', 'returnToWorkDate', 'dischargeDate', 'careRelinquishedDate'],
    source: 'X12 837P 2300 DTP',
    summary: 'What ends does so after it began: disability, absence from work, hospital stay, care.',
    check(draft, _context, report) {
      for (const { from, to, path, message } of PAIRS) {
        const start = from(draft);
        const end = start && to(draft);
        if (start && end && end < start && isIsoDate(start) && isIsoDate(end))
          report(path, message, 'Correct one of the two dates.');
      }
    },
  },
  {
    id: 'onset-date',
    severity: 'error',
    snip: 4,
    fields: ['onsetDate'],
    source: 'X12 837P 2300 DTP*431',
    summary: 'The onset is not after the first service.',
    check({ onsetDate, serviceLines }, _context, report) {
      if (!onsetDate || !isIsoDate(onsetDate)) return;
      const first = serviceLines?.flatMap(({ serviceDate }) => serviceDate || []).sort()[0];
      if (first && onsetDate > first)
        report('onsetDate', 'The onset is after the visit.', 'Correct it or clear it.');
    },
  },
  {
    id: 'onset-is-service',
    severity: 'repaired',
    snip: 4,
    fields: ['onsetDate'],
    source: 'X12 837P 2300 DTP*431',
    summary: 'An onset is only sent when it is not the day of service.',
    check({ onsetDate, serviceLines }, _context, report) {
      if (onsetDate && serviceLines?.every(({ serviceDate }) => serviceDate === onsetDate))
        report('onsetDate', 'The onset is the day of service, and is not sent.', 'Nothing to do.', [
          { path: 'onsetDate' },
        ]);
    },
  },
  {
    id: 'admission-needed',
    severity: 'warning',
    snip: 4,
    fields: ['admissionDate'],
    source: 'X12 837P 2300 DTP*435, CMS',
    summary: 'A service to an inpatient (place of service 21, 51, 61) goes with the date of admission.',
    check({ admissionDate, placeOfService, serviceLines }, _context, report) {
      if (admissionDate) return;
      if (isInpatient(placeOfService) || serviceLines?.some((line) => isInpatient(line.placeOfService)))
        report(
          'admissionDate',
          'The patient was in a hospital, and the date of admission is missing.',
          'Type it, or correct the place of service.',
        );
    },
  },
  {
    id: 'admission-after-service',
    severity: 'warning',
    snip: 4,
    fields: ['admissionDate'],
    source: 'X12 837P 2300 DTP*435',
    summary: 'An inpatient was admitted before the last service.',
    check(draft, _context, report) {
      const { admissionDate, placeOfService } = draft;
      if (!admissionDate || !isInpatient(placeOfService) || !isIsoDate(admissionDate)) return;
      const last = lastService(draft);
      if (last !== undefined && admissionDate > last)
        report(
          'admissionDate',
          'The admission is after the services to the inpatient.',
          'Correct one of the dates.',
        );
    },
  },
  {
    id: 'spinal-acute-date',
    severity: 'error',
    snip: 4,
    fields: ['acuteManifestationDate'],
    source: 'X12 837P 2300 CR208, DTP*453',
    summary: 'An acute manifestation of a chronic condition (CR208 A or M) goes with its date.',
    check({ spinalManipulation, acuteManifestationDate }, _context, report) {
      const nature = spinalManipulation?.natureOfCondition;
      if ((nature === 'A' || nature === 'M') && !acuteManifestationDate)
        report(
          'acuteManifestationDate',
          'The condition is marked as acute, and the date of its acute manifestation is missing.',
          'Type it, or correct the nature of the condition.',
        );
    },
  },
];

function one(
  path: string,
  { name, mayBePlanned }: ClaimDate,
  value: string,
  birth: string | undefined,
  today: string,
  report: Report,
): void {
  const fix = 'Correct it or clear it.';
  if (!isIsoDate(value)) report(path, `${name} is not a date.`, 'Write it as YYYY-MM-DD, or clear it.');
  else if (!mayBePlanned && value > today) report(path, `${name} is in the future.`, fix);
  else if (birth !== undefined && value < birth) report(path, `${name} is before the patient was born.`, fix);
}

const DECISION: ClaimDate = { name: "The date of the earlier payer's decision" };

function decisions(draft: ClaimDraft, birth: string | undefined, today: string, report: Report): void {
  draft.otherCoverages?.forEach(({ payer }, index) => {
    const value = payer?.adjudicationDate;
    if (value) one(`otherCoverages.${index}.payer.adjudicationDate`, DECISION, value, birth, today, report);
  });
  draft.serviceLines?.forEach(({ adjudications }, line) => {
    adjudications?.forEach(({ adjudicationDate: value }, index) => {
      const path = `serviceLines.${line}.adjudications.${index}.adjudicationDate`;
      if (value) one(path, DECISION, value, birth, today, report);
    });
  });
}

function afterService(path: string, name: string, report: Report): void {
  report(path, `${name} is after the service.`, 'Correct it or clear it.');
}

function birthOf({ patient }: ClaimDraft): string | undefined {
  return patient?.birthDate && isIsoDate(patient.birthDate) ? patient.birthDate : undefined;
}

/** The latest day of service that is a date. */
function lastService({ serviceLines: lines = [] }: ClaimDraft): string | undefined {
  let last: string | undefined;
  for (let index = 0; index < lines.length; index++) {
    const day = lines[index]?.serviceDateEnd || lines[index]?.serviceDate;
    if (day && (last === undefined || day > last) && isIsoDate(day)) last = day;
  }
  return last;
}

const isInpatient = (place: string | undefined): boolean =>
  place === '21' || place === '51' || place === '61';
