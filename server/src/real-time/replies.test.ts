/** From the bytes of a question and of what came back: what is said of this very patient or claim, and of no other. */
import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { PROFILES, realTimeOf } from '../clearinghouse/index.ts';
import { writeAcknowledgement999 } from '../transactions/ack-999/index.ts';
import {
  type EligibilityInquiry,
  readEligibilityRequests,
  respondTo as respondWithBenefits,
  writeEligibilityResponses,
} from '../transactions/eligibility-270-271/index.ts';
import { exampleInterchange, segmentLines } from '../transactions/examples.ts';
import {
  type ClaimStatusInquiry,
  readClaimStatusRequests,
  respondTo as respondWithStatus,
} from '../transactions/status-276/index.ts';
import { writeClaimStatus } from '../transactions/status-277/index.ts';
import { claimStatusQuestion, readClaimStatusReply } from './claim-status.ts';
import { eligibilityQuestion, readEligibilityReply } from './eligibility.ts';
import { AT } from './testing.ts';

const service = realTimeOf(PROFILES['office-ally'], { senderId: 'SAMPLE1' });
const numbers = { interchangeControlNumber: 101, groupControlNumber: 202 };
const day = '2026-11-22' as IsoDate;
const made = { date: day, time: '1530' };

const inquiry: EligibilityInquiry = {
  traceNumber: 'E1',
  traceOriginator: '9SAMPLE001',
  payer: { organizationName: 'SAMPLE HEALTH PLAN', id: '60054' },
  provider: { organizationName: 'SAMPLE CLINIC', npi: '1234567893' },
  subscriber: { lastName: 'TESTER', firstName: 'ANNA', memberId: 'W000000001', birthDate: day },
  serviceDate: day,
  serviceTypes: ['98'],
};
const statusInquiry: ClaimStatusInquiry = {
  traceNumber: 'Q1',
  payer: { name: 'SAMPLE HEALTH PLAN', id: '60054' },
  receiver: { organizationName: 'SAMPLE CLINIC', id: '123456789' },
  provider: { organizationName: 'SAMPLE CLINIC', npi: '1234567893' },
  subscriber: { lastName: 'TESTER', firstName: 'ANNA', memberId: 'W000000001', birthDate: day },
  claim: { patientControlNumber: 'C1', chargeAmount: cents(9600), serviceDate: day, lines: [] },
};

const ask = (asked: EligibilityInquiry) => eligibilityQuestion(service, asked, numbers, AT).bytes;
const askStatus = (asked: ClaimStatusInquiry) => claimStatusQuestion(service, asked, numbers, AT).bytes;

function benefitsFor(question: Uint8Array): Uint8Array {
  const [request] = readEligibilityRequests(question).requests;
  if (!request) throw new Error('no request');
  const benefits = [{ information: '1', serviceTypes: ['98'] }];
  const response = respondWithBenefits(request, made, () => ({ benefits }));
  return writeEligibilityResponses(exampleInterchange, { responses: [response] });
}

function statusFor(question: Uint8Array): Uint8Array {
  const [request] = readClaimStatusRequests(question).requests;
  if (!request) throw new Error('no request');
  const statuses = [{ codes: [{ category: 'F1', status: '65' }], date: day }];
  const response = respondWithStatus(request, { referenceId: 'R1', ...made }, () => ({ statuses }));
  return writeClaimStatus(exampleInterchange, { responses: [response] });
}

const acknowledged = (code: 'A' | 'R') =>
  writeAcknowledgement999(exampleInterchange, {
    interchangeAcknowledgements: [],
    acknowledgements: [
      {
        functionalIdentifier: 'HS',
        groupControlNumber: '202',
        transactionSets: [
          {
            identifier: '270',
            controlNumber: '0001',
            segmentErrors: [],
            code,
            errorCodes: code === 'A' ? [] : ['5'],
          },
        ],
        code,
        setsIncluded: 1,
        setsReceived: 1,
        setsAccepted: code === 'A' ? 1 : 0,
        errorCodes: [],
      },
    ],
  });

test('a question stands alone in its group, in the envelope that the service wants', () => {
  expect(segmentLines(ask(inquiry)).filter((line) => /^(ISA|GS|ST|GE|IEA)/.test(line))).toEqual([
    'ISA*00*          *00*          *ZZ*SAMPLE1        *01*OFFALLY        *261122*1530*^*00501*000000101*0*P*:',
    'GS*HS*SAMPLE1*OFFALLY*20261122*1530*202*X*005010X279A1',
    'ST*270*0001*005010X279A1',
    'GE*1*202',
    'IEA*1*000000101',
  ]);
});

test('benefits of the patient who was asked about', () => {
  const question = ask(inquiry);
  expect(readEligibilityReply(question, benefitsFor(question))).toMatchObject({
    outcome: { kind: 'answered', toldBy: 'trace number' },
    findings: [],
  });
});

test('benefits of another patient are none', () => {
  const other = { ...inquiry, traceNumber: 'E2', subscriber: { ...inquiry.subscriber, memberId: 'W2' } };
  expect(readEligibilityReply(ask(inquiry), benefitsFor(ask(other))).outcome).toEqual({ kind: 'none' });
});

test('the status of the claim that was asked about, and of no other', () => {
  const question = askStatus(statusInquiry);
  expect(readClaimStatusReply(question, statusFor(question)).outcome).toMatchObject({ kind: 'claims' });
  const claim = { ...statusInquiry.claim, patientControlNumber: 'C2' };
  const other = askStatus({ ...statusInquiry, traceNumber: 'Q2', claim });
  expect(readClaimStatusReply(question, statusFor(other)).outcome).toEqual({ kind: 'none' });
});

test.each([
  ['R', { kind: 'form-refused', acknowledgement: { acknowledgements: [{ code: 'R' }] } }],
  ['A', { kind: 'none' }],
] as const)('a 999 that says %s, and nothing else', (code, outcome) => {
  expect(readEligibilityReply(ask(inquiry), acknowledged(code)).outcome).toMatchObject(outcome);
  expect(readClaimStatusReply(askStatus(statusInquiry), acknowledged(code)).outcome).toMatchObject(outcome);
});

test('what a practice sets goes before what the profile has; a clearinghouse of no profile is named everywhere', () => {
  const generic = { senderId: 'S', receiverId: 'HOUSE', url: 'https://example.com/x' };
  expect(realTimeOf(PROFILES.generic, generic)).toMatchObject({
    urls: { soap: 'https://example.com/x', mime: 'https://example.com/x' },
    receiverId: 'HOUSE',
    envelope: { receiverId: 'HOUSE', applicationReceiver: 'HOUSE' },
  });
  const own = { senderId: 'S', form: 'mime', envelope: { senderQualifier: '30' } } as const;
  expect(realTimeOf(PROFILES['office-ally'], own)).toMatchObject({
    form: 'mime',
    urls: PROFILES['office-ally'].realTime.urls,
    envelope: { senderQualifier: '30', receiverQualifier: '01', receiverId: 'OFFALLY' },
  });
});
