import type { ClaimDetail, EarlierCoverage, PatientDetail } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import { secondaryClaim } from '@claimside/shared/examples';
import type { IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importPatients } from '../../patients/index.ts';
import { EXAMPLE_PRACTICE } from '../../practice/example.ts';
import { patientKeyOf } from '../../store/same-keys.ts';
import { startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, CLAIM, keyed } from '../testing-bill.ts';

let server: TestApp;
let clinician: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  clinician = await server.pair('clinician');
});
afterEach(() => server.close());

async function billed(visit: string, date: string, change: Partial<Claim> = {}): Promise<ClaimDetail> {
  const serviceLines = CLAIM.serviceLines.map((line) => ({ ...line, serviceDate: date as IsoDate }));
  const claim = { ...CLAIM, serviceLines, ...change };
  const asked = { device: clinician, body: billing(visit, claim), headers: keyed(visit) };
  const response = await server.request('POST', '/claims', asked);
  expect(response.status).toBe(201);
  return (await response.json()) as ClaimDetail;
}
async function coverages(
  device = clinician,
  patient = CLAIM.patient,
  serviceDate?: string,
): Promise<EarlierCoverage[]> {
  const body = { patientKey: patientKeyOf({ patient }), serviceDate };
  const response = await server.request('POST', '/claims/coverages', { device, body });
  expect(response.status).toBe(200);
  return (await response.json()) as EarlierCoverage[];
}
const member = (memberId: string): Partial<Claim> => ({ coverage: { ...CLAIM.coverage, memberId } });
const shown = (found: EarlierCoverage[]) => found.map(({ asOf, coverage }) => `${asOf} ${coverage.memberId}`);

