/** Names for readers of screens that say another thing than what a person sees: what is seen counts, and nothing is certain where both disagree. */
import { type Capture, type Captured, SURE } from '@claimside/shared/capture';
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { VisitPage } from './pages.ts';
import { type ReadingBesideHostilePages, startReading } from './reading.ts';

let beside: ReadingBesideHostilePages;
let page: Page;

beforeAll(async () => {
  beside = await startReading();
});
afterEach(() => page?.close());
afterAll(() => beside?.close());

async function read(attack: VisitPage): Promise<Capture> {
  page = await beside.open(beside.pages.visit(attack));
  return beside.read(page);
}
const certain = (value: Captured | undefined): string | undefined =>
  value && value.confidence >= SURE ? value.value : undefined;

const LAST = '<div><label for="last">Last name</label><input id="last" value="Quintero" /></div>';
const FIRST = '<div><label for="first">First name</label><input id="first" value="Marta" /></div>';
const MEMBER = '<dt>Member ID</dt><dd>W123456789</dd>';

test('of a cell, a row, a table and a region that are said to be others, what is seen is read', async () => {
  const { fields, lines } = await read({
    above: '<div role="group" aria-label="Patient: Examplesson, Tobias, DOB: 02/03/1990"></div>',
    instead: [
      ['<td>99214</td>', '<td aria-label="99215">99214</td>'],
      ['<td>97110</td>', '<td><span role="text" aria-label="97112">97110</span></td>'],
    ],
  });
  expect([certain(fields['patient.lastName']), certain(fields['patient.birthDate'])]).toEqual([
    'Quintero',
    '1978-04-12',
  ]);
  expect(lines.map(({ procedureCode }) => procedureCode.value)).toEqual(['99214', '97110', '20610']);
});

test('of fields whose names for readers of screens are exchanged with those beside them, none is certain', async () => {
  const named = (seen: string, said: string, value: string) =>
    `<table><tr><td>${seen}</td><td><input aria-label="${said}" value="${value}"></td></tr></table>`;
  const { fields } = await read({
    instead: [
      [LAST, named('Last name', 'First name', 'Quintero')],
      [FIRST, named('First name', 'Last name', 'Marta')],
      [MEMBER, ''],
      [
        '<label>Date of birth <input value="04/12/1978" /></label>',
        '<div><div>Spouse birth</div><div><input aria-label="Date of birth" value="02/03/1990"></div></div>',
      ],
    ],
    below: `<h2>Insurance</h2><div>Group <input aria-label="Member ID" value="86044-099"></div>`,
  });
  expect(
    [
      fields['patient.lastName'],
      fields['patient.firstName'],
      fields['patient.birthDate'],
      fields['coverage.memberId'],
    ].map(certain),
  ).toEqual([undefined, undefined, undefined, undefined]);
});

test('a field that has no other name, or says more of the one beside it, is certain', async () => {
  const { fields } = await read({
    instead: [
      [LAST, '<div>Last name <input aria-label="Patient last name" value="Quintero"></div>'],
      [FIRST, '<div><input aria-label="First name" value="Marta"></div>'],
    ],
  });
  expect([fields['patient.lastName'], fields['patient.firstName']].map(certain)).toEqual([
    'Quintero',
    'Marta',
  ]);
});
