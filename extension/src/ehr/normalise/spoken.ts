/** What the claim says by a code and pages by words. Data that a page is handed with the vocabulary; words in lower case. */
import { STATE } from '@claimside/shared/codes';

/** Codes by the words that mean them. */
export type Spoken = Readonly<Record<string, string>>;

const byCode = (words: Readonly<Record<string, string>>): Spoken =>
  Object.fromEntries(
    Object.entries(words).flatMap(([code, said]) => said.split(', ').map((word) => [word, code])),
  );

export const SPOKEN = {
  /** Two letters, or the name. */
  state: {
    ...Object.fromEntries(Object.keys(STATE.codes).map((code) => [code.toLowerCase(), code])),
    ...Object.fromEntries(Object.entries(STATE.codes).map(([code, name]) => [name.toLowerCase(), code])),
  },
  /** DMG03. */
  sex: byCode({
    F: 'f, female, woman',
    M: 'm, male, man',
    U: 'u, unknown, x, undifferentiated, nonbinary, non-binary, other',
  }),
  /** SBR02 / PAT01: what the patient is to the subscriber. */
  relationship: byCode({
    '18': '18, self, patient, same, insured',
    '01': '01, spouse, husband, wife',
    '19': '19, child, son, daughter',
    '20': '20, employee',
    '21': '21, unknown',
    '53': '53, life partner, domestic partner, partner',
    G8: 'g8, other, other relationship',
  }),
  /** CTP05-01: the unit of what was given of a drug. */
  drugUnit: byCode({
    F2: 'f2, iu, iu., i.u, i.u., international unit, international units',
    GR: 'gr, g, gram, grams',
    ME: 'me, mg, milligram, milligrams',
    ML: 'ml, milliliter, milliliters, millilitre, millilitres',
    UN: 'un, unit, units, each, ea',
  }),
} as const satisfies Record<string, Spoken>;
