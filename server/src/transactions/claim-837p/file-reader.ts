/** Reads an 837P file in pieces and tells each claim as it ends, so that memory does not grow with the file. */
import {
  type FindingList,
  locationOf,
  type ReaderOptions,
  type Segment,
  type TransactionSetHeader,
} from '../../x12/index.ts';
import { type OpenSet, type SetKind, TransactionFileReader } from '../parts/file-reader.ts';
import type { ClaimFileVisitor } from './file-parts.ts';
import type { ReadClaim } from './model.ts';
import { SetReader } from './set-reader.ts';
import type { SetVisitor, SetWatch } from './set-visitor.ts';
import { VERSION_837P } from './version.ts';

/** Institutional and dental claims: 837I, 837D. */
const OTHER_CLAIMS = /X22[34]/;

/**
 * Push a file's bytes in order, then call `end` once; the visitor takes part in what it has a method for. Sets of
 * other transactions are left out, with a finding. Never throws on content. With a `watch`, what is found within sets goes
 * there instead of into `findings`.
 */
export class ClaimFileReader extends TransactionFileReader {
  /** What is read and found is the same whatever the `options`: seven in ten segments of an 837P came before. */
  constructor(
    findings: FindingList,
    visitor: Partial<ClaimFileVisitor<ReadClaim>>,
    watch?: SetWatch,
    options?: ReaderOptions,
  ) {
    super(findings, claimSets(findings, visitor, watch), visitor, options);
  }
}

function claimSets(
  findings: FindingList,
  visitor: Partial<ClaimFileVisitor<ReadClaim>>,
  watch: SetWatch | undefined,
): SetKind {
  return {
    name: 'an 837P',
    version: VERSION_837P,
    isOwn: ({ identifier, version }) => identifier === '837' && !OTHER_CLAIMS.test(version),
    open: (set) => new ClaimSetReader(set, findings, visitor, watch),
    ...(watch ? { header: (segment) => watch.header(segment) } : {}),
  };
}

class ClaimSetReader implements OpenSet {
  readonly #findings: FindingList;
  readonly #header: Segment;
  readonly #set: SetReader;

  constructor(
    { header, controlNumber, version }: TransactionSetHeader,
    findings: FindingList,
    visitor: Partial<ClaimFileVisitor<ReadClaim>>,
    watch: SetWatch | undefined,
  ) {
    this.#findings = findings;
    this.#header = header;
    const told: SetVisitor = {
      head: (head, headLeftovers) =>
        visitor.set?.({
          controlNumber,
          version,
          head,
          ...(headLeftovers.length > 0 ? { headLeftovers } : {}),
        }),
      claim: (claim) => visitor.claim?.(claim),
    };
    this.#set = new SetReader(findings, controlNumber, told, watch);
  }

  take(segment: Segment): void {
    this.#set.take(segment);
  }

  finish(isCutOff: boolean): void {
    this.#set.finish(isCutOff);
    if (this.#set.hasClaims) return;
    const message = 'This set holds no claim (no CLM).';
    const fix = 'Leave the set out, or have the file made again.';
    this.#findings.add(locationOf(this.#header), { code: 'CLM-MISSING', snip: 2, message, fix });
  }
}
