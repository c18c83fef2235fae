import { expect, test } from 'vitest';
import { TextBuffer } from './text-buffer.ts';

test('gives what was appended, letters of any alphabet among it, and then begins anew', () => {
  const text = new TextBuffer();
  for (const part of ['NM1*IL*1*', 'Müller', '*', '名前', '~', '']) text.append(part);
  expect(text.take()).toBe('NM1*IL*1*Müller*名前~');
  text.append('SE*2*0001~');
  expect(text.take()).toBe('SE*2*0001~');
  expect(text.take()).toBe('');
});

test('forgets what came after the length it is cut to', () => {
  const text = new TextBuffer();
  text.append('LX*1~');
  const { length } = text;
  text.append('REF*6R*é');
  text.cut(length);
  text.append('DTP*472');
  expect(text.take()).toBe('LX*1~DTP*472');
});

test('takes any number of texts, long ones too', () => {
  const text = new TextBuffer();
  const parts = Array.from({ length: 3_000 }, (_, at) => `${at}é*`).concat('X'.repeat(100_000));
  for (const part of parts) text.append(part);
  expect(text.take()).toBe(parts.join(''));
});
