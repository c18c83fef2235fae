/** What arbitrary values of a model have not shown yet: values of the model, and segments of its guide. */
import { FindingList, readInterchangeFile } from '../../../x12/index.ts';
import { type CompiledGuide, compileGuide } from '../../guide/compile.ts';
import { nameOf } from '../../guide/faults.ts';
import { isFields } from '../../guide/fields.ts';
import type { LoopRule, SegmentRule } from '../../guide/rules.ts';
import type { Visitor } from '../../guide/visitor.ts';
import { Walker } from '../../guide/walk.ts';

export class Reach {
  readonly #guide: CompiledGuide;
  readonly #values: Set<string>;
  readonly #segments: Map<SegmentRule, string>;

  /** `values`: paths of the model, `*` for any item of a list. */
  constructor(guide: LoopRule, values: Iterable<string>) {
    this.#guide = compileGuide(guide);
    this.#values = new Set(values);
    this.#segments = new Map(segmentsOf(guide));
  }

  /** Values of the model, and the file that says them. Costs nothing once all was seen. */
  see(values: readonly unknown[], bytes: () => Uint8Array): void {
    if (this.#values.size > 0) for (const value of values) this.#seeValues(value, '');
    if (this.#segments.size > 0) this.#seeSegments(bytes());
  }

  /** Paths of the model, and segments by loop and name. */
  get unseen(): string[] {
    return [...this.#values, ...this.#segments.values()];
  }

  #seeValues(value: unknown, path: string): void {
    if (!isFields(value)) this.#values.delete(path);
    else if (Array.isArray(value)) for (const item of value) this.#seeValues(item, `${path}.*`);
    else
      for (const name of Object.keys(value))
        this.#seeValues(value[name], path === '' ? name : `${path}.${name}`);
  }

  #seeSegments(bytes: Uint8Array): void {
    const visitor: Visitor = {
      placed: (_, { segment: rule }) => {
        this.#segments.delete(rule);
        return undefined;
      },
      unheld: () => {},
      report: () => {},
      missing: () => {},
    };
    for (const { segments } of readInterchangeFile(bytes, new FindingList()).transactionSets) {
      const walker = new Walker(this.#guide, visitor);
      for (const segment of segments) walker.take(segment);
      walker.finish();
    }
  }
}

function segmentsOf({ id, children }: LoopRule): (readonly [SegmentRule, string])[] {
  return children.flatMap((child) =>
    child.kind === 'loop' ? segmentsOf(child) : [[child, `${id} ${nameOf(child)}`] as const],
  );
}
