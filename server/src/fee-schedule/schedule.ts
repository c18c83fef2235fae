/** The fee schedule as it stands: read whole, searched, counted, and one procedure of it changed. */
import type {
  ContractAmount,
  FeeScheduleSummary,
  FoundProcedures,
  Procedure,
  ScheduledProcedure,
} from '@claimside/shared/api';
import { recordAudit } from '../access/index.ts';
import { nameKeyOf } from '../payer-list/entry.ts';
import type { Runtime } from '../runtime.ts';
import {
  findProcedures,
  listContractAmounts,
  listProcedures,
  removeProcedure,
  saveProcedure,
  searchProcedures,
} from '../store/fee-schedule.ts';
import type { Scope, Store } from '../store/store.ts';
import { noteWorklistSettings } from '../store/worklists-upkeep.ts';

export interface ScheduleContext {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly practiceId: string;
}

/** All of it, by code. */
export async function readFeeSchedule(scope: Scope): Promise<ScheduledProcedure[]> {
  return withContracts(await listProcedures(scope), await listContractAmounts(scope));
}

export async function findInFeeSchedule(
  scope: Scope,
  { search, after }: { readonly search: string; readonly after: string },
  limit: number,
): Promise<FoundProcedures> {
  const words = nameKeyOf(search)
    .split(' ')
    .filter((word) => word !== '');
  const found = await searchProcedures(scope, words, after, limit + 1);
  const page = found.slice(0, limit);
  const codes = page.map(({ code }) => code);
  const amounts = codes.length === 0 ? [] : await listContractAmounts(scope, codes);
  return {
    procedures: withContracts(page, amounts),
    next: found.length > limit ? (codes.at(-1) ?? null) : null,
  };
}

export async function summaryOfFeeSchedule(scope: Scope): Promise<FeeScheduleSummary> {
  const procedures = await listProcedures(scope);
  const contracts = new Map<string, FeeScheduleSummary['contracts'][number]>();
  for (const { payerId, payerName = null } of await listContractAmounts(scope)) {
    const key = `${payerId} ${payerName}`;
    const amounts = (contracts.get(key)?.amounts ?? 0) + 1;
    contracts.set(key, { payerId, payerName, amounts });
  }
  const having = (part: 'price' | 'selfPayPrice') =>
    procedures.filter((procedure) => procedure[part] !== undefined).length;
  return {
    size: procedures.length,
    withoutPrice: procedures.length - having('price'),
    withSelfPayPrice: having('selfPayPrice'),
    contracts: [...contracts.values()],
  };
}

/** Adds it, or puts it in the place of the one with its code. */
export async function changeProcedure(
  { store, runtime, practiceId }: ScheduleContext,
  byDevice: string | null,
  procedure: ScheduledProcedure,
): Promise<void> {
  await store.transaction(async (db) => {
    const scope = { db, practiceId };
    const before = await listContractAmounts(scope, [procedure.code]);
    await saveProcedure(scope, procedure);
    if (before.length + procedure.contract.length > 0) await noteWorklistSettings(scope);
    await recordAudit(runtime, scope, byDevice, 'procedure-changed', procedure.code);
  });
}

/** False where there is none with this code. */
export async function endProcedure(
  { store, runtime, practiceId }: ScheduleContext,
  byDevice: string | null,
  code: string,
): Promise<boolean> {
  return store.transaction(async (db) => {
    const scope = { db, practiceId };
    if ((await findProcedures(scope, [code])).length === 0) return false;
    const hadContract = (await listContractAmounts(scope, [code])).length > 0;
    await removeProcedure(scope, code);
    if (hadContract) await noteWorklistSettings(scope);
    await recordAudit(runtime, scope, byDevice, 'procedure-removed', code);
    return true;
  });
}

function withContracts(
  procedures: readonly Procedure[],
  amounts: Awaited<ReturnType<typeof listContractAmounts>>,
): ScheduledProcedure[] {
  const byCode = new Map<string, ContractAmount[]>();
  for (const { code, ...amount } of amounts) byCode.set(code, [...(byCode.get(code) ?? []), amount]);
  return procedures.map((procedure) => ({
    ...procedure,
    contract: byCode.get(procedure.code) ?? [],
  }));
}
