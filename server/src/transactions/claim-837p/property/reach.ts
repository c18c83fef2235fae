/** What arbitrary claims have not shown yet: values of the model, and segments of the guide. */
import type { Claim } from '@claimside/shared/claim';
import { FindingList, readInterchangeFile } from '../../../x12/index.ts';
import { compileGuide } from '../../guide/compile.ts';
import { nameOf } from '../../guide/faults.ts';
import { isFields } from '../../guide/fields.ts';
import type { LoopRule, SegmentRule } from '../../guide/rules.ts';
import { type Visitor, Walker } from '../../guide/walk.ts';
import { placesInGuide } from '../guide/fields-of-model.ts';
import { GUIDE_837P } from '../guide/index.ts';
import { leavesOfClaim } from '../guide/leaves-of-model.ts';

const GUIDE = compileGuide(GUIDE_837P);

export class Reach {
  readonly #values = valuesOfModel();
  readonly #segments = new Map(segmentsOf(GUIDE_837P));

  /** The claims of a file, and the file. Costs nothing once all was seen. */
  see(claims: readonly Claim[], bytes: () => Uint8Array): void {
    if (this.#values.size > 0) for (const claim of claims) this.#seeValues(claim, '');
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
      },
      unheld: () => {},
      report: () => {},
      missing: () => {},
    };
    for (const { segments } of readInterchangeFile(bytes, new FindingList()).transactionSets) {
      const walker = new Walker(GUIDE, visitor);
      for (const segment of segments) walker.take(segment);
      walker.finish();
    }
  }
}

function valuesOfModel(): Set<string> {
  const inGuide = new Set(placesInGuide().map(({ path }) => path));
  return new Set(leavesOfClaim().flatMap(({ path }) => (inGuide.has(path) ? [path] : [])));
}

function segmentsOf({ id, children }: LoopRule): (readonly [SegmentRule, string])[] {
  return children.flatMap((child) =>
    child.kind === 'loop' ? segmentsOf(child) : [[child, `${id} ${nameOf(child)}`] as const],
  );
}
