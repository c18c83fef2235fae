/** The readers of answers to us: 835 with its balance, 999 with TA1, 277CA. */
import { readAcknowledgement999 } from '../../src/transactions/ack-999/index.ts';
import { balanceRemittance, readRemittance } from '../../src/transactions/remittance-835/index.ts';
import { readClaimAcknowledgement } from '../../src/transactions/status-277ca/index.ts';
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
