/** Answers of a real-time service as they come by HTTP, in both forms, of invented people. */
import { type FormName, type RealTimeResponse, writeRealTimeResponse } from '../../src/real-time/index.ts';

const ANSWER: RealTimeResponse = {
  payloadType: 'X12_271_Response_005010X279A1',
  payloadId: '11111111-2222-4333-8444-555555555555',
  timeStamp: '2026-11-22T15:30:04Z',
  senderId: 'OFFALLY',
  receiverId: 'SAMPLE1',
  coreRuleVersion: '2.2.0',
  errorCode: 'Success',
  errorMessage: '',
  payload: Buffer.from(
    'ISA*00*          *00*          *01*OFFALLY        *ZZ*SAMPLE1        *261122*1530*^*00501*000000101*0*P*:~GS*HB*OFFALLY*SAMPLE1*20261122*1530*1*X*005010X279A1~ST*271*0001*005010X279A1~BHT*0022*11*E1*20261122*1530~HL*1**20*0~AAA*Y**42*R~NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054~SE*6*0001~GE*1*1~IEA*1*000000101~',
  ),
};
const REFUSED: RealTimeResponse = {
  ...ANSWER,
  errorCode: 'UnAuthorized',
  errorMessage: 'no such user & no <other>',
  payload: new Uint8Array(),
};

const FAULT =
  '<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang="en">not understood</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>';
const ENTITIES =
  '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><Envelope><Body><COREEnvelopeRealTimeResponse><Payload>&c;&#x41;&amp;</Payload></COREEnvelopeRealTimeResponse></Body></Envelope>';

export const ENVELOPES: readonly string[] = [
  ...(['soap', 'mime'] satisfies FormName[]).flatMap((form) =>
    [ANSWER, REFUSED].map((answer) =>
      Buffer.from(writeRealTimeResponse(form, answer).body).toString('latin1'),
    ),
  ),
  FAULT,
  ENTITIES,
];
