import type { EarlierCoverage } from '@claimside/shared/api';
import type { Capture, CaptureDraft, Captured } from '@claimside/shared/capture';
import type { ClaimDraft } from '@claimside/shared/claim';
import { describe, expect, it } from 'vitest';
import {
  filledBesides,
  giveBackCoverage,
  keepIfItFits,
  offersFor,
  pressedOn,
  takeCoverage,
} from './earlier-coverage.ts';
import { formFromReading, isChangedByHand, originOf, readAgain, setField, type VisitForm } from './form.ts';

const ADDRESS = { line1: '1 Test Street', city: 'Testville', state: 'OR', postalCode: '97201' };
const EARLIER: EarlierCoverage = {
  source: 'claim',
  id: 'c1',
  asOf: '2026-10-02',
  coverage: {
    payerName: 'Example Health Plan',
    payerId: 'TEST1',
    memberId: 'TEST0001',
    groupNumber: 'G-1',
    claimFilingIndicator: 'CI',
  },
  relationshipToSubscriber: '18',
  patient: { sex: 'F', address: ADDRESS },
};
const OF_SPOUSE: EarlierCoverage = {
  ...EARLIER,
  relationshipToSubscriber: '01',
  subscriber: { lastName: 'Tester', firstName: 'Bert', birthDate: '1979-01-01', sex: 'M', address: ADDRESS },
};

const WITH_SECOND: EarlierCoverage = {
  ...EARLIER,
  source: 'patient-list',
  second: {
    rank: 'S',
    payer: { name: 'Second Plan', id: 'TEST2' },
    claimFilingIndicator: 'CI',
    relationshipToSubscriber: '18',
    subscriber: { memberId: 'S-1', lastName: 'Tester', firstName: 'Anna' },
  },
};

const PERSON = { lastName: 'Tester', firstName: 'Anna', birthDate: '1980-02-03' };
const reading = (draft: ClaimDraft = {}): CaptureDraft => ({
  draft: { patient: PERSON, ...draft },
  provenance: {},
  notes: [],
});
const visit = (draft: ClaimDraft = {}): VisitForm => formFromReading(reading(draft));
const said = (value: string): Captured => ({ value, raw: value, placeId: '', place: 'TEST', confidence: 1 });
const offered = (form: VisitForm, fields: Capture['fields'] = {}, offer = EARLIER) =>
  offersFor(form, fields, [offer]).length === 1;

describe('an earlier coverage is offered', () => {
  it.each<[string, ClaimDraft]>([
    ['where nothing is said of one', {}],
    [
      'beside the same payer in another spelling, known by its id',
      { coverage: { payerId: 'TEST1', payerName: 'EHP' } },
    ],
    ['beside the same payer by name alone', { coverage: { payerName: 'EXAMPLE HEALTH PLAN' } }],
    [
      'beside the same group and relationship',
      { coverage: { groupNumber: 'g 1' }, relationshipToSubscriber: '18' },
    ],
  ])('%s', (_when, draft) => expect(offered(visit(draft))).toBe(true));

  it.each<[string, ClaimDraft, Capture['fields']?]>([
    ['a member ID stands there', { coverage: { memberId: 'TEST0001' } }],
    ['another payer is named', { coverage: { payerName: 'Other Plan' } }],
    ['another payer is meant by an id', { coverage: { payerName: 'Example Health Plan', payerId: 'TEST2' } }],
    ['the page shows the id of another payer', {}, { 'coverage.payerId': said('TEST2') }],
    ['another group is named', { coverage: { groupNumber: 'G-2' } }],
    ['the patient is somebody else to the subscriber', { relationshipToSubscriber: '19' }],
    ['the patient is of another sex', { patient: { ...PERSON, sex: 'M' } }],
    ['the page names another subscriber', {}, { 'subscriber.firstName': said('Bert') }],
    [
      'the page names another subscriber, in letters that are not Latin',
      {},
      { 'subscriber.lastName': said('山田') },
    ],
  ])('not where %s', (_when, draft, fields) => expect(offered(visit(draft), fields)).toBe(false));

  it('where the page names the patient as the subscriber', () => {
    expect(offered(visit(), { 'subscriber.firstName': said('ANNA') })).toBe(true);
  });

  it('not where no Latin letter tells the one subscriber from the other', () => {
    const offer = { ...OF_SPOUSE, subscriber: { ...OF_SPOUSE.subscriber, lastName: '田中' } };
    expect(offered(visit(), { 'subscriber.lastName': said('田中') }, offer)).toBe(true);
    expect(offered(visit(), { 'subscriber.lastName': said('山田') }, offer)).toBe(false);
  });

  it('with a subscriber only where the page names no other one', () => {
    expect(offered(visit(), { 'subscriber.firstName': said('BERT') }, OF_SPOUSE)).toBe(true);
    expect(offered(visit(), { 'subscriber.firstName': said('Carl') }, OF_SPOUSE)).toBe(false);
  });
});

