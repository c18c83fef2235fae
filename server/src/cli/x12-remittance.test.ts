/** `claimside x12` with an 835: read, written from JSON, checked and explained like an 837P. */
import { cents } from '@claimside/shared/values';
import { describe, expect, test } from 'vitest';
import { check, fileOf } from '../exchange/testing-posting.ts';
import { changedRich, RICH_LINES } from '../transactions/remittance-835/testing.ts';
import { runX12 } from './x12-testing.ts';

const good = changedRich((lines) => lines);
const text = new TextDecoder().decode(good);
const { out: json } = await runX12(['read', '-'], good);

const PLACE = 'remittanceAdvice.interchanges[0].groups[0].sets[0]';
const FIRST = `${PLACE}.claimGroups[0].claims[0].payment`;

const edited = (from: string, to: string): string => {
  expect(json).toContain(from);
  return json.replace(from, to);
};

test('read gives typed JSON, one claim a line, and no errors', async () => {
  const { code, out, said } = await runX12(['read', '-'], good);
  expect([code, said]).toEqual([0, '']);
  const [set] = JSON.parse(out).remittanceAdvice.interchanges[0].groups[0].sets;
  expect(set.head).toMatchObject({ paymentAmount: 32_250, traceNumber: 'EFT0000001' });
  expect(set.claimGroups.map(({ claims }: { claims: unknown[] }) => claims.length)).toEqual([1, 2]);
  expect(set.end.providerAdjustments).toHaveLength(2);
  expect(out.split('\n').filter((line) => line.includes('"patientControlNumber"'))).toHaveLength(3);
});

test('what read gives is written as the file stood', async () => {
  expect(await runX12(['write', '-'], json)).toMatchObject({ code: 0, out: text, said: '' });
});

test('an edited amount is written, and that the payment does not add up any more is told', async () => {
  const { code, out, said } = await runX12(
    ['write', '-'],
    edited('"paymentAmount":32250', '"paymentAmount":32251'),
  );
  expect(out).toBe(text.replace('BPR*I*322.5*', 'BPR*I*322.51*'));
  expect(said).toMatch(
    /^written:1:\d+: error BALANCE-CHECK at BPR02 of claim EFT0000001: Payments of claims/,
  );
  expect(code).toBe(1);
});

test('money that the payer takes from the account adds up, as it is posted', async () => {
  const debit = fileOf(check('DEBIT1', [], [['WO', 4_000]], { paymentAmount: cents(4_000), isDebit: true }));
  // What the invented payer lacks is told, and nothing else.
  expect((await runX12(['check', '-'], debit)).out).not.toContain('BALANCE');
  const { out } = await runX12(['explain', '-'], debit);
  expect(out).toContain('which the payer takes');
  expect(out).toContain('It adds up: claims $0.00 less provider adjustments $40.00 = -$40.00.');
});

describe('what can not be written as it is said is told by its path', () => {
  test.each([
    [
      'an unknown field',
      '"statusCode":"1"',
      '"statusCode":"1","statuscode":"2"',
      `${FIRST}.statuscode: no field of a claim payment has this name. Write statusCode.`,
    ],
    [
      'a separator',
      '"lastName":"TESTER"',
      '"lastName":"TES*TER"',
      `${FIRST}.patient.lastName: holds a separator of this file, a line break or another control character. Write it without.`,
    ],
  ])('%s', async (_, from, to, words) => {
    const { code, said } = await runX12(['write', '-'], edited(from, to));
    expect(said.split('\n')).toContain(words);
    expect(code).toBe(1);
  });

  test.each([
    [
      'an amount that is no whole cents',
      '"paidAmount":17800',
      '"paidAmount":178.5',
      `${FIRST}.paidAmount must be whole cents`,
    ],
    [
      'a date in another form',
      '"paymentDate":"2026-11-30"',
      '"paymentDate":"11/30/2026"',
      `${PLACE}.head.paymentDate must be a date`,
    ],
    [
      'a part that read never gives',
      '"end":{',
      '"trailer":1,"end":{',
      `${PLACE}.trailer: claimside x12 read gives nothing of this name.`,
    ],
  ])('%s is refused, and nothing is written', async (_, from, to, words) => {
    const { code, out, said } = await runX12(['write', '-'], edited(from, to));
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain('is no 835 as claimside x12 read gives it');
    expect(said).toContain(words);
  });
});

test('a required amount that the file lacks is 0 in its JSON, named, and left out again when it is written', async () => {
  const lacking = changedRich((lines) =>
    lines.map((line) => line.replace('*300*226.5*73.5*', '*300**73.5*')),
  );
  const { code, out } = await runX12(['read', '-'], lacking);
  expect(code).toBe(1);
  expect(out).toContain('"lacks":["paidAmount"]');
  expect((await runX12(['write', '-'], out)).out).toBe(new TextDecoder().decode(lacking));
});

test('check names the line that does not balance where it stands', async () => {
  const index = RICH_LINES.findIndex((line) => line.startsWith('SVC*NU'));
  const off = changedRich((lines) => lines.with(index, 'SVC*NU:0450*96*70*0450*2'));
  const { code, out, said } = await runX12(['check', '-'], off);
  expect(out).toMatch(
    /^standard input:1:\d+: error BALANCE-LINE at SVC03 in 2000\[1\] > 2100\[1\] > 2110\[2\] of claim C000000001: Charge less adjustments is \$70\.50, and \$70\.00 is stated\. Do not post it/,
  );
  expect([code, said]).toEqual([1, '1 error.']);
});

test('explain says in words what was paid and why not more', async () => {
  const { code, out } = await runX12(['explain', '-'], good);
  expect(out.split('\n')).toEqual(
    expect.arrayContaining([
      'Payment EFT0000001 (ACH) of 2026-11-30: $322.50',
      '  from SAMPLE HEALTH PLAN to SAMPLE CLINIC',
      '  Claim C000000001 of ANNA TESTER: decided as first insurance, its number P0000000001',
      '    charged $281.00, paid $178.00, patient $25.50',
      '    2026-11-16 99214 25 (sent as 99215): charged $185.00, paid $110.50; remarks N782',
      '      By contract $49.00 (CO-45)',
      '      Copay $25.50 (PR-3)',
      '  Provider adjustment: taken back for an earlier overpayment (WO), reference REF 9: $12.00 less',
      '  It adds up: claims $324.50 less provider adjustments $2.00 = $322.50.',
    ]),
  );
  expect(code).toBe(0);
});

test('explain takes the remarks of the claim for a reason of its line, where the line has none', async () => {
  const missing = changedRich((lines) =>
    lines.map((line) => line.replace('CAS*CO*45*25.5', 'CAS*CO*16*25.5')),
  );
  const { out } = await runX12(['explain', '-'], missing);
  expect(out).toContain('remarks MA01, N130');
  expect(out).toContain('Not paid $25.50 (CO-16): The plan does not cover the service.');
});
