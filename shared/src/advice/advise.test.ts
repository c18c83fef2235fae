import { expect, test } from 'vitest';
import { z } from 'zod';
import { ClaimSchema } from '../claim/index.ts';
import { cents } from '../values/index.ts';
import { type AdjustmentReason, adviseAdjustments, adviseStatus } from './advise.ts';
import { CAUSES } from './causes.ts';

const causes = (advice: readonly { id: string | undefined }[]) => advice.map(({ id }) => id);
const reason = (text: string): AdjustmentReason => {
  const [code = '', ...remarkCodes] = text.split(' ');
  const [group = '', number = ''] = code.split('-');
  return { group, reason: number, amount: cents(1_000), remarkCodes };
};

/** Of what was not denied. */
const advise = (adjustments: readonly AdjustmentReason[]) =>
  adviseAdjustments(adjustments, { isDenied: false });

test.each([
  ['A7:562:85', 'billing-provider'],
  ['A7:562:82', 'rendering-provider'],
  ['A7:562:DN', 'referring-provider'],
  ['A3:33', 'member-unknown'],
  ['A7:164:IL', 'member-unknown'],
  ['A6:504:QC', 'patient-name'],
  ['A7:500:IL', 'patient-address'],
  ['A7:158:QC', 'birth-date'],
  ['A3:116', 'wrong-payer'],
  ['A3:54', 'duplicate'],
  ['A8:454', 'procedure-invalid'],
  ['A7:477', 'diagnosis-does-not-fit'],
  ['A6:21', 'something-missing'],
  ['A7:021:85', 'billing-provider'],
])('the status %s says: %s', (code, cause) => {
  expect(causes(adviseStatus([code]))).toEqual([cause]);
});

test.each([
  ['CO-197', ['no-authorization']],
  ['CO-29', ['filed-late']],
  ['CO-18', ['duplicate']],
  ['CO-50', ['not-necessary']],
  ['OA-22', ['other-payer-first']],
  ['CO-B7', ['provider-not-enrolled']],
  ['PR-1', ['patient-share']],
])('the adjustment %s says: %s', (code, expected) => {
  expect(causes(advise([reason(code)]))).toEqual(expected);
});

test('a remark tells what a reason leaves open; without words for it its code stands beside the reason`s', () => {
  expect(advise([reason('CO-16 N290 MA130')])).toMatchObject([
    { id: 'rendering-provider', codes: ['CO-16', 'N290'] },
  ]);
  expect(advise([reason('CO-16 N9999')])).toMatchObject([
    { id: 'something-missing', codes: ['CO-16', 'N9999'] },
  ]);
});

test('what is settled by itself is not spoken of beside what is not; alone it is', () => {
  expect(causes(advise([reason('CO-45'), reason('CO-97'), reason('OA-23')]))).toEqual(['bundled']);
  expect(causes(advise([reason('CO-45')]))).toEqual(['contract']);
});

test('a share of the patient is one, whatever contract or unknown reason stands for it', () => {
  for (const code of ['PR-45', 'PR-999']) expect(causes(advise([reason(code)]))).toEqual(['patient-share']);
  expect(causes(advise([reason('PR-204')]))).toEqual(['not-covered']);
});

test('one cause is told once, with all its codes and what they come to', () => {
  expect(advise([reason('CO-197'), reason('CO-15'), reason('CO-197')])).toMatchObject([
    { id: 'no-authorization', codes: ['CO-197', 'CO-15'], amount: 3_000 },
  ]);
});

test('of a rejection that something is missing is not told beside what is', () => {
  expect(causes(adviseStatus(['A7:21', 'A7:164:IL']))).toEqual(['member-unknown']);
});

test('that something is missing at a line counts to what else is wrong with that line', () => {
  const ofOne = [reason('CO-16'), reason('CO-4')].map((each) => ({ ...each, line: 1 }));
  expect(advise(ofOne)).toMatchObject([
    { id: 'modifier', codes: ['CO-16', 'CO-4'], amount: 2_000, lines: [1] },
  ]);
});

test('what is wrong with another line does not tell what is missing at this one', () => {
  const ofTwo = [
    { ...reason('CO-16'), line: 0 },
    { ...reason('CO-4'), line: 1 },
  ];
  expect(advise(ofTwo)).toMatchObject([
    { id: 'something-missing', amount: 1_000, lines: [0] },
    { id: 'modifier', amount: 1_000, lines: [1] },
  ]);
});

test.each(['16', '125', 'A1'])(
  'that something is missing (CO-%s) is told beside contract and copay',
  (code) => {
    const missing = [reason('CO-45'), reason(`CO-${code} N9999`), reason('PR-3')];
    for (const line of [undefined, 0])
      expect(causes(advise(missing.map((each) => ({ ...each, line }))))).toEqual([
        'something-missing',
        'patient-share',
      ]);
    const denied = adviseAdjustments([reason('CO-45'), reason(`CO-${code} MA130`)], { isDenied: true });
    expect(denied).toMatchObject([{ id: 'something-missing', codes: [`CO-${code}`, 'MA130'] }]);
  },
);

test('a code that nobody here has words for is not guessed at', () => {
  expect(advise([reason('CO-9999')])).toMatchObject([
    { id: undefined, codes: ['CO-9999'], fields: [], remedy: 'ask' },
  ]);
  expect(adviseStatus(['A7:9999:85'])).toMatchObject([{ id: undefined, codes: ['A7:9999:85'] }]);
});

test('every field that a cause names is one of a claim', () => {
  const schema = z.toJSONSchema(ClaimSchema, { io: 'input', unrepresentable: 'any' }) as Schema;
  const named = Object.values(CAUSES).flatMap(({ fields }) => fields);
  expect(named.filter((path) => !isPath(schema, path.split('.')))).toEqual([]);
});

interface Schema {
  readonly properties?: Record<string, Schema>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

function isPath(schema: Schema | undefined, [key, ...rest]: readonly string[]): boolean {
  if (!schema) return false;
  if (key === undefined) return true;
  const inner = key === '*' ? schema.items : schema.properties?.[key];
  return (
    isPath(inner, rest) ||
    [...(schema.anyOf ?? []), ...(schema.allOf ?? [])].some((each) => isPath(each, [key, ...rest]))
  );
}

test('a denial that names nothing but its contract is asked about: nothing of it is written off', () => {
  const contract = reason('CO-45');
  expect(adviseAdjustments([contract], { isDenied: true })).toMatchObject([
    { id: 'contract-alone', remedy: 'ask', codes: ['CO-45'] },
  ]);
  expect(adviseAdjustments([contract, reason('CO-197')], { isDenied: true })).toMatchObject([
    { id: 'no-authorization' },
  ]);
});

test.each(['45', '131', '253', 'P12'])(
  'CO-%s is by contract; what the payer takes off by itself (PI) is not',
  (code) => {
    expect(advise([reason(`CO-${code}`)])).toMatchObject([{ id: 'contract' }]);
    expect(advise([reason(`PI-${code}`)])).toMatchObject([{ id: 'payer-reduction', remedy: 'appeal' }]);
  },
);
