/** Invented envelopes and small helpers that show X12 one segment a line: for tests here and elsewhere. */
import type { IsoDate } from '@claimside/shared/values';
import { type InterchangeEnvelope, OUR_SEPARATORS } from '../x12/index.ts';
import type { ClaimFileEnvelope } from './claim-837p/index.ts';

/** What a clearinghouse puts around its answers to us. */
export const exampleInterchange: InterchangeEnvelope = {
  interchangeSender: { qualifier: 'ZZ', id: '330897513' },
  interchangeReceiver: { qualifier: 'ZZ', id: '123456789' },
  applicationSender: '330897513',
  applicationReceiver: '123456789',
  usageIndicator: 'P',
  acknowledgementRequested: '0',
  interchangeControlNumber: 101,
  groupControlNumber: 294082671,
  transactionSetControlNumber: 1,
  date: '2026-11-22' as IsoDate,
  time: '1530',
};

/** What we put around claims. */
export const exampleClaimFileEnvelope: ClaimFileEnvelope = {
  ...exampleInterchange,
  interchangeSender: { qualifier: 'ZZ', id: '123456789' },
  interchangeReceiver: { qualifier: 'ZZ', id: '330897513' },
  applicationSender: '123456789',
  applicationReceiver: '330897513',
  groupControlNumber: 101,
  batchReference: 'B000000101',
  submitter: {
    name: 'Sample Clinic',
    id: '123456789',
    contactName: 'Billing Office',
    contactPhone: '2175550100',
  },
  receiver: { name: 'OFFICE ALLY', id: '330897513' },
};

/** A file's segments, one a line, without their terminators. */
export function segmentLines(bytes: Uint8Array): string[] {
  return new TextDecoder().decode(bytes).split(OUR_SEPARATORS.terminator).slice(0, -1);
}

/** A file out of segments written one a line; blank lines and blanks around a segment are left out. */
export function fileOf(text: string): Uint8Array {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return new TextEncoder().encode(lines.map((line) => line + OUR_SEPARATORS.terminator).join(''));
}

/** The same around one set of an answer to us; `segments` are those between ST and SE, SE01 is counted. */
export function answerFile(
  head: { group: string; set: string; version: string; setVersion?: string },
  segments: string,
): Uint8Array {
  const body = segments.split('\n').filter((line) => line.trim() !== '');
  const setVersion = head.setVersion === undefined ? '' : `*${head.setVersion}`;
  return fileOf(`
    ISA*00*          *00*          *ZZ*330897513      *ZZ*123456789      *261122*1530*^*00501*000000101*0*P*:
    GS*${head.group}*330897513*123456789*20261122*1530*294082671*X*${head.version}
    ST*${head.set}*0001${setVersion}
    ${body.join('\n')}
    SE*${body.length + 2}*0001
    GE*1*294082671
    IEA*1*000000101`);
}
