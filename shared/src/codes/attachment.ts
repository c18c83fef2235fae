/** Attachments (PWK): kinds of report as bare codes, and ways to send them in our own words (as of November 2026). */
import { bareCodes, codeSet } from './code-set.ts';

export const ATTACHMENT_REPORT = codeSet({
  name: 'attachment-report',
  title: 'Kind of attachment',
  asOf: '2026-11-22',
  source: '837P PWK01 at claim and line',
  codes: bareCodes(
    '03 04 05 06 07 08 09 10 11 13 15 21 A3 A4 AM AS B2 B3 B4 BR BS BT CB CK CT D2 DA DB DG DJ DS EB HC HR I5 IR LA M1 MT NN OB OC OD OE OX OZ P4 P5 PE PN PO PQ PY PZ RB RR RT RX SG V5 XP',
  ),
});

export const ATTACHMENT_TRANSMISSION = codeSet({
  name: 'attachment-transmission',
  title: 'How the attachment is sent',
  asOf: '2026-11-22',
  source: '837P PWK02; words are ours',
  codes: {
    AA: 'Kept at the provider, on request',
    BM: 'By mail',
    EL: 'Electronically only',
    EM: 'By e-mail',
    FT: 'By file transfer',
    FX: 'By fax',
  },
});
