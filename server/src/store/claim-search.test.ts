/** A claim is found by our own number, whatever characters chance put into it. */
import { exampleClaim } from '@claimside/shared/examples';
import { cents } from '@claimside/shared/values';
import { afterAll, expect, test } from 'vitest';
import { isOneOf, sourcesOf } from './claim-search.ts';
import { insertClaim } from './claims.ts';
import { claims } from './schema.ts';
import { AT, openTestStore } from './testing.ts';

const store = openTestStore();
afterAll(() => store.close());

test.each([
  ['a digit', 'C7BDFGHJKL', 'C7BD'],
  ['no digit', 'CBCDFGHJKL', 'CBCDFGHJKL'],
  ['no digit, of which only the beginning is typed', 'CWXZBCDFGH', 'cwxz'],
])('a claim whose number has %s', async (_what, patientControlNumber, typed) => {
  const { write, scope } = await store.practice();
  await write((scope) =>
    insertClaim(scope, {
      id: patientControlNumber,
      idempotencyKey: patientControlNumber,
      requestHash: patientControlNumber,
      visitKey: patientControlNumber,
      patientControlNumber,
      claim: exampleClaim,
      totalCharge: cents(28_100),
      ehr: 'manual',
      correctedFields: [],
      createdByDevice: 'device',
      createdAt: AT,
    }),
  );
  const found = await scope.db
    .select({ id: claims.id })
    .from(claims)
    .where(isOneOf(scope, await sourcesOf(scope, typed)));
  expect(found).toEqual([{ id: patientControlNumber }]);
});
