/** Everything that is wrong with an 835: envelope, guide and balance, in the order of the file. */
import { FindingList, type X12Finding } from '../../../x12/index.ts';
import type { ReadClaimPayment, RemittanceFileVisitor } from '../file-parts.ts';
import { RemittanceFileReader } from '../file-reader.ts';
import { BalanceWatch } from './balance-watch.ts';

/** Push a file's bytes in order, then call `end` once. Memory does not grow with the file. A visitor is told what is read. */
export class RemittanceFileChecker {
  readonly #findings = new FindingList();
  readonly #reader: RemittanceFileReader;

  constructor(visitor: Partial<RemittanceFileVisitor<ReadClaimPayment>> = {}) {
    this.#reader = new RemittanceFileReader(this.#findings, visitor, () => new BalanceWatch(this.#findings));
  }

  push(chunk: Uint8Array): void {
    this.#reader.push(chunk);
  }

  end(): readonly X12Finding[] {
    this.#reader.end();
    return this.#findings.toArray();
  }
}

export function checkRemittanceFile(bytes: Uint8Array): readonly X12Finding[] {
  const checker = new RemittanceFileChecker();
  checker.push(bytes);
  return checker.end();
}
