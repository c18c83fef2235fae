import type { ClaimDetail, CreateClaimRequest } from '@claimside/shared/api';
import type { Capture, CaptureBinding } from '@claimside/shared/capture';
import { type ClaimDraft, ClaimSchema } from '@claimside/shared/claim';
import { cents, type IsoDate } from '@claimside/shared/values';
import { describe, expect, it } from 'vitest';
import { ServerTrouble } from '../../ui/server/problems.ts';
import { billVisit, type Visit } from './bill.ts';
import { formFromReading } from './form.ts';
import type { KeyStorage } from './idempotency.ts';
import { looksRight } from './looks.ts';
import { setUnread } from './unread.ts';
import { visitKeyOf } from './visit-key.ts';

const BINDING: CaptureBinding = {
  documentId: 'doc-1',
  patient: 'tester anna|1978-04-12',
  visit: '2026-11-16|77',
  content: 'c1',
};
const TODAY = { today: '2026-11-22' as IsoDate };
const STREET = { line1: '1 Example Street', city: 'Springfield', state: 'IL', postalCode: '627010001' };

const DRAFT: ClaimDraft = {
  billingProvider: {
    npi: '1234567893',
    name: { kind: 'organization', organizationName: 'Testville Practice' },
    taxIdKind: 'EI',
    taxId: '123456789',
    address: STREET,
    contactName: 'Billing Office',
    contactPhone: '2175550100',
  },
  patient: { lastName: 'TESTER', firstName: 'ANNA', birthDate: '1978-04-12', sex: 'F', address: STREET },
  relationshipToSubscriber: '18',
  coverage: { payerName: 'Aetna', payerId: '60054', memberId: 'W123456789', claimFilingIndicator: 'CI' },
  placeOfService: '11',
  frequency: '1',
  providerSignatureOnFile: true,
  assignmentOfBenefits: 'A',
  benefitsToProvider: 'Y',
  releaseOfInformation: 'Y',
  diagnoses: [{ code: 'M54.50' }],
  serviceLines: [
    {
      procedureCode: '99213',
      modifiers: [],
      chargeAmount: cents(12_500),
      units: 1,
      diagnosisPointers: [1],
      serviceDate: '2026-11-16',
    },
  ],
};

const visit = (draft: ClaimDraft = DRAFT, capture: Partial<Capture> = {}): Visit => ({
  key: 'a'.repeat(64),
  occasion: 1,
  capture: { ehr: 'generic', fields: {}, diagnoses: [], lines: [], notes: [], binding: BINDING, ...capture },
  form: formFromReading({ draft, provenance: {}, notes: [] }),
});

/** Storage and server of one browser; `answers` are given in turn. */
function browser(
  answers: readonly (() => Promise<ClaimDetail>)[],
  shown: CaptureBinding | undefined = BINDING,
) {
  const kept = new Map<string, unknown>();
  const sent: { request: CreateClaimRequest; key: string }[] = [];
  const keys: KeyStorage = {
    get: async (key) => (kept.has(key) ? { [key]: kept.get(key) } : {}),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, value);
    },
    remove: async (key) => void kept.delete(key),
  };
  let made = 0;
  return {
    sent,
    kept,
    deps: {
      keys,
      binding: async () => shown,
      newKey: () => {
        made += 1;
        return `key-${made}`;
      },
      createClaim: (request: CreateClaimRequest, key: string) => {
        sent.push({ request, key });
        return answers[sent.length - 1]?.() ?? Promise.reject(new ServerTrouble('unreachable', 'No answer.'));
      },
    },
  };
}

const stored = () => Promise.resolve({ id: 'claim-1' } as ClaimDetail);
const fails = (trouble: ServerTrouble) => () => Promise.reject(trouble);

