import type { Capture } from '@claimside/shared/capture';
import { captured, exampleCapture } from '@claimside/shared/examples';
import { describe, expect, it } from 'vitest';
import { Drafts } from './drafts.ts';
import { setField, type VisitForm } from './form.ts';

const [MARTA, TOBIAS] = ['key-of-marta', 'key-of-tobias'];
const tobias: Capture = {
  ...exampleCapture,
  fields: {
    ...exampleCapture.fields,
    'patient.lastName': captured('Examplesson'),
    'patient.firstName': captured('Tobias'),
  },
};
/** The same page, read again, with one of its two lines left. */
const secondLineOnly: Capture = { ...exampleCapture, lines: exampleCapture.lines.slice(1) };

const units = ({ draft }: VisitForm) =>
  (draft.serviceLines ?? []).map((line) => `${line.procedureCode} x${line.units}`);
const threeUnits = (line: number) => (form: VisitForm) => setField(form, `serviceLines.${line}.units`, 3);

describe('a change', () => {
  it('reaches the visit it was made for, though another one is drawn already', () => {
    const drafts = new Drafts();
    const form = drafts.read(MARTA, exampleCapture, null);
    const before = units(drafts.read(TOBIAS, tobias, null));
    drafts.change({ key: MARTA, form }, threeUnits(0));
    expect(units(drafts.read(TOBIAS, tobias, null))).toEqual(before);
    expect(units(drafts.read(MARTA, exampleCapture, null))).toEqual(['99214 x3', '97110 x2']);
    expect([drafts.nameIfChanged(MARTA), drafts.nameIfChanged(TOBIAS)]).toEqual([
      'Marta Quintero',
      undefined,
    ]);
  });

  it('follows a visit whose key became a better one meanwhile', () => {
    const drafts = new Drafts();
    const form = drafts.read('without-date', exampleCapture, null);
    drafts.change({ key: 'without-date', form }, threeUnits(0));
    drafts.move('without-date', 'without-number');
    drafts.move('without-number', MARTA);
    drafts.change({ key: 'without-date', form }, threeUnits(1));
    expect(units(drafts.read(MARTA, exampleCapture, null))).toEqual(['99214 x3', '97110 x3']);
  });

  it('stays with the row it was made in, where a reading that was merged meanwhile moved the rows', () => {
    const drafts = new Drafts();
    const form = drafts.read(MARTA, exampleCapture, null);
    drafts.read(MARTA, secondLineOnly, null);
    drafts.change({ key: MARTA, form }, threeUnits(1));
    expect(units(drafts.read(MARTA, secondLineOnly, null))).toEqual(['97110 x3']);
  });

  it('made in a row that is gone from the page reaches no other row, and is told', () => {
    const drafts = new Drafts();
    const form = drafts.read(MARTA, exampleCapture, null);
    drafts.read(MARTA, secondLineOnly, null);
    drafts.change({ key: MARTA, form }, threeUnits(0));
    const now = drafts.read(MARTA, secondLineOnly, null);
    expect(units(now)).toEqual(['97110 x2']);
    expect(now.dropped.map((row) => row.slice(0, 5))).toEqual(['99214']);
  });

  it('of a visit that was never read changes nothing', () => {
    const drafts = new Drafts();
    const form = drafts.read(MARTA, exampleCapture, null);
    drafts.change({ key: TOBIAS, form }, threeUnits(0));
    expect(units(drafts.read(MARTA, exampleCapture, null))).toEqual(['99214 x1', '97110 x2']);
    expect(drafts.nameIfChanged(TOBIAS)).toBeUndefined();
  });
});

describe('a draft that goes on under a new key', () => {
  it('does not take the place of one that was worked on there', () => {
    const drafts = new Drafts();
    drafts.change({ key: 'first', form: drafts.read('first', exampleCapture, null) }, threeUnits(0));
    drafts.change({ key: 'second', form: drafts.read('second', exampleCapture, null) }, threeUnits(1));
    drafts.move('first', 'second');
    expect(units(drafts.read('second', exampleCapture, null))).toEqual(['99214 x1', '97110 x3']);
    expect(units(drafts.read('first', exampleCapture, null))).toEqual(['99214 x3', '97110 x2']);
  });
});
