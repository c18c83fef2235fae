/** A guide prepared for writing: what a loop may write of an object, and which of it there is for the fields that the object has. */
import { type ElementPlan, planElements } from './element-plan.ts';
import { loopKey } from './leftovers.ts';
import type {
  Binding,
  ElementRule,
  Fields,
  GuideItem,
  Into,
  LoopRule,
  SegmentCodec,
  SegmentRule,
} from './rules.ts';

export type PlannedChild = LoopPlan | SegmentPlan;

/** A loop without the levels inside it, which are written by themselves. */
export class LoopPlan {
  readonly kind = 'loop';
  /** Names it in the place of what the model has no place for. */
  readonly key: string;
  readonly isLevel: boolean;
  readonly into: Into | undefined;
  /** In the guide's order; the first opens the loop. */
  readonly children: readonly PlannedChild[];
  /** Places among the children where a field of an object may be written. */
  readonly #byField = new Map<string, number[]>();
  /** Places of those that are due whatever fields there are. */
  readonly #always: number[] = [];
  /** 1 at the place of each child that is due and was not asked about. */
  readonly #due: Uint8Array;

  constructor(rule: LoopRule) {
    const items = rule.children.filter((child) => child.kind === 'segment' || child.isLevel !== true);
    this.key = loopKey(rule);
    this.isLevel = rule.isLevel === true;
    this.into = rule.into;
    this.children = items.map((item, at) =>
      item.kind === 'loop' ? new LoopPlan(item) : new SegmentPlan(item, at === 0),
    );
    this.#due = new Uint8Array(items.length);
    for (const [at, item] of items.entries()) {
      const fields = at === 0 ? undefined : fieldsOf(item);
      if (fields === undefined) this.#always.push(at);
      for (const field of fields ?? []) {
        const places = this.#byField.get(field);
        if (places) places.push(at);
        else this.#byField.set(field, [at]);
      }
    }
  }

  /** Finds what is due for an object: it has few of the many fields that a loop has a place for. Then `isDue` is asked of each child. */
  mark(target: Fields): void {
    const due = this.#due;
    for (const at of this.#always) due[at] = 1;
    for (const name in target) {
      const places = this.#byField.get(name);
      if (places !== undefined) for (const at of places) due[at] = 1;
    }
  }

  isDue(at: number): boolean {
    const isDue = this.#due[at] === 1;
    this.#due[at] = 0;
    return isDue;
  }
}

export class SegmentPlan {
  readonly kind = 'segment';
  readonly rule: SegmentRule;
  readonly isOpening: boolean;
  readonly into: Into | undefined;
  readonly codec: SegmentCodec | undefined;
  /** Those that may have a text. */
  readonly elements: readonly ElementPlan[];

  constructor(rule: SegmentRule, isOpening: boolean) {
    this.rule = rule;
    this.isOpening = isOpening;
    this.into = rule.into;
    this.codec = rule.codec;
    this.elements = planElements(rule.elements).filter(({ isBound }) => isBound);
  }
}

/** The fields without all of which an item writes nothing; undefined when it may write something all the same. */
function fieldsOf(item: GuideItem): ReadonlySet<string> | undefined {
  if (item.into) return new Set([firstOf(item.into.field.path)]);
  if (item.kind === 'loop') return undefined;
  if (item.codec) return new Set(item.codec.paths.map(firstOf));
  const bindings = bindingsOf(item.elements);
  if (bindings.some(saysMoreThanFields)) return undefined;
  return new Set(bindings.flatMap(pathsOf).map(firstOf));
}

function bindingsOf(elements: readonly ElementRule[]): Binding[] {
  return elements.flatMap((element) =>
    element.kind === 'composite' ? bindingsOf(element.components) : (element.binding ?? []),
  );
}

/** True for what is computed, and for a field that has a text even where the model has nothing. */
function saysMoreThanFields(binding: Binding): boolean {
  if (binding.kind === 'literal') return false;
  return binding.kind === 'computed' || binding.codec.format(binding.field.get({}), (text) => text) !== '';
}

function pathsOf(binding: Binding): string[] {
  if (binding.kind === 'computed') return [];
  const field = binding.kind === 'field' ? binding.field : binding.beside;
  return [field?.path ?? [], field?.otherPath ?? []].flat();
}

function firstOf(path: string): string {
  return path.split('.', 1)[0] ?? '';
}
