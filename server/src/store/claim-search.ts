/** What a search looks for, each by an index: names by their beginning, payers by any part, dates and amounts, numbers. */
import { parseDate, parseMoney } from '@claimside/shared/values';
import { and, count, eq, inArray, or, type SQL, type SQLWrapper } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import { startsWith, unindexed } from './dialect.ts';
import { type NameSought, namesSought } from './name-keys.ts';
import { claimCheckNumbers, claimPayerNumbers, claimPayers, claims } from './schema.ts';
import type { Scope } from './store.ts';

/** Claims that one check or payer number may name; more than these is no number to find a claim by. */
const MOST_BY_NUMBER = 500;
/** Payers whose names hold the text; nobody goes through the claims of more at once. */
const MOST_PAYERS = 20;
/** Of our numbers: fewer characters than these are no number to look for. */
const LEAST_OF_NUMBER = 4;
/** From so many claims on, the newest that fit are found sooner by walking the list that is shown. */
export const MANY = 20_000;

/** One way in which a claim may fit. */
export interface Source {
  readonly where: SQL;
  /** The index that finds it holds claims in the order of the lists. */
  readonly isInOrder: boolean;
  /** The same without an index, where it fits so many that the list is walked instead. */
  readonly walked?: SQL;
}

/** Of claims of the practice; none where the text can mean nothing. */
export async function sourcesOf(scope: Scope, text: string, isWithoutMoney = false): Promise<Source[]> {
  const date = parseDate(text);
  const amount = parseMoney(text);
  const sources: Source[] = [];
  for (const sought of namesSought(text)) sources.push(await nameSource(scope, sought));
  for (const name of await payersMatching(scope, text))
    sources.push({ where: eq(claims.payerName, name), isInOrder: true });
  if (date !== undefined) sources.push({ where: eq(claims.serviceDate, date), isInOrder: false });
  if (amount !== undefined && !isWithoutMoney)
    sources.push({ where: eq(claims.totalCharge, amount), isInOrder: true });
  const number = text.toUpperCase();
  if (number.length >= LEAST_OF_NUMBER && /^[A-Z0-9-]*$/.test(number))
    sources.push({ where: startsWith(claims.patientControlNumber, number), isInOrder: false });
  const ids = await idsOfNumber(scope, text, isWithoutMoney);
  if (ids.length > 0)
    sources.push({
      where: and(inArray(claims.id, ids), eq(unindexed(claims.practiceId), scope.practiceId)) as SQL,
      isInOrder: false,
    });
  return sources;
}

async function nameSource(scope: Scope, sought: NameSought): Promise<Source> {
  const where = nameCondition(sought, (column) => column);
  const some = scope.db
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), where))
    .limit(MANY)
    .as('some');
  const [row] = await scope.db.select({ claims: count() }).from(some);
  const isWide = (row?.claims ?? 0) >= MANY;
  return { where, isInOrder: false, ...(isWide && { walked: nameCondition(sought, unindexed) }) };
}

function nameCondition({ last, later, first }: NameSought, as: (column: SQLWrapper) => SQLWrapper): SQL {
  return and(
    last === undefined ? undefined : startsWith(as(claims.lastNameKey), last),
    later === undefined ? undefined : startsWith(as(claims.laterNameKey), later),
    first === undefined ? undefined : startsWith(as(claims.firstNameKey), first),
  ) as SQL;
}

/** Names of payers that hold the text, whatever the case. */
async function payersMatching(scope: Scope, text: string): Promise<string[]> {
  const rows = await scope.db
    .select({ name: claimPayers.name })
    .from(claimPayers)
    .where(eq(claimPayers.practiceId, scope.practiceId));
  const part = text.toLowerCase();
  return rows.flatMap(({ name }) => (name.toLowerCase().includes(part) ? name : [])).slice(0, MOST_PAYERS);
}

/** The payer's number of the claim, or that of a check that paid it. */
async function idsOfNumber(scope: Scope, number: string, isWithoutMoney: boolean): Promise<string[]> {
  const ids: string[] = [];
  for (const table of isWithoutMoney ? [claimPayerNumbers] : [claimPayerNumbers, claimCheckNumbers]) {
    const rows = await scope.db
      .select({ claimId: table.claimId })
      .from(table)
      .where(and(eq(table.practiceId, scope.practiceId), eq(table.number, number)))
      .limit(MOST_BY_NUMBER);
    ids.push(...rows.map(({ claimId }) => claimId));
  }
  return ids;
}

/** For a list that is walked in its own order: the claim is one that fits. */
export function isOneOf(scope: Scope, sources: readonly Source[]): SQL {
  const asked = sources
    .filter(({ walked }) => walked === undefined)
    .map(({ where }) =>
      scope.db
        .select({ id: claims.id })
        .from(claims)
        .where(and(eq(claims.practiceId, scope.practiceId), where)),
    );
  const [one, other, ...more] = asked;
  const found = one && other ? unionAll(one, other, ...more) : one;
  const fits = [
    ...(found ? [inArray(claims.id, found)] : []),
    ...sources.flatMap(({ walked }) => walked ?? []),
  ];
  // By a text that can mean nothing, none is.
  return or(...fits) ?? eq(claims.id, '');
}
