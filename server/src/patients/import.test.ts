/** A patient list is looked at, mended, imported and brought again. Everyone in it is invented. */
import type { PatientsPreview } from '@claimside/shared/api';
import type { PatientColumn } from '@claimside/shared/patients';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../http/test-app.ts';
import { listAuditEntries } from '../store/audit-log.ts';
import { listCoverages, listPatients } from '../store/patients.ts';
import { toCsv } from '../tables/index.ts';
import { importPatients, previewPatients, rowsToMend } from './import.ts';
import { tableOfPatients } from './write.ts';

let server: TestApp;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
});
afterEach(() => server.close());

const csv = (...lines: string[]) => Buffer.from(lines.join('\n'));
const preview = async (bytes: Buffer, said?: (PatientColumn | '')[]): Promise<PatientsPreview> => {
  const looked = await previewPatients(server, server.scope, { bytes, said });
  if (!looked.ok) throw new Error(looked.error.message);
  return looked.value;
};
const take = (bytes: Buffer, withoutFaulty = false, said?: (PatientColumn | '')[]) =>
  importPatients(server, { bytes, said }, withoutFaulty, null);
const kept = async () => {
  const coverages = await listCoverages(server.scope);
  return (await listPatients(server.scope)).map(({ patient, patientKey }) =>
    [
      `${patient.lastName} ${patient.firstName} ${patient.birthDate}`,
      ...coverages
        .filter((one) => one.patientKey === patientKey)
        .map(({ rank, coverage }) => `${rank} ${coverage.payerId} ${coverage.memberId}`)
        .toSorted(),
    ].join(', '),
  );
};

const HEAD = 'Last Name,First Name,DOB,Sex,Insurance,Member ID';
const ANNA = 'TESTER,ANNA,04/12/1978,F,Example Health,W1';
const BERT = 'SAMPLE,BERT,1/2/1990,M,EXAMPLE HEALTH PLAN,W2';

test('a list is looked at and changes nothing, then imported: payers by any name that the practice knows', async () => {
  expect(await preview(csv(HEAD, ANNA, BERT))).toMatchObject({
    rows: 2,
    faultCount: 0,
    patients: 2,
    added: { count: 2, some: ['TESTER, ANNA 1978-04-12', 'SAMPLE, BERT 1990-01-02'] },
    changed: { count: 0 },
    same: 0,
    columns: [
      { heading: 'Last Name', meaning: 'lastName', samples: ['TESTER', 'SAMPLE'] },
      { meaning: 'firstName' },
      { meaning: 'birthDate' },
      { meaning: 'sex' },
      { meaning: 'P.payerName' },
      { meaning: 'P.memberId' },
    ],
  });
  expect(await kept()).toEqual([]);
  expect(await take(csv(HEAD, ANNA, BERT))).toEqual({
    ok: true,
    value: { added: 2, changed: 0, same: 0, leftOut: 0 },
  });
  expect(await kept()).toEqual(['SAMPLE BERT 1990-01-02, P TEST1 W2', 'TESTER ANNA 1978-04-12, P TEST1 W1']);
  const audited = await listAuditEntries(server.scope);
  expect(audited.filter(({ action }) => action === 'patients-imported')).toHaveLength(1);
});