describe('taking it', () => {
  it('fills coverage, relationship, sex and address, and says of each where it comes from', () => {
    const form = takeCoverage(visit(), EARLIER);
    expect(form.draft).toEqual({
      patient: { ...PERSON, sex: 'F', address: ADDRESS },
      coverage: EARLIER.coverage,
      relationshipToSubscriber: '18',
    });
    expect(originOf(form, 'coverage.memberId')).toEqual({
      kind: 'earlier-claim',
      where: 'From the claim of 2026-10-02',
    });
    expect(originOf(form, 'patient.lastName').kind).toBe('sure');
    expect(isChangedByHand(form)).toBe(true);
    expect(offered(form)).toBe(false);
  });

  it('is meant for the visit that it was offered for, not for one that came under the press', () => {
    const shown = visit();
    const other = visit({ patient: { ...PERSON, firstName: 'Berta' } });
    expect(pressedOn(shown, EARLIER)(shown).taken?.offer).toBe(EARLIER);
    expect(pressedOn(shown, EARLIER)(other)).toBe(other);
  });

  it('brings the insured person, where that is not the patient', () => {
    expect(takeCoverage(visit(), OF_SPOUSE).draft.subscriber).toEqual(OF_SPOUSE.subscriber);
    expect(filledBesides(OF_SPOUSE, visit().draft)).toEqual(['insured person', 'sex', 'address']);
  });

  it('brings the second insurance, where no other is there; undone, nothing of it is left', () => {
    const form = takeCoverage(visit(), WITH_SECOND);
    expect(form.draft.otherCoverages).toEqual([
      { ...WITH_SECOND.second, benefitsToProvider: 'Y', releaseOfInformation: 'Y' },
    ]);
    expect(filledBesides(WITH_SECOND, visit().draft)).toEqual([
      'second insurance Second Plan',
      'sex',
      'address',
    ]);
    expect(originOf(form, 'otherCoverages.0.subscriber.memberId')).toMatchObject({
      kind: 'earlier-claim',
      where: 'From your patient list of 2026-10-02',
    });
    expect(giveBackCoverage(form).draft).toEqual({ patient: PERSON });
    const other = { otherCoverages: [{ rank: 'T' as const }] };
    expect(takeCoverage(visit(other), WITH_SECOND).draft.otherCoverages).toEqual(other.otherCoverages);
  });

  it('leaves a second insurance that a person changed since', () => {
    const changed = setField(
      takeCoverage(visit(), WITH_SECOND),
      'otherCoverages.0.subscriber.memberId',
      'S-2',
    );
    expect(giveBackCoverage(changed).draft.otherCoverages).toMatchObject([
      { payer: { name: 'Second Plan' }, subscriber: { memberId: 'S-2' } },
    ]);
  });

  it('leaves an address that the page shows in part as it is', () => {
    const shown = { patient: { ...PERSON, sex: 'F' as const, address: { city: 'Othertown' } } };
    expect(takeCoverage(visit(shown), EARLIER).draft.patient).toEqual(shown.patient);
    expect(filledBesides(EARLIER, shown)).toEqual([]);
  });

  it('is undone whole, but for what was changed by hand since', () => {
    const before = setField(
      visit({ coverage: { payerName: 'Example Health Plan' } }),
      'patient.phone',
      '5035550100',
    );
    expect(giveBackCoverage(takeCoverage(before, EARLIER))).toEqual({ ...before, letGo: undefined });
    const typed = setField(takeCoverage(visit(), EARLIER), 'coverage.groupNumber', 'G-1');
    expect(giveBackCoverage(typed).draft.coverage).toEqual({ groupNumber: 'G-1' });
    const changed = setField(takeCoverage(visit(), EARLIER), 'coverage.groupNumber', 'G-9');
    expect(originOf(changed, 'coverage.groupNumber').kind).toBe('by-hand');
    expect(giveBackCoverage(changed).draft).toEqual({ patient: PERSON, coverage: { groupNumber: 'G-9' } });
  });
});

describe('a new reading of the visit', () => {
  const read = (form: VisitForm, draft: ClaimDraft) =>
    readAgain(keepIfItFits(form, reading(draft).draft, {}), reading(draft));

  it('keeps what was taken while the page says nothing of it', () => {
    const form = read(takeCoverage(visit(), EARLIER), { placeOfService: '11' });
    expect(form.draft).toMatchObject({ placeOfService: '11', coverage: EARLIER.coverage });
    expect(originOf(form, 'coverage.memberId').kind).toBe('earlier-claim');
  });

  it('takes from the page what it now shows, and the address from one place only', () => {
    const address = { line1: '9 New Road', city: 'Newtown' };
    const shown = { patient: { ...PERSON, address }, coverage: { memberId: 'TEST0001' } };
    const form = read(takeCoverage(visit(), EARLIER), shown);
    expect(form.draft.patient).toEqual({ ...PERSON, sex: 'F', address });
    expect(originOf(form, 'coverage.memberId').kind).toBe('sure');
    expect(form.draft.coverage?.payerId).toBe('TEST1');
  });

  it('that names another coverage has the last word, and that is told', () => {
    const coverage = { payerName: 'Other Plan', memberId: 'OTHER001' };
    const form = read(takeCoverage(visit(), EARLIER), { coverage });
    expect(form.draft).toMatchObject({ patient: PERSON, coverage });
    expect(form.draft.coverage).toEqual(coverage);
    expect([form.taken, form.letGo]).toEqual([undefined, 'the claim of 2026-10-02']);
  });

  it('does not bring back what was cleared by hand', () => {
    const cleared = setField(takeCoverage(visit(), EARLIER), 'coverage.groupNumber', undefined);
    expect(read(cleared, {}).draft.coverage?.groupNumber).toBeUndefined();
  });
});
