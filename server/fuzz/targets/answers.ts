/** The readers of answers to us (835 with its balance, 999 with TA1, 277CA, 277, 271), and of what we ask (276, 270). */
import { readAcknowledgement999 } from '../../src/transactions/ack-999/index.ts';
import {
  readEligibilityRequests,
  readEligibilityResponses,
} from '../../src/transactions/eligibility-270-271/index.ts';
import {
  balanceRemittance,
  checkRemittanceFile,
  RemittanceFileChecker,
  readRemittance,
} from '../../src/transactions/remittance-835/index.ts';
import { readClaimStatusRequests } from '../../src/transactions/status-276/index.ts';
import { readClaimStatus } from '../../src/transactions/status-277/index.ts';
import { readClaimAcknowledgement } from '../../src/transactions/status-277ca/index.ts';
import { chunksOf } from '../promises/chunks.ts';
import { mustBeSame } from '../promises/findings.ts';
import { hashOf, Random } from '../random.ts';
import type { Target } from './target.ts';

export const remittanceTarget: Target = {
  name: 'remittance-835',
  transactions: ['835'],
  read({ bytes }) {
    const file = readRemittance(bytes);
    const unbalanced = file.remittances.map(balanceRemittance);
    const seen = unbalanced.flatMap((findings) => findings.map(({ level }) => level));
    return { findings: file.findings, kept: { file, unbalanced }, seen };
  },
};

export const remittanceCheckedTarget: Target = {
  name: 'remittance-835-checked',
  transactions: ['835'],
  oneIn: 10,
  read({ bytes, text }) {
    const findings = checkRemittanceFile(bytes);
    const checker = new RemittanceFileChecker();
    for (const chunk of chunksOf(bytes, new Random(hashOf(text)))) checker.push(chunk);
    mustBeSame(checker.end(), findings, 'a file checked in chunks is the file checked at once');
    return { findings, kept: findings };
  },
};

export const acknowledgementTarget: Target = {
  name: 'ack-999',
  transactions: ['999', 'TA1'],
  read({ bytes }) {
    const file = readAcknowledgement999(bytes);
    return { findings: file.findings, kept: file };
  },
};

export const claimAcknowledgementTarget: Target = {
  name: 'status-277ca',
  transactions: ['277'],
  read({ bytes }) {
    const file = readClaimAcknowledgement(bytes);
    return { findings: file.findings, kept: file };
  },
};

export const claimStatusTarget: Target = {
  name: 'status-277',
  transactions: ['277'],
  read({ bytes }) {
    const file = readClaimStatus(bytes);
    return { findings: file.findings, kept: file };
  },
};

export const claimStatusRequestTarget: Target = {
  name: 'status-276',
  transactions: ['276'],
  read({ bytes }) {
    const file = readClaimStatusRequests(bytes);
    return { findings: file.findings, kept: file };
  },
};

export const eligibilityRequestTarget: Target = {
  name: 'eligibility-270',
  transactions: ['270'],
  read({ bytes }) {
    const file = readEligibilityRequests(bytes);
    return { findings: file.findings, kept: file };
  },
};

export const eligibilityResponseTarget: Target = {
  name: 'eligibility-271',
  transactions: ['271'],
  read({ bytes }) {
    const file = readEligibilityResponses(bytes);
    return { findings: file.findings, kept: file };
  },
};
