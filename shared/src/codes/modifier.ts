/** Modifiers that edits speak of (as of November 2026): CMS's own (HCPCS level II) in our words, CPT's as bare codes. */
import { bareCodes, codeSet } from './code-set.ts';

export const MODIFIER = codeSet({
  name: 'modifier',
  title: 'Modifiers that edits know',
  asOf: '2026-11-22',
  source: 'CMS, HCPCS level II modifiers (words are ours); CPT modifiers as bare codes',
  codes: {
    ...bareCodes(
      '22 23 24 25 26 27 47 50 51 52 53 54 55 56 57 58 59 62 63 66 73 74 76 77 78 79 80 81 82 90 91 92 93 95 96 97 99',
    ),
    AA: 'Anesthesia by the anesthesiologist alone',
    AD: 'Anesthesiologist supervises more than four',
    AH: 'Clinical psychologist',
    AJ: 'Clinical social worker',
    AQ: 'Shortage area for health professionals',
    AS: 'Assistant at surgery, not a physician',
    AT: 'Acute treatment',
    CQ: 'Physical therapy in part by an assistant',
    CO: 'Occupational therapy in part by an assistant',
    CT: 'CT equipment below the standard',
    FQ: 'Telehealth by sound only',
    FR: 'Supervised by video',
    FS: 'Visit shared by physician and other practitioner',
    FT: 'Unrelated visit during a global period',
    GA: 'Waiver of liability on file, as the payer asks',
    GC: 'In part by a resident under a teaching physician',
    GE: 'By a resident without the teaching physician',
    GG: 'Screening and diagnostic mammogram on one day',
    GN: 'Speech therapy plan',
    GO: 'Occupational therapy plan',
    GP: 'Physical therapy plan',
    GQ: 'Telehealth, recorded and sent later',
    GT: 'Telehealth by live video',
    GU: 'Waiver of liability on file, routine',
    GV: 'Attending physician not of the hospice',
    GW: 'Not related to the terminal illness',
    GX: 'Notice given of its own accord',
    GY: 'Excluded by law',
    GZ: 'Expected to be denied, no waiver on file',
    JW: 'Drug thrown away',
    JZ: 'No drug thrown away',
    KX: 'Requirements of the policy are met',
    LT: 'Left side',
    Q5: 'Substitute physician, by exchange',
    Q6: 'Substitute physician, by the day',
    QK: 'Anesthesiologist directs two to four',
    QS: 'Monitored anesthesia care',
    QW: 'Test waived under CLIA',
    QX: 'Nurse anesthetist, directed',
    QY: 'Anesthesiologist directs one',
    QZ: 'Nurse anesthetist, not directed',
    RT: 'Right side',
    SA: 'Nurse practitioner with a physician',
    SL: 'Vaccine supplied by the state',
    TC: 'Technical part only',
    XE: 'Another encounter',
    XP: 'Another practitioner',
    XS: 'Another structure or organ',
    XU: 'Unusual service that does not overlap',
  },
});

/** Those that let both codes of an NCCI pair be paid where the pair allows a modifier (CMS, NCCI Policy Manual, chapter I). */
export const PAIR_MODIFIER = codeSet({
  name: 'pair-modifier',
  title: 'Modifiers that may separate an NCCI pair',
  asOf: '2026-11-22',
  source: 'CMS, NCCI Policy Manual for Medicare Services, chapter I',
  codes: bareCodes(
    'E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD LM RC RI 24 25 57 58 78 79 27 59 91 XE XS XP XU',
  ),
});

/** Those that say that the patient was elsewhere: by sound, by sound and sight, or recorded. */
export const TELEHEALTH_MODIFIERS: readonly string[] = ['93', '95', 'FQ', 'G0', 'GQ', 'GT'];
