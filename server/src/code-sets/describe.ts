/** What lists there are and what they say, for a person who looks. */
import type { CodeStatement, ImportedList, PairStatement } from '@claimside/shared/codes';
import {
  bareCode,
  codeSetsFrom,
  holdsCode,
  IMPORTED_LISTS,
  SHIPPED_CODE_SETS,
} from '@claimside/shared/codes';
import { daysBetween, type IsoDate, type UtcInstant } from '@claimside/shared/values';
import { type CodeListEdition, listHeldEditions } from '../store/code-lists.ts';
import type { Scope } from '../store/store.ts';
import { codeFactsFor } from './facts.ts';
import { CODE_LISTS } from './lists.ts';

interface DescribedEdition extends Pick<CodeListEdition, 'effective' | 'size' | 'importedAt'> {
  readonly files: readonly string[];
}

export interface DescribedList {
  readonly list: string;
  readonly title: string;
  readonly publisher: string;
  /** From when the newest edition, or the list that ships, holds; null when there is none. */
  readonly edition: IsoDate | null;
  /** Days since then. */
  readonly ageDays: number | null;
  /** Imported editions that are held, earliest first. */
  readonly imported: readonly DescribedEdition[];
  /** What happens without an import. */
  readonly whenAbsent: string;
}

/** Every list that can be imported, whether it is or not. */
export async function describeLists(scope: Scope, now: UtcInstant): Promise<DescribedList[]> {
  const held = await listHeldEditions(scope);
  return CODE_LISTS.map(({ name, title, publisher, whenAbsent, shipped }) => {
    const imported = held.filter((edition) => edition.list === name);
    const edition = imported.at(-1)?.effective ?? shipped?.asOf ?? null;
    return {
      list: name,
      title,
      publisher,
      edition,
      ageDays: edition === null ? null : daysBetween(edition, now.slice(0, 10) as IsoDate),
      imported: imported.map(({ effective, size, importedAt, files }) => ({
        effective,
        size,
        importedAt,
        files: files.map((file) => file.name),
      })),
      whenAbsent,
    };
  });
}

export interface DescribedCode {
  readonly code: string;
  readonly imported: readonly { readonly list: ImportedList; readonly says: readonly CodeStatement[] }[];
  readonly shipped: readonly { readonly list: string; readonly title: string; readonly words: string }[];
}

/** What every list says of these codes, whatever kind of code they are. */
export async function describeCodes(
  scope: Scope,
  asked: readonly string[],
): Promise<{ codes: DescribedCode[]; pairs: readonly PairStatement[] }> {
  const codes = [...new Set(asked.map(bareCode))];
  const facts = await codeFactsFor(scope, {
    diagnoses: codes,
    procedures: codes,
    modifiers: codes,
    adjustmentReasons: codes,
    remarks: codes,
  });
  const sets = codeSetsFrom(facts);
  const shipped = SHIPPED_CODE_SETS.map((set) => sets.current?.(set) ?? set);
  return {
    codes: codes.map((code) => ({
      code,
      imported: IMPORTED_LISTS.flatMap((list) => {
        const says = facts.codes[list]?.[code] ?? [];
        return says.length > 0 ? [{ list, says }] : [];
      }),
      shipped: shipped
        .filter((set) => holdsCode(set, code))
        .map((set) => ({ list: set.name, title: set.title, words: set.codes[code] ?? '' })),
    })),
    pairs: facts.pairs,
  };
}
