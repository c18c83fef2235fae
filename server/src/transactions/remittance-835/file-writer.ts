/** Writes an 835 file as it is told: envelopes, counts and trailers around the remittances. */
import { TransactionFileWriter } from '../parts/file-writer.ts';
import type {
  ClaimGroupStart,
  ClaimPaymentRecord,
  RemittanceEnd,
  RemittanceFileVisitor,
  RemittanceInterchange,
  RemittanceStart,
} from './file-parts.ts';
import { SetWriter, type WrittenPlace } from './set-writer.ts';

/** Text goes to `write` as soon as it is complete, so that memory does not grow with the file. Call `end` last. */
export class RemittanceFileWriter extends TransactionFileWriter<SetWriter> implements RemittanceFileVisitor {
  remittance(start: RemittanceStart): void {
    this.openSet((separators, fold) => new SetWriter(separators, fold, start));
  }

  claimGroup(start: ClaimGroupStart): void {
    this.inSet((set) => set.group(start));
  }

  claim(record: ClaimPaymentRecord): WrittenPlace {
    return this.inSet((set) => set.add(record));
  }

  remittanceEnd(end: RemittanceEnd): void {
    this.inSet((set) => set.end(end));
  }
}

/** A whole file as it was read, or made, with a line break behind each segment if so wished. */
export function writeRemittanceInterchanges(
  interchanges: readonly RemittanceInterchange[],
  behindSegments: '' | '\n' = '',
): Uint8Array {
  const parts: string[] = [];
  const writer = new RemittanceFileWriter((text) => parts.push(text), undefined, behindSegments);
  tellRemittances(interchanges, writer);
  writer.end();
  return new TextEncoder().encode(parts.join(''));
}

/** Tells a visitor what a tree holds, in the order of a file. */
export function tellRemittances(
  interchanges: readonly RemittanceInterchange[],
  visitor: Partial<RemittanceFileVisitor>,
): void {
  for (const interchange of interchanges) {
    visitor.interchange?.(interchange);
    for (const elements of interchange.acknowledgements ?? []) visitor.interchangeAcknowledgement?.(elements);
    for (const group of interchange.groups) {
      visitor.group?.(group);
      for (const set of group.sets) {
        visitor.remittance?.(set);
        for (const claimGroup of set.claimGroups) {
          visitor.claimGroup?.(claimGroup);
          for (const claim of claimGroup.claims) visitor.claim?.(claim);
        }
        visitor.remittanceEnd?.(set.end);
      }
    }
  }
}
