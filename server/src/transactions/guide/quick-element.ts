/** What an element must be to be read at once: prepared from its plan, so that nothing is looked up while a file is read. */
import { packed } from '../../x12/index.ts';
import { CENTS, COUNT, DATE, QUANTITY, TEXT } from './codecs.ts';
import type { ElementPlan } from './element-plan.ts';
import type { Codec, Field, Shape } from './rules.ts';

/** How its text is read. */
export const AS_TEXT = 0;
export const AS_CODE = 1;
export const AS_CENTS = 2;
export const AS_DECIMAL = 3;
export const AS_WHOLE = 4;
export const AS_DAY = 5;
/** Times, numbers in the place of other things, what may be repeated and what a guide does not use: never read at once. */
export const NEVER = 6;

/** What a code says; its value is undefined where the model leaves it out. */
export interface QuickCode {
  readonly value: unknown;
}

/** Who takes in what an element says: its own binding, the codec of its segment, or its name as part of an item. */
export type Taker = 'binding' | 'codec' | 'item';

export class QuickElement {
  /** 1-based; of a component, the place of its element. */
  readonly at: number;
  /** 1-based; undefined of an element. */
  readonly component: number | undefined;
  readonly kind: number;
  readonly isRequired: boolean;
  readonly min: number;
  readonly max: number;
  readonly shape: Shape | undefined;
  /** The `packed` number of a code that says nothing but that it stands there; 0 where there are others. */
  readonly literal: number;
  /** By their `packed` numbers. */
  readonly codes: ReadonlyMap<number, QuickCode>;
  /** Where its value goes; undefined of an item, and where nothing goes into the model: of a codec, or worked out. */
  readonly field: Field | undefined;
  readonly isTold: boolean;
  /** Always has a value where it is told. */
  readonly isSure: boolean;
  /** The name in the model of a field that is nothing more. */
  readonly name: string | undefined;
  /** Undefined where the value is read from the bytes, or is the text. */
  readonly codec: Codec | undefined;
  readonly components: readonly QuickElement[] | undefined;
  /** Place of its value among those that its segment says. */
  slot = 0;

  constructor(plan: ElementPlan, taker: Taker, around?: QuickElement) {
    const { min, max, shape, codes, components } = plan;
    const field = taker === 'binding' ? plan.field : undefined;
    this.at = around?.at ?? plan.at;
    this.component = around && plan.at;
    this.isRequired = plan.isRequired;
    this.min = min;
    this.max = max;
    this.shape = shape;
    this.codes = codes === undefined ? NO_CODES : readingsOf(codes, plan, taker);
    const [[key, only] = [0, undefined]] = this.codes;
    this.literal = this.codes.size === 1 && only?.value === undefined ? key : 0;
    this.kind = kindOf(plan, taker !== 'binding');
    this.field = field;
    this.name = field?.name;
    this.isTold = field !== undefined || taker === 'item';
    const isValued = [...this.codes.values()].every(({ value }) => value !== undefined);
    this.codec = field === undefined || isRead(this.kind, plan.codec) ? undefined : plan.codec;
    const isThere = this.isRequired && (around?.isRequired ?? true);
    this.isSure = isThere && isValued && this.codec?.usual === undefined;
    this.components = components?.map((component) => new QuickElement(component, taker, this));
  }
}

const NO_CODES: ReadonlyMap<number, QuickCode> = new Map();
const NOTHING_SAID: QuickCode = { value: undefined };

function kindOf(plan: ElementPlan, isOfCodec: boolean): number {
  const { type, codes, shape, codec, isUnused } = plan;
  const isBound = isOfCodec || plan.isBound;
  if (isUnused || !isBound || plan.isRepeated) return NEVER;
  if (codes !== undefined) return AS_CODE;
  // A text that is always the same is one code.
  if (!isOfCodec && plan.literal !== '') return NEVER;
  const own = isOfCodec ? undefined : codec;
  switch (type) {
    case 'R':
      if (plan.isMoney && (own === undefined || own === CENTS)) return AS_CENTS;
      return shape === undefined && (own === undefined || own === QUANTITY) ? AS_DECIMAL : NEVER;
    case 'N0':
      return shape === undefined && (own === undefined || own === COUNT) ? AS_WHOLE : NEVER;
    case 'DT':
      return shape === undefined && (own === undefined || own === DATE) ? AS_DAY : NEVER;
    case 'TM':
      return NEVER;
    default:
      return AS_TEXT;
  }
}

/** True when the bytes, or the text as it is, give the value. */
function isRead(kind: number, codec: Codec | undefined): boolean {
  return kind === AS_TEXT ? codec === TEXT : true;
}

/** Codes that say something by themselves; any other is left to who explains. */
function readingsOf(
  codes: ReadonlySet<string>,
  { field, codec, computed, literal }: ElementPlan,
  taker: Taker,
): ReadonlyMap<number, QuickCode> {
  const readings = new Map<number, QuickCode>();
  for (const code of codes) {
    const key = packed(code);
    if (key === 0) continue;
    if (taker === 'item') readings.set(key, { value: code });
    else if (taker === 'codec' || code === codec?.usual) readings.set(key, NOTHING_SAID);
    else if (field === undefined || codec === undefined) {
      if (computed !== undefined || code === literal) readings.set(key, NOTHING_SAID);
    } else {
      const value = codec.parse(code);
      if (value !== undefined) readings.set(key, { value });
    }
  }
  return readings;
}
