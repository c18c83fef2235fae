/** An 837P of any size, made piece by piece: one set of obviously invented claims, each with its own number. */
import { exampleClaim } from '@claimside/shared/examples';
import { asWritten, ClaimFileWriter, VERSION_837P } from '../src/transactions/claim-837p/index.ts';
import { exampleClaimFileEnvelope } from '../src/transactions/examples.ts';
import { OUR_SEPARATORS, ownGroupHeader, ownInterchangeHeader } from '../src/x12/index.ts';

/** Yields text of about a megabyte at a time until `megabytes` are made, then what closes the file. */
export function* claimFile(megabytes: number): Generator<string> {
  const parts: string[] = [];
  let length = 0;
  let made = 0;
  const writer = new ClaimFileWriter((text) => {
    parts.push(text);
    length += text.length;
  });
  const { submitter, batchReference, receiver } = exampleClaimFileEnvelope;
  const header = ownInterchangeHeader(exampleClaimFileEnvelope);
  writer.interchange({ separators: OUR_SEPARATORS, header });
  writer.group({
    header: ownGroupHeader(exampleClaimFileEnvelope, { functionalIdentifier: 'HC', version: VERSION_837P }),
  });
  const contacts = [{ name: submitter.contactName, phone: submitter.contactPhone }];
  writer.set({
    controlNumber: '0001',
    version: VERSION_837P,
    head: {
      purpose: '00',
      batchReference,
      date: exampleClaimFileEnvelope.date,
      time: exampleClaimFileEnvelope.time,
      kind: 'CH',
      submitter: { organizationName: submitter.name, id: submitter.id, contacts },
      receiver,
    },
  });
  for (let number = 1; made + length < megabytes * 1_000_000; number += 1) {
    const patientControlNumber = `C${String(number).padStart(9, '0')}`;
    writer.claim({
      ...asWritten({ patientControlNumber, claim: exampleClaim }, submitter),
      opens: 'subscriber',
    });
    if (length > 1_000_000) {
      yield parts.splice(0).join('');
      made += length;
      length = 0;
    }
  }
  writer.end();
  yield parts.join('');
}
