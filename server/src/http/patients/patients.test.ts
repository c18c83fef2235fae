import type { ChangePatient, FoundPatients, PatientDetail, ScheduledPatients } from '@claimside/shared/api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { patientKeyOf } from '../../store/same-keys.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, CLAIM, keyed } from '../testing-bill.ts';

let server: TestApp;
let biller: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  biller = await server.pair('biller');
});
afterEach(() => server.close());

const bring = (lines: string[], how: string, device = biller) =>
  server.app.request(`/api/v1/patients?import=${how}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${device.token}`, 'content-type': 'application/octet-stream' },
    body: lines.join('\n'),
  });
const HEAD = 'Last Name,First Name,DOB,Insurance,Member ID';
const ANNA = 'SAMPLE,ANNA,04/12/1978,Example Health,W1';
const search = async (text: string, after: string | null = null, device = biller): Promise<FoundPatients> => {
  const response = await server.request('POST', '/patients/search', {
    device,
    body: { search: text, after },
  });
  expect(response.status).toBe(200);
  return (await response.json()) as FoundPatients;
};
const names = ({ patients }: FoundPatients) => patients.map(({ patient }) => patient.firstName);
const one = async (patientKey: string): Promise<PatientDetail> => {
  const response = await server.request('POST', '/patients/one', { device: biller, body: { patientKey } });
  expect(response.status).toBe(200);
  return (await response.json()) as PatientDetail;
};
const put = (change: ChangePatient) =>
  server.request('PUT', '/patients/one', { device: biller, body: change });
const bill = async (visit: string, change = {}) => {
  const asked = {
    device: biller,
    body: billing(visit, { ...CLAIM, ...change }),
    headers: keyed(`patients-${visit}`),
  };
  expect((await server.request('POST', '/claims', asked)).status).toBe(201);
};
/** Without where it comes from. */
const coveragesOf = ({ coverages }: PatientDetail): ChangePatient['coverages'] =>
  coverages.map(({ source: _, asOf: __, ...coverage }) => coverage);

