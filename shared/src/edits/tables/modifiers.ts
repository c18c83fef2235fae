/** Which modifiers contradict one another, and which procedures they can not be for. Bare codes, sentences of our own. */
import { TELEHEALTH_MODIFIERS } from '../../codes/index.ts';
import {
  type CodeRange,
  HANDS_ON,
  OFFICE_AND_HOSPITAL_VISITS,
  PATHOLOGY_AND_LABORATORY,
  RADIOLOGY,
  SURGERY,
} from './procedures.ts';

/** At most one of the group may stand on a line. */
export const CONTRADICTORY: readonly {
  readonly modifiers: readonly string[];
  readonly message: string;
  readonly fix: string;
}[] = [
  {
    // CMS: both sides in one session are 50, or two lines for equipment.
    modifiers: ['LT', 'RT'],
    message: 'Left and right stand on one line.',
    fix: 'Take 50 for both sides, or bill two lines.',
  },
  {
    modifiers: ['50', 'LT'],
    message: '50 is for both sides, LT for the left only.',
    fix: 'Keep the one that is right.',
  },
  {
    modifiers: ['50', 'RT'],
    message: '50 is for both sides, RT for the right only.',
    fix: 'Keep the one that is right.',
  },
  {
    modifiers: ['26', 'TC'],
    message: '26 and TC are the two halves of one service.',
    fix: 'Bill the whole service without either, or each half on its own line.',
  },
  {
    // CMS, NCCI: the X modifiers are parts of 59.
    modifiers: ['59', 'XE', 'XP', 'XS', 'XU'],
    message: '59 and the X modifiers say the same in different detail: a line takes one.',
    fix: 'Keep the most exact one.',
  },
  {
    modifiers: ['52', '53'],
    message: 'A service was either reduced (52) or discontinued (53).',
    fix: 'Keep the one that is right.',
  },
  {
    modifiers: ['76', '77'],
    message: 'The same physician (76) and another one (77) can not both have repeated it.',
    fix: 'Keep the one that is right.',
  },
  {
    modifiers: ['78', '79'],
    message: 'A procedure is either related (78) or unrelated (79) to the earlier one.',
    fix: 'Keep the one that is right.',
  },
  {
    modifiers: ['80', '81', '82'],
    message: 'A line takes one kind of assistant at surgery.',
    fix: 'Keep the one that is right.',
  },
  {
    // CMS ch. 12 §50: who gave and who directed the anesthesia is said once.
    modifiers: ['AA', 'AD', 'QK', 'QX', 'QY', 'QZ'],
    message: 'A line says once who gave or directed the anesthesia.',
    fix: 'Keep the one that is right.',
  },
  {
    modifiers: ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'],
    message: 'A line says the physical status once.',
    fix: 'Keep the one that is right.',
  },
  {
    // CMS ch. 5 §20: one discipline of therapy a line.
    modifiers: ['GN', 'GO', 'GP'],
    message: 'A line is of one kind of therapy plan: speech, occupational or physical.',
    fix: 'Keep the one that is right.',
  },
  {
    modifiers: ['CO', 'CQ'],
    message: 'An assistant is of occupational or of physical therapy.',
    fix: 'Keep the one that is right.',
  },
  {
    // CMS ch. 30 §50: there is a signed notice or there is none.
    modifiers: ['GA', 'GZ'],
    message: 'GA says that a signed notice is on file, GZ that there is none.',
    fix: 'Keep the one that is right.',
  },
  {
    modifiers: ['GV', 'GW'],
    message: 'A service is for the terminal illness (GV) or not (GW).',
    fix: 'Keep the one that is right.',
  },
  {
    modifiers: ['GC', 'GE'],
    message: 'A resident worked with (GC) or without (GE) the teaching physician.',
    fix: 'Keep the one that is right.',
  },
  {
    modifiers: ['Q5', 'Q6'],
    message: 'A substitute came by exchange (Q5) or for pay (Q6).',
    fix: 'Keep the one that is right.',
  },
  {
    // CMS ch. 17 §40: each single-dose drug says one of the two.
    modifiers: ['JW', 'JZ'],
    message: 'Some of the drug was thrown away (JW) or none (JZ).',
    fix: 'Bill what was thrown away on its own line with JW, or keep JZ.',
  },
  {
    modifiers: ['NU', 'RR', 'UE'],
    message: 'Equipment is new (NU), used (UE) or rented (RR).',
    fix: 'Keep the one that is right.',
  },
  {
    modifiers: ['93', '95'],
    message: 'Telehealth was by sound only (93) or with video (95).',
    fix: 'Keep the one that is right.',
  },
];

/** Any one of `modifiers` contradicts a procedure of `notWith`. */
export const MISPLACED: readonly {
  readonly modifiers: readonly string[];
  readonly notWith: readonly CodeRange[];
  readonly message: string;
}[] = [
  {
    // CMS, NCCI chapter I: for visits only.
    modifiers: ['24', '25', '57'],
    notWith: [...SURGERY, ...RADIOLOGY, ...PATHOLOGY_AND_LABORATORY],
    message: '24, 25 and 57 are for visits only.',
  },
  {
    // CMS, NCCI chapter I: 25 separates a visit, 59 and X modifiers procedures.
    modifiers: ['59', 'XE', 'XP', 'XS', 'XU'],
    notWith: OFFICE_AND_HOSPITAL_VISITS,
    message: '59 and the X modifiers are not for visits.',
  },
  {
    modifiers: ['26', 'TC', '50', 'LT', 'RT', '80', '81', '82', 'AS'],
    notWith: OFFICE_AND_HOSPITAL_VISITS,
    message: 'This modifier is not for visits: they have no side, no technical part, no assistant.',
  },
  {
    modifiers: TELEHEALTH_MODIFIERS,
    notWith: HANDS_ON,
    message: 'A telehealth modifier stands with a service that needs hands on the patient.',
  },
  {
    // CMS ch. 15 §240: acute treatment of the spine.
    modifiers: ['AT'],
    notWith: OFFICE_AND_HOSPITAL_VISITS,
    message: 'AT is for treatment of the spine, not for visits.',
  },
];
