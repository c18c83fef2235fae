/** Edits on addresses and phones, in the United States and abroad. */
import { isPostOfficeBox } from '../../claim/index.ts';
import { COUNTRY, currentSet, holdsCode, PROVINCE, STATE } from '../../codes/index.ts';
import type { Edit, Report } from '../edit.ts';
import { type DraftAddress, eachAddress, eachPracticeAddress } from '../places-named.ts';
import { isBlank } from '../walk.ts';

const PHONE = /^\d{10}$/;

export const addressEdits: readonly Edit[] = [
  {
    id: 'address',
    severity: 'error',
    snip: 5,
    fields: ['**.line1', '**.line2', '**.city', '**.state', '**.postalCode', '**.country'],
    source: 'X12 837P N3, N4',
    summary:
      'An address fits its elements; in the United States it has a state of the list and a ZIP code of 5 or 9 digits, elsewhere a country of the list, in Canada a province.',
    check(draft, { codeSets }, report) {
      eachAddress(draft, (address, path, whose) => {
        const { state, postalCode, country } = address;
        if (country === 'US')
          report(`${path}.country`, `${whose} country is left out when it is the US.`, 'Clear it.', [
            { path: `${path}.country` },
          ]);
        else if (country && !holdsCode(currentSet(COUNTRY, codeSets), country))
          report(`${path}.country`, `${whose} country is not a two-letter country code.`, 'Choose it.');
        if (!country || country === 'US') {
          if (state && !holdsCode(currentSet(STATE, codeSets), state))
            report(`${path}.state`, `${whose} state is not a two-letter US state.`, 'Choose the state.');
          if (postalCode && !ZIP.test(postalCode)) zipCode(path, whose, postalCode, report);
        } else if (country === 'CA' && state && !holdsCode(currentSet(PROVINCE, codeSets), state))
          report(`${path}.state`, `${whose} province is not a two-letter one of Canada.`, 'Choose it.');
        lengths(address, path, whose, report);
      });
      eachPracticeAddress(draft, (address, path, whose) => lengths(address, path, whose, report));
    },
  },
  {
    id: 'address-incomplete',
    severity: 'error',
    snip: 2,
    fields: ['**.line1', '**.city', '**.state', '**.postalCode'],
    source: 'X12 837P N3, N4',
    summary:
      'An address that is begun has street and city, and in the United States and Canada state and ZIP code.',
    check(draft, _context, report) {
      eachAddress(draft, (address, path, whose) => {
        if (path === 'patient.address' || isEmpty(address)) return;
        if (isBlank(address.line1)) report(`${path}.line1`, `${whose} street is missing.`, 'Type it.');
        if (isBlank(address.city)) report(`${path}.city`, `${whose} city is missing.`, 'Type it.');
        if (!isBlank(address.country) && address.country !== 'CA') return;
        if (isBlank(address.state)) report(`${path}.state`, `${whose} state is missing.`, 'Choose it.');
        if (isBlank(address.postalCode))
          report(`${path}.postalCode`, `${whose} ZIP code is missing.`, 'Type it.');
      });
    },
  },
  {
    id: 'po-box',
    severity: 'error',
    snip: 4,
    fields: [
      'billingProvider.address.line1',
      'serviceFacility.address.line1',
      'serviceLines.*.serviceFacility.address.line1',
    ],
    source: 'X12 837P 2010AA N301, Office Ally',
    summary: "The billing address and a facility's address is a street, not a P.O. box.",
    check(draft, _context, report) {
      eachPracticeAddress(draft, ({ line1, line2 }, path) => {
        if ([line1, line2].some((line) => line !== undefined && isPostOfficeBox(line)))
          report(
            `${path}.line1`,
            'A P.O. box stands where a claim needs a street address.',
            'An admin enters the street address.',
          );
      });
    },
  },
  {
    id: 'practice-zip',
    severity: 'error',
    snip: 2,
    fields: ['**.address.postalCode', '**.address.state'],
    source: 'X12 837P 2010AA, 2310C, 2420C N403',
    summary:
      "The billing address and a facility's address has a ZIP code of nine digits and a state of the list.",
    check(draft, { codeSets }, report) {
      eachPracticeAddress(draft, ({ postalCode, state }, path) => {
        if (postalCode && !NINE_DIGITS.test(postalCode))
          report(
            `${path}.postalCode`,
            'The ZIP code needs all nine digits here.',
            'Look up the ZIP+4 of the address.',
            asDigits(`${path}.postalCode`, postalCode, NINE_DIGITS),
          );
        if (state && !holdsCode(currentSet(STATE, codeSets), state))
          report(`${path}.state`, 'The state is not a two-letter US state.', 'Choose the state.');
      });
    },
  },
  {
    id: 'zip-extension',
    severity: 'warning',
    snip: 7,
    fields: ['**.address.postalCode'],
    source: 'USPS: no address has the extension 0000',
    summary: 'The last four digits of a nine-digit ZIP code are not 0000.',
    check(draft, _context, report) {
      eachPracticeAddress(draft, ({ postalCode }, path) => {
        if (postalCode?.length === 9 && postalCode.endsWith('0000'))
          report(
            `${path}.postalCode`,
            'No address has 0000 as the last four digits of its ZIP code; clearinghouses refuse it.',
            'Look up the ZIP+4 of the address.',
          );
      });
    },
  },
  {
    id: 'phone',
    severity: 'error',
    snip: 1,
    fields: ['patient.*', 'subscriber.*', 'billingProvider.*'],
    source: 'X12 837P PER04',
    summary: 'A phone or fax number has ten digits.',
    check({ patient, subscriber, billingProvider: billing }, _context, report) {
      phone('patient.phone', "The patient's phone number", patient?.phone, report);
      phone('patient.contactPhone', "The patient's contact phone number", patient?.contactPhone, report);
      phone('subscriber.phone', "The insured person's phone number", subscriber?.phone, report);
      phone(
        'subscriber.contactPhone',
        "The insured person's contact phone number",
        subscriber?.contactPhone,
        report,
      );
      phone('billingProvider.contactPhone', "The practice's phone number", billing?.contactPhone, report);
      phone('billingProvider.contactFax', "The practice's fax number", billing?.contactFax, report);
    },
  },
];

