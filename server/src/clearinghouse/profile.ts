/** What a clearinghouse expects and does, as data: adding one is adding an object, not code. */

import type { REPORT_SHAPES } from '@claimside/shared/api';
import type { ExchangedAnswer } from '@claimside/shared/lifecycle';
import type { IsoDate } from '@claimside/shared/values';

export type ReportShape = (typeof REPORT_SHAPES)[number];

export interface ClaimFileLimits {
  /** ISA05; ISA07; GS03. */
  readonly senderQualifiers: readonly string[];
  readonly receiverQualifiers: readonly string[];
  readonly applicationReceivers: readonly string[];
  /** Which account numbers (CLM01) come back whole in its reports, and the same in words. */
  readonly patientControlNumber: { readonly pattern: string; readonly words: string };
  /** How many of each segment a file may hold. */
  readonly most: { readonly ISA: number; readonly GS: number; readonly ST: number };
  /** Whether only the basic characters are sure to be read. */
  readonly isBasicOnly: boolean;
}

/** Its service that answers 270 and 276 at once (CAQH CORE). */
export interface RealTimeService {
  readonly form: 'soap' | 'mime';
  readonly urls: { readonly soap: string; readonly mime: string };
  /** What the host of the address must match; null where any will do. */
  readonly allowedHosts: string | null;
  /** SenderID, ISA06 and GS02: given by the clearinghouse with the access, and not the one for files. */
  readonly senderId: string;
  /** ReceiverID. */
  readonly receiverId: string;
  readonly coreRuleVersion: string;
  readonly envelope: {
    /** ISA05; ISA07 and ISA08; GS03; ISA14; ISA15. */
    readonly senderQualifier: string;
    readonly receiverQualifier: string;
    readonly receiverId: string;
    readonly applicationReceiver: string;
    readonly acknowledgementRequested: '0' | '1';
    readonly usageIndicator: 'P' | 'T';
  };
  readonly timeoutMilliseconds: number;
  /** Of an answer. */
  readonly maximumBytes: number;
}

export interface ClearinghouseProfile {
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** Where the values come from and how old they are. */
  readonly source: string;
  readonly host: string;
  /** What a connection's host must match, so that claims cannot go to a mistyped one; null where any will do. */
  readonly allowedHosts: string | null;
  readonly port: number;
  readonly folders: { readonly inbound: string; readonly outbound: string };

  /** ISA05/06 and ISA07/08, GS03, ISA14, ISA15, 1000B. The sender's ids are the submitter's. */
  readonly envelope: {
    readonly senderQualifier: string;
    readonly receiverQualifier: string;
    readonly receiverId: string;
    readonly applicationReceiver: string;
    readonly acknowledgementRequested: '0' | '1';
    readonly usageIndicator: { readonly test: 'P' | 'T'; readonly live: 'P' | 'T' };
    readonly receiverName: string;
    readonly receiverCode: string;
  };

  /** How the clearinghouse names itself in 2100A of a 277CA; anything else there is a payer. */
  readonly own: { readonly ids: readonly string[]; readonly names: readonly string[] };

  readonly fileNames: {
    /** `{date}`, `{time}` and `{number}` are filled in. */
    readonly live: string;
    readonly test: string;
    /** Its presence in the name is what makes a file a test; null where ISA15 decides. */
    readonly testMark: string | null;
    /** Must be in every name. */
    readonly formMark: string | null;
  };

  /** `direct`: one upload under the final name. `rename`: under a temporary name, then renamed. */
  readonly uploadMode: 'direct' | 'rename';
  /** Whether an upload can be read back from the inbound folder: then its bytes are compared, else only its size. */
  readonly inboundIsReadable: boolean;
  /**
   * True only where the clearinghouse is known to refuse a repeated file: then an upload of unsure fate is
   * repeated with the same bytes and name. Otherwise it waits for the 999 or a person.
   */
  readonly repeatsAreSafe: boolean;
  readonly deleteAfterDownload: boolean;
  /** Not before an answer was stored so long ago and is still listed the same: until then it may be half written. */
  readonly removeAfterMilliseconds: number;
  readonly maximumClaimsPerFile: number;
  readonly maximumBytesPerFile: number;
  /** Ids of payers whose claims leave in files of their own, one payer to a file. */
  readonly payersAlone: readonly string[];
  /** What the id of a payer must match to be routed; null where nothing is known. */
  readonly payerIdPattern: string | null;
  /** What it takes in an 837P beyond the guide and its own ids above; null where nothing is known. */
  readonly claimFile: ClaimFileLimits | null;
  /**
   * A file is made when the oldest waiting claim is this old, or the file is full: visits billed one after another
   * share a file, and until then each can be taken back.
   */
  readonly freezeAfterMilliseconds: number;

  readonly realTime: RealTimeService;

  /** Nothing is sent before this day has begun everywhere; null where there is no such day. */
  readonly startsOn: IsoDate | null;
  /** Days after which a password has to be changed; null where nothing is known. */
  readonly passwordDays: number | null;

  readonly pollMilliseconds: number;
  /** Never asked more often than this, whatever the server's settings say. */
  readonly minimumPollMilliseconds: number;
  /** Extra looks this long after an upload. */
  readonly pollAfterUploadMilliseconds: readonly number[];
  /** Refused log-ins in a row before we stop: the account would be locked. */
  readonly maximumFailedLogins: number;

  /** Hours within which each answer usually comes, counted from the one before it: later, it counts as staying away. */
  readonly usualHours: Readonly<Record<ExchangedAnswer, number>>;

  /** Tried in order, ignoring case. */
  readonly reportNames: readonly { readonly shape: ReportShape; readonly pattern: string }[];
}
