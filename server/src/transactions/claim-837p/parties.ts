/** What is known of provider, subscriber and patient while an 837 is being read. Empty text means: not said. */
import type { Address, PersonName } from '@claimside/shared/claim';
import type { IsoDate } from '@claimside/shared/values';
import { NO_ADDRESS } from '../parts/address.ts';
import type { ClaimFileEnvelope } from './model.ts';

/** A name with what follows it. An organization's name is in `lastName`. */
export interface Party {
  isPerson: boolean;
  name: PersonName;
  /** NM109. */
  id: string;
  address: Address;
  birthDate: IsoDate | undefined;
  sex: string;
}

/** 2000A and 2010AA. */
export interface ProviderLevel {
  readonly party: Party;
  taxonomy: string;
  taxIdKind: 'EI' | 'SY';
  taxId: string;
  /** Undefined: the submitter's. */
  contact: { contactName: string; contactPhone: string } | undefined;
}

/** 2000B, 2010BA, 2010BB, and 2000C with 2010CA for a dependent. */
export interface PatientLevel {
  readonly subscriber: Party;
  readonly isDependent: boolean;
  readonly dependent: Party;
  /** SBR02, or PAT01 of a dependent. */
  relationship: string;
  payer: { name: string; id: string };
  groupNumber: string;
  groupName: string;
  claimFilingIndicator: string;
}

export function emptyParty(): Party {
  return {
    isPerson: true,
    name: { lastName: '', firstName: '' },
    id: '',
    address: NO_ADDRESS,
    birthDate: undefined,
    sex: '',
  };
}

/** What a claim inherits from the levels it stands in. */
export interface AboveClaim {
  readonly provider: ProviderLevel;
  readonly patient: PatientLevel;
  readonly submitter: ClaimFileEnvelope['submitter'];
}
