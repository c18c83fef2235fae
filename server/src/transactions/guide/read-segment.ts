/** Takes the values of one segment into the model, by the bindings of its rule. */
import type { Segment } from '../../x12/index.ts';
import type { Candidate } from './compile.ts';
import type { ElementPlan } from './element-plan.ts';
import { ITEM, isFields } from './fields.ts';
import type { Fields, Into } from './rules.ts';

/** Called for an element or component with text for which the model has no place. */
export type Unheld = (element: number, component?: number) => void;

/** Reads `segment`, which stands in the place of `candidate`, into `target`, which stands for the loop around it. */
export function readSegment(
  segment: Segment,
  { into, codec, plan }: Candidate,
  target: Fields,
  unheld: Unheld,
): void {
  const own = into ? openInto(into, target) : target;
  if (codec) codec.read(segment, own, unheld);
  else readElements(segment, plan, own, unheld);
  if (into?.kind === 'values') pushValue(into, target, own[ITEM]);
}

/** The object that a segment or loop stands for: made, and hung into the object around it. */
export function openInto({ kind, field, empty }: Into, target: Fields): Fields {
  if (kind === 'values') return {};
  const existing = field.get(target);
  if (kind === 'object') {
    if (isFields(existing)) return existing;
    const made: Fields = { ...empty };
    field.set(target, made);
    return made;
  }
  const made: Fields = { ...empty };
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

function readElements(segment: Segment, plan: readonly ElementPlan[], target: Fields, unheld: Unheld): void {
  const last = segment.elementCount;
  let isKept = false;
  for (let n = 1; n <= last; n += 1) {
    const text = segment.element(n);
    if (text === '') continue;
    const element = plan[n - 1];
    if (element?.components) readComponents(segment, n, element.components, target, unheld);
    else if (element?.isRepeated) readRepetitions(segment, n, element, target);
    else if (element === undefined || !readValue(text, element, target)) {
      unheld(n);
      isKept = true;
    }
  }
  if (isKept) keepBeside(segment, plan, target, unheld);
}

/** A text that stands only beside another value, such as the format of a date, is kept with it where that can't be read. */
function keepBeside(segment: Segment, plan: readonly ElementPlan[], target: Fields, unheld: Unheld): void {
  for (const { at, literal, beside } of plan)
    if (beside && beside.get(target) === undefined && segment.element(at) === literal) unheld(at);
}

/** Texts, which the model can always hold. */
function readRepetitions(segment: Segment, n: number, element: ElementPlan, target: Fields): void {
  for (const each of segment.repetitions(n)) {
    const text = each.trim();
    if (text !== '') readValue(text, element, target);
  }
}

function readComponents(
  segment: Segment,
  n: number,
  plan: readonly ElementPlan[],
  target: Fields,
  unheld: Unheld,
): void {
  const components = segment.components(n);
  for (let c = 1; c <= components.length; c += 1) {
    const text = components[c - 1] ?? '';
    if (text === '') continue;
    const component = plan[c - 1];
    if (component === undefined || !readValue(text, component, target)) unheld(n, c);
  }
}

/** False when the model can't hold the text. A code in lower case is taken for the one that is meant. */
function readValue(said: string, plan: ElementPlan, target: Fields): boolean {
  const { field, codec, computed, literal, codes, onlyCode } = plan;
  const text = codes === undefined || said === onlyCode ? said : meantCode(said, codes);
  if (field === undefined || codec === undefined) return computed !== undefined || text === literal;
  if (text === codec.usual) return true;
  const value = codec.parse(text);
  if (value === undefined || field.agrees?.(target, value) === false) return false;
  field.set(target, value);
  return true;
}

function meantCode(said: string, codes: ReadonlySet<string>): string {
  if (codes.has(said)) return said;
  const upper = said.toUpperCase();
  return codes.has(upper) ? upper : said;
}
