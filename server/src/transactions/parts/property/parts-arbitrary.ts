/** Objects of parts of which most may be missing: only those that are there cost anything. */
import fc from 'fast-check';

export interface Part {
  readonly name: string;
  readonly arbitrary: fc.Arbitrary<unknown>;
  /** In how many of a hundred objects it is there; 100 is always. */
  readonly percent: number;
}

/** A part that is missing is no key of the object. Shrinks to fewer parts, then to smaller ones. */
export class PartsArbitrary extends fc.Arbitrary<Record<string, unknown>> {
  readonly #parts: readonly Part[];

  constructor(parts: readonly Part[]) {
    super();
    this.#parts = parts;
  }

  override generate(random: fc.Random, biasFactor: number | undefined): fc.Value<Record<string, unknown>> {
    const drawn = new Map<Part, fc.Value<unknown>>();
    for (const part of this.#parts) {
      if (part.percent < 100 && random.nextInt(1, 100) > part.percent) continue;
      drawn.set(part, part.arbitrary.generate(random, biasFactor));
    }
    return objectOf(drawn);
  }

  override canShrinkWithoutContext(_: unknown): _ is Record<string, unknown> {
    return false;
  }

  override shrink(
    _: Record<string, unknown>,
    context: unknown,
  ): fc.Stream<fc.Value<Record<string, unknown>>> {
    return context instanceof Map ? fc.stream(smaller(context)) : fc.Stream.nil();
  }
}

type Drawn = ReadonlyMap<Part, fc.Value<unknown>>;

function objectOf(drawn: Drawn): fc.Value<Record<string, unknown>> {
  const object: Record<string, unknown> = {};
  for (const [{ name }, { value }] of drawn) object[name] = value;
  return new fc.Value(object, drawn);
}

function* smaller(drawn: Drawn): IterableIterator<fc.Value<Record<string, unknown>>> {
  for (const part of drawn.keys()) {
    if (part.percent === 100) continue;
    const without = new Map(drawn);
    without.delete(part);
    yield objectOf(without);
  }
  for (const [part, { value, context }] of drawn) {
    for (const other of part.arbitrary.shrink(value, context))
      yield objectOf(new Map(drawn).set(part, other));
  }
}
