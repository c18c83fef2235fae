/** Makes the papers of a claim: each from what the practice has stored, as of today. */
import type { SelfPayVisit } from '@claimside/shared/api';
import {
  type Cms1500Page,
  cms1500Pages,
  cms1500Paper,
  type Paper,
  receiptOf,
  receiptPaper,
  selfPaySuperbill,
  statementOf,
  statementPaper,
  superbillOf,
  superbillPaper,
  type WithoutPrice,
} from '@claimside/shared/papers';
import { earliestDateOnEarth, type UtcInstant } from '@claimside/shared/values';
import { readFeeSchedule } from '../../fee-schedule/index.ts';
import { getPractice } from '../../store/practices.ts';
import type { Scope } from '../../store/store.ts';
import { claimParts, partsOfPatient } from './parts.ts';

interface Asked {
  readonly scope: Scope;
  readonly claimId: string;
  readonly now: UtcInstant;
}

/** Of the payment that was learnt as this event; undefined where there is none that stands. */
export async function makeReceipt(asked: Asked, eventId: string): Promise<Paper | undefined> {
  const { parts, practice, today } = await known(asked);
  const receipt = parts && receiptOf(parts, practice, eventId);
  return receipt && receiptPaper(receipt, today);
}

/** Of a visit that nothing is billed for: the codes without a price instead, where there are any. */
export async function makeSelfPay(
  scope: Scope,
  visit: SelfPayVisit,
  now: UtcInstant,
): Promise<Paper | readonly WithoutPrice[] | undefined> {
  const { settings } = await getPractice(scope);
  if (!settings) return undefined;
  const bill = selfPaySuperbill(visit, settings, await readFeeSchedule(scope));
  return 'lines' in bill ? superbillPaper(bill, earliestDateOnEarth(now)) : bill;
}

export async function makeSuperbill(asked: Asked, asSelfPay: boolean): Promise<Paper | undefined> {
  const { parts, practice, today } = await known(asked);
  return parts && superbillPaper(superbillOf(parts, practice, asSelfPay), today);
}

/** Of the patient whose claim this is. */
export async function makeStatement(asked: Asked): Promise<Paper | undefined> {
  const { practice, today } = await known(asked);
  const statement = statementOf(await partsOfPatient(asked.scope, asked.claimId), practice, today);
  return statement && statementPaper(statement, today);
}

/** Box by box, for plain paper. */
export async function makeCms1500(asked: Asked): Promise<Paper | undefined> {
  const pages = await makeCms1500Pages(asked);
  return pages && cms1500Paper(pages, earliestDateOnEarth(asked.now));
}

/** For the form itself. */
export async function makeCms1500Pages(asked: Asked): Promise<Cms1500Page[] | undefined> {
  const { parts, today } = await known(asked);
  return parts && cms1500Pages({ ...parts, today });
}

async function known({ scope, claimId, now }: Asked) {
  const { settings } = await getPractice(scope);
  // That of the United States while anybody there is at work.
  const today = earliestDateOnEarth(now);
  return { parts: await claimParts(scope, claimId), practice: settings, today };
}
