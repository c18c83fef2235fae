/** Reads what is piped in, in a process of its own, and says how many claims it held and how much memory that took at most. */
import { ClaimFileReader, ClaimFileWriter } from '../src/transactions/claim-837p/index.ts';
import { FindingList } from '../src/x12/index.ts';

let claims = 0;
let written = 0;
const writer = new ClaimFileWriter((text) => {
  written += text.length;
});
const findings = new FindingList();
const reader = new ClaimFileReader(findings, {
  interchange: (start) => writer.interchange(start),
  interchangeAcknowledgement: (elements) => writer.interchangeAcknowledgement(elements),
  group: (start) => writer.group(start),
  set: (start) => writer.set(start),
  claim(claim) {
    claims += 1;
    writer.claim(claim);
  },
});
let read = 0;
for await (const chunk of process.stdin) {
  read += chunk.length;
  reader.push(chunk);
}
reader.end();
writer.end();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ read, written, claims, findings: findings.toArray().length, megabytes }));
