/** Reads an 835 file in pieces and tells each remittance and each claim payment as it ends, so that memory does not grow with the file. */
import type { FindingList, ReaderOptions } from '../../x12/index.ts';
import { TransactionFileReader } from '../parts/file-reader.ts';
import type { ReadClaimPayment, RemittanceFileVisitor } from './file-parts.ts';
import { VERSION_835 } from './guide/index.ts';
import { keepOneOpen } from './kept-open.ts';
import { SetReader } from './set-reader.ts';
import type { SetWatch } from './set-watch.ts';

/**
 * Push a file's bytes in order, then call `end` once; the visitor takes part in what it has a method for. Sets of
 * other transactions are left out, with a finding. Never throws on content. All money in cents, signs as sent; an amount that
 * can't be read is 0 with an error finding. Whether it adds up is told by `RemittanceFileChecker`, which brings the watches.
 */
export class RemittanceFileReader extends TransactionFileReader {
  constructor(
    findings: FindingList,
    visitor: Partial<RemittanceFileVisitor<ReadClaimPayment>>,
    watchSet?: () => SetWatch,
    options?: ReaderOptions,
  ) {
    const kind = {
      name: 'an 835',
      version: VERSION_835,
      isOwn: ({ identifier }: { readonly identifier: string }) => identifier === '835',
      open: ({ controlNumber }: { readonly controlNumber: string }) =>
        new SetReader(findings, controlNumber, visitor, watchSet?.()),
    };
    super(findings, kind, visitor, options);
    keepOneOpen((list, own) => new RemittanceFileReader(list, own));
  }
}
