/** Makes the answers that edits ask for out of the facts that the server found about the codes on a claim. */
import { cents, type IsoDate } from '../values/index.ts';
import type { CodeFacts, CodeStatement } from './facts.ts';
import { bareCode, type ImportedList, procedureListOf } from './imported.ts';
import type { CodeSets, CodeStanding } from './lookup.ts';

/** CPT's modifiers, which no imported list holds. */
const CPT_MODIFIER = /^(\d|P[1-6]$)/;

/** A question about a list that is not loaded is absent. A code that the facts say nothing of is answered `undefined`. */
export function codeSetsFrom(facts: CodeFacts): CodeSets {
  const { lists } = facts;
  return {
    ...(lists['icd-10-cm'] && {
      diagnosis(code, onDate) {
        const found = inForce(facts, 'icd-10-cm', code, onDate);
        return found?.header ? 'header' : standing(facts, 'icd-10-cm', code, onDate);
      },
    }),
    ...((lists.hcpcs || lists['practice-cpt']) && {
      procedure: (code, onDate) => standing(facts, procedureListOf(code), code, onDate),
    }),
    ...(lists.hcpcs && {
      modifier: (code, onDate) =>
        CPT_MODIFIER.test(code) ? undefined : standing(facts, 'hcpcs', code, onDate),
    }),
    ...(lists['ncci-ptp'] && {
      pairEdit(column1, column2, onDate) {
        const [one, two] = [bareCode(column1), bareCode(column2)];
        const pair = facts.pairs.find(
          (each) => each.column1 === one && each.column2 === two && holds(each, onDate),
        );
        return pair && { modifierAllowed: pair.modifierAllowed };
      },
    }),
    ...(lists['ncci-mue'] && {
      maximumUnits(code, onDate) {
        const { units, per } = inForce(facts, 'ncci-mue', code, onDate) ?? {};
        return units === undefined || per === undefined ? undefined : { units, per };
      },
    }),
    ...(lists['practice-cpt'] && {
      usualCharge(code) {
        const charge = statements(facts, 'practice-cpt', code)?.at(-1)?.charge;
        return charge === undefined ? undefined : cents(charge);
      },
    }),
    describe: (list, code) => statements(facts, list, code)?.at(-1)?.title,
    editionOf: (list) => lists[list]?.edition,
    current(shipped) {
      const replaced = facts.replaced[shipped.name];
      return replaced ? { ...shipped, ...replaced } : shipped;
    },
  };
}

/** Undefined where the list can not know: not loaded, not asked, before its first day, or a year past its newest edition. */
function standing(
  facts: CodeFacts,
  list: ImportedList,
  code: string,
  onDate: IsoDate,
): CodeStanding | undefined {
  const known = statements(facts, list, code);
  const loaded = facts.lists[list];
  if (!known || !loaded || (loaded.since !== undefined && onDate < loaded.since)) return undefined;
  if (known.some((statement) => holds(statement, onDate))) return 'valid';
  if (known.length > 0) return 'not-in-force';
  return onDate < aYearAfter(loaded.edition) ? 'unknown' : undefined;
}

function inForce(
  facts: CodeFacts,
  list: ImportedList,
  code: string,
  onDate: IsoDate,
): CodeStatement | undefined {
  return statements(facts, list, code)?.find((statement) => holds(statement, onDate));
}

function statements(
  facts: CodeFacts,
  list: ImportedList,
  code: string,
): readonly CodeStatement[] | undefined {
  return facts.codes[list]?.[bareCode(code)];
}

function holds(period: { readonly from?: IsoDate; readonly to?: IsoDate }, onDate: IsoDate): boolean {
  return (
    (period.from === undefined || period.from <= onDate) && (period.to === undefined || onDate <= period.to)
  );
}

/** The same day a year on, to compare with: 29 February becomes a day that is never met, which is as good. */
function aYearAfter(date: IsoDate): string {
  return `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
}
