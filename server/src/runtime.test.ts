import { randomBytes } from 'node:crypto';
import type { UtcInstant } from '@claimside/shared/values';
import { describe, expect, test } from 'vitest';
import { newId } from './runtime.ts';

const at = (now: string) => newId({ now: () => now as UtcInstant, randomBytes });

describe('an id', () => {
  test('is 20 small letters and digits', () => {
    expect(at('2026-11-28T04:00:00.000Z')).toMatch(/^[a-z0-9]{20}$/);
  });

  test('made in a later second sorts behind one that was made before', () => {
    const moments = ['1999-12-31T23:59:59.000Z', '2026-11-28T04:00:00.000Z', '2026-11-28T04:00:01.000Z'];
    const ids = [...moments, '2026-12-28T04:00:01.000Z', '2411-01-01T00:00:00.000Z'].map(at);
    expect(ids.toSorted()).toEqual(ids);
  });

  test('is not made twice in one moment', () => {
    const ids = Array.from({ length: 10_000 }, () => at('2026-11-28T04:00:00.000Z'));
    expect(new Set(ids).size).toBe(10_000);
  });
});
