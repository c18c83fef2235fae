/** One TA1 segment to and from its model, held against its rule. */
import { type Fault, readShortDate, type Segment } from '../../x12/index.ts';
import { checkSegment } from '../guide/check-segment.ts';
import { planElements } from '../guide/element-plan.ts';
import { code, text } from '../guide/elements.ts';
import type { Shape } from '../guide/rules.ts';
import { segment } from '../guide/segments.ts';
import type { InterchangeAcknowledgement } from './model.ts';

const DATE: Shape = {
  code: 'ELEMENT-DATE',
  snip: 1,
  acknowledgement: '8',
  fault: (said) => (readShortDate(said) === undefined ? 'this is not an existing date, YYMMDD.' : undefined),
  fix: 'Correct the date.',
};
const TIME: Shape = {
  code: 'ELEMENT-TIME',
  snip: 1,
  acknowledgement: '9',
  fault: (said) => (/^([01]\d|2[0-3])[0-5]\d$/.test(said) ? undefined : 'this is not a time, HHMM.'),
  fix: 'Correct the time.',
};
const NOTES = Array.from({ length: 32 }, (_, note) => String(note).padStart(3, '0'));

const TA1 = segment('TA1', 'answer about an interchange', [
  text('R', 9, 'controlNumber'),
  text('R', 6, 'date', { min: 6, shape: DATE }),
  text('R', 4, 'time', { min: 4, shape: TIME }),
  code('R', ['A', 'E', 'R'], 'code'),
  code('R', NOTES, 'noteCode'),
]);
const PLAN = planElements(TA1.elements);

export function checkInterchangeAcknowledgement(
  read: Segment,
  report: (fault: Fault, element: number) => void,
): void {
  checkSegment(read, TA1, PLAN, report);
}

const NAMES = ['controlNumber', 'date', 'time', 'code', 'noteCode'] as const;

/** `elements` are those of a TA1, as sent. */
export function interchangeAcknowledgementOf(elements: readonly string[]): InterchangeAcknowledgement {
  const [controlNumber = '', date = '', time = '', said = '', noteCode = ''] = elements;
  return { controlNumber, date, time, code: said.toUpperCase(), noteCode };
}

export function elementsOf(acknowledgement: InterchangeAcknowledgement): readonly string[] {
  return NAMES.map((name) => acknowledgement[name]);
}
