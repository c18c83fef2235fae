/** Values that have more to them than characters and length: NPI, tax id, ZIP code, state, taxonomy, diagnosis, place of service. */
import { isPlaceOfService, isState, PROVINCE } from '@claimside/shared/codes';
import { isNpi } from '@claimside/shared/values';
import { readDate, readRangeEnd } from '../../x12/index.ts';
import type { SegmentSource, Shape } from './rules.ts';

/** Of money. */
export const WHOLE_CENTS: Shape = {
  code: 'ELEMENT-DECIMALS',
  snip: 2,
  // Most have a point two digits before their end, or none.
  fault: (text) =>
    text.lastIndexOf('.', text.length - 4) >= 0 && /\.\d\d\d*[1-9]/.test(text)
      ? 'an amount has at most two decimals.'
      : undefined,
  fix: 'Round it to cents.',
};

export const NPI: Shape = {
  code: 'NPI-CHECK',
  snip: 5,
  fault: (text) => {
    if (isNpi(text)) return undefined;
    if (!/^\d{10}$/.test(text)) return 'an NPI has 10 digits and nothing else.';
    return /^[12]/.test(text)
      ? 'the check digit of this NPI (its last) is wrong: a digit was mistyped or two were swapped.'
      : 'an NPI begins with 1 or 2.';
  },
  fix: 'Compare it with the NPI registry.',
};

/** Of an id behind its qualifier: told only of one that is said to be an NPI. */
export const NPI_IF_SAID: Shape = {
  ...NPI,
  fault: (id, source, element) =>
    source.element(element - 1).toUpperCase() === 'XX' ? NPI.fault(id, source, element) : undefined,
};

/** The same in an answer: the sender's to mend, and nothing that keeps the answer from being used. */
export const NPI_IN_ANSWER: Shape = { ...NPI_IF_SAID, severity: 'warning' };

export const TAX_ID: Shape = {
  code: 'TAX-ID',
  snip: 2,
  fault: (text) => (/^\d{9}$/.test(text) ? undefined : 'a tax id has nine digits and no hyphen.'),
  fix: 'Leave out hyphens.',
};

export const TAXONOMY: Shape = {
  code: 'TAXONOMY',
  snip: 5,
  fault: (text) =>
    /^[0-9A-Z]{9}X$/.test(text) ? undefined : 'a taxonomy code has ten letters or digits and ends in X.',
  fix: 'Compare it with the NPI registry.',
};

/** N402: a US state, or a province of the country in N404. */
export const STATE_CODE: Shape = {
  code: 'STATE',
  snip: 5,
  fault: (text, segment) => {
    const country = countryOf(segment);
    if (country === 'CA') return text in PROVINCE.codes ? undefined : 'this is no Canadian province.';
    return country !== 'US' || isState(text) ? undefined : 'this is no US state.';
  },
  fix: 'Write its two letters.',
};

/** N403 of anyone. */
export const ZIP_CODE: Shape = {
  code: 'ZIP-CODE',
  snip: 5,
  fault: (text, segment) =>
    countryOf(segment) !== 'US' || /^\d{5}(\d{4})?$/.test(text)
      ? undefined
      : 'a ZIP code has 5 or 9 digits and no hyphen.',
  fix: 'Write its digits only.',
};

/** N403 of the billing provider and the service facility. */
export const ZIP_CODE_9: Shape = {
  code: 'ZIP-CODE',
  // Five digits are a ZIP code, and not what the guide wants here.
  snip: (text) => (/^\d{5}$/.test(text) ? 2 : 5),
  fault: (text, segment) =>
    countryOf(segment) !== 'US' || /^\d{9}$/.test(text)
      ? undefined
      : 'the ZIP code needs all nine digits here.',
  fix: 'Look up the ZIP+4 of the address.',
};

export const PLACE_OF_SERVICE_CODE: Shape = {
  code: 'PLACE-OF-SERVICE',
  snip: 5,
  fault: (text) => (isPlaceOfService(text) ? undefined : 'this is no place of service code.'),
  fix: 'Write the two digits that CMS has for the place.',
};

/** DTP03: a day, or two of them, as the format in the element before it says. Another format is told there. */
export const DATE_BY_FORMAT: Shape = {
  code: 'ELEMENT-DATE',
  snip: 1,
  acknowledgement: '8',
  fault: (text, segment, element) => {
    const format = segment.element(element - 1);
    if (format === 'RD8')
      return readDate(text) === undefined || readRangeEnd(text) === undefined
        ? 'these are no two existing dates, CCYYMMDD-CCYYMMDD.'
        : undefined;
    if (format !== 'D8') return undefined;
    return text.length === 8 && readDate(text) !== undefined
      ? undefined
      : 'this is not an existing date, CCYYMMDD.';
  },
  fix: 'Correct the date, or its format before it.',
};

/** A component behind its qualifier: ICD-10-CM under ABK, ABF, ABJ, APR; ICD-9-CM is left alone. */
export const DIAGNOSIS: Shape = {
  code: 'DIAGNOSIS-SHAPE',
  snip: 5,
  fault: (text, segment, element) => {
    if (!segment.component(element, 1).toUpperCase().startsWith('A')) return undefined;
    if (text.includes('.')) return 'a diagnosis code is sent without its dot.';
    return /^[A-Z]\d[0-9A-Z]{1,5}$/i.test(text)
      ? undefined
      : 'this is not the shape of an ICD-10-CM code: a letter, a digit, then one to five letters or digits.';
  },
  fix: 'Write the code as ICD-10-CM has it, without the dot.',
};

/** N404, the United States when it is empty. */
function countryOf(segment: SegmentSource): string {
  return segment.element(4).toUpperCase() || 'US';
}
