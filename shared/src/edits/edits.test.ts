import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClaimDraft, pathAndAncestors, withValueAt } from '../claim/index.ts';
import { exampleClaim, specialClaims } from '../examples/index.ts';
import { changed, TODAY } from './cases/case.ts';
import { CASES } from './cases/index.ts';
import { completeClaim, EDITS, runEdits, withFix } from './index.ts';

const context = { today: TODAY };

describe('a good claim has no finding', () => {
  test.each(Object.entries({ exampleClaim, ...specialClaims }))('%s', (_name, claim) => {
    expect(runEdits(claim, context)).toEqual([]);
  });
});

describe('what an edit finds', () => {
  test.each(CASES)('$id: at $at when $wrong', ({ id, severity, at, claim, wrong, context: known }) => {
    expect(runEdits(changed(claim, wrong), known)).toContainEqual(
      expect.objectContaining({ id, severity, path: at }),
    );
  });
});

describe('what an edit leaves alone', () => {
  test.each(CASES)('$id: nothing when $right', ({ id, claim, right, rightContext }) => {
    expect(runEdits(changed(claim, right), rightContext).filter((finding) => finding.id === id)).toEqual([]);
  });
});

test('services of long ago are one finding at the first of them, which names all their lines', () => {
  const long = '2019-11-16';
  const said = (draft: ClaimDraft) =>
    runEdits(draft, context).flatMap(({ id, path, message }) =>
      id === 'service-date-old' ? [path, message] : [],
    );
  expect(
    said(changed(exampleClaim, { 'serviceLines.0.serviceDate': long, 'serviceLines.1.serviceDate': long })),
  ).toEqual([
    'serviceLines.0.serviceDate',
    'The dates of service of lines 1, 2 are more than three years ago.',
  ]);
  expect(said(changed(exampleClaim, { 'serviceLines.1.serviceDate': long }))).toEqual([
    'serviceLines.1.serviceDate',
    'The date of service of line 2 is more than three years ago.',
  ]);
});

describe('every edit', () => {
  test('has a case', () => {
    expect(EDITS.map(({ id }) => id).filter((id) => !CASES.some((known) => known.id === id))).toEqual([]);
  });

  test('has an id of its own', () => {
    expect(new Set(EDITS.map(({ id }) => id)).size).toBe(EDITS.length);
  });

  test('reports only at the fields that its page names', () => {
    const elsewhere = CASES.flatMap(({ claim, wrong, context: known }) =>
      runEdits(changed(claim, wrong), known),
    )
      .filter(
        ({ id, path }) => !EDITS.find((edit) => edit.id === id)?.fields.some((field) => covers(field, path)),
      )
      .map(({ id, path }) => `${id} at ${path}`);
    expect(elsewhere).toEqual([]);
  });
});

/** `*` stands for one step of a path or a part of it, `**` for any number of steps. */
function covers(field: string, path: string): boolean {
  const pattern = field
    .split('**')
    .map((part) => part.replaceAll('.', '\\.').replaceAll('*', '[^.]*'))
    .join('.*');
  return new RegExp(`^${pattern}$`).test(path);
}

describe('a certain fix', () => {
  const fixable = CASES.flatMap(({ claim, wrong, context: known, id, at }) => {
    const draft = changed(claim, wrong);
    return runEdits(draft, known)
      .filter((finding) => finding.apply && finding.id === id && finding.path === at)
      .map((finding) => ({ draft, known, finding }));
  });

  test('exists for enough findings to be worth a key', () => {
    expect(new Set(fixable.map(({ finding }) => finding.id)).size).toBeGreaterThan(15);
  });

  test.each(fixable)(
    'of $finding.id at $finding.path ends it and brings no other',
    ({ draft, known, finding }) => {
      const before = runEdits(draft, known).map(({ id, path }) => `${id} ${path}`);
      const after = runEdits(withFix(draft, finding), known).map(({ id, path }) => `${id} ${path}`);
      expect(after).not.toContain(`${finding.id} ${finding.path}`);
      expect(after.filter((each) => !before.includes(each))).toEqual([]);
    },
  );

  test.each([
    ['0009-3073-03', '00009307303'],
    ['12345-678-90', '12345067890'],
    ['12345-6789-1', '12345678901'],
    ['12345-6789-10', '12345678910'],
  ])('writes the NDC %s as %s', (written, digits) => {
    const draft = changed(specialClaims.drugClaim ?? {}, { 'serviceLines.1.drug.code': written });
    expect(runEdits(draft, context)[0]?.apply).toEqual([{ path: 'serviceLines.1.drug.code', value: digits }]);
  });

  test('of a Medicare number as the card prints it is the only finding, and writes it bare', () => {
    const draft = changed(specialClaims.medicareClaim ?? {}, { 'coverage.memberId': '1eg4-te5-mk73' });
    expect(runEdits(draft, context)).toMatchObject([
      { id: 'medicare-number', apply: [{ path: 'coverage.memberId', value: '1EG4TE5MK73' }] },
    ]);
  });

  test('of a repeated diagnosis takes it away and moves the pointers', () => {
    const draft = changed(exampleClaim, {
      diagnoses: [{ code: 'M54.50' }, { code: 'M5450' }, { code: 'I10' }],
      'serviceLines.0.diagnosisPointers': [2, 3],
      'serviceLines.1.diagnosisPointers': [1, 2],
    });
    const [finding] = runEdits(draft, context);
    const fixed = withFix(draft, finding ?? {});
    expect(fixed.diagnoses).toEqual([{ code: 'M54.50' }, { code: 'I10' }]);
    expect(fixed.serviceLines?.map((line) => line.diagnosisPointers)).toEqual([[1, 2], [1]]);
  });
});

