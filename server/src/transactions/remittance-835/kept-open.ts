/** A small file that is never read to its end, so that V8 keeps what it compiled for the objects of all others. */
import { FindingList } from '../../x12/index.ts';
import type { ReadClaimPayment, RemittanceFileVisitor } from './file-parts.ts';

interface Reader {
  push(chunk: Uint8Array): void;
}

type Visitor = Partial<RemittanceFileVisitor<ReadClaimPayment>>;

/** What stands in almost every 835, in the usual order. */
export const USUAL = `ISA*00*          *00*          *ZZ*SAMPLE PAYER   *ZZ*SAMPLE CLINIC  *261122*1530*^*00501*000000001*0*T*:~
GS*HP*SAMPLE*SAMPLE*20261122*1530*1*X*005010X221A1~ST*835*0001~BPR*I*1*C*ACH*CCP***********20261122~TRN*1*1*1123456789~
N1*PR*SAMPLE HEALTH PLAN~N3*1 INVENTED AVENUE~N4*SPRINGFIELD*IL*62701~PER*BL*HELP DESK*TE*5555550100~
N1*PE*SAMPLE CLINIC*XX*1234567893~LX*1~
CLP*A1*1*3*1*2*12*P1*11*1~CAS*PR*3*1~NM1*QC*1*SAMPLE*ANNA****MI*W1~NM1*82*1*OTHER*DOCTOR****XX*1234567893~MOA***MA01~
REF*1L*GROUP0~DTM*232*20261101~DTM*050*20261120~AMT*AU*1~
SVC*HC:99213:25*2*1**1~DTM*472*20261103~CAS*CO*45*1~REF*6R*A1L1~AMT*B6*1~LQ*HE*N130~SVC*HC:99213*1*0~DTM*472*20261103~
CLP*A2*1*3*1**12*P2*11*1~NM1*QC*1*SAMPLE*BERT****MI*W2~DTM*050*20261120~SVC*HC:97110*3*1**1~`;

/**
 * V8 throws code away that it compiled for objects of a form once the last of that form is collected, and between two files
 * that is nearly all which reads. As long as these are there, the next file finds it compiled.
 */
let kept: readonly unknown[] | undefined;

/** Reads it the first time that it is called; `open` gives a reader of an 835. */
export function keepOneOpen(open: (findings: FindingList, visitor: Visitor) => Reader): void {
  if (kept) return;
  const told: unknown[] = [];
  const findings = new FindingList();
  kept = [told, findings];
  const reader = open(findings, { claim: (claim) => told.push(claim) });
  // A reader looks at a block when it is full.
  reader.push(Buffer.from(USUAL.padEnd(BLOCK_BYTES)));
  kept = [told, findings, reader];
}

const BLOCK_BYTES = 16 * 1024;
