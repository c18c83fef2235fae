/** A visit is found by the page of its superbill, and ten at once are kept. */
import type { SelfPayVisit } from '@claimside/shared/api';
import type { IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { type Kept, keepVisit, keptVisit } from './visit-kept.ts';

function memory(): Kept {
  const items: Record<string, unknown> = {};
  return {
    get: async (key) => ({ [key]: items[key] }),
    set: async (more) => void Object.assign(items, more),
  };
}

const visitOf = (lastName: string): SelfPayVisit => ({
  patient: { lastName, birthDate: '1980-01-02' as IsoDate },
  placeOfService: '11',
  diagnoses: [],
  lines: [
    {
      serviceDate: '2026-11-20' as IsoDate,
      procedureCode: '99213',
      modifiers: [],
      units: 1,
      diagnosisPointers: [],
    },
  ],
});

test('what was kept is found by its id, the oldest gives way to the eleventh', async () => {
  const kept = memory();
  const ids: string[] = [];
  for (let number = 1; number <= 11; number += 1) ids.push(await keepVisit(kept, visitOf(`TESTER${number}`)));
  const names = await Promise.all(ids.map(async (id) => (await keptVisit(kept, id))?.patient.lastName));
  expect(names).toEqual([undefined, ...Array.from({ length: 10 }, (_, at) => `TESTER${at + 2}`)]);
  expect(await keptVisit(kept, 'unknown')).toBeUndefined();
});
