import { describe, expect, it } from 'vitest';
import { isWithin, pathAndAncestors, valueAt, withValueAt } from './path.ts';

describe('paths', () => {
  const draft = { patient: { address: { city: 'Springfield' } }, serviceLines: [{ units: 1 }, { units: 2 }] };

  it('reads through objects and lists, and gives undefined where anything is missing', () => {
    expect(valueAt(draft, 'serviceLines.1.units')).toBe(2);
    expect(valueAt(draft, 'subscriber.address.city')).toBeUndefined();
  });

  it('writes a copy and makes what is missing on the way', () => {
    const written = withValueAt(draft, 'serviceLines.0.units', 5);
    expect(written.serviceLines).toEqual([{ units: 5 }, { units: 2 }]);
    expect(draft.serviceLines[0]).toEqual({ units: 1 });
    expect(withValueAt({}, 'coverage.memberId', 'W1')).toEqual({ coverage: { memberId: 'W1' } });
  });

  it('takes an object away with its last value', () => {
    expect(
      withValueAt({ referringProvider: { npi: '1' }, a: 1 }, 'referringProvider.npi', undefined),
    ).toEqual({ a: 1 });
  });

  it('knows what lies under what', () => {
    expect(isWithin('serviceLines.1.units', 'serviceLines.1')).toBe(true);
    expect(isWithin('serviceLines.10', 'serviceLines.1')).toBe(false);
    expect(pathAndAncestors('a.b.c')).toEqual(['a.b.c', 'a.b', 'a']);
  });
});
