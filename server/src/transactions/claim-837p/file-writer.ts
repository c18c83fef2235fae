/** Writes an 837P file as it is told: envelopes, counts and trailers around the claims of each set. */
import { TransactionFileWriter } from '../parts/file-writer.ts';
import type { ClaimFileVisitor, ClaimInterchange, SetStart } from './file-parts.ts';
import type { ClaimRecord } from './model.ts';
import { SetWriter, type WrittenPlace } from './set-writer.ts';

/** Text goes to `write` as soon as it is complete, so that memory does not grow with the file. Call `end` last. */
export class ClaimFileWriter extends TransactionFileWriter<SetWriter> implements ClaimFileVisitor {
  set({ controlNumber: setControlNumber, version, head, headLeftovers }: SetStart): void {
    this.openSet(
      (separators, fold) =>
        new SetWriter({ separators, fold, setControlNumber, version }, head, headLeftovers),
    );
  }

  claim(record: ClaimRecord): WrittenPlace {
    return this.inSet((set) => set.add(record));
  }
}

/** A whole file as it was read, or made, with a line break behind each segment if so wished. */
export function writeClaimInterchanges(
  interchanges: readonly ClaimInterchange[],
  behindSegments: '' | '\n' = '',
): Uint8Array {
  const parts: string[] = [];
  const writer = new ClaimFileWriter((text) => parts.push(text), undefined, behindSegments);
  tellInterchanges(interchanges, writer);
  writer.end();
  return new TextEncoder().encode(parts.join(''));
}

/** Tells a visitor what a tree holds, in the order of a file. */
export function tellInterchanges(interchanges: readonly ClaimInterchange[], visitor: ClaimFileVisitor): void {
  for (const interchange of interchanges) {
    visitor.interchange(interchange);
    for (const elements of interchange.acknowledgements ?? []) visitor.interchangeAcknowledgement(elements);
    for (const group of interchange.groups) {
      visitor.group(group);
      for (const set of group.sets) {
        visitor.set(set);
        for (const claim of set.claims) visitor.claim(claim);
      }
    }
  }
}