describe('patients', () => {
  test('are found by the beginning of a name, date of birth and member ID, page by page; and those whom only claims know', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `MANY,M${String(at).padStart(2, '0')},1/2/1990,,`);
    expect((await bring([HEAD, ANNA, ...many], 'all')).status).toBe(201);
    expect(names(await search('samp'))).toEqual(['ANNA']);
    expect(names(await search('Sample, An'))).toEqual(['ANNA']);
    expect(names(await search('4/12/1978'))).toEqual(['ANNA']);
    expect(names(await search('w1'))).toEqual([]);
    expect(names(await search('W1X'))).toEqual([]);
    const first = await search('');
    expect([first.patients.length, first.kept]).toEqual([50, 61]);
    const second = await search('', first.next);
    expect(names(second)).toEqual([...Array.from({ length: 10 }, (_, at) => `M${at + 50}`), 'ANNA']);
    expect(second.next).toBeNull();

    await bill('01');
    const [known] = (await search(CLAIM.patient.lastName)).patients;
    expect(known).toMatchObject({
      isKept: false,
      patient: { firstName: CLAIM.patient.firstName },
      coverages: [{ rank: 'P', memberId: CLAIM.coverage.memberId, source: 'claim' }],
      lastCheck: null,
    });
    expect(names(await search(CLAIM.coverage.memberId))).toEqual([CLAIM.patient.firstName]);
  });

  test('of another practice are not there', async () => {
    await bring([HEAD, ANNA], 'all');
    const stranger = await server.pair('admin', await server.addPractice('OTHER TEST PRACTICE'));
    expect(await search('', null, stranger)).toEqual({ patients: [], next: null, kept: 0 });
    const patientKey = patientKeyOf({
      patient: { lastName: 'SAMPLE', firstName: 'ANNA', birthDate: '1978-04-12' as never },
    });
    const response = await server.request('POST', '/patients/one', {
      device: stranger,
      body: { patientKey },
    });
    expect(response.status).toBe(404);
  });

  test('are changed as a whole: what counted before is kept, the order changes, and nobody overwrites what they did not see', async () => {
    await bring([HEAD, ANNA], 'all');
    const [row] = (await search('samp')).patients;
    const before = await one(row?.patientKey ?? '');
    const [own] = coveragesOf(before);
    if (!own) throw new Error('no coverage');
    const second = { ...own, memberId: 'SECOND1', copay: 2_500 };
    server.moveClock(1_000);
    const change: ChangePatient = {
      patientKey: before.patientKey,
      version: before.version,
      patient: before.patient,
      coverages: [
        { ...second, rank: 'P' },
        { ...own, rank: 'S' },
      ],
    };
    const changed = (await (await put(change)).json()) as PatientDetail;
    expect(changed.coverages.map(({ rank, memberId, source }) => [rank, memberId, source])).toEqual([
      ['P', 'SECOND1', 'typed'],
      ['S', 'W1', 'typed'],
    ]);
    expect(changed.former.map(({ rank, memberId, endedAt }) => [rank, memberId, endedAt !== null])).toEqual([
      ['P', 'W1', true],
    ]);
    expect((await problemOf(await put(change))).code).toBe('patient-changed-meanwhile');

    const twice = { ...change, version: changed.version, coverages: [own, { ...own, rank: 'S' as const }] };
    expect((await problemOf(await put(twice))).code).toBe('coverage-twice');

    const none = await put({ ...change, version: changed.version, coverages: [] });
    expect(((await none.json()) as PatientDetail).coverages).toEqual([]);
    expect((await one(before.patientKey)).former).toHaveLength(3);
  });

  test('a name is corrected: the patient moves, with the coverages; of a known name nobody is added twice', async () => {
    await bring([HEAD, ANNA, 'SAMPLE,BERT,1/2/1990,,'], 'all');
    const [anna] = (await search('sample, anna')).patients;
    const before = await one(anna?.patientKey ?? '');
    const change: ChangePatient = {
      patientKey: before.patientKey,
      version: before.version,
      patient: { ...before.patient, firstName: 'HANNA' },
      coverages: coveragesOf(before),
    };
    const bert = { ...before.patient, firstName: 'BERT', birthDate: '1990-01-02' as never };
    expect((await problemOf(await put({ ...change, patient: bert }))).code).toBe('patient-known-already');
    expect((await put(change)).status).toBe(200);
    expect(names(await search('sample'))).toEqual(['BERT', 'HANNA']);
    expect((await search('hanna')).patients[0]?.coverages).toHaveLength(1);
    expect(
      (await problemOf(await put({ ...change, patientKey: null, version: null, patient: bert }))).code,
    ).toBe('patient-known-already');
  });

  test('whom only claims know is ended and stays so; an audit entry names each, and no patient', async () => {
    await bill('01');
    const [row] = (await search(CLAIM.patient.lastName)).patients;
    const before = await one(row?.patientKey ?? '');
    server.moveClock(1_000);
    const changed = await put({
      patientKey: before.patientKey,
      version: before.version,
      patient: before.patient,
      coverages: [],
    });
    expect(((await changed.json()) as PatientDetail).coverages).toEqual([]);
    expect(await one(before.patientKey)).toMatchObject({
      isKept: true,
      former: [{ memberId: CLAIM.coverage.memberId, source: 'claim' }],
    });
    const entries = await server.audited();
    const actions = entries.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['patients-listed', 'patient-read', 'patient-changed']));
    expect(JSON.stringify(entries)).not.toContain(before.patientKey);
  });

  test('of a schedule: found by name and date of birth, whatever else stands in it; the others are told by their line', async () => {
    await bring([HEAD, ANNA], 'all');
    const response = await server.app.request('/api/v1/patients/schedule', {
      method: 'POST',
      headers: { authorization: `Bearer ${biller.token}`, 'content-type': 'application/octet-stream' },
      body: 'Time,Patient,DOB,Reason\n9:00,"Sample, Anna",04/12/1978,Visit\n9:30,"Nobody, Known",1/1/1990,Visit\n10:00,Odd,x,',
    });
    const found = (await response.json()) as ScheduledPatients;
    expect(found.found.map(({ patient }) => patient.firstName)).toEqual(['ANNA']);
    expect(found.faults.map(({ line }) => line)).toEqual([3, 4, 4]);
    const typed = await server.request('POST', '/patients/named', {
      device: biller,
      body: { people: [{ lastName: 'sample', firstName: 'Anna', birthDate: '1978-04-12' }] },
    });
    expect(((await typed.json()) as ScheduledPatients).found).toHaveLength(1);
  });

  test('a file with a fault is refused with the place; logs hold nothing of it', async () => {
    const refused = await problemOf(
      await bring([HEAD, 'SECRETNAME,ANNA,31/31/1978,Example Health,W1'], 'all'),
    );
    expect(refused.detail).toBe('Line 2, DOB: This is no date. Write it as 04/12/1978 or 1978-04-12.');
    expect(server.logged.join()).not.toContain('SECRETNAME');
  });

  test('a look at a list before its import shows what is kept, and stands in the log', async () => {
    await bring([HEAD, ANNA], 'all');
    const before = (await server.audited()).filter(({ action }) => action === 'patients-listed').length;
    await bring([HEAD, ANNA.replace('W1', 'W2')], 'false');
    const looks = (await server.audited()).filter(({ action }) => action === 'patients-listed');
    expect(looks.slice(before)).toMatchObject([{ deviceId: biller.deviceId }]);
  });
});