describe('a dirty file', () => {
  const DIRTY = csv(
    'Last Name,First Name,DOB,Sex,State,Insurance,Member ID,Relationship,Copay,Mobile',
    'TESTER,ANNA,30/30/1978,F,,Example Health,W1,Self,,',
    ',BERT,1/2/1990,robot,,Example Health,W2,Father,much,5',
    'SOUND,CARLA,1/3/1990,F,,Example Health,W3,Self,25,503-555-0100',
    'SAMPLE,DORA,1/4/2090,F,,Somebody Else,,Self,,',
    'SAMPLE,EMIL,1/5/1990,M,,Somebody Else,W5,Self,,',
    'SAMPLE,FRED,,M,,,W6,,,',
  );

  test('tells each fault with row and column, and none of what stood there but a payer’s name', async () => {
    const { faults, faultCount, faultyRows, patients, unknownPayers } = await preview(DIRTY);
    expect(unknownPayers).toEqual([{ name: 'Somebody Else', rows: 2 }]);
    expect(faults.map(({ line, column, message }) => `${line} ${column}: ${message}`)).toEqual([
      '2 DOB: This is no date.',
      '3 Last Name: The last name is missing.',
      '3 Sex: This is no sex that a claim knows.',
      '3 Mobile: This is no phone number of ten digits.',
      '3 Copay: This is no amount.',
      '3 Relationship: It is not certain what the patient is to the insured.',
      '5 DOB: The date of birth is in the future.',
      '5 Member ID: There is a payer, and no member ID.',
      '5 Insurance: The practice has no payer “Somebody Else” (2 rows).',
      '7 DOB: The date of birth is missing.',
      '7 Insurance: There is a member ID, and no payer.',
    ]);
    expect({ faultCount, faultyRows, patients }).toEqual({ faultCount: 11, faultyRows: 5, patients: 1 });
    expect(JSON.stringify(faults)).not.toMatch(/TESTER|ANNA|30\/30|W2|robot|much/);
  });

  test('is refused whole; its sound rows are taken where a person says so, and the rest is given back to be mended', async () => {
    expect(await take(DIRTY)).toMatchObject({ ok: false, error: { line: 2, column: 'DOB' } });
    expect(await kept()).toEqual([]);
    expect(await take(DIRTY, true)).toEqual({
      ok: true,
      value: { added: 1, changed: 0, same: 0, leftOut: 5 },
    });
    expect(await kept()).toEqual(['SOUND CARLA 1990-01-03, P TEST1 W3']);

    const rest = await rowsToMend(server, server.scope, { bytes: DIRTY });
    const table = rest.ok ? rest.value : { headings: [], rows: [] };
    expect(table.rows).toHaveLength(5);
    expect(table.rows[0]?.at(-1)).toBe('DOB: This is no date. Write it as 04/12/1978 or 1978-04-12.');
    // What comes back unmended is looked at like the first time.
    expect(await preview(Buffer.from(toCsv(table)))).toMatchObject({
      faultyRows: 5,
      columns: { length: 10 },
    });
  });

  test('no column is found for: told before any row is', async () => {
    const { faults, rows } = await preview(csv('Full,Insurance,Member ID', 'TESTER ANNA,Example Health,W1'));
    expect(rows).toBe(1);
    expect(faults.map(({ message }) => message)).toEqual([
      'No column is the patient’s first and last name.',
      'No column is the date of birth.',
    ]);
  });
});

describe('columns', () => {
  const ODD = csv('Who,Born,Carrier,Their number', '"Tester, Anna",4/12/1978,Example Health,W1');
  const SAID: (PatientColumn | '')[] = ['name', 'birthDate', 'P.payerName', 'P.memberId'];

  test('are what a person says, and that is remembered for a file with the same headings', async () => {
    expect((await preview(ODD)).columns.map(({ meaning }) => meaning)).toEqual([
      null,
      null,
      'P.payerName',
      null,
    ]);
    expect((await preview(ODD, SAID)).faultCount).toBe(0);
    expect((await preview(ODD)).isRemembered).toBe(false);
    await take(ODD, false, SAID);
    expect(await kept()).toEqual(['Tester Anna 1978-04-12, P TEST1 W1']);
    expect(await preview(ODD)).toMatchObject({ isRemembered: true, faultCount: 0, same: 1 });
  });

  test('of one practice are none of another', async () => {
    await take(ODD, false, SAID);
    const other = { db: server.store.db, practiceId: await server.addPractice('OTHER TEST PRACTICE') };
    const looked = await previewPatients({ ...server, practiceId: other.practiceId }, other, { bytes: ODD });
    expect(looked).toMatchObject({ ok: true, value: { isRemembered: false } });
    expect(await listPatients(other)).toEqual([]);
  });

  test('that were said of another file are refused', async () => {
    const looked = await previewPatients(server, server.scope, { bytes: ODD, said: ['name'] });
    expect(looked.ok).toBe(false);
  });
});

