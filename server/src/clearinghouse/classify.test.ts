/** Content decides, whatever the name says; the name only where content is silent. */
import { expect, test } from 'vitest';
import { classifyInbound } from './classify.ts';
import { PROFILES } from './profiles.ts';

const isa = (gs01: string, version: string, st: string) =>
  `ISA*00*          *00*          *ZZ*330897513      *ZZ*123456789      *261122*1530*^*00501*000000001*0*P*:~GS*${gs01}*330897513*123456789*20261122*1530*1*X*${version}~ST*${st}*0001*${version}~SE*2*0001~GE*1*1~IEA*1*000000001~`;

const kindOf = (name: string, content: string) =>
  classifyInbound(PROFILES['office-ally'], name, Buffer.from(content, 'latin1'));

test.each([
  ['1640601333_x_999.999', isa('FA', '005010X231A1', '999'), '999'],
  // A 277CA that ends in .txt, as Office Ally sends its own.
  ['TRAINING_1640601333_HCFA_277ca_20261122.txt', isa('HN', '005010X214', '277'), '277ca'],
  ['answer.277', isa('HN', '005010X212', '277'), '277'],
  ['papers.277', isa('HN', '005010X213', '277'), 'unknown'],
  ['1640601333_EDI_STATUS_20261122.txt', isa('HP', '005010X221A1', '835'), '835'],
  ['renamed.bin', 'PK\x03\x04', 'era-zip'],
  ['renamed.bin', 'Dear: SAMPLE CLINIC\n====\n', 'era-text'],
  ['renamed.bin', 'Date Processed:11/22/2026\n-------ACCEPTED CLAIM DETAIL\n', 'file-summary'],
  ['FS_HCFA_1640601333_IN_C.txt', 'no claims today\n', 'file-summary'],
  ['FS_HCFA_1640601333_ErrorReport_x.txt', 'file in error\n', 'file-error'],
  ['1640601333_EDI_STATUS_20261122.txt', 'no answers today\n', 'edi-status'],
  ['1640601333_ERA_STATUS_5010_20261122.txt', 'something new\n', 'era-text'],
  ['837P_echo.txt', isa('HC', '005010X222A1', '837'), 'unknown'],
  ['readme.txt', 'welcome\n', 'unknown'],
  ['empty.txt', '', 'unknown'],
])('%s is taken by what it holds as %#', (name, content, kind) => {
  expect(kindOf(name, content)).toBe(kind);
});
