/** Conditions (CRC03 to 07) that a professional claim may state, one list a category; words of our own where obvious (as of November 2026). */
import { bareCodes, codeSet } from './code-set.ts';

export const AMBULANCE_CONDITION = codeSet({
  name: 'ambulance-condition',
  title: 'Condition of an ambulance transport',
  asOf: '2026-11-22',
  source: '837P CRC category 07; words are ours',
  codes: {
    '01': 'Admitted to a hospital',
    '04': 'Moved by stretcher',
    '05': 'Unconscious or in shock',
    '06': 'Emergency',
    '07': 'Physically restrained',
    '08': 'Visible bleeding',
    '09': 'Medically necessary',
    12: 'Confined to bed or chair',
  },
});

export const HOMEBOUND_CONDITION = codeSet({
  name: 'homebound-condition',
  title: 'Homebound patient',
  asOf: '2026-11-22',
  source: '837P CRC category 75; words are ours',
  codes: {
    IH: 'Cannot leave home',
  },
});

export const EPSDT_CONDITION = codeSet({
  name: 'epsdt-condition',
  title: 'Referral after a child screening',
  asOf: '2026-11-22',
  source: '837P CRC category ZZ; words are ours',
  codes: {
    AV: 'Referral offered and refused',
    NU: 'No referral',
    S2: 'Under treatment already',
    ST: 'Referred elsewhere',
  },
});

export const VISION_CONDITION = codeSet({
  name: 'vision-condition',
  title: 'Why lenses or frames are replaced',
  asOf: '2026-11-22',
  source: '837P CRC categories E1, E2 and E3',
  codes: bareCodes('L1 L2 L3 L4 L5'),
});

export const HOSPICE_CONDITION = codeSet({
  name: 'hospice-condition',
  title: 'Rendered by a hospice employee',
  asOf: '2026-11-22',
  source: '837P CRC category 70',
  codes: bareCodes('65'),
});

export const EQUIPMENT_CONDITION = codeSet({
  name: 'equipment-condition',
  title: 'Condition for medical equipment',
  asOf: '2026-11-22',
  source: '837P CRC category 09',
  codes: bareCodes('38 ZV'),
});
