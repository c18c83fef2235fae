/** The lists that can be imported: their files, how long an edition holds, and what is not checked without them. */
import { type CodeSet, IMPORTED_LISTS, type ImportedList, SHIPPED_CODE_SETS } from '@claimside/shared/codes';
import type { IsoDate } from '@claimside/shared/values';
import { hcpcsEdition, icd10Edition, pairEdition, unitEdition } from './edition-dates.ts';
import type { Layout } from './layout.ts';
import { hcpcsTable, hcpcsTextFile } from './layouts/hcpcs.ts';
import { icd10CodeFile, icd10OrderFile } from './layouts/icd-10-cm.ts';
import { ncciUnitFile } from './layouts/ncci-mue.ts';
import { ncciPairFile } from './layouts/ncci-ptp.ts';
import { practiceProcedureFile } from './layouts/practice-cpt.ts';
import { adjustmentReasonFile, remarkFile } from './layouts/reason-codes.ts';
import { shortListFile } from './layouts/short-list.ts';

export interface CodeList {
  readonly name: string;
  readonly title: string;
  readonly publisher: string;
  /** What happens as long as it is not imported. */
  readonly whenAbsent: string;
  /** Forms of its files, the one that says most first. */
  readonly layouts: readonly Layout[];
  /**
   * `dates`: its rows say from when to when, so the newest edition knows the past; `edition`: they don't, so that earlier
   * editions are held as long as claims of their time may be sent.
   */
  readonly validBy: 'dates' | 'edition';
  /** From when an edition holds, by the names of its files; without it, from the day of the import. */
  readonly editionOf?: (names: readonly string[]) => IsoDate | undefined;
  /** Names of files that have the same form and are for others than practitioners. */
  readonly forOthers?: RegExp;
  /** The list of the same name that ships, if it replaces one. */
  readonly shipped?: CodeSet;
}

const CMS = 'Centers for Medicare & Medicaid Services (CMS)';

const IMPORTED: Readonly<Record<ImportedList, Omit<CodeList, 'name'>>> = {
  'icd-10-cm': {
    title: 'ICD-10-CM diagnoses',
    publisher: 'CMS and the National Center for Health Statistics (CDC)',
    whenAbsent: 'Diagnoses are checked by their shape only.',
    layouts: [icd10OrderFile, icd10CodeFile],
    validBy: 'edition',
    editionOf: icd10Edition,
  },
  hcpcs: {
    title: 'HCPCS level II procedures and modifiers',
    publisher: CMS,
    whenAbsent: 'HCPCS codes and modifiers are checked by their shape only.',
    layouts: [hcpcsTextFile, hcpcsTable],
    validBy: 'dates',
    editionOf: hcpcsEdition,
  },
  'ncci-ptp': {
    title: 'NCCI pairs of procedures, practitioners',
    publisher: CMS,
    whenAbsent: 'Nobody is warned of two codes that are not paid together.',
    layouts: [ncciPairFile],
    validBy: 'dates',
    editionOf: pairEdition,
    forOthers: /ccioph|hospital/i,
  },
  'ncci-mue': {
    title: 'NCCI medically unlikely units, practitioners',
    publisher: CMS,
    whenAbsent: 'Nobody is warned of more units than are likely.',
    layouts: [ncciUnitFile],
    validBy: 'edition',
    editionOf: unitEdition,
    forOthers: /hospital|dme|outpatient/i,
  },
  carc: {
    title: 'Claim adjustment reasons (CARC)',
    publisher: 'X12 (licensed)',
    whenAbsent: "Reasons are shown as codes, with Claimside's advice where there is one.",
    layouts: [adjustmentReasonFile],
    validBy: 'dates',
  },
  rarc: {
    title: 'Remittance remarks (RARC)',
    publisher: 'X12 (licensed)',
    whenAbsent: 'Remarks are shown as codes.',
    layouts: [remarkFile],
    validBy: 'dates',
  },
  'practice-cpt': {
    title: "The practice's own procedures",
    publisher: 'The practice, under its own CPT licence',
    whenAbsent: 'CPT codes are checked by their shape only, and have no words.',
    layouts: [practiceProcedureFile],
    validBy: 'dates',
  },
};

export const CODE_LISTS: readonly CodeList[] = [
  ...IMPORTED_LISTS.map((name) => ({ name, ...IMPORTED[name] })),
  ...SHIPPED_CODE_SETS.map((shipped) => ({
    name: shipped.name,
    title: shipped.title,
    publisher: shipped.source,
    whenAbsent: `The list that ships is used, of ${shipped.asOf}.`,
    layouts: [shortListFile],
    validBy: 'dates' as const,
    shipped,
  })),
];

export function codeListOf(name: string): CodeList | undefined {
  return CODE_LISTS.find((list) => list.name === name);
}