const NINE_DIGITS = /^\d{9}$/;
const ZIP = /^(\d{5}|\d{9})$/;

function zipCode(path: string, whose: string, postalCode: string, report: Report): void {
  const at = `${path}.postalCode`;
  report(at, `${whose} ZIP code does not have 5 or 9 digits.`, 'Correct it.', asDigits(at, postalCode, ZIP));
}

function lengths(address: DraftAddress, path: string, whose: string, report: Report): void {
  if (isOver(address.line1, 55))
    report(
      `${path}.line1`,
      `${whose} street is longer than 55 characters.`,
      'Move a part to the second line.',
    );
  if (isOver(address.line2, 55))
    report(`${path}.line2`, `${whose} second line is longer than 55 characters.`, 'Shorten it.');
  if (isOver(address.city, 30))
    report(`${path}.city`, `${whose} city is longer than 30 characters.`, 'Shorten it.');
}

const isOver = (text: string | undefined, most: number): boolean => text !== undefined && text.length > most;

function isEmpty({ line1, line2, city, state, postalCode, country }: DraftAddress): boolean {
  return (
    isBlank(line1) &&
    isBlank(line2) &&
    isBlank(city) &&
    isBlank(state) &&
    isBlank(postalCode) &&
    isBlank(country)
  );
}

function phone(path: string, name: string, number: string | undefined, report: Report): void {
  if (number && !PHONE.test(number))
    report(
      path,
      `${name} does not have 10 digits.`,
      'Correct it or clear it.',
      asDigits(path, number, PHONE),
    );
}

/** The same number without its punctuation, when only that was wrong. */
function asDigits(path: string, written: string, wanted: RegExp) {
  const value = written.replace(/[\s().-]/g, '');
  return wanted.test(value) ? [{ path, value }] : undefined;
}
