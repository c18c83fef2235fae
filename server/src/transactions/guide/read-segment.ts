/** Takes the values of one segment into the model, by the bindings of its rule. */
import type { Segment } from '../../x12/index.ts';
import { ITEM, isFields } from './fields.ts';
import type { Fields, Into, SegmentRule, SimpleElement } from './rules.ts';

/** Called for an element or component with text for which the model has no place. */
export type Unheld = (element: number, component?: number) => void;

/** Reads `segment` into `target`, which stands for the loop around it. */
export function readSegment(segment: Segment, rule: SegmentRule, target: Fields, unheld: Unheld): void {
  const own = rule.into ? openInto(rule.into, target) : target;
  if (rule.codec) rule.codec.read(segment, own, unheld);
  else readElements(segment, rule, own, unheld);
  if (rule.into?.kind === 'values') pushValue(rule.into, target, own[ITEM]);
}

/** The object that a segment or loop stands for: made, and hung into the object around it. */
export function openInto({ kind, field }: Into, target: Fields): Fields {
  if (kind === 'values') return {};
  const existing = field.get(target);
  if (kind === 'object') {
    if (isFields(existing)) return existing;
    const made: Fields = {};
    field.set(target, made);
    return made;
  }
  const made: Fields = {};
  if (Array.isArray(existing)) existing.push(made);
  else field.set(target, [made]);
  return made;
}

function pushValue({ field }: Into, target: Fields, value: unknown): void {
  if (value === undefined) return;
  const existing = field.get(target);
  if (Array.isArray(existing)) existing.push(value);
  else field.set(target, [value]);
}

function readElements(
  segment: Segment,
  { elements: rules }: SegmentRule,
  target: Fields,
  unheld: Unheld,
): void {
  const last = segment.elementCount;
  for (let n = 1; n <= last; n += 1) {
    const text = segment.element(n);
    if (text === '') continue;
    const rule = rules[n - 1];
    if (rule === undefined) unheld(n);
    else if (rule.kind === 'simple') {
      if (!readValue(text, rule, target)) unheld(n);
    } else {
      const components = segment.components(n);
      for (let c = 1; c <= components.length; c += 1) {
        const component = components[c - 1] ?? '';
        const inner = rule.components[c - 1];
        if (component !== '' && !(inner && readValue(component, inner, target))) unheld(n, c);
      }
    }
  }
}

/** False when the model can't hold the text. A code in lower case is taken for the one that is meant. */
function readValue(said: string, { binding, codes }: SimpleElement, target: Fields): boolean {
  if (binding === undefined) return false;
  const text = codes === undefined || codes.has(said) ? said : upperCode(said, codes);
  if (binding.kind === 'literal') return text === binding.text;
  if (binding.kind === 'computed') return true;
  if (text === binding.codec.usual) return true;
  const value = binding.codec.parse(text);
  if (value === undefined) return false;
  binding.field.set(target, value);
  return true;
}

function upperCode(said: string, codes: ReadonlySet<string>): string {
  const upper = said.toUpperCase();
  return codes.has(upper) ? upper : said;
}
