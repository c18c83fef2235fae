/** The JSON of an 835 while it is read: one claim payment a line. */
import type {
  ClaimGroupStart,
  ReadClaimPayment,
  RemittanceEnd,
  RemittanceFileVisitor,
  RemittanceStart,
} from '../../../transactions/remittance-835/index.ts';
import { FileJson } from './file-json.ts';

export class RemittanceJson extends FileJson implements RemittanceFileVisitor<ReadClaimPayment> {
  constructor() {
    super('835', 'remittanceAdvice');
  }

  remittance(start: RemittanceStart): void {
    this.openItem(2, start, 'claimGroups');
  }

  claimGroup(start: ClaimGroupStart): void {
    this.openItem(3, start, 'claims');
  }

  claim(claim: ReadClaimPayment): void {
    this.item(claim);
  }

  remittanceEnd(end: RemittanceEnd): void {
    this.behindList(2, 'end', end);
  }
}
