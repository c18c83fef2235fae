import type { Captured } from '@claimside/shared/capture';
import { expect, it } from 'vitest';
import { contentDigest } from './digest.ts';

const value = (text: string, place = 'p'): Captured => ({
  value: text,
  raw: text,
  placeId: place,
  place,
  confidence: 1,
});
const line = (code: string, place?: string) => ({
  procedureCode: value(code, place),
  modifiers: [],
  diagnosisCodes: [],
});

it('the digest changes with any value, and with nothing else', () => {
  const digest = contentDigest({ 'patient.sex': value('F') }, [{ code: value('I10') }], [line('99213')]);
  expect(digest).toMatch(/^[0-9a-f]{1,16}$/);
  expect(
    contentDigest({ 'patient.sex': value('F', 'q') }, [{ code: value('I10') }], [line('99213', 'q')]),
  ).toBe(digest);
  expect(contentDigest({ 'patient.sex': value('M') }, [{ code: value('I10') }], [line('99213')])).not.toBe(
    digest,
  );
  expect(contentDigest({ 'patient.sex': value('F') }, [{ code: value('I11') }], [line('99213')])).not.toBe(
    digest,
  );
  expect(contentDigest({ 'patient.sex': value('F') }, [{ code: value('I10') }], [line('99214')])).not.toBe(
    digest,
  );
});
