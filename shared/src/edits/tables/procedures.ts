/**
 * Ranges of procedure codes by number, as rules of payers draw them. Numbers only: what a CPT code means is licensed and
 * not ours to ship. Each list says which rule needs it.
 */

/** First and last code; both are in it. */
export type CodeRange = readonly [first: string, last: string];

/** True when the code lies in one of the ranges. Codes have five characters, so they compare as text. */
export function isIn(code: string, ranges: readonly CodeRange[]): boolean {
  if (code.length !== 5) return false;
  for (const range of ranges)
    if (code >= range[0] && code <= range[1] && isOfSameKind(code, range[0])) return true;
  return false;
}

/** Between 0001U and 0999U stand only codes that end in U. */
function isOfSameKind(code: string, first: string): boolean {
  const last = first.charCodeAt(4);
  return last <= NINE || code.charCodeAt(4) === last;
}

const NINE = 57;

/** CPT's first section but one: a whole number of minutes, and a modifier that says who directed (CMS, ch. 12 §50). */
export const ANESTHESIA: readonly CodeRange[] = [['00100', '01999']];
/** Anesthesia codes that are counted in units: daily care after the day of surgery, and an add-on (CMS, ch. 12 §50). */
export const ANESTHESIA_IN_UNITS: readonly CodeRange[] = [
  ['01953', '01953'],
  ['01996', '01996'],
];

export const SURGERY: readonly CodeRange[] = [['10004', '69990']];
export const RADIOLOGY: readonly CodeRange[] = [['70010', '79999']];
export const PATHOLOGY_AND_LABORATORY: readonly CodeRange[] = [
  ['0001U', '0999U'],
  ['80047', '89398'],
];

/** Visits that a person must have given: office, hospital, emergency, nursing facility, home, preventive. */
export const OFFICE_AND_HOSPITAL_VISITS: readonly CodeRange[] = [
  ['99202', '99205'],
  ['99211', '99215'],
  ['99221', '99239'],
  ['99281', '99285'],
  ['99304', '99316'],
  ['99341', '99350'],
  ['99381', '99397'],
];

/** Billed once a day by one provider: payers pay the first unit (NCCI MUE 1). */
export const ONCE_A_DAY: readonly CodeRange[] = [
  ['98940', '98943'],
  ['99202', '99205'],
  ['99211', '99215'],
  ['99221', '99223'],
  ['99231', '99236'],
  ['99238', '99239'],
  ['99304', '99310'],
  ['99315', '99316'],
  ['99341', '99350'],
  ['99381', '99397'],
];

/** Services that hands give: a place or modifier that says telehealth contradicts them. Care of a pregnancy is left out. */
export const HANDS_ON: readonly CodeRange[] = [
  ['10004', '58999'],
  ['60000', '69990'],
  ['97010', '97039'],
  ['97124', '97124'],
  ['97140', '97140'],
  ['98925', '98943'],
];

/** Spinal manipulation (CMS, ch. 12 §220 and Benefit Policy ch. 15 §240). */
export const SPINAL_MANIPULATION: readonly CodeRange[] = [['98940', '98942']];

/** Ambulance services and mileage, whose first modifier says from where to where (CMS, ch. 15 §30). */
export const AMBULANCE: readonly CodeRange[] = [['A0425', 'A0436']];
/** Help without transport: nobody is set down. */
export const AMBULANCE_WITHOUT_TRANSPORT = 'A0998';

/** Equipment, prosthetics and orthotics, which Medicare pays on an order (CMS, ordering and referring edits). */
export const ORDERED_EQUIPMENT: readonly CodeRange[] = [
  ['E0100', 'E8002'],
  ['K0001', 'K0899'],
  ['L0112', 'L9900'],
];

/** Imaging that Medicare pays on an order; radiation treatment is left out. */
export const ORDERED_IMAGING: readonly CodeRange[] = [
  ['70010', '76999'],
  ['78012', '78999'],
];

/**
 * Tests that Medicare edits for a CLIA certificate. Ranges that CMS's yearly list of exceptions runs through (pathology,
 * blood bank, in vivo tests) are left out rather than guessed.
 */
export const CLIA_TESTS: readonly CodeRange[] = [
  ['80047', '80439'],
  ['81000', '81003'],
  ['81005', '81025'],
  ['82009', '82074'],
  ['82076', '83012'],
  ['83015', '83986'],
  ['83988', '84060'],
  ['84066', '84999'],
  ['85002', '85049'],
  ['85055', '85055'],
  ['85130', '85999'],
  ['86000', '86063'],
  ['86140', '86386'],
  ['86590', '86849'],
  ['87003', '87899'],
];

/** Mammography (CMS, ch. 18 §20): the certification number of the facility is asked for. */
export const MAMMOGRAPHY: readonly CodeRange[] = [['77065', '77067']];

/** Drugs given by injection: Medicaid wants the NDC (Deficit Reduction Act of 2005, section 6002). */
export const INJECTED_DRUGS: readonly CodeRange[] = [['J0000', 'J9999']];

/** Care plan oversight: the agency's NPI goes with it (CMS, ch. 12 §180). */
export const CARE_PLAN_OVERSIGHT: readonly CodeRange[] = [['G0181', 'G0182']];

/** Preventive visits and what else is for one age by its number: years completed on the day of service. */
export const AGE_BOUND: readonly { readonly codes: CodeRange; readonly from: number; readonly to: number }[] =
  [
    { codes: ['90460', '90461'], from: 0, to: 18 },
    { codes: ['99381', '99381'], from: 0, to: 0 },
    { codes: ['99382', '99382'], from: 1, to: 4 },
    { codes: ['99383', '99383'], from: 5, to: 11 },
    { codes: ['99384', '99384'], from: 12, to: 17 },
    { codes: ['99385', '99385'], from: 18, to: 39 },
    { codes: ['99386', '99386'], from: 40, to: 64 },
    { codes: ['99387', '99387'], from: 65, to: 150 },
    { codes: ['99391', '99391'], from: 0, to: 0 },
    { codes: ['99392', '99392'], from: 1, to: 4 },
    { codes: ['99393', '99393'], from: 5, to: 11 },
    { codes: ['99394', '99394'], from: 12, to: 17 },
    { codes: ['99395', '99395'], from: 18, to: 39 },
    { codes: ['99396', '99396'], from: 40, to: 64 },
    { codes: ['99397', '99397'], from: 65, to: 150 },
  ];
