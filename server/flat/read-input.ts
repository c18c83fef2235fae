/** Reads what is piped in, in a process of its own, writes it again, and says how many claims it held and how much memory that took at most. */
// Only that: what takes and gives JSON beside it has 20 MB of its own.
import { ClaimFileReader } from '../src/transactions/claim-837p/file-reader.ts';
import { ClaimFileWriter } from '../src/transactions/claim-837p/file-writer.ts';
import type { ReadClaim } from '../src/transactions/claim-837p/model.ts';
import type { TransactionFileReader } from '../src/transactions/parts/file-reader.ts';
import type { ReadClaimPayment } from '../src/transactions/remittance-835/file-parts.ts';
import { RemittanceFileReader } from '../src/transactions/remittance-835/file-reader.ts';
import { RemittanceFileWriter } from '../src/transactions/remittance-835/file-writer.ts';
import { FindingList } from '../src/x12/index.ts';

let claims = 0;
let written = 0;
const write = (text: string) => {
  written += text.length;
};
const findings = new FindingList();

class CountingClaims extends ClaimFileWriter {
  override claim(claim: ReadClaim) {
    claims += 1;
    return super.claim(claim);
  }
}

class CountingPayments extends RemittanceFileWriter {
  override claim(claim: ReadClaimPayment) {
    claims += 1;
    return super.claim(claim);
  }
}

const [reader, writer] = process.argv[2] === '835' ? ofRemittances() : ofClaims();
let read = 0;
for await (const chunk of process.stdin) {
  read += chunk.length;
  reader.push(chunk);
}
reader.end();
writer.end();
const megabytes = Math.round((process.resourceUsage().maxRSS * 1_024) / 1_000_000);
console.log(JSON.stringify({ read, written, claims, findings: findings.toArray().length, megabytes }));

function ofClaims(): [TransactionFileReader, { end(): void }] {
  const counting = new CountingClaims(write);
  return [new ClaimFileReader(findings, counting), counting];
}

function ofRemittances(): [TransactionFileReader, { end(): void }] {
  const counting = new CountingPayments(write);
  return [new RemittanceFileReader(findings, counting), counting];
}
