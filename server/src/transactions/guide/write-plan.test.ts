import { expect, test } from 'vitest';
import { unless } from './codecs.ts';
import { computed, literal, text } from './elements.ts';
import { nameField } from './names.ts';
import { loop, ref, segment } from './segments.ts';
import { LoopPlan } from './write-plan.ts';

const either = nameField('either', 'organizationName', 'lastName');

const PLAN = new LoopPlan(
  loop('2300', 'claim', [
    segment('CLM', 'claim', [text('R', 38, 'number')]),
    ref('G1', 'prior authorization number', 'prior.authorization'),
    ref('EA', 'medical record number', 'medicalRecord'),
    segment('NTE', 'note', [literal('ADD'), text('R', 80, 'text')], { object: 'note' }),
    segment('SV1', 'service', [text('R', 2, 'unit', { codec: unless('UN') })]),
    segment('HL', 'level', [computed('level-number', text('R', 12))]),
    segment('NM1', 'name', [literal('82'), text('R', 60, either)]),
    loop('2320', 'other payer', [ref('SY', 'number', 'number')], { list: 'others' }),
    loop('2010', 'without an object of its own', [ref('EI', 'tax id', 'taxId')]),
  ]),
);

/** Of every loop: what opens it, and what says something without any field. */
const ALWAYS = ['CLM', 'SV1', 'HL', '2010*EI'];

/** Ids of what is due for an object. */
function due(target: Record<string, unknown>): string[] {
  PLAN.mark(target);
  return PLAN.children.flatMap((child, at) =>
    PLAN.isDue(at) ? (child.kind === 'loop' ? child.key : child.rule.id) : [],
  );
}

test('without fields only that is due which says something all the same', () => {
  expect(due({})).toEqual(ALWAYS);
});

test.each([
  [{ medicalRecord: 'M1' }, 'REF'],
  [{ prior: { authorization: 'P1' } }, 'REF'],
  [{ note: { text: 'HELLO' } }, 'NTE'],
  [{ lastName: 'QUINTERO' }, 'NM1'],
  [{ organizationName: 'SAMPLE CLINIC' }, 'NM1'],
  [{ others: [] }, '2320*SY'],
])('%j makes %s due', (target, id) => {
  expect(due(target).filter((each) => !ALWAYS.includes(each))).toEqual([id]);
});

test('what one object made due is not due for the next', () => {
  due({ medicalRecord: 'M1', note: {} });
  expect(due({})).toEqual(ALWAYS);
});