describe('brought again', () => {
  const coverage = (member: string, rest = '') =>
    csv(`${HEAD},Copay`, `TESTER,ANNA,04/12/1978,F,Example Health,${member},${rest}`);

  test('what is the same stays untouched; another coverage takes the place, and the one before is kept', async () => {
    await take(coverage('W1', '25'));
    server.moveClock(1_000);
    expect(await preview(coverage('w-1'))).toMatchObject({
      changed: { count: 1, some: [{ changes: ['primary: spelling of the member ID'] }] },
    });
    expect(await preview(coverage('W1'))).toMatchObject({ same: 1, changed: { count: 0 } });
    expect((await preview(coverage('NEW1'))).changed.some).toEqual([
      {
        patient: 'TESTER, ANNA 1978-04-12',
        changes: ['primary: EXAMPLE HEALTH PLAN W1 becomes EXAMPLE HEALTH PLAN NEW1'],
      },
    ]);
    await take(coverage('NEW1'));
    expect(await kept()).toEqual(['TESTER ANNA 1978-04-12, P TEST1 NEW1']);
    const ever = await listCoverages(server.scope, { ever: true });
    expect(
      ever.map(({ coverage: { memberId, copay }, endedAt }) => [memberId, copay, endedAt !== null]),
    ).toEqual([
      ['W1', 2_500, true],
      ['NEW1', undefined, false],
    ]);
  });

  test('columns that the file does not have take nothing away', async () => {
    await take(coverage('W1', '25'));
    await take(csv('Last Name,First Name,DOB,Phone', 'Tester,Anna,4/12/1978,503-555-0100'));
    expect(await kept()).toEqual(['Tester Anna 1978-04-12, P TEST1 W1']);
    const [{ patient } = { patient: undefined }] = await listPatients(server.scope);
    expect(patient).toMatchObject({ sex: 'F', phone: '5035550100' });
  });

  test('who is insured stays as it is where the file says nothing of it', async () => {
    const insured = (relation: string) =>
      csv(
        `${HEAD},Relationship,Insured Name,Kind of insurance`,
        `TESTER,ANNA,04/12/2018,F,Example Health,W1,${relation},"TESTER, BERTA",HM`,
      );
    await take(insured('Child'));
    const plain = csv(HEAD, 'TESTER,ANNA,04/12/2018,F,Example Health,W1');
    expect(await preview(plain)).toMatchObject({ same: 1, changed: { count: 0 } });
    await take(insured('Self'));
    const [{ coverage } = { coverage: undefined }] = await listCoverages(server.scope);
    expect(coverage).toMatchObject({ relationshipToSubscriber: '18', claimFilingIndicator: 'HM' });
    expect(coverage).not.toHaveProperty('subscriber');
  });

  test('one row a coverage: put together, in order, and the order may change', async () => {
    const head = 'Last Name,First Name,DOB,Order,Payer ID,Member ID';
    const row = (order: string, member: string) => `TESTER,ANNA,04/12/1978,${order},TEST1,${member}`;
    await take(csv(head, row('Primary', 'W1'), row('Secondary', 'W2')));
    expect(await kept()).toEqual(['TESTER ANNA 1978-04-12, P TEST1 W1, S TEST1 W2']);
    await take(csv(head, row('1', 'W2'), row('2', 'W1')));
    expect(await kept()).toEqual(['TESTER ANNA 1978-04-12, P TEST1 W2, S TEST1 W1']);
    expect((await listCoverages(server.scope, { ever: true })).length).toBe(4);
    const twice = await preview(csv(head, row('1', 'W2'), row('1', 'W3')));
    expect(twice.faults.map(({ line }) => line)).toEqual([3]);
  });

  test('what is taken away as a file comes back the same', async () => {
    await take(
      csv(
        `${HEAD},Copay,Relationship,Insured Last Name,Insured First Name,Insured DOB,Secondary Payer,Secondary Member ID,Address,City,State,Zip`,
        'TESTER,CHILD,04/12/2018,F,Example Health,W1,20,Child,TESTER,ANNA,4/12/1978,Example Health,S1,1 EXAMPLE ST,TESTVILLE,OR,97201',
        'NOBODY,PAYS,04/12/1990,F,Self Pay,,,,,,,,,,,,',
      ),
    );
    const table = tableOfPatients(await listPatients(server.scope), await listCoverages(server.scope));
    expect(table.rows).toHaveLength(3);
    const again = await preview(Buffer.from(toCsv(table)));
    expect(again).toMatchObject({ faultCount: 0, same: 2, added: { count: 0 }, changed: { count: 0 } });
  });
});
