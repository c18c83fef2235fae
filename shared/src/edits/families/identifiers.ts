/** Edits on numbers whose form is fixed for everyone: NPI, tax id, social security number, taxonomy, CLIA. */
import { isNpi } from '../../values/index.ts';
import type { Edit, Report } from '../edit.ts';
import type { FieldWrite } from '../finding.ts';
import { eachFacility, eachProvider, providerFields } from '../roles.ts';
import { linePath } from '../walk.ts';

export const identifierEdits: readonly Edit[] = [
  {
    id: 'npi-check-digit',
    severity: 'error',
    snip: 5,
    fields: ['billingProvider.npi', 'carePlanOversightNpi', '**.npi'],
    source: 'X12 837P NM109, CMS',
    summary: 'Every NPI on the claim has ten digits and a right check digit.',
    check(draft, _context, report) {
      npi('billingProvider.npi', 'The billing', draft.billingProvider?.npi, report);
      npi(
        'carePlanOversightNpi',
        "The home health agency's or hospice's",
        draft.carePlanOversightNpi,
        report,
      );
      eachFacility(draft, (facility, path) => npi(`${path}.npi`, "The facility's", facility.npi, report));
      eachProvider(draft, report, (provider, { words }, path) => {
        if (provider.npi && !isNpi(provider.npi)) npi(path('npi'), `The ${words}'s`, provider.npi, report);
      });
    },
  },
  {
    id: 'tax-id',
    severity: 'error',
    snip: 2,
    fields: ['billingProvider.taxId', 'payToPlan.taxId'],
    source: 'X12 837P 2010AA, 2010AC REF02',
    summary:
      'A tax id has nine digits without a hyphen, not all alike; a social security number in its place is one that is given out.',
    check({ billingProvider: billing, payToPlan }, _context, report) {
      if (billing?.taxId) taxId('billingProvider.taxId', billing.taxId, report);
      if (payToPlan?.taxId) taxId('payToPlan.taxId', payToPlan.taxId, report);
      if (billing?.taxIdKind === 'SY' && billing.taxId && NINE_DIGITS.test(billing.taxId))
        if (!isIssuedSsn(billing.taxId) && !ONE_DIGIT.test(billing.taxId))
          report(
            'billingProvider.taxId',
            'No social security number begins or goes on like this.',
            'Correct it, or say that it is an employer id.',
          );
    },
  },
  {
    id: 'tax-id-prefix',
    severity: 'warning',
    snip: 5,
    fields: ['billingProvider.taxId'],
    source: 'IRS, EIN prefixes that are given out',
    summary: 'An employer id begins with two digits that the IRS gives out.',
    check({ billingProvider: billing }, _context, report) {
      if (billing?.taxIdKind !== 'EI' || !billing.taxId || !NINE_DIGITS.test(billing.taxId)) return;
      if (NO_EIN.test(billing.taxId) && !ONE_DIGIT.test(billing.taxId))
        report(
          'billingProvider.taxId',
          'The IRS gives out no employer id that begins with these two digits.',
          'Compare it with the letter of the IRS.',
        );
    },
  },
  {
    id: 'ssn',
    severity: 'error',
    snip: 5,
    fields: ['**.socialSecurityNumber'],
    source: 'Social Security Administration; X12 837P REF*SY',
    summary:
      'A social security number has nine digits and is one that is given out: not 000, 666 or 9xx, no part all zeros.',
    check({ patient, subscriber, otherCoverages }, _context, report) {
      ssn('patient.socialSecurityNumber', patient?.socialSecurityNumber, report);
      ssn('subscriber.socialSecurityNumber', subscriber?.socialSecurityNumber, report);
      otherCoverages?.forEach((other, index) => {
        const path = `otherCoverages.${index}.subscriber.socialSecurityNumber`;
        ssn(path, other.subscriber?.socialSecurityNumber, report);
      });
    },
  },
  {
    id: 'taxonomy-shape',
    severity: 'error',
    snip: 5,
    fields: ['billingProvider.taxonomy', ...providerFields('taxonomy')],
    source: 'X12 837P 2000A, 2310B PRV03',
    summary: 'A taxonomy code has ten letters or digits and ends in X.',
    check(draft, _context, report) {
      taxonomy('billingProvider.taxonomy', 'The billing', draft.billingProvider?.taxonomy, report);
      eachProvider(draft, report, (provider, { words }, path) => {
        if (provider.taxonomy) taxonomy(path('taxonomy'), `The ${words}'s`, provider.taxonomy, report);
      });
    },
  },
  {
    id: 'clia-shape',
    severity: 'error',
    snip: 5,
    fields: ['cliaNumber', 'serviceLines.*.cliaNumber', 'serviceLines.*.referringCliaNumber'],
    source: 'CMS, CLIA; X12 837P REF*X4, REF*F4',
    summary: 'A CLIA number has ten characters: two digits, the letter D, seven digits.',
    check(draft, _context, report) {
      clia('cliaNumber', draft.cliaNumber, report);
      const lines = draft.serviceLines;
      if (!lines) return;
      for (let index = 0; index < lines.length; index++) {
        const line = lines[index];
        if (line?.cliaNumber) clia(linePath(index, 'cliaNumber'), line.cliaNumber, report);
        if (line?.referringCliaNumber)
          clia(linePath(index, 'referringCliaNumber'), line.referringCliaNumber, report);
      }
    },
  },
];

