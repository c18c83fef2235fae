/** Which descriptions leave with the claim. */
import { expect, it } from 'vitest';
import { draftToBill } from './descriptions.ts';
import { addLine, formFromReading, readAgain, setField } from './form.ts';

/** A visit as read: the page has words for each line. */
const form = formFromReading({
  draft: {
    serviceLines: [
      { procedureCode: '99213', description: 'Invented visit words' },
      { procedureCode: 'J3490', description: 'Invented drug 10 mg' },
      { procedureCode: 'Q0000', description: 'Invented supply' },
    ],
  },
  provenance: {},
  notes: [],
});
const sent = (...args: Parameters<typeof draftToBill>) =>
  draftToBill(...args).serviceLines?.map(({ description }) => description);

it('what the page calls a code is sent only with a code that says nothing by itself', () => {
  expect(sent(form, undefined)).toEqual([undefined, 'Invented drug 10 mg', undefined]);
});

it('a loaded list that names a code so makes its description go too', () => {
  const describe = (_list: string, code: string) => (code === 'Q0000' ? 'Supply, miscellaneous' : undefined);
  expect(sent(form, { describe })?.[2]).toBe('Invented supply');
});

it('what the page calls one code is not said of another that a person typed in its place', () => {
  const corrected = setField(form, 'serviceLines.0.procedureCode', '97039');
  expect(sent(corrected, undefined)?.[0]).toBeUndefined();
  expect(sent(readAgain(corrected, form.read), undefined)?.[0]).toBeUndefined();
});

it('what a person typed is sent with any code', () => {
  const typed = setField(form, 'serviceLines.0.description', 'Typed words');
  expect(sent(typed, undefined)?.[0]).toBe('Typed words');
  const added = setField(addLine(form), 'serviceLines.3.description', 'Words of a new line');
  expect(sent(added, undefined)?.[3]).toBe('Words of a new line');
});
