import { expect, test } from 'vitest';
import { FindingList, joinFindings, locationIn } from './findings.ts';
import { OUR_SEPARATORS } from './write.ts';

const place = (byte: number) => ({ byte, line: 1, ordinal: 0, segmentId: 'REF', loop: '' });

test('findings come in the order of the file, errors of SNIP type 1 unless said otherwise', () => {
  const findings = new FindingList();
  findings.add(place(9), {
    code: 'B',
    message: 'Later.',
    severity: 'warning',
    snip: 2,
    value: '',
    claim: 'C1',
    fix: 'Ask.',
  });
  findings.add(place(1), { code: 'A', message: 'Earlier.', fix: 'Mend.' });
  expect(findings.toArray()).toEqual([
    { code: 'A', severity: 'error', snip: 1, message: 'Earlier.', location: place(1), fix: 'Mend.' },
    {
      code: 'B',
      severity: 'warning',
      snip: 2,
      message: 'Later.',
      location: place(9),
      claim: 'C1',
      fix: 'Ask.',
    },
  ]);
});

test('a fault that repeats without end is kept 200 times and then counted', () => {
  const findings = new FindingList();
  for (let byte = 0; byte < 1000; byte += 1)
    findings.add(place(byte), { code: 'A', message: 'Same.', fix: 'Mend.' });
  expect(findings.toArray()).toHaveLength(201);
  expect(findings.toArray().at(-1)?.message).toBe('800 more of the same kind.');
});

test('what several readers found in one file is counted together', () => {
  const readers = [0, 1, 2].map((reader) => {
    const findings = new FindingList();
    for (let nth = 0; nth < 300; nth += 1)
      findings.add(place(3 * nth + reader), { code: 'A', message: 'Same.', fix: 'Mend.' });
    findings.add(place(reader), { code: `ONLY-${reader}`, message: 'Once.', fix: 'Mend.' });
    return findings.toArray();
  });
  const joined = joinFindings(readers.flat());
  expect(joined.filter(({ code }) => code === 'A')).toHaveLength(201);
  expect(joined.at(-1)?.message).toBe('700 more of the same kind.');
  expect(joined.filter(({ code }) => code !== 'A').map(({ code }) => code)).toEqual([
    'ONLY-0',
    'ONLY-1',
    'ONLY-2',
  ]);
});

test('a value as long as a broken file is kept only as far as a person can use it', () => {
  const findings = new FindingList();
  findings.add(place(0), { code: 'A', message: 'Long.', fix: 'Mend.', value: 'É'.repeat(1_000_000) });
  expect(findings.toArray()[0]?.value).toBe(`${'É'.repeat(256)}…`);
});

test('a control number as long as a broken file is no longer in the place of a finding', () => {
  const context = {
    separators: OUR_SEPARATORS,
    interchangeControlNumber: '000000101',
    groupControlNumber: '',
    transactionSetControlNumber: '9'.repeat(1_000_000),
  };
  const { interchangeControlNumber, transactionSetControlNumber } = locationIn(context, {
    byte: 0,
    line: 1,
    column: 1,
    ordinal: 1,
  });
  expect(interchangeControlNumber).toBe('000000101');
  expect(transactionSetControlNumber).toBe(`${'9'.repeat(256)}…`);
});