const NINE_DIGITS = /^\d{9}$/;
const ONE_DIGIT = /^(\d)\1{8}$/;
/** Prefixes that no IRS campus has. */
const NO_EIN = /^(00|0[789]|1[789]|2[89]|49|69|70|7[89]|89|9[67])/;
const TAXONOMY = /^[A-Z0-9]{9}X$/;
const CLIA = /^\d{2}D\d{7}$/;

function npi(path: string, whose: string, number: string | undefined, report: Report): void {
  if (!number || isNpi(number)) return;
  report(
    path,
    `${whose} NPI is not a valid one: a digit is wrong or missing.`,
    'Compare it with the NPI registry.',
    certain(path, bare(number), isNpi),
  );
}

function taxId(path: string, number: string, report: Report): void {
  if (!NINE_DIGITS.test(number))
    report(
      path,
      'The tax ID does not have nine digits.',
      'Write the nine digits without a hyphen.',
      certain(path, bare(number), (digits) => NINE_DIGITS.test(digits)),
    );
  else if (ONE_DIGIT.test(number))
    report(path, 'The tax ID is the same digit nine times.', 'Write the tax ID that the payer knows.');
}

function ssn(path: string, number: string | undefined, report: Report): void {
  if (!number) return;
  if (!NINE_DIGITS.test(number))
    report(
      path,
      'The social security number does not have nine digits.',
      'Correct it or clear it.',
      certain(path, bare(number), (digits) => NINE_DIGITS.test(digits)),
    );
  else if (!isIssuedSsn(number))
    report(path, 'This social security number is none that is given out.', 'Correct it or clear it.');
}

/** Area, group and serial number as the Social Security Administration gives them out. */
function isIssuedSsn(number: string): boolean {
  return !/^(000|666|9)|^\d{3}00|0000$/.test(number);
}

function taxonomy(path: string, whose: string, code: string | undefined, report: Report): void {
  if (!code || TAXONOMY.test(code)) return;
  const value = code.trim().toUpperCase();
  report(
    path,
    `${whose} taxonomy code does not have ten letters or digits ending in X.`,
    'Compare it with the NPI registry.',
    certain(path, value, (text) => TAXONOMY.test(text)),
  );
}

function clia(path: string, number: string | undefined, report: Report): void {
  if (!number || CLIA.test(number)) return;
  report(
    path,
    'This does not have the form of a CLIA number: two digits, D, seven digits.',
    'Compare it with the certificate.',
    certain(path, bare(number).toUpperCase(), (text) => CLIA.test(text)),
  );
}

const bare = (number: string): string => number.replace(/[\s-]/g, '');

/** Writes the number without its punctuation when it is right then. */
function certain(
  path: string,
  value: string,
  isRight: (text: string) => boolean,
): readonly FieldWrite[] | undefined {
  return isRight(value) ? [{ path, value }] : undefined;
}
