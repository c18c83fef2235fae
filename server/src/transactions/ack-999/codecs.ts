/** CTX of a 999: places that made a condition hold go to `triggers`, keys of business to `contexts`; written in that order. */
import { readCount } from '../../x12/index.ts';
import { isFields } from '../guide/fields.ts';
import type { ElementText, Fields, SegmentCodec, SegmentSource } from '../guide/rules.ts';

const TRIGGER = 'SITUATIONAL TRIGGER';
const POSITION = ['element', 'component', 'repetition'] as const;
const REFERENCE = ['reference', 'componentReference'] as const;

export const context: SegmentCodec = {
  paths: [
    'contexts.*',
    'triggers.*.segmentId',
    'triggers.*.ordinal',
    'triggers.*.loop',
    ...[...POSITION, ...REFERENCE].map((name) => `triggers.*.${name}`),
    'triggers.*.also.*',
  ],
  write(target, fold) {
    const keys = listOf(target.contexts).flatMap((each) => (typeof each === 'string' ? [each] : []));
    const triggers = listOf(target.triggers).filter(isFields);
    return [
      ...triggers.map((trigger): ElementText[] => {
        const also = listOf(trigger.also).flatMap((each) =>
          typeof each === 'string' ? [inParts(each).map(fold)] : [],
        );
        return [
          also.length === 0 ? [TRIGGER] : { repetitions: [[TRIGGER], ...also] },
          textOf(trigger.segmentId, fold),
          textOf(trigger.ordinal, fold),
          textOf(trigger.loop, fold),
          POSITION.map((name) => textOf(trigger[name], fold)),
          REFERENCE.map((name) => textOf(trigger[name], fold)),
        ];
      }),
      ...keys.map((key): ElementText[] => [inParts(key).map(fold)]),
    ];
  },
  read(source, target, unheld) {
    const [first = '', ...also] = source.repetitions(1).map((each) => each.trim());
    const isTrigger = first.toUpperCase().startsWith('SITUATIONAL');
    if (!isTrigger) {
      add(
        target,
        'contexts',
        source
          .components(1)
          .filter((part) => part !== '')
          .join(':'),
      );
      for (let at = 2; at <= source.elementCount; at += 1) if (source.element(at) !== '') unheld(at);
      return;
    }
    const trigger: Fields = {};
    const take = (name: string, value: string | number | undefined) => {
      if (value !== undefined && value !== '') trigger[name] = value;
    };
    take('segmentId', source.element(2));
    takeCount(trigger, 'ordinal', source.element(3), () => unheld(3));
    take('loop', source.element(4));
    for (const [index, name] of POSITION.entries())
      takeCount(trigger, name, source.component(5, index + 1), () => unheld(5, index + 1));
    for (const [index, name] of REFERENCE.entries())
      takeCount(trigger, name, source.component(6, index + 1), () => unheld(6, index + 1));
    if (also.length > 0) trigger.also = also.map((each) => partsOf(source, each).join(':'));
    for (let at = 7; at <= source.elementCount; at += 1) if (source.element(at) !== '') unheld(at);
    add(target, 'triggers', trigger);
  },
};

function takeCount(trigger: Fields, name: string, said: string, unheld: () => void): void {
  if (said === '') return;
  const value = readCount(said);
  if (value === undefined) unheld();
  else trigger[name] = value;
}

/** `name:value`, which a repetition divides as the file does. */
function partsOf(source: SegmentSource, repetition: string): string[] {
  const [whole = ''] = source.components(1);
  const separator = source.element(1).charAt(whole.length) || ':';
  return repetition.split(separator);
}

/** A key and its value: what stands behind the first colon may hold more of them. */
function inParts(text: string): string[] {
  const at = text.indexOf(':');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function add(target: Fields, name: string, value: unknown): void {
  const existing = target[name];
  if (Array.isArray(existing)) existing.push(value);
  else target[name] = [value];
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function textOf(value: unknown, fold: (text: string) => string): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? fold(value) : '';
}
