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
import type { IsoDate } from '@claimside/shared/values';
import { readFeeSchedule } from '../../fee-schedule/index.ts';
import { getPractice } from '../../store/practices.ts';
import type { Scope } from '../../store/store.ts';
import { claimParts, partsOfPatient } from './parts.ts';

interface Asked {
  readonly scope: Scope;
  readonly claimId: string;
  /** Where the practice is. */
  readonly today: IsoDate;
}

/** Of the payment that was learnt as this event; undefined where there is none that stands. */
export async function makeReceipt(asked: Asked, eventId: string): Promise<Paper | undefined> {
  const { parts, practice } = await known(asked);
  const receipt = parts && receiptOf(parts, practice, eventId);
  return receipt && receiptPaper(receipt, asked.today);
}

/** Of a visit that nothing is billed for: the codes without a price instead, where there are any. */
export async function makeSelfPay(
  scope: Scope,
  visit: SelfPayVisit,
  today: IsoDate,
): Promise<Paper | readonly WithoutPrice[] | undefined> {
  const { settings } = await getPractice(scope);
  if (!settings) return undefined;
  const bill = selfPaySuperbill(visit, settings, await readFeeSchedule(scope));
  return 'lines' in bill ? superbillPaper(bill, today) : bill;
}

export async function makeSuperbill(asked: Asked, asSelfPay: boolean): Promise<Paper | undefined> {
  const { parts, practice } = await known(asked);
  return parts && superbillPaper(superbillOf(parts, practice, asSelfPay), asked.today);
}

/** Of the patient whose claim this is. */
export async function makeStatement(asked: Asked): Promise<Paper | undefined> {
  const { scope, claimId, today } = asked;
  const { settings } = await getPractice(scope);
  const statement = statementOf(await partsOfPatient(scope, claimId), settings, today);
  return statement && statementPaper(statement, today);
}

/** Box by box, for plain paper. */
export async function makeCms1500(asked: Asked): Promise<Paper | undefined> {
  const pages = await makeCms1500Pages(asked);
  return pages && cms1500Paper(pages, asked.today);
}

/** For the form itself. */
export async function makeCms1500Pages(asked: Asked): Promise<Cms1500Page[] | undefined> {
  const parts = await claimParts(asked.scope, asked.claimId);
  return parts && cms1500Pages({ ...parts, today: asked.today });
}

async function known({ scope, claimId }: Asked) {
  const { settings } = await getPractice(scope);
  return { parts: await claimParts(scope, claimId), practice: settings };
}
