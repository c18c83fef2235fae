import { exampleClaim } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import {
  readClaimFile,
  readClaimInterchanges,
  writeClaimFile,
  writeClaimInterchanges,
} from './claim-837p/index.ts';
import { answerFile, exampleClaimFileEnvelope } from './examples.ts';
import { readRemittance } from './remittance-835/index.ts';

test('a set of more segments than a call takes arguments is written', () => {
  const claims = Array.from({ length: 7500 }, (_, index) => ({
    patientControlNumber: `C${index}`,
    claim: exampleClaim,
  }));
  const { positions } = writeClaimFile(exampleClaimFileEnvelope, claims);
  expect(positions.at(-1)?.lastOrdinal).toBeGreaterThan(130_000);
});

/** No promise of speed: so much, however busy the machine is. */
const LONG = { timeout: 120_000 };

test('a set of more claims than a call takes arguments is read', LONG, () => {
  const count = 150_000;
  const head = { group: 'HC', set: '837', version: '005010X222A1', setVersion: '005010X222A1' };
  const { claims } = readClaimFile(answerFile(head, 'CLM*C1*0\n'.repeat(count)));
  expect(claims).toHaveLength(count);
});

test('very many claims below a level with very many things left over are read and written again', () => {
  const head = { group: 'HC', set: '837', version: '005010X222A1', setVersion: '005010X222A1' };
  const count = 5_000;
  const level = `HL*1**20*1\nNM1*85*2*X\n${'REF*0B*1*LEFT\n'.repeat(count)}HL*2*1*22*0`;
  const file = answerFile(head, `${level}\n${'CLM*C1*0\n'.repeat(count)}`);
  const { interchanges, claims } = readClaimInterchanges(file);
  expect(claims).toHaveLength(count);
  expect(new Set(claims.map(({ notInModel }) => notInModel)).size).toBe(1);
  const written = new TextDecoder().decode(writeClaimInterchanges(interchanges));
  expect(written.split('~REF*0B*1*LEFT').length - 1).toBe(count);
});

test.each([
  ['of which each has a value', 'A:'.repeat(100_000)],
  ['of which all but two are empty', `A${':'.repeat(100_000)}`],
])('an element of very many components %s is read and written again', (_, components) => {
  const head = { group: 'HC', set: '837', version: '005010X222A1', setVersion: '005010X222A1' };
  const file = answerFile(head, `BHT*${components}A\nCLM*C1*0\nHI*ABK:I10:${components}A`);
  const written = writeClaimInterchanges(readClaimInterchanges(file).interchanges);
  const text = new TextDecoder().decode(written);
  expect(text.includes(`~BHT*${components}A~`)).toBe(true);
  expect(text.includes(`~HI*ABK:I10:${components}A~`)).toBe(true);
});

test('a segment of more elements than a call takes arguments is read', () => {
  const head = { group: 'HP', set: '835', version: '005010X221A1' };
  const count = 150_000;
  const { remittances } = readRemittance(answerFile(head, `CLP*C1*1*0*0\nCAS*CO${'*45*1*'.repeat(count)}`));
  expect(remittances[0]?.claims[0]?.adjustments).toHaveLength(count);
});
