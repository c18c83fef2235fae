/** Harm done to the envelope: separators, the width of the ISA, line breaks, what stands around, several interchanges, lost parts. */
import { divide, separatorsOf } from '../divided.ts';
import { type Mutation, replaced } from './mutation.ts';

const SEPARATORS = [...'|>!?<^`\x1c\x1d\x1e\x1f\n\r&%$#@_=;,.-+"\'\\/{}[]()AZ09 \0\xa6\xff'];
const LINE_BREAKS = ['\n', '\r\n', '\r', '\n\n', ' ', '\t', '  \r\n ', '\0', '\x1a'] as const;
const AROUND = [
  '\xef\xbb\xbf',
  '\xff\xfe',
  ' \r\n\n',
  '\x1a',
  '\0\0\0',
  'From: sender\r\nSubject: claims\r\n\r\n',
  'LISA*00*',
  'ISABEL ',
  'ISA*',
  'ST*837*',
  'GS*HC*A*B*',
  'x'.repeat(500),
  'I'.repeat(450),
] as const;
const SET_MARKS = /^\s*(?:ST|SE)\b/;

export const ENVELOPE_MUTATIONS: readonly Mutation[] = [
  {
    name: 'another separator everywhere',
    weight: 30,
    change(text, random) {
      const { element, component, repetition, terminator } = separatorsOf(text);
      const from = random.pick([element, component, repetition, terminator]);
      const to = random.pick(SEPARATORS) ?? '|';
      return from === '' ? text : text.replaceAll(from, to);
    },
  },
  {
    name: 'another separator in the ISA only',
    weight: 10,
    change(text, random) {
      const at = text.indexOf('ISA') + random.pick([3, 82, 104, 105]);
      return replaced(text, at, at + random.below(2), random.pick(SEPARATORS) ?? '');
    },
  },
  {
    name: 'an ISA of another width',
    weight: 20,
    change: (text, random) =>
      onHeader(text, (elements) => {
        const trims = random.oneIn(2);
        for (let at = 1; at < elements.length; at += 1) {
          if (!random.oneIn(3)) continue;
          const element = elements[at] ?? '';
          elements[at] = trims ? element.trim() : element + ' '.repeat(random.below(30));
        }
      }),
  },
  {
    name: 'an ISA with more or fewer elements',
    weight: 10,
    change: (text, random) =>
      onHeader(text, (elements) => {
        if (random.oneIn(2)) elements.splice(random.between(1, 16), random.few(3));
        else elements.splice(random.between(1, 16), 0, ...Array.from({ length: random.few(3) }, () => 'X'));
      }),
  },
  {
    name: 'another version, repetition separator or number in the ISA',
    weight: 10,
    change: (text, random) =>
      onHeader(text, (elements) => {
        elements[random.pick([11, 12, 13, 15])] = random.pick([
          'U',
          '^',
          '00401',
          '00501',
          '',
          '101',
          'T',
          '{',
        ]);
      }),
  },
  {
    name: 'line breaks between segments',
    weight: 30,
    change(text, random) {
      const { segments, by } = divide(text);
      const end = by.terminator + random.pick(LINE_BREAKS);
      return random.oneIn(4)
        ? segments.map((segment) => segment + (random.oneIn(3) ? end : by.terminator)).join('')
        : segments.join(end);
    },
  },
  {
    name: 'line breaks every so many bytes',
    weight: 10,
    change(text, random) {
      const width = random.pick([80, 72, 128, 7]);
      const lines: string[] = [];
      for (let at = 0; at < text.length; at += width) lines.push(text.slice(at, at + width));
      return lines.join(random.pick(['\n', '\r\n']));
    },
  },
  {
    name: 'a terminator lost',
    weight: 20,
    change(text, random) {
      const { segments, by } = divide(text);
      const at = random.below(segments.length);
      const [one, two] = segments.slice(at, at + 2);
      segments.splice(at, 2, (one ?? '') + random.pick(['', '\n', '\r\n']) + (two ?? ''));
      return segments.join(by.terminator);
    },
  },
  {
    name: 'text before or after',
    weight: 10,
    change: (text, random) => (random.oneIn(2) ? random.pick(AROUND) + text : text + random.pick(AROUND)),
  },
  {
    name: 'several interchanges',
    weight: 10,
    change(text, random, other) {
      const files = Array.from({ length: random.few(4) }, () => (random.oneIn(2) ? text : other()));
      return [text, ...files].join(random.pick(['', '\n', '\r\n', '~', 'text between']));
    },
  },
  {
    name: 'several sets or groups',
    weight: 10,
    change(text, random) {
      const { segments, by } = divide(text);
      const mark = random.oneIn(3) ? /^\s*(?:GS|GE)\b/ : SET_MARKS;
      const first = segments.findIndex((segment) => mark.test(segment));
      const last = segments.findLastIndex((segment) => mark.test(segment));
      if (first < 0) return text;
      const set = segments.slice(first, last + 1);
      const copies = Array.from({ length: random.oneIn(20) ? 40 : random.few(4) }, () => set).flat();
      segments.splice(last + 1, 0, ...copies);
      return segments.join(by.terminator);
    },
  },
  {
    name: 'a part of the envelope lost',
    weight: 20,
    change(text, random) {
      const { segments, by } = divide(text);
      const lost = random.pick([
        ['ISA', 'IEA'],
        ['GS', 'GE'],
        ['ST'],
        ['SE'],
        ['ISA', 'GS', 'GE', 'IEA'],
        ['IEA'],
      ]);
      const kept = segments.filter((segment) => !lost.includes(/[A-Z0-9]+/.exec(segment)?.[0] ?? ''));
      return kept.join(by.terminator);
    },
  },
  {
    name: 'an interchange acknowledgement put in',
    weight: 10,
    change(text, random) {
      const { segments, by } = divide(text);
      const elements = ['TA1', '000000101', '261122', '1530', random.pick(['A', 'E', 'R', 'Q']), '000'];
      segments.splice(random.below(segments.length + 1), 0, elements.join(by.element));
      return segments.join(by.terminator);
    },
  },
];

/** Changes the elements of the first ISA, place 0 its tag; the last holds the component separator. */
function onHeader(text: string, change: (elements: string[]) => void): string {
  const { segments, by } = divide(text);
  const at = segments.findIndex((segment) => segment.includes('ISA'));
  if (at < 0) return text;
  const elements = (segments[at] ?? '').split(by.element);
  change(elements);
  segments[at] = elements.join(by.element);
  return segments.join(by.terminator);
}
