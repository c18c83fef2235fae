/** Writes an 835 as a payer sends it. Used by the sandbox clearinghouse, for what people type in or parts that are joined, and by tests. */
import {
  foldText,
  type InterchangeEnvelope,
  OUR_SEPARATORS,
  ownGroupHeader,
  ownInterchangeHeader,
  writeSetControlNumber,
} from '../../x12/index.ts';
import { RemittanceFileWriter } from './file-writer.ts';
import { VERSION_835 } from './guide/index.ts';
import type { Remittance } from './model/index.ts';

/**
 * One transaction set per remittance, its claims in one group. Writes what it is given: whether it adds up is not checked
 * here. Text is folded to upper-case X12 Basic characters, unless told.
 */
export function writeRemittance(
  envelope: InterchangeEnvelope,
  { remittances }: { readonly remittances: readonly Remittance[] },
  fold: (text: string) => string = foldText,
): Uint8Array {
  const parts: string[] = [];
  const writer = new RemittanceFileWriter((text) => parts.push(text), fold);
  writer.interchange({ separators: OUR_SEPARATORS, header: ownInterchangeHeader(envelope) });
  writer.group({ header: ownGroupHeader(envelope, { functionalIdentifier: 'HP', version: VERSION_835 }) });
  for (const [index, { claims, providerAdjustments, ...head }] of remittances.entries()) {
    writer.remittance({
      controlNumber: writeSetControlNumber(envelope.transactionSetControlNumber + index),
      head,
    });
    if (claims.length > 0) writer.claimGroup({ group: { number: '1' } });
    for (const payment of claims) writer.claim({ payment });
    writer.remittanceEnd({ providerAdjustments });
  }
  writer.end();
  return Buffer.from(parts.join(''));
}
