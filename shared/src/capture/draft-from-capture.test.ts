import { describe, expect, test } from 'vitest';
import { completeClaim } from '../edits/index.ts';
import { captured, exampleCapture, exampleClaim, examplePractice } from '../examples/index.ts';
import type { IsoDate } from '../values/index.ts';
import { doubtOf } from './doubt.ts';
import { type Capture, draftFromCapture } from './index.ts';

const { unitPrice: _, ...firstLineWithoutPrice } = exampleCapture.lines[0] as Capture['lines'][number];

describe('draft from capture', () => {
  test('a full page and a set-up practice give a claim that can be sent', () => {
    const { draft } = draftFromCapture(exampleCapture, examplePractice);
    expect(completeClaim(draft, { today: '2026-11-22' as IsoDate })).toEqual({
      ok: true,
      value: exampleClaim,
    });
  });

  test('what a page never shows of the payer, the provider and the location comes from the practice', () => {
    const address = { line1: 'PO BOX 12', city: 'TESTVILLE', state: 'OR', postalCode: '97201' };
    const [location] = examplePractice.locations;
    if (!location) throw new Error('no location');
    const practice = {
      ...examplePractice,
      payers: examplePractice.payers.map((payer) => ({ ...payer, address })),
      providers: examplePractice.providers.map((provider) => ({ ...provider, credentials: 'MD' })),
      locations: [{ ...location, cliaNumber: '05D0123456', hours: 'mornings' }],
    };
    const [line] = exampleCapture.lines;
    if (!line) throw new Error('no line');
    const ofWaivedTest = { ...line, procedureCode: captured('87880'), modifiers: [captured('QW')] };
    const tested = { ...exampleCapture, lines: [ofWaivedTest] };
    const { draft, provenance } = draftFromCapture(tested, practice);
    expect(draft.coverage?.payerAddress).toEqual(address);
    expect(draft.renderingProvider).not.toHaveProperty('credentials');
    expect(draft.cliaNumber).toBe('05D0123456');
    expect(provenance.cliaNumber?.source).toBe('practice');
    // Only where a laboratory test is billed.
    expect(draftFromCapture(exampleCapture, practice).draft.cliaNumber).toBeUndefined();
  });

  test('price per unit times units is the charge of the line', () => {
    const { draft, provenance } = draftFromCapture(exampleCapture, examplePractice);
    expect(draft.serviceLines?.[1]?.chargeAmount).toBe(9600);
    expect(provenance['serviceLines.1.chargeAmount']).toMatchObject({ source: 'page', raw: '48.00' });
  });

  test('a line without a price takes the usual charge of the practice, and says so', () => {
    const { draft, provenance } = draftFromCapture(
      { ...exampleCapture, lines: [firstLineWithoutPrice] },
      examplePractice,
    );
    expect(draft.serviceLines?.[0]?.chargeAmount).toBe(18500);
    expect(provenance['serviceLines.0.chargeAmount']?.source).toBe('practice');
  });

  test('a line without price or usual charge has no charge rather than a guess', () => {
    const { draft } = draftFromCapture(
      { ...exampleCapture, lines: [firstLineWithoutPrice] },
      { ...examplePractice, procedures: {} },
    );
    expect(draft.serviceLines?.[0]?.chargeAmount).toBeUndefined();
  });

  test('a line of several days has its last day too', () => {
    const days = { serviceDate: captured('2026-11-16'), serviceDateEnd: captured('2026-11-18') };
    const lines = [{ ...firstLineWithoutPrice, ...days }];
    const { draft } = draftFromCapture({ ...exampleCapture, lines }, examplePractice);
    expect(draft.serviceLines?.[0]).toMatchObject({
      serviceDate: '2026-11-16',
      serviceDateEnd: '2026-11-18',
    });
  });

  test.each([
    ['before the visit', { serviceDate: captured('2026-10-02') }, 'contradicted'],
    ['after it', { serviceDate: captured('2026-11-17') }, 'contradicted'],
    ['of the visit', { serviceDate: captured('2026-11-16') }, undefined],
    [
      'over days of which the visit is one',
      { serviceDate: captured('2026-11-14'), serviceDateEnd: captured('2026-11-16') },
      undefined,
    ],
  ])('a line %s keeps its day; another day than the visit`s asks for a look', (_, days, doubt) => {
    const lines = [{ ...firstLineWithoutPrice, ...days }];
    const { draft, provenance } = draftFromCapture({ ...exampleCapture, lines }, examplePractice);
    expect(draft.serviceLines?.[0]?.serviceDate).toBe(days.serviceDate.value);
    const date = provenance['serviceLines.0.serviceDate'];
    expect(date && doubtOf(date.confidence)).toBe(doubt);
    expect(date?.rival).toBe(doubt && exampleCapture.fields['visit.serviceDate']?.raw);
  });

  test('a line`s own day counts where the visit`s is not certain', () => {
    const fields = {
      ...exampleCapture.fields,
      'visit.serviceDate': { ...captured('2026-11-20'), confidence: 0.7 },
    };
    const lines = [{ ...firstLineWithoutPrice, serviceDate: captured('2026-11-16') }];
    const { provenance } = draftFromCapture({ ...exampleCapture, fields, lines }, examplePractice);
    expect(provenance['serviceLines.0.serviceDate']).toMatchObject({ confidence: captured('').confidence });
  });

  test('a drug goes with its line, as far as it was read', () => {
    const drug = { code: captured('11111222233'), quantity: captured('0.5') };
    const lines = [{ ...firstLineWithoutPrice, drug }];
    const { draft, provenance } = draftFromCapture({ ...exampleCapture, lines }, examplePractice);
    expect(draft.serviceLines?.[0]?.drug).toEqual({ code: '11111222233', quantity: 0.5 });
    expect(provenance['serviceLines.0.drug.code']?.source).toBe('page');
  });

  test('diagnosis codes of a line become positions in the claim', () => {
    const { draft } = draftFromCapture(exampleCapture, examplePractice);
    expect(draft.serviceLines?.map((line) => line.diagnosisPointers)).toEqual([[2, 3], [1]]);
  });

  test('a pointer to a diagnosis that is not there is left out and told', () => {
    const lines = [{ ...firstLineWithoutPrice, diagnosisCodes: [captured('Z00.00'), captured('I10')] }];
    const { draft, notes } = draftFromCapture({ ...exampleCapture, lines }, examplePractice);
    expect(draft.serviceLines?.[0]?.diagnosisPointers).toEqual([2]);
    expect(notes.map((note) => note.code)).toEqual(['unresolved-pointer']);
  });

  test('an unknown payer is left for a person to choose', () => {
    const fields = { ...exampleCapture.fields, 'coverage.payerName': captured('Imaginary Mutual') };
    const { draft } = draftFromCapture({ ...exampleCapture, fields }, examplePractice);
    expect(draft.coverage).toMatchObject({ payerName: 'Imaginary Mutual' });
    expect(draft.coverage?.payerId).toBeUndefined();
  });

  test('a payer text that fits two payers fits none', () => {
    const payers = [
      ...examplePractice.payers,
      { payerId: '99999', name: 'AETNA', claimFilingIndicator: 'CI', aliases: ['aetna pos'] },
    ];
    const { draft } = draftFromCapture(exampleCapture, { ...examplePractice, payers });
    expect(draft.coverage?.payerId).toBeUndefined();
  });

  test('a payer id on the page that contradicts the payer found by name leaves the choice to a person', () => {
    const read = (payerId: string) => {
      const fields = { ...exampleCapture.fields, 'coverage.payerId': captured(payerId) };
      return draftFromCapture({ ...exampleCapture, fields }, examplePractice).draft.coverage?.payerId;
    };
    expect(read('60054')).toBe('60054');
    expect(read('87726')).toBeUndefined();
  });

  test('what follows from a value is as sure as that value, a list as its least sure part', () => {
    const unsure = (value: string) => ({ ...captured(value), confidence: 0.6 });
    const { 'coverage.payerName': _, ...fields } = exampleCapture.fields;
    const [first] = exampleCapture.lines;
    if (!first) throw new Error('the example has lines');
    const { provenance } = draftFromCapture(
      {
        ...exampleCapture,
        fields: {
          ...fields,
          'coverage.payerId': unsure('60054'),
          'visit.renderingProviderName': captured('Halvorsen, Ingrid'),
          'visit.renderingProviderNpi': unsure(examplePractice.providers[0]?.npi ?? ''),
        },
        lines: [{ ...first, diagnosisCodes: [captured('I10'), unsure('E11.9')] }],
      },
      examplePractice,
    );
    for (const path of ['coverage.payerId', 'renderingProvider', 'serviceLines.0.diagnosisPointers'])
      expect(provenance[path]?.confidence, path).toBe(0.6);
  });

  test('an NPI and a name that are two of the practice`s providers name neither', () => {
    const one = { npi: '1245319599', lastName: 'HALVORSEN', firstName: 'INGRID', ehrNames: [] };
    const other = { npi: '1992739096', lastName: 'SAMPLEMANN', firstName: 'OTTO', ehrNames: [] };
    const shown = (npi: string, name: string) =>
      draftFromCapture(
        {
          ...exampleCapture,
          fields: {
            ...exampleCapture.fields,
            'visit.renderingProviderNpi': captured(npi),
            'visit.renderingProviderName': captured(name),
          },
        },
        { ...examplePractice, providers: [one, other] },
      ).draft.renderingProvider?.npi;
    expect(shown(other.npi, 'Halvorsen, Ingrid')).toBeUndefined();
    expect(shown(other.npi, 'Samplemann, Otto')).toBe(other.npi);
    expect(shown(other.npi, 'Dr. of whom the practice knows no name')).toBe(other.npi);
  });

  test('a provider whom the practice does not know is not left out without a word', () => {
    const read = (name: string, practice = examplePractice) =>
      draftFromCapture(
        {
          ...exampleCapture,
          fields: { ...exampleCapture.fields, 'visit.renderingProviderName': captured(name) },
        },
        practice,
      ).notes.map(({ code }) => code);
    expect(read('Nobody, Known')).toEqual(['unknown-provider']);
    expect(read('Halvorsen, Ingrid')).toEqual([]);
    // A practice of one person bills as that person, and has no list.
    expect(read('Nobody, Known', { ...examplePractice, providers: [] })).toEqual([]);
  });

  describe('where the page names no place, and the practice has one location', () => {
    const office = {
      name: 'Office',
      facilityNames: [],
      placeOfService: '11',
      serviceFacility: {
        name: 'TESTVILLE OFFICE',
        npi: '1234567893',
        address: { line1: '1 Example Street', city: 'Springfield', state: 'IL', postalCode: '627010001' },
      },
    };
    const { 'visit.placeOfService': _, 'visit.facilityName': __, ...elsewhere } = exampleCapture.fields;
    const read = (fields: Capture['fields'], modifiers: string[] = []) =>
      draftFromCapture(
        {
          ...exampleCapture,
          fields,
          lines: [{ ...firstLineWithoutPrice, modifiers: modifiers.map((each) => captured(each)) }],
        },
        { ...examplePractice, locations: [office] },
      );

    test('the visit was there', () => {
      const { draft, provenance } = read(elsewhere);
      expect(draft).toMatchObject({ placeOfService: '11', serviceFacility: office.serviceFacility });
      expect(provenance.placeOfService).toMatchObject({ source: 'assumed', confidence: 0.95 });
    });

    test('a telehealth modifier makes that a question', () =>
      expect(read(elsewhere, ['95']).provenance.placeOfService).toMatchObject({
        confidence: 0.7,
        doubt: 'telehealth',
      }));

    test('a place of service that is another than the location`s leaves the facility open', () => {
      const { draft } = read({ ...elsewhere, 'visit.placeOfService': captured('12') });
      expect(draft.placeOfService).toBe('12');
      expect(draft.serviceFacility).toBeUndefined();
    });
  });

  test('a name in one piece is split but marked for a look', () => {
    const { 'patient.lastName': _l, 'patient.firstName': _f, ...rest } = exampleCapture.fields;
    const { draft, provenance } = draftFromCapture(
      { ...exampleCapture, fields: { ...rest, 'patient.name': captured('Quintero, Marta L') } },
      examplePractice,
    );
    expect(draft.patient).toMatchObject({ lastName: 'Quintero', firstName: 'Marta', middleName: 'L' });
    expect(provenance['patient.lastName']?.confidence).toBeLessThan(0.9);
    expect(provenance['patient.lastName']?.doubt).toBe('name-parts');
  });

  test('a relationship the page does not show is not assumed to be self', () => {
    const { 'coverage.relationship': _r, ...fields } = exampleCapture.fields;
    expect(
      draftFromCapture({ ...exampleCapture, fields }, examplePractice).draft.relationshipToSubscriber,
    ).toBeUndefined();
  });

  test('a dependent brings the subscriber along', () => {
    const fields = {
      ...exampleCapture.fields,
      'coverage.relationship': captured('01'),
      'subscriber.lastName': captured('Quintero'),
      'subscriber.firstName': captured('Rafael'),
    };
    expect(draftFromCapture({ ...exampleCapture, fields }, examplePractice).draft.subscriber).toEqual({
      lastName: 'Quintero',
      firstName: 'Rafael',
      address: {},
    });
  });
});
