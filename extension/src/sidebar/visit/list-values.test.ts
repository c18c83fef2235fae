import { describe, expect, it } from 'vitest';
import { listOf, writeValue } from './list-values.ts';

describe('values in lists', () => {
  it('a missing list and its rows are made', () => {
    expect(writeValue({}, 'otherCoverages.0.payer.name', 'Aetna')).toEqual({
      otherCoverages: [{ payer: { name: 'Aetna' } }],
    });
    expect(writeValue({ forms: [{ id: '1' }] }, 'forms.0.answers.1.question', '2')).toEqual({
      forms: [{ id: '1', answers: [{}, { question: '2' }] }],
    });
  });

  it('a row that has nothing left stays, so that the rows behind it keep their place', () => {
    const draft = { serviceLines: [{ procedureCode: '99213' }, { procedureCode: '97110' }] };
    expect(writeValue(draft, 'serviceLines.0.procedureCode', undefined)).toEqual({
      serviceLines: [{}, { procedureCode: '97110' }],
    });
    expect(writeValue(draft, 'serviceLines.0', undefined)).toEqual({
      serviceLines: [{}, { procedureCode: '97110' }],
    });
  });

  it.each([
    ['otherCoverages.0.adjustments.1.amount', 'otherCoverages'],
    ['serviceLines.2.adjudications.0.adjustments.1.amount', 'serviceLines.2.adjudications'],
    ['serviceLines.2.units', undefined],
    ['diagnoses.0.code', undefined],
    ['patient.address.city', undefined],
  ])('the list of %s is %s', (path, list) => {
    expect(listOf(path)).toBe(list);
  });
});
