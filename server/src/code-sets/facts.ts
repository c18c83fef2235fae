/** What the practice's lists say of some codes, for edits here and in the sidebar. */
import type {
  CodeFacts,
  CodeStatement,
  CodesAsked,
  ImportedList,
  ListFact,
  PairStatement,
} from '@claimside/shared/codes';
import { bareCode, IMPORTED_LISTS, procedureListOf, SHIPPED_CODE_SETS } from '@claimside/shared/codes';
import { addDays } from '@claimside/shared/values';
import { type CodeListEdition, findEntries, listHeldEditions, readEdition } from '../store/code-lists.ts';
import type { Scope } from '../store/store.ts';
import { fromStored } from './entry.ts';
import { codeListOf } from './lists.ts';
import { unpackPairs } from './packed-pairs.ts';

/** Only lists that are loaded say anything. */
export async function codeFactsFor(scope: Scope, asked: CodesAsked): Promise<CodeFacts> {
  const held = await listHeldEditions(scope);
  const lists: Partial<Record<ImportedList, ListFact>> = {};
  const codes: Partial<Record<ImportedList, Record<string, readonly CodeStatement[]>>> = {};
  for (const list of IMPORTED_LISTS) {
    const editions = held.filter((edition) => edition.list === list);
    const fact = listFact(list, editions);
    if (!fact) continue;
    lists[list] = fact;
    const wanted = askedOf(list, asked);
    if (list !== 'ncci-ptp' && wanted.length > 0)
      codes[list] = await statementsOf(scope, list, editions, wanted);
  }
  return {
    lists,
    codes,
    pairs: await pairsAmong(scope, held, askedOf('ncci-ptp', asked)),
    replaced: await replacedLists(scope, held),
  };
}

function askedOf(list: ImportedList, asked: CodesAsked): string[] {
  const { diagnoses, procedures, modifiers, adjustmentReasons, remarks } = asked;
  const codes: Readonly<Record<ImportedList, readonly string[]>> = {
    'icd-10-cm': diagnoses,
    hcpcs: [...procedures.filter((code) => procedureListOf(code) === 'hcpcs'), ...modifiers],
    'ncci-ptp': procedures,
    'ncci-mue': procedures,
    'practice-cpt': procedures,
    carc: adjustmentReasons,
    rarc: remarks,
  };
  return [...new Set(codes[list].map(bareCode))];
}

function listFact(list: ImportedList, editions: readonly CodeListEdition[]): ListFact | undefined {
  const [first, newest] = [editions[0], editions.at(-1)];
  if (!first || !newest) return undefined;
  const { effective: edition, importedAt } = newest;
  return codeListOf(list)?.validBy === 'edition'
    ? { edition, since: first.effective, importedAt }
    : { edition, importedAt };
}

/** By code, what each edition says of it, earliest first; empty for a code that none holds. */
async function statementsOf(
  scope: Scope,
  list: ImportedList,
  editions: readonly CodeListEdition[],
  codes: readonly string[],
): Promise<Record<string, readonly CodeStatement[]>> {
  const rows = await findEntries(scope, idsOf(editions), codes);
  const byEdition = codeListOf(list)?.validBy === 'edition';
  return Object.fromEntries(
    codes.map((code) => [
      code,
      editions.flatMap((edition, index) => {
        const row = rows.find((each) => each.code === code && each.editionId === edition.id);
        if (!row) return [];
        return { ...fromStored(row.entry), ...(byEdition && timeOf(edition, editions[index + 1])) };
      }),
    ]),
  );
}

/** An edition holds until the next one. */
function timeOf(edition: CodeListEdition, next: CodeListEdition | undefined) {
  return { from: edition.effective, ...(next && { to: addDays(next.effective, -1) }) };
}

async function pairsAmong(
  scope: Scope,
  held: readonly CodeListEdition[],
  procedures: readonly string[],
): Promise<PairStatement[]> {
  if (procedures.length < 2) return [];
  const rows = await findEntries(
    scope,
    idsOf(held.filter((edition) => edition.list === 'ncci-ptp')),
    procedures,
  );
  return rows.flatMap(({ code, entry }) =>
    [...unpackPairs(code, fromStored(entry).pairs ?? '')].filter((pair) => procedures.includes(pair.column2)),
  );
}

async function replacedLists(scope: Scope, held: readonly CodeListEdition[]): Promise<CodeFacts['replaced']> {
  const replaced: Record<string, CodeFacts['replaced'][string]> = {};
  for (const { name } of SHIPPED_CODE_SETS) {
    const edition = held.find((each) => each.list === name);
    if (!edition) continue;
    const entries = await readEdition(scope, edition.id);
    const codes = [...entries].map(([code, entry]) => [code, fromStored(entry).title ?? '']);
    replaced[name] = { asOf: edition.effective, codes: Object.fromEntries(codes) };
  }
  return replaced;
}

const idsOf = (editions: readonly CodeListEdition[]) => editions.map((edition) => edition.id);
