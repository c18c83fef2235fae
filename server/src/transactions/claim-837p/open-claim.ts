/** A claim while its set is read: under way, ended, and as it is told. */
import type { Segment } from '../../x12/index.ts';
import type { Frame } from '../guide/frame.ts';
import { LeftoverList } from '../guide/leftover-list.ts';
import type { Leftover } from '../guide/leftovers.ts';
import type { Fields } from '../guide/rules.ts';
import type { ClaimRecord, ReadClaim } from './model.ts';

/** What was read of one level. */
export interface Level {
  readonly fields: Fields;
  readonly leftovers: LeftoverList;
}

/** The claim under way. */
export interface OpenClaim extends Level {
  /** Undefined when it got lost. */
  readonly clm: Segment | undefined;
  readonly first: Segment;
  readonly frame: Frame;
  readonly firstOrdinal: number;
  readonly opens: ClaimRecord['opens'];
}

/** One that ended: told as soon as nothing more can belong to it. */
export interface EndedClaim extends OpenClaim {
  readonly claim: ReadClaim['claim'];
  readonly statedCharge: ReadClaim['statedCharge'];
  lastOrdinal: number;
}

export function emptyLevel(): Level {
  return { fields: {}, leftovers: new LeftoverList() };
}

/** `above`: what the levels that it stands in left over. */
export function readClaimOf(
  ended: EndedClaim,
  above: readonly Leftover[],
  transactionSetControlNumber: string,
): ReadClaim {
  const { clm, claim, statedCharge, firstOrdinal, lastOrdinal, opens } = ended;
  const own = ended.leftovers.toArray();
  const notInModel = own.length === 0 ? above : [...above, ...own];
  const patientControlNumber = clm?.element(1) ?? '';
  return {
    patientControlNumber,
    claim,
    ...(notInModel.length > 0 ? { notInModel } : {}),
    ...(opens ? { opens } : {}),
    statedCharge,
    position: { patientControlNumber, transactionSetControlNumber, firstOrdinal, lastOrdinal },
  };
}
