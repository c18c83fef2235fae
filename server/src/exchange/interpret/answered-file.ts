/** Whether an acknowledgement is about our file, and not about another one that bore the same small number. */
import { addDays, type IsoDate } from '@claimside/shared/values';
import { type ClearinghouseProfile, hasTellingNames, namesOfUploads } from '../../clearinghouse/index.ts';
import type { StoredInboundFile } from '../../store/inbound-files.ts';
import { namesOfFiles, type OutboundFile } from '../../store/outbound-files.ts';
import type { Scope } from '../../store/store.ts';
import type { ImplementationAcknowledgementFile } from '../../transactions/ack-999/index.ts';
import { FindingList, readDate, readInterchangeFile } from '../../x12/index.ts';

/** What a report says of the upload it answers, beside control numbers; undefined where it says nothing. */
export interface ReportIdentity {
  /** Names of our kind within the report's own name, without extension; where names are short, those alone that a file of ours has. */
  readonly uploadNames: readonly string[];
  /** ISA13 that its TA1s name. */
  readonly interchanges: readonly number[];
  /** GS04 of the report, where it has a group. */
  readonly date: IsoDate | undefined;
  /** By which it came; null where a person brought it. */
  readonly connectionId: string | null;
}

export async function identify(
  scope: Scope,
  stored: Pick<StoredInboundFile, 'name' | 'bytes' | 'connectionId'>,
  file: Pick<ImplementationAcknowledgementFile, 'interchangeAcknowledgements'>,
  profile: ClearinghouseProfile,
): Promise<ReportIdentity> {
  const { transactionSets } = readInterchangeFile(stored.bytes, new FindingList());
  const named = namesOfUploads(profile, stored.name);
  return {
    uploadNames: hasTellingNames(profile) ? named : await namesOfFiles(scope, named),
    interchanges: file.interchangeAcknowledgements.map((ta1) => Number(ta1.controlNumber)),
    connectionId: stored.connectionId,
    date: readDate(transactionSets[0]?.group.header?.element(4) ?? ''),
  };
}

/**
 * Why the report can not be about this file of ours; undefined when all it says agrees, or there is no file.
 * `answeredDate` is the date of the answered interchange as the TA1 repeats it (TA102).
 */
export function doubtOf(
  report: ReportIdentity,
  outbound: OutboundFile | undefined,
  answeredDate: IsoDate | undefined,
): string | undefined {
  if (!outbound) return undefined;
  if (outbound.attempts === 0)
    return 'It answers a number of a file that has not been sent yet: it is about a file of another system.';
  const name = outbound.name.replace(/\.[^.]*$/, '');
  const cameElsewhere = report.connectionId !== null && report.connectionId !== outbound.connectionId;
  if (cameElsewhere && !report.uploadNames.includes(name))
    return 'The file whose number it bears went to another clearinghouse: it is about a file of another system.';
  if (report.uploadNames.length > 0 && !report.uploadNames.includes(name))
    return 'Its name is that of another upload than the number in it: it was not counted.';
  if (report.interchanges.length > 0 && !report.interchanges.includes(outbound.interchangeControlNumber))
    return 'Its TA1 and its 999 answer two different files: it was not counted.';
  // Our dates are UTC; a clearinghouse in America may still write the day before.
  const earliest = addDays(outbound.createdAt.slice(0, 10) as IsoDate, -1);
  if ([report.date, answeredDate].some((date) => date !== undefined && date < earliest))
    return 'It is older than the file whose number it bears: it is about a file of another system.';
  return undefined;
}