const GOOD = [exampleClaim, ...Object.values(specialClaims)];

/** A good claim and some of its places. */
function claimAndPlaces(placesOf: (claim: ClaimDraft) => string[]) {
  return fc
    .constantFrom<ClaimDraft[]>(...GOOD)
    .chain((claim) =>
      fc.tuple(
        fc.constant(claim),
        fc.array(fc.constantFrom(...placesOf(claim)), { minLength: 1, maxLength: 12 }),
      ),
    );
}

describe('no finding says a value of the claim', () => {
  /** Stands in no sentence of ours. */
  const mark = fc.constantFrom('zqx', 'ZQX77', '9zqx', 'zqx 4711', 'zqx-'.repeat(20));

  test('whatever texts stand in it', () => {
    fc.assert(
      fc.property(claimAndPlaces(textsOf), mark, ([claim, places], text) => {
        const draft = places.reduce((at, path) => withValueAt(at, path, text), claim);
        const sentences = runEdits(draft, context).map(({ message, fix }) => message + fix);
        expect(sentences.join()).not.toMatch(/zqx/i);
      }),
      { numRuns: 500 },
    );
  });

  test('in any case above', () => {
    const names = /Quintero|Marta|Milo|W12|Invented|1EG4|4711|Imaginary/;
    const sentences = CASES.flatMap(({ claim, wrong, context: known }) =>
      runEdits(changed(claim, wrong), known),
    )
      .map(({ message, fix }) => message + fix)
      .join();
    expect(sentences).not.toMatch(names);
  });
});

test('whatever is missing in a claim, edits find it and never throw', () => {
  fc.assert(
    fc.property(claimAndPlaces(placesOf), ([claim, places]) => {
      const draft = places.reduce((at, path) => withValueAt(at, path, undefined), claim);
      const findings = runEdits(draft, context);
      expect(completeClaim(draft, context).ok).toBe(findings.every(({ severity }) => severity !== 'error'));
    }),
    { numRuns: 1000 },
  );
});

/** Paths of all texts in a value. */
function textsOf(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, path === '' ? key : `${path}.${key}`),
  );
}

/** Paths of all texts and of what they stand in, but for whole rows of lists and for lists that may be empty. */
function placesOf(claim: ClaimDraft): string[] {
  const places = textsOf(claim).flatMap(pathAndAncestors);
  return [...new Set(places)].filter((path) => !/\d$|^diagnoses\.\d+\.code$|\.modifiers$/.test(path));
}

describe('completeClaim', () => {
  test('gives the claim when no error stands', () => {
    expect(completeClaim(exampleClaim, context)).toEqual({ ok: true, value: exampleClaim });
  });

  test('gives the errors, without warnings, when one stands', () => {
    const spoiled = changed(exampleClaim, { patientPaidAmount: 999_999, 'coverage.memberId': '' });
    const result = completeClaim(spoiled, context);
    expect(result.ok ? [] : result.error.map((finding) => finding.path)).toEqual(['coverage.memberId']);
  });

  test('its errors hold no value of the claim, so they may be handed on', () => {
    const result = completeClaim(changed(exampleClaim, { 'coverage.memberId': 'W12-345' }), context);
    expect(JSON.stringify(result.ok ? [] : result.error)).not.toMatch(/W12/);
  });

  test('takes an empty part for none: an insured person whose address no page showed', () => {
    const draft = changed(specialClaims.dependentClaim ?? {}, { 'subscriber.address': {} });
    expect(completeClaim(draft, context)).toEqual({ ok: true, value: specialClaims.dependentClaim });
  });

  test('a value of the wrong form that no edit names is still refused, with its place', () => {
    const result = completeClaim(changed(exampleClaim, { assignmentOfBenefits: 'Q' }), context);
    expect(result.ok ? [] : result.error.map((finding) => finding.path)).toEqual(['assignmentOfBenefits']);
  });

  test('a payer that the practice does not know is one finding, not three', () => {
    const draft = changed(exampleClaim, { coverage: { payerName: 'Imaginary Mutual', memberId: 'W1' } });
    expect(runEdits(draft, context).map(({ message }) => message)).toEqual([
      "The payer named in the chart is not in the practice's payer list.",
    ]);
  });
});
