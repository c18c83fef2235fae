/** x12 write: of what has another type or form than claims, nothing is written; each place is told with what to do. */
import { describe, expect, test } from 'vitest';
import { runX12 } from './x12-testing.ts';
import { CLAIM, edited, good } from './x12-write-testing.ts';

describe('what has another type or form than a claim is refused, and nothing is written', () => {
  test.each([
    [
      'an amount in dollars',
      ['"chargeAmount":18500', '"chargeAmount":185.5'],
      'serviceLines[0].chargeAmount must be whole cents, such as 18500 for $185.00.',
    ],
    [
      'an amount as text',
      ['"chargeAmount":18500', '"chargeAmount":"18500"'],
      'serviceLines[0].chargeAmount must be whole cents, such as 18500 for $185.00.',
    ],
    [
      'an amount beyond all numbers',
      ['"chargeAmount":18500', '"chargeAmount":1e16'],
      'serviceLines[0].chargeAmount is too large: at most 9999999999.',
    ],
    [
      'a date of eight digits',
      ['"serviceDate":"2026-11-16"', '"serviceDate":"20261116"'],
      'serviceLines[0].serviceDate must be a date written YYYY-MM-DD, such as 2026-11-26.',
    ],
    [
      'a date with slashes',
      ['"birthDate":"1978-04-12"', '"birthDate":"04/12/1978"'],
      'patient.birthDate must be a date written YYYY-MM-DD, such as 2026-11-26.',
    ],
    [
      'a list for a part',
      ['"patient":{', '"subscriber":[],"patient":{'],
      'subscriber must be an object: { }.',
    ],
    [
      'a number for an NPI',
      ['"renderingProvider":{', '"supervisingProvider":{"npi":1234567893},"renderingProvider":{'],
      'supervisingProvider.npi must be an NPI: 10 digits, the last a check digit.',
    ],
  ] as const)('%s', async (_, change, words) => {
    const { code, out, said } = await runX12(['write', '-'], edited(change));
    expect([code, out]).toEqual([2, '']);
    expect(said.split('\n')).toEqual([
      'standard input is no 837P as claimside x12 read gives it. Nothing was written.',
      `  ${CLAIM}.${words}`,
    ]);
  });

  test('a separator outside ASCII', async () => {
    const { code, said } = await runX12(['write', '-'], edited(['"component":":"', '"component":"é"']));
    expect(code).toBe(2);
    expect(said).toContain('separators.component must be one ASCII character, no letter, digit or blank.');
  });

  test('all places at once', async () => {
    const { said } = await runX12(
      ['write', '-'],
      edited(
        ['"birthDate":"1978-04-12"', '"birthDate":19780412'],
        ['"chargeAmount":18500', '"chargeAmount":"185"'],
        ['"terminator":"~"', '"terminator":"*"'],
      ),
    );
    expect(
      said
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(' ')[0]),
    ).toEqual([
      'professionalClaims.interchanges[0].separators',
      `${CLAIM}.patient.birthDate`,
      `${CLAIM}.serviceLines[0].chargeAmount`,
    ]);
  });
});

describe('what is no JSON of claims is told for what it is, with the command that takes it', () => {
  test.each([
    ['X12', good, 'is X12 already. Use claimside x12 read to make JSON of it'],
    ['nothing', ' \n', 'is empty. claimside x12 write takes the JSON that claimside x12 read gives.'],
    ['binary data', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0xff), 'is binary: no JSON, and no X12 either.'],
    ['words', 'hello', 'is no JSON. claimside x12 write takes'],
    ['a comma too many', '{"kinds":[],\n}', 'is no JSON. See line 2.'],
    ['half of it', '{"kinds":', 'is no JSON. It ends too early.'],
    ['JSON of something else', '{"kinds":[]}', 'holds none of professionalClaims, '],
  ])('%s', async (_, input, words) => {
    const { code, out, said } = await runX12(['write', '-'], input);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain(words);
  });
});
