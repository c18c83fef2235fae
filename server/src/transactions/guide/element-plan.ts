/** Elements of a guide prepared for the innermost loops of checking, reading and writing: all of one shape, which makes them quick to look at. */
import type { Codec, ElementRule, ElementType, Field, Shape, SimpleElement } from './rules.ts';
import { WHOLE_CENTS } from './shapes.ts';

/** An element or component. */
export class ElementPlan {
  /** 1-based. */
  readonly at: number;
  readonly isRequired: boolean;
  /** The guide wants nothing here. */
  readonly isUnused: boolean;
  readonly type: ElementType;
  readonly min: number;
  readonly max: number;
  readonly codes: ReadonlySet<string> | undefined;
  /** The code, where there is but one. */
  readonly onlyCode: string | undefined;
  readonly shape: Shape | undefined;
  /** Whole cents, in as many digits as there may be. */
  readonly isMoney: boolean;
  /** It may stand several times in its place. */
  readonly isRepeated: boolean;
  /** Of a composite element. */
  readonly components: readonly ElementPlan[] | undefined;

  readonly field: Field | undefined;
  readonly codec: Codec | undefined;
  /** The name of a value that is worked out. */
  readonly computed: string | undefined;
  /** Empty when the text is not always the same. */
  readonly literal: string;
  readonly beside: Field | undefined;

  constructor(at: number, rule: ElementRule) {
    const simple = rule.kind === 'simple' ? rule : NOTHING;
    const { type, min, max, codes, shape, binding } = simple;
    this.at = at;
    this.isRequired = rule.usage === 'R';
    this.isUnused = rule.usage === 'N';
    this.type = type;
    this.min = min;
    this.max = max;
    this.codes = codes;
    this.onlyCode = codes?.size === 1 ? [...codes][0] : undefined;
    this.shape = shape;
    this.isMoney = shape === WHOLE_CENTS;
    this.components = rule.kind === 'composite' ? planElements(rule.components) : undefined;
    this.isRepeated = rule.isRepeated === true;
    this.field = binding?.kind === 'field' ? binding.field : undefined;
    this.codec = binding?.kind === 'field' ? binding.codec : undefined;
    this.computed = binding?.kind === 'computed' ? binding.name : undefined;
    this.literal = binding?.kind === 'literal' ? binding.text : '';
    this.beside = binding?.kind === 'literal' ? binding.beside : undefined;
  }

  /** True when it may have a text that the model or the writer knows. */
  get isBound(): boolean {
    return (
      this.components !== undefined ||
      this.field !== undefined ||
      this.computed !== undefined ||
      this.literal !== ''
    );
  }
}

const NOTHING: SimpleElement = { kind: 'simple', usage: 'N', type: 'AN', min: 0, max: 0 };

export function planElements(elements: readonly ElementRule[]): readonly ElementPlan[] {
  return elements.map((element, index) => new ElementPlan(index + 1, element));
}
