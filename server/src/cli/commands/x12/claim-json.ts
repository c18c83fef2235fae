/** The JSON of an 837P while it is read: one claim a line. */
import type { ClaimFileVisitor, ReadClaim, SetStart } from '../../../transactions/claim-837p/index.ts';
import { FileJson } from './file-json.ts';

export class ClaimJson extends FileJson implements ClaimFileVisitor<ReadClaim> {
  constructor() {
    super('837p', 'professionalClaims');
  }

  set(start: SetStart): void {
    this.openItem(2, start, 'claims');
  }

  claim(claim: ReadClaim): void {
    this.item(claim);
  }
}
