/** Words of our own for the short closed lists that only the editor needs; the other lists are in `@claimside/shared/codes`. */
import type { Choices } from './spec.ts';

export const SEXES = { F: 'Female', M: 'Male', U: 'Unknown' } as const satisfies Choices;

/** CLM07. */
export const ASSIGNMENT: Choices = {
  A: 'Accepted',
  B: 'Accepted for laboratory services only',
  C: 'Not accepted',
};

/** CLM08, OI03. */
export const BENEFITS: Choices = {
  Y: 'Yes, pay the provider',
  N: 'No, pay the patient',
  W: 'The patient refuses to say',
};

/** CLM09, OI06. */
export const RELEASE: Choices = {
  Y: 'Signed, on file',
  I: 'Informed consent, federal rules',
};

/** NTE01 of 2300. */
export const CLAIM_NOTES: Choices = {
  ADD: 'Additional information',
  CER: 'Certification',
  DCP: 'Goals and plans',
  DGN: 'Diagnosis',
  TPO: 'For a third party',
};

/** NTE01 of 2400. */
export const LINE_NOTES: Choices = { ADD: 'Additional information', DCP: 'Goals and plans' };

/** REF01 of other numbers. */
export const NUMBER_KINDS = {
  '0B': 'State license',
  '1G': 'UPIN',
  G2: "The payer's own number",
  LU: 'Location number',
  '2U': 'Payer ID',
  EI: 'Employer ID',
  FY: 'Claim office number',
  NF: 'NAIC code',
} as const satisfies Choices;

/** LIN02 of a drug; left out: an NDC. */
export const DRUG_CODES: Choices = {
  EN: 'EAN, 13 digits',
  EO: 'EAN, 8 digits',
  HI: 'HIBC',
  ON: 'Order number',
  UK: 'GTIN, 14 digits',
  UP: 'UPC',
};

/** SV101-1, left out: CPT or HCPCS. */
export const OTHER_PROCEDURE_CODES: Choices = {
  ER: 'Code of a jurisdiction',
  IV: 'Home infusion code',
  WK: 'Alternative medicine (ABC) code',
};

/** HCP09. */
export const PROCEDURE_CODES: Choices = { HC: 'CPT or HCPCS', ...OTHER_PROCEDURE_CODES };

/** SV506. */
export const RENTAL_FREQUENCIES: Choices = { 1: 'Weekly', 4: 'Monthly', 6: 'Daily' };

/** CR301. */
export const CERTIFICATIONS: Choices = { I: 'First', R: 'Renewed', S: 'Revised' };

/** PWK02 of a certificate of medical necessity. */
export const CERTIFICATE_WAYS: Choices = {
  AB: 'The payer has it already',
  AD: 'It is in this claim',
  AF: 'It is in a note of this claim',
  AG: 'None is needed',
  NS: 'Not said',
};

/** MEA01 and MEA02. */
export const MEASURED: Choices = { OG: 'Starting value', TR: 'Test result' };
export const MEASUREMENTS: Choices = {
  HT: 'Height',
  R1: 'Hemoglobin',
  R2: 'Hematocrit',
  R3: 'Epoetin starting dose',
  R4: 'Creatinine',
};

/** LQ01 and FRM02. */
export const FORMS: Choices = { AS: "The payer's form", UT: 'Certificate of medical necessity' };
export const ANSWERS: Choices = { Y: 'Yes', N: 'No', W: 'Does not apply' };

/** CRC01 of vision. */
export const EYEWEAR: Choices = { E1: 'Spectacle lenses', E2: 'Contact lenses', E3: 'Frames' };
