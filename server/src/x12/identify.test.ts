import { expect, test } from 'vitest';
import { identify, identifyAll } from './identify.ts';

const ISA =
  'ISA*00*          *00*          *ZZ*330897513      *ZZ*123456789      *261122*1530*^*00501*000000101*0*P*:~';
const gs = (version: string) => `GS*XX*A*B*20261122*1530*1*X*${version}~`;
const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['999', `${ISA}TA1*101*261122*1500*A*000~${gs('005010X231A1')}ST*999*0001~`],
  ['ta1', `${ISA}TA1*101*261122*1500*A*000~IEA*0*000000101~`],
  ['277ca', `${ISA}${gs('005010X214')}ST*277*0001~`],
  ['277ca', `${ISA}${gs('')}ST*277*0001~BHT*0085*08*1*20261122*1530*TH~`],
  ['277', `${ISA}${gs('005010X212')}ST*277*0001*005010X212~`],
  ['277', `${ISA}${gs('')}ST*277*0001~BHT*0010*08*1*20261122*1530*DG~`],
  ['270', `${ISA}${gs('005010X279A1')}ST*270*0001*005010X279A1~`],
  ['271', `${ISA}${gs('005010X279A1')}ST*271*0001*005010X279A1~`],
  ['276', `${ISA}${gs('005010X212')}ST*276*0001*005010X212~`],
  ['835', `${ISA}${gs('005010X221A1')}ST*835*0001~`],
  ['835', 'ST*835*0001~BPR*I*0~'],
  ['837p', `${ISA}${gs('005010X222A1')}ST*837*0001*005010X222A1~`],
  ['other-x12', `${ISA}${gs('005010X223A2')}ST*837*0001*005010X223A2~`],
  ['other-x12', `${ISA}${gs('005010X230')}ST*997*0001~`],
  ['other-x12', `${ISA}IEA*0*000000101~`],
  ['not-x12', 'Date Processed:11/22/2026\nFile Name:837P_20261122_153000_000123.txt\n'],
  ['not-x12', 'PK\x03\x04 a zip'],
  ['not-x12', ''],
])('%s is told by content: %j', (kind, text) => {
  expect(identify(bytes(text))).toBe(kind);
});

test('all kinds of a mixed file are told, each once', () => {
  const set = (identifier: string, version: string) => `${gs(version)}ST*${identifier}*1~SE*2*1~GE*1*1~`;
  const file = `${ISA}${set('999', '005010X231A1')}${set('277', '005010X214')}${set('277', '005010X214')}`;
  expect(identifyAll(bytes(file))).toEqual(['999', '277ca']);
});