describe('POST /claims/coverages', () => {
  test('gives the coverage of the last claim, what else a page may lack, and nothing of the services', async () => {
    const { id } = await billed('01', '2026-10-02', {
      patient: { ...CLAIM.patient, phone: '5035550100' },
      relationshipToSubscriber: '19',
      subscriber: {
        lastName: 'TESTER',
        firstName: 'BERTA',
        socialSecurityNumber: '123456780',
        phone: '5035550101',
      },
      coverage: { ...CLAIM.coverage, groupNumber: 'G-1' },
    });
    expect(await coverages()).toEqual([
      {
        source: 'claim',
        id,
        asOf: '2026-10-02',
        coverage: {
          payerName: 'EXAMPLE HEALTH PLAN',
          payerId: 'TEST1',
          memberId: 'TEST0001',
          groupNumber: 'G-1',
          claimFilingIndicator: 'CI',
        },
        relationshipToSubscriber: '19',
        subscriber: { lastName: 'TESTER', firstName: 'BERTA' },
        patient: { sex: 'F', address: CLAIM.patient.address },
      },
    ]);
  });

  test('its payer has the address that the practice knows, as claims on paper go there', async () => {
    const address = { line1: 'PO BOX 12', city: 'TESTVILLE', state: 'OR', postalCode: '97201' };
    const payers = EXAMPLE_PRACTICE.payers.map((payer) => ({ ...payer, address }));
    const other = await server.addPractice('PRACTICE WITH ADDRESSES');
    await server.setUpPractice(other, { ...EXAMPLE_PRACTICE, payers });
    clinician = await server.pair('clinician', other);
    await billed('01', '2026-10-02');
    expect((await coverages())[0]?.coverage.payerAddress).toEqual(address);
  });

  test('of several coverages the two used last, each with its last date of service', async () => {
    await billed('01', '2026-07-01', member('OLDEST01'));
    await billed('02', '2026-11-03', member('NEWER01'));
    await billed('03', '2026-08-01', member('OLDER01'));
    await billed('04', '2026-10-01', member('newer01'));
    expect(shown(await coverages())).toEqual(['2026-11-03 NEWER01', '2026-08-01 OLDER01']);
  });

  test('no claim that was refused or taken back', async () => {
    const refused = await billed('01', '2026-10-02', member('REFUSED1'));
    await server.fact(refused.id, { type: 'payer-rejected', codes: ['A3:21'], message: 'TEST REJECTION' });
    const back = await billed('02', '2026-10-03', member('BACK0001'));
    await server.request('POST', `/claims/${back.id}/cancel`, { device: clinician });
    expect(await coverages()).toEqual([]);
  });

  test('none to a second payer: its coverage never stands first', async () => {
    const { billingProvider, patient, renderingProvider } = CLAIM;
    await billed('01', '2026-10-02', { ...secondaryClaim, billingProvider, patient, renderingProvider });
    expect(await coverages()).toEqual([]);
  });

  test('another birth date is another patient; case and punctuation of a name are not', async () => {
    await billed('01', '2026-10-02');
    const { patient } = CLAIM;
    expect(await coverages(clinician, { ...patient, birthDate: '1980-02-04' as IsoDate })).toEqual([]);
    expect(await coverages(clinician, { ...patient, lastName: 'Tester,' })).toHaveLength(1);
  });

  test('none of another practice', async () => {
    await billed('01', '2026-10-02');
    expect(await coverages(await server.pair('admin', await server.addPractice('OTHER PRACTICE')))).toEqual(
      [],
    );
  });

  test('each claim whose coverage was given stands in the audit log, and nothing does where none was', async () => {
    const reads = async () => (await server.audited()).filter(({ action }) => action === 'coverage-read');
    await coverages();
    expect(await reads()).toEqual([]);
    const { id } = await billed('01', '2026-10-02');
    await coverages();
    expect(await reads()).toEqual([
      expect.objectContaining({ subject: id, deviceId: clinician.deviceId, action: 'coverage-read' }),
    ]);
  });

  test.each([{ patientKey: 'TESTER ANNA 1980-02-03' }, { patient: CLAIM.patient }])(
    'takes nothing but a hash: %j is refused without repeating it',
    async (body) => {
      const response = await server.request('POST', '/claims/coverages', { device: clinician, body });
      expect(response.status).toBe(400);
      expect((await response.text()) + server.logged.join('')).not.toMatch(/TESTER|1980-02-03/);
    },
  );

  describe('of the patient list', () => {
    const list = async (memberId: string, validTo = '', validFrom = '') => {
      const { lastName, firstName, birthDate } = CLAIM.patient;
      const bytes = Buffer.from(
        `Last Name,First Name,DOB,Payer ID,Member ID,Valid to,Valid from\n${lastName},${firstName},${birthDate},TEST1,${memberId},${validTo},${validFrom}`,
      );
      expect((await importPatients(server, { bytes }, false, null)).ok).toBe(true);
    };

    test('what was brought last is offered first, with what else is known; the claim’s behind it', async () => {
      await billed('01', '2026-10-02', member('BILLED01'));
      await list('LIST01');
      expect(shown(await coverages())).toEqual(['2026-11-20 LIST01', '2026-10-02 BILLED01']);
      const [offer] = await coverages();
      expect(offer).toMatchObject({ source: 'patient-list', patient: {}, relationshipToSubscriber: '18' });
      const entries = (await server.audited()).filter(({ action }) => action === 'coverage-read');
      expect(entries.map(({ subject }) => subject)).toContain(offer?.id);
    });

    test('the second insurance comes with it as a claim names it, where whom it insures is known', async () => {
      const { lastName, firstName, birthDate } = CLAIM.patient;
      const bring = (relation: string, name: string) =>
        importPatients(
          server,
          {
            bytes: Buffer.from(
              `Last Name,First Name,DOB,Payer ID,Member ID,Secondary Payer ID,Secondary Member ID,Secondary Relationship,Secondary Insured Last Name\n${lastName},${firstName},${birthDate},TEST1,LIST01,TEST1,SECOND1,${relation},${name}`,
            ),
          },
          false,
          null,
        );
      await bring('Self', '');
      expect((await coverages())[0]?.second).toEqual({
        rank: 'S',
        payer: { name: 'EXAMPLE HEALTH PLAN', id: 'TEST1' },
        claimFilingIndicator: 'CI',
        relationshipToSubscriber: '18',
        subscriber: { memberId: 'SECOND1', lastName, firstName },
      });
      server.moveClock(1_000);
      await bring('Spouse', '');
      expect((await coverages())[0]).not.toHaveProperty('second');
      server.moveClock(1_000);
      await bring('Spouse', 'TESTER');
      expect((await coverages())[0]?.second?.subscriber).toEqual({ memberId: 'SECOND1', lastName: 'TESTER' });
    });

    test('a claim of a later visit stands first again; the same coverage is offered once', async () => {
      await list('LIST01');
      server.moveClock(3 * 86_400_000);
      await billed('01', '2026-11-21', member('BILLED01'));
      await billed('02', '2026-10-01', member('list01'));
      expect(shown(await coverages())).toEqual(['2026-11-21 BILLED01', '2026-11-20 LIST01']);
    });

    test('what counts on the date of service, where that is known; today where it is not', async () => {
      const on = async (day?: string) => shown(await coverages(clinician, CLAIM.patient, day)).length;
      await list('LIST01', '11/1/2026', '2/1/2026');
      expect(await on()).toBe(0);
      expect([await on('2026-01-31'), await on('2026-02-01'), await on('2026-11-01')]).toEqual([0, 1, 1]);
      server.moveClock(1_000);
      await list('LIST02', '', '12/1/2026');
      expect([await on(), await on('2026-12-01')]).toEqual([0, 1]);
    });

    test('nothing that is valid no more, or that was ended since', async () => {
      await list('LIST01', '11/1/2026');
      expect(await coverages()).toEqual([]);
      await billed('01', '2026-10-02', member('BILLED01'));
      const patientKey = patientKeyOf({ patient: CLAIM.patient });
      const biller = await server.pair('biller');
      const read = await server.request('POST', '/patients/one', { device: biller, body: { patientKey } });
      const { version, patient } = (await read.json()) as PatientDetail;
      server.moveClock(1_000);
      // The list's takes the place of the claim's, and then nothing is left.
      await list('BILLED01');
      expect(shown(await coverages())).toEqual(['2026-11-20 BILLED01']);
      const stale = { patientKey, version, patient, coverages: [] };
      expect((await server.request('PUT', '/patients/one', { device: biller, body: stale })).status).toBe(
        409,
      );
      const again = await server.request('POST', '/patients/one', { device: biller, body: { patientKey } });
      const now = (await again.json()) as PatientDetail;
      server.moveClock(1_000);
      await server.request('PUT', '/patients/one', {
        device: biller,
        body: { ...stale, version: now.version },
      });
      expect(await coverages()).toEqual([]);
    });
  });
});
