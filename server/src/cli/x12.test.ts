/** The x12 command: X12 and JSON in, JSON, X12 and sentences out, 0, 1 or 2 at the end. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ORDER_FILE } from '../code-sets/testing.ts';
import { openDataFolder } from '../data-folder.ts';
import { systemRuntime } from '../runtime.ts';
import { answerFile } from '../transactions/examples.ts';
import { READ_KINDS } from './commands/x12/kinds.ts';
import { runCli } from './program.ts';
import { testIo } from './testing.ts';
import { goodFile, runX12 } from './x12-testing.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-cli-x12-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const good = goodFile(2);

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const run = runX12;

describe('read and write', () => {
  test('read gives typed JSON with a claim a line, and write gives the same file again', async () => {
    const read = await run(['read', file('claims.837', good)]);
    expect(read.code).toBe(0);
    const { kinds, professionalClaims, findings } = JSON.parse(read.out);
    expect([kinds, findings]).toEqual([['837p'], []]);
    expect(professionalClaims.interchanges[0].groups[0].sets[0].claims[1]).toMatchObject({
      patientControlNumber: 'C000000002',
      claim: { patient: { lastName: 'QUINTERO', birthDate: '1978-04-12' } },
    });
    expect(read.out.split('\n').filter((line) => line.startsWith('{"patientControlNumber"'))).toHaveLength(2);
    const written = await run(['write', '-'], read.out);
    expect([written.code, written.out, written.said]).toEqual([0, good, '']);
  });

  test('an edited claim is written as edited, with its total worked out anew', async () => {
    const { out } = await run(['read', '-'], good);
    const edited = out.replace('"chargeAmount":18500', '"chargeAmount":20000');
    const written = await run(['write', '--lines', file('claims.json', edited)]);
    expect(written.code).toBe(0);
    expect(written.out).toContain('CLM*C000000001*296***11:B:1*Y*A*Y*Y~\n');
  });

  test('a long file is given while it is read', async () => {
    const { pieces, out } = await run(['read', file('long.837', goodFile(1500))]);
    expect(JSON.parse(out).professionalClaims.interchanges[0].groups[0].sets[0].claims).toHaveLength(1500);
    expect(pieces.length).toBeGreaterThan(2);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(out.length / 2);
  });

  test('answers are read whole, several kinds of them in one file too', async () => {
    const head = { group: 'FA', set: '999', version: '005010X231A1', setVersion: '005010X231A1' };
    const acknowledgement = new TextDecoder().decode(
      answerFile(head, 'AK1*HC*101*005010X222A1\nAK9*A*1*1*1'),
    );
    const one = await run(['read', '-'], acknowledgement);
    expect([one.code, JSON.parse(one.out).kinds]).toEqual([0, ['999']]);
    const both = await run(['read', '-'], `${acknowledgement}\n${good.replaceAll('000000101', '000000102')}`);
    const { kinds, implementationAcknowledgement, professionalClaims, findings } = JSON.parse(both.out);
    expect([kinds, findings]).toEqual([['999', '837p'], []]);
    expect(
      implementationAcknowledgement.interchanges[0].groups[0].sets[0].answer.groups[0].groupControlNumber,
    ).toBe('101');
    expect(professionalClaims.interchanges.at(-1).groups[0].sets[0].claims).toHaveLength(2);
  });
});

describe('check', () => {
  const broken = good.replace('*281*', '*280*').replaceAll('D8*19780412', 'D8*19780231');

  test('a good file has no finding and ends with 0', async () => {
    expect(await run(['check', file('claims.837', good)])).toMatchObject({ code: 0, out: '' });
  });

  test('findings are one a line, with place and claim and without a value of the patient', async () => {
    const path = file('claims.837', broken);
    const { code, out } = await run(['check', path]);
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(
      /claims\.837:1:\d+: error ELEMENT-DATE at DMG02 in 2000A\[1\] > 2000B\[1\] > 2010BA of claim C000000001: /,
    );
    expect(lines[1]).toContain('error CLM02-SUM at CLM02');
    expect(lines[1]).toContain('of claim C000000001');
    expect(out).not.toContain('19780231');
  });

  test('as JSON they hold the value that was found', async () => {
    const { code, out } = await run(['check', '--json', '-'], broken);
    expect(code).toBe(1);
    expect(JSON.parse(out).findings[0]).toMatchObject({
      code: 'ELEMENT-DATE',
      value: '19780231',
      acknowledgement: { segment: 'IK4', code: '8' },
    });
  });

  test('a claim is held against the code lists of a data folder', async () => {
    const data = join(folder, 'data');
    await (await openDataFolder(data, systemRuntime(pino({ level: 'silent' })))).close();
    const list = file('icd10cm_order_2027.txt', ORDER_FILE);
    await runCli(['codes', 'import', 'icd-10-cm', list, '--data', data], testIo({}));
    const path = file('claims.837', good.replaceAll('ABK:M5450', 'ABK:M545'));
    expect(await run(['check', path])).toMatchObject({ code: 0, out: '' });
    const { out } = await run(['check', path, '--data', data]);
    expect(out.split('\n')[0]).toMatch(/ at HI01-2 in .* of claim C000000001: /);
    expect((await run(['check', '-', '--data', data], good)).code).toBe(2);
  });

  test('late and early are told by the day the file was made, or by another', async () => {
    const path = file('claims.837', good);
    const { code, out } = await run(['check', path, '--today', '2026-11-15']);
    expect(code).toBe(1);
    expect(out.split('\n')[0]).toMatch(/error .* at DTP03 in .*2400\[1\] of claim C000000001: /);
  });

  test('a file for Office Ally is checked by what Office Ally asks', async () => {
    const path = file('claims.837', good.replaceAll('C000000001', 'A-NUMBER-OF-ANOTHER-SYSTEM'));
    expect((await run(['check', path])).code).toBe(0);
    const { code, out } = await run(['check', path, '--profile', 'office-ally']);
    expect(code).toBe(1);
    expect(out.split('\n')[0]).toMatch(/ at CLM01 in .* of claim A-NUMBER-OF-ANOTHER-SYSTEM: /);
    expect((await run(['check', path, '--profile', 'another'])).code).toBe(2);
  });

  test('a remittance that does not add up is an error', async () => {
    const head = { group: 'HP', set: '835', version: '005010X221A1' };
    const body =
      'BPR*I*90*C*CHK************20261122\nTRN*1*CHK1*1123456789\nN1*PR*PLAN\nN1*PE*CLINIC*XX*1234567893\nLX*1\nCLP*C1*1*100*80*20*12*P1\nCAS*PR*2*20\nNM1*QC*1*TESTER*ANNA';
    const { code, out } = await run(['check', '-'], new TextDecoder().decode(answerFile(head, body)));
    expect(code).toBe(1);
    expect(out).toContain(
      'error BALANCE-CHECK at BPR02 of claim CHK1: Payments of claims less provider adjustments is $80.00, and $90.00 is stated.',
    );
  });
});

describe('explain', () => {
  test('an 837P is told claim by claim, then what is wrong', async () => {
    const { code, out } = await run(['explain', '-'], good.replace('*281*', '*280*'));
    expect(code).toBe(1);
    expect(out).toContain('Claim C000000001: $280.00, original (1)');
    expect(out).toMatch(/Payer +AETNA \(60054\), primary \(P\)/);
    expect(out).toContain('Patient      MARTA QUINTERO, born 1978-04-12, female (F)');
    expect(out).toContain(
      'Line 1       2026-11-16  99214 25  1 unit  $185.00  for diagnosis 2 (I10), 3 (E11.9)',
    );
    expect(out).toContain('2 claims, $561.00 charged.');
    expect(out).toContain('error CLM02-SUM at CLM02');
  });

  test('an answer is told in words', async () => {
    const head = { group: 'FA', set: '999', version: '005010X231A1', setVersion: '005010X231A1' };
    const body =
      'AK1*HC*101*005010X222A1\nAK2*837*0001\nIK3*CLM*22*2300*8\nIK4*5:3**7*Q\nIK5*R*5\nAK9*R*1*1*0';
    const { out } = await run(['explain', '-'], new TextDecoder().decode(answerFile(head, body)));
    expect(out).toContain(
      'Set 0001 (837): rejected; segments are in error [5]\n    Segment 22, CLM in loop 2300 has values in error [8]\n      CLM05-3 is not a valid code [7], found Q',
    );
  });
});

test.each(['read', 'check', 'explain'])(
  '%s ends with 2 for a file that is no X12, or is not there',
  async (command) => {
    const page = await run([command, '-'], 'hello');
    expect([page.code, page.out]).toEqual([2, '']);
    expect(page.said).toBe('standard input holds no X12. It should begin with ISA, GS or ST.');
    const zip = await run([command, '-'], 'PK\u0003\u0004 and more');
    expect([zip.code, zip.out]).toEqual([2, '']);
    expect(zip.said).toContain('is a zip. Unpack it');
    const missing = await run([command, join(folder, 'none.837')]);
    expect(missing.code).toBe(2);
    expect(missing.said).toContain('can not be read. Check its name.');
  },
);

test.each([
  ['HN', '277', '005010X213', 'is a 277 request for more about a claim (005010X213).'],
  ['HI', '278', '005010X217', 'is a 278 referral or authorization (005010X217).'],
  ['BE', '834', '005010X220A1', 'is an 834 enrollment in a health plan (005010X220A1).'],
  ['FA', '997', '004010', 'is a 997 acknowledgement, which a 999 took the place of (004010).'],
  ['HC', '837', '005010X223A2', 'is an 837I institutional claim (005010X223A2).'],
  ['HC', '837', '005010X224A2', 'is an 837D dental claim (005010X224A2).'],
  ['XX', '123', 'ANNA TESTER', 'is a transaction that is not known here.'],
])('a file of %s with a set %s of %s is refused by its name', async (group, set, version, words) => {
  const bytes = answerFile({ group, set, version }, 'BGN*00*1*20261122');
  const text = new TextDecoder().decode(bytes);
  for (const command of ['read', 'check', 'explain']) {
    const { code, out, said } = await run([command, '-'], text);
    expect([code, out]).toEqual([2, '']);
    expect(said).toBe(`standard input ${words} Claimside reads ${READ_KINDS}.`);
  }
});

test('a set of institutional claims behind professional ones is left out and named', async () => {
  const other = good.replaceAll('000000101', '000000102').replaceAll('005010X222A1', '005010X223A2');
  const { out } = await run(['check', '-'], good + other);
  expect(out).toContain('This set is an 837I institutional claim, not an 837P; it was left out.');
  expect(out.trimEnd().split('\n')).toHaveLength(1);
});
