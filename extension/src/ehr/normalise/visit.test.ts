import { PLACES_OF_SERVICE } from '@claimside/shared/codes';
import { expect, test } from 'vitest';
import { VOCABULARY } from '../vocabulary.ts';
import { date, money, npi, placeOfService, units } from './visit.ts';

test.each([
  ['2026-11-16', '2026-11-16'],
  ['11/16/2026', '2026-11-16'],
  ['2026-11-16T15:00:00', '2026-11-16'],
  ['1978-04-12 (048Y)', '1978-04-12'],
  ['DOB: 1978-04-12 Age: 48', '1978-04-12'],
  ['11/16/26', undefined],
  ['Patient since 2019', undefined],
  ['11 / 16 / 2026', '2026-11-16'], // what stood in three boxes
  ['11 16 2026', '2026-11-16'],
  ['Mon, Nov 16, 2026', '2026-11-16'],
  ['Monday, November 16, 2026, 2:00 PM', '2026-11-16'],
  ['Monday 11/16/2026', '2026-11-16'],
  ['Next 11/16/2026', undefined],
])('date %s -> %s', (text, iso) => expect(date(text, VOCABULARY)).toBe(iso));

test.each([
  ['185', '185.00'],
  ['12.5', '12.50'],
  ['$1,234.50', '1234.50'],
  ['(12.00)', undefined],
  ['12.345', undefined],
])('money %s -> %s', (text, amount) => expect(money(text)).toBe(amount));

test.each([
  ['2', '2'],
  ['2.0', '2'],
  ['1 UN', '1'],
  ['0', undefined],
  ['15 min', undefined],
])('units %s -> %s', (text, count) => expect(units(text)).toBe(count));

test.each([
  ['11', '11'],
  ['11 - Office', '11'],
  ['Office (11)', '11'],
  ['2', '02'],
  ['POS 11', '11'],
  ['POS: 2 - Telehealth', '02'],
  ['Place of service 22', '22'],
  ['POS 47', undefined],
  ['Office', undefined],
  ['Location 11', undefined],
  ['47', undefined], // not allotted
])('place of service %s -> %s', (text, code) => expect(placeOfService(text, VOCABULARY)).toBe(code));

test('every place of service of the list is one, and nothing else', () => {
  const codes = Array.from({ length: 100 }, (_, code) => String(code).padStart(2, '0'));
  expect(codes.filter((code) => placeOfService(code, VOCABULARY))).toEqual(
    Object.keys(PLACES_OF_SERVICE).sort(),
  );
});

test.each([
  ['1234567893', '1234567893'],
  ['http://hl7.org/fhir/sid/us-npi: 1234567893', '1234567893'],
  ['2175550188', undefined], // a phone number has no check digit
])('NPI %s -> %s', (text, number) => expect(npi(text)).toBe(number));
