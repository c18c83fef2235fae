/** Harm done to bytes, wherever they stand: changed, put in, lost, twice, cut off, mixed from two files. */
import { type Mutation, replaced } from './mutation.ts';

/** Pieces that mean something to a reader. */
const PIECES = [
  '~',
  '*',
  ':',
  '^',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\0',
  '\x1a',
  '\x7f',
  '\xef\xbb\xbf',
  'ISA',
  'ISA*',
  '\nISA*00*',
  '~ST*837*0001~',
  '~ST*835*',
  '~SE*1*1~',
  '~GS*HC*',
  '~GE*1*1~',
  '~IEA*1*000000101~',
  '~HL*9*9*22*0~',
  '~CLM*X*1~',
  '~CLP*',
  '~SVC*',
  '~LX*',
  '~TA1*',
  '-',
  '9999999999',
  'é',
  '\xc3\xa9',
  '\xe2\x82\xac',
  '\xff',
] as const;

export const BYTE_MUTATIONS: readonly Mutation[] = [
  {
    name: 'change a byte',
    weight: 40,
    change(text, random) {
      const at = random.below(text.length);
      const byte = random.oneIn(2) ? text.charCodeAt(at) ^ (1 << random.below(8)) : random.below(256);
      return replaced(text, at, at + 1, String.fromCharCode(byte & 0xff));
    },
  },
  {
    name: 'put in bytes',
    weight: 40,
    change(text, random) {
      const at = random.below(text.length + 1);
      const piece = random.oneIn(4) ? String.fromCharCode(random.below(256)) : random.pick(PIECES);
      return replaced(text, at, at, piece);
    },
  },
  {
    name: 'overwrite bytes',
    weight: 20,
    change(text, random) {
      const at = random.below(text.length + 1);
      const piece = random.pick(PIECES);
      return replaced(text, at, at + piece.length, piece);
    },
  },
  {
    name: 'lose bytes',
    weight: 30,
    change(text, random) {
      const at = random.below(text.length);
      return replaced(text, at, at + random.between(1, random.oneIn(4) ? 300 : 6), '');
    },
  },
  {
    name: 'repeat bytes',
    weight: 20,
    change(text, random) {
      const at = random.below(text.length);
      const part = text.slice(at, at + random.between(1, 200));
      return replaced(text, at, at, part.repeat(random.few(6)));
    },
  },
  {
    name: 'cut off the end',
    weight: 20,
    change: (text, random) => text.slice(0, random.below(text.length + 1)),
  },
  {
    name: 'cut off the head',
    weight: 10,
    change: (text, random) => text.slice(random.below(text.length + 1)),
  },
  {
    name: 'begin as one file and end as another',
    weight: 20,
    change(text, random, other) {
      const end = other();
      return text.slice(0, random.below(text.length + 1)) + end.slice(random.below(end.length + 1));
    },
  },
];