describe('billing a visit', () => {
  it('sends the complete claim and forgets the key once it is stored', async () => {
    const { deps, sent, kept } = browser([stored]);
    expect(await billVisit(visit(), TODAY, deps)).toEqual({ kind: 'billed', claim: { id: 'claim-1' } });
    expect(ClaimSchema.safeParse(sent[0]?.request.claim).success).toBe(true);
    expect([...kept.keys()]).toEqual([]);
  });

  it('sends again under the same key when no answer came', async () => {
    const down = fails(new ServerTrouble('unreachable', 'No answer from localhost.'));
    const { deps, sent } = browser([down, stored]);
    expect(await billVisit(visit(), TODAY, deps)).toMatchObject({ kind: 'not-confirmed' });
    expect(await billVisit(visit(), TODAY, deps)).toMatchObject({ kind: 'billed' });
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
  });

  it('sends nothing when the page shows another patient', async () => {
    const { deps, sent } = browser([stored], { ...BINDING, patient: 'sample otto|1950-01-01' });
    expect(await billVisit(visit(), TODAY, deps)).toEqual({ kind: 'other-chart' });
    expect(sent).toEqual([]);
  });

  it('sends nothing when the page does not answer, and does not call that another chart', async () => {
    const { deps, sent } = browser([stored]);
    const silent = { ...deps, binding: async () => undefined };
    expect(await billVisit(visit(), TODAY, silent)).toEqual({ kind: 'no-answer' });
    expect(sent).toEqual([]);
  });

  it.each([{ visit: '2026-11-17|78' }, { documentId: 'doc-2' }, { content: 'c2' }])(
    'sends nothing when the page changed: %o',
    async (change) => {
      const { deps, sent } = browser([stored], { ...BINDING, ...change });
      expect(await billVisit(visit(), TODAY, deps)).toEqual({ kind: 'page-changed' });
      expect(sent).toEqual([]);
    },
  );

  it('sends nothing while what was typed into a field can’t be read', async () => {
    const { deps, sent } = browser([stored]);
    const at = visit();
    const form = setUnread(at.form, 'patientPaidAmount', { typed: '25.o0', problem: 'Write an amount.' });
    expect(await billVisit({ ...at, form }, TODAY, deps)).toMatchObject({
      kind: 'refused',
      findings: [{ path: 'patientPaidAmount', fix: 'Write an amount.' }],
    });
    expect(sent).toEqual([]);
  });

  it('sends nothing while an error finding stands', async () => {
    const { deps, sent } = browser([stored]);
    const outcome = await billVisit(visit({ ...DRAFT, diagnoses: [] }), TODAY, deps);
    expect(outcome).toMatchObject({
      kind: 'refused',
      findings: expect.arrayContaining([expect.objectContaining({ path: 'diagnoses' })]),
    });
    expect(sent).toEqual([]);
  });

  it('takes a new key after the server said no', async () => {
    const no = fails(new ServerTrouble('refused', 'The claim has errors.', 'claim-has-errors'));
    const { deps, sent } = browser([no, stored]);
    expect(await billVisit(visit(), TODAY, deps)).toMatchObject({
      kind: 'refused',
      sentence: 'The claim has errors.',
    });
    await billVisit(visit(), TODAY, deps);
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-2']);
  });

  it.each(['visit-already-billed', 'idempotency-key-reused'])(
    'knows %s as billed before, not as a failure',
    async (code) => {
      const { deps } = browser([fails(new ServerTrouble('refused', 'There is a claim.', code))]);
      expect(await billVisit(visit(), TODAY, deps)).toEqual({ kind: 'already-billed', claimId: undefined });
    },
  );

  it('sends nothing from a page that does not show whose chart it is', async () => {
    const nobody = { ...BINDING, patient: '' };
    const { deps, sent } = browser([stored], nobody);
    expect(await billVisit(visit(DRAFT, { binding: nobody }), TODAY, deps)).toEqual({
      kind: 'refused',
      sentence: "The page does not show whose chart this is, so it can't be billed from here.",
      findings: [],
    });
    expect(sent).toEqual([]);
  });

  it('sends nothing while a value that was read unsurely has not been looked at', async () => {
    const { deps, sent } = browser([stored]);
    const provenance = {
      'coverage.memberId': { source: 'page', place: 'Visit', confidence: 0.6 },
    } as const;
    const unlooked = formFromReading({ draft: DRAFT, provenance, notes: [] });
    expect(await billVisit({ ...visit(), form: unlooked }, TODAY, deps)).toMatchObject({ kind: 'refused' });
    expect(sent).toEqual([]);
    const form = looksRight(unlooked, 'coverage.memberId');
    expect(await billVisit({ ...visit(), form }, TODAY, deps)).toMatchObject({ kind: 'billed' });
    expect(sent[0]?.request.correctedFields).toEqual([]);
  });

  it('sends nothing while the patient is not confirmed, in the words of the reading', async () => {
    const { deps, sent } = browser([stored]);
    const notes = [{ code: 'unconfirmed-patient', message: 'Open the chart header first.' }] as const;
    expect(await billVisit(visit(DRAFT, { notes }), TODAY, deps)).toMatchObject({
      kind: 'refused',
      sentence: 'Open the chart header first.',
    });
    expect(sent).toEqual([]);
  });

  it('asks about a claim it looks like, and says it is another visit only when a person did', async () => {
    const alike = { id: 'claim-0', billedAt: '2026-11-20T12:00:00.000Z' };
    const asks = fails(new ServerTrouble('refused', 'Looks billed.', 'looks-billed-already', [], alike));
    const { deps, sent } = browser([asks, stored]);
    expect(await billVisit(visit(), TODAY, deps)).toEqual({
      kind: 'looks-billed',
      claimId: 'claim-0',
      billedAt: '2026-11-20T12:00:00.000Z',
    });
    expect(await billVisit(visit(), TODAY, deps, true)).toMatchObject({ kind: 'billed' });
    expect(sent.map(({ request }) => request.secondVisitOfDay)).toEqual([undefined, true]);
  });

  it('a visit without date or number on the page is billed under the date in the draft', async () => {
    const undated = { ...BINDING, visit: '||99213 M54.50' };
    const { deps, sent } = browser([stored], undated);
    await billVisit(visit(DRAFT, { binding: undated }), TODAY, deps);
    const dated = { ehr: 'generic', binding: { ...BINDING, visit: '2026-11-16|' } };
    expect(sent[0]?.request.visitKey).toBe(await visitKeyOf(dated));
  });
});
