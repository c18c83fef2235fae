/** The practice's accounts at clearinghouses as an admin writes them down; the password is never told again. */
import { z } from 'zod';
import { ClaimFilingIndicatorSchema } from '../claim/index.ts';
import type { ExchangedAnswer } from '../lifecycle/index.ts';
import { isIsoDate } from '../values/index.ts';
import { ConnectionStatus } from './exchange.ts';

/** Clearinghouses that are known; `generic` is any other. */
export const PROFILE_IDS = ['office-ally', 'sandbox', 'generic'] as const;
export type ProfileId = (typeof PROFILE_IDS)[number];

const folder = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\0\r\n]+$/);
/** What fits an X12 id and can hold no separator. */
const code = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[A-Za-z0-9 .-]+$/, 'letters, digits, blank, point and hyphen only');

const hours = z.number().int().min(1).max(8_784).optional();
const Hours = {
  'file-acknowledgement': hours,
  'claim-acknowledgement': hours,
  'end-of-pend': hours,
  'payer-acknowledgement': hours,
  remittance: hours,
  'next-payer-decision': hours,
} satisfies Record<ExchangedAnswer, typeof hours>;

/** What an upload is called: `{date}`, `{time}` (UTC) and `{number}` are filled in; without the number two could be called the same. */
const fileName = z
  .string()
  .max(100)
  .regex(
    /^[A-Za-z0-9_-]([A-Za-z0-9_.-]|\{(date|time|number)\})*$/,
    'letters, digits, _ - . and {date} {time} {number}',
  )
  .refine((name) => name.split('{number}').length === 2, 'with {number} once');
const mark = z
  .string()
  .max(20)
  .regex(/^[A-Za-z0-9_-]+$/, 'letters, digits, _ and -');
const pattern = z
  .string()
  .max(100)
  .regex(/^[^*]*(\*[^*]*){0,3}$/, 'with * for any characters, at most three times');
const word = (max: number) => z.string().trim().min(1).max(max);

/** Set for a clearinghouse of no known profile alone: of the others they are known, and another value would lose claims or send a test live. */
const GenericOnly = {
  fileNames: z.strictObject({ live: fileName.optional(), test: fileName.optional() }).optional(),
  /** What in the name makes a file a test; null where ISA15 decides. */
  testMark: mark.nullable().optional(),
  /** What every name must hold; null where nothing. */
  formMark: mark.nullable().optional(),
  /** ISA15 of a test; that of a live file is P. */
  testIndicator: z.enum(['T', 'P']).optional(),
  /** 1000B. */
  receiverName: word(60).optional(),
  receiverCode: code(80).optional(),
  /** How it names itself in 2100A of a 277CA. */
  own: z.strictObject({ ids: z.array(code(80)).max(20), names: z.array(word(60)).max(20) }).optional(),
  /** It is never asked more often. */
  minimumPollMilliseconds: z.number().int().min(50).optional(),
};
export const GENERIC_ONLY = Object.keys(GenericOnly) as (keyof typeof GenericOnly)[];

/** Reports that are told apart by name once their content has not settled it. */
export const REPORT_SHAPES = ['file-summary', 'file-error', 'edi-status', 'era-text'] as const;

/** Differences from the profile; everything left out stays as the profile has it. */
const Overrides = z.strictObject({
  inboundFolder: folder.optional(),
  outboundFolder: folder.optional(),
  uploadMode: z.enum(['direct', 'rename']).optional(),
  inboundIsReadable: z.boolean().optional(),
  repeatsAreSafe: z.boolean().optional(),
  deleteAfterDownload: z.boolean().optional(),
  removeAfterMilliseconds: z.number().int().min(0).max(604_800_000).optional(),
  maximumClaimsPerFile: z.number().int().min(1).max(5_000).optional(),
  maximumBytesPerFile: z.number().int().min(10_000).max(100_000_000).optional(),
  payersAlone: z.array(z.string().min(1).max(80)).max(200).optional(),
  /** At most an hour. */
  freezeAfterMilliseconds: z.number().int().min(0).max(3_600_000).optional(),
  passwordDays: z.number().int().min(1).max(3_650).optional(),
  pollMilliseconds: z.number().int().min(50).optional(),
  /** Extra looks so long after an upload. */
  pollAfterUploadMilliseconds: z.array(z.number().int().min(0).max(604_800_000)).max(10).optional(),
  acknowledgementRequested: z.enum(['0', '1']).optional(),
  /** Names of files, `*` for any characters; looked at in this order, before those of the profile. */
  reportNames: z
    .array(z.strictObject({ shape: z.enum(REPORT_SHAPES), name: pattern }))
    .max(20)
    .optional(),
  maximumFailedLogins: z.number().int().min(1).max(10).optional(),
  /** Hours after which an answer counts as staying away. */
  usualHours: z.strictObject(Hours).optional(),
  ...GenericOnly,
});

/** Of one account; the server also holds it against what is known of its clearinghouse. */
export const ConnectionFields = z.strictObject({
  profileId: z.enum(PROFILE_IDS),
  /** `test`: files carry the clearinghouse's test mark and never reach a payer. */
  mode: z.enum(['test', 'live']),
  host: z
    .string()
    .min(1)
    .max(253)
    .regex(/^[A-Za-z0-9.:-]+$/, 'a host name or address'),
  port: z.number().int().min(1).max(65_535).default(22),
  username: z.string().min(1).max(100),
  /** Fingerprint of the server's host key, as `claimside clearinghouse host-key` prints it. Without it nothing connects. */
  hostKeySha256: z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/, 'SHA256: and 43 characters'),
  /** The day of a switch from another clearinghouse: before it nothing is sent through this one. */
  startsOn: z.string().refine(isIsoDate, 'a date such as 2027-01-01').optional(),
  /** 1000A. The id is usually the practice's tax id. */
  submitter: z.strictObject({
    name: z.string().trim().min(1).max(35),
    id: code(15),
    contactName: z.string().trim().min(1).max(60),
    contactPhone: z.string().regex(/^\d{10}$/, 'ten digits'),
  }),
  /** ISA and GS ids where they differ from the profile's and the submitter's. */
  interchange: z
    .strictObject({
      senderQualifier: z.string().length(2).optional(),
      senderId: code(15).optional(),
      receiverQualifier: z.string().length(2).optional(),
      receiverId: code(15).optional(),
      applicationSender: code(15).optional(),
      applicationReceiver: code(15).optional(),
    })
    .default({}),
  overrides: Overrides.default({}),
});
export type ConnectionFields = z.infer<typeof ConnectionFields>;

/** Its service that answers questions about benefits and claims at once, where that is opened; the password is kept apart. */
export const RealTimeAccount = z.strictObject({
  /** As the clearinghouse gave it with the access: not the one for files. */
  senderId: code(15),
  username: z.string().min(1).max(100),
  form: z.enum(['soap', 'mime']).optional(),
  /** In place of the clearinghouse's own for this form. */
  url: z.string().min(1).max(300).optional(),
  receiverId: code(15).optional(),
  coreRuleVersion: z
    .string()
    .regex(/^\d{1,2}(\.\d{1,2}){1,2}$/, 'such as 2.2.0')
    .optional(),
  timeoutMilliseconds: z.number().int().min(1_000).max(120_000).optional(),
});
export type RealTimeAccount = z.infer<typeof RealTimeAccount>;

export const RealTimeToSave = z.object({
  account: RealTimeAccount,
  /** As it was, unless given. */
  secret: z.string().min(1).max(200).optional(),
});
export type RealTimeToSave = z.infer<typeof RealTimeToSave>;

/** What people call a connection; empty lets the main one go by the name of its clearinghouse. */
export const ConnectionName = z
  .string()
  .trim()
  .max(40)
  .regex(/^[^\p{Cc}]*$/u, 'one line');

/** Whose claims go by a connection: payers by their id on the claim, and kinds of insurance by their claim filing indicator. */
export const RoutedPayers = z.object({
  payerIds: z.array(z.string().min(2).max(80)).max(1_000),
  claimFilingIndicators: z.array(ClaimFilingIndicatorSchema).max(40),
});
export type RoutedPayers = z.infer<typeof RoutedPayers>;

export const Connection = z.object({
  /** `main`, else a number. */
  id: z.string(),
  name: z.string(),
  status: ConnectionStatus,
  settings: ConnectionFields,
  /** Null where nothing is asked by it. */
  realTime: RealTimeAccount.nullable(),
  /** Empty for the main one, by which all others go. */
  routed: RoutedPayers,
});
export type Connection = z.infer<typeof Connection>;

/** A clearinghouse that is known, with what an account there begins with. */
const KnownClearinghouse = z.object({
  profileId: z.enum(PROFILE_IDS),
  name: z.string(),
  host: z.string(),
  port: z.number().int(),
  /** False where the account must say its id, from the companion guide. */
  hasReceiverId: z.boolean(),
});

export const Connections = z.object({
  /** The main one first; none until the practice has set one up. */
  connections: z.array(Connection),
  clearinghouses: z.array(KnownClearinghouse),
});
export type Connections = z.infer<typeof Connections>;

/** What becomes of the account that a connection has, when it is changed to another one: `keep` makes it a further connection. */
export const FormerAccount = z.enum(['keep', 'leave']);
export type FormerAccount = z.infer<typeof FormerAccount>;

export const ConnectionToSave = z.object({
  /** As it was, unless given; a new one beside the main one needs it. */
  name: ConnectionName.optional(),
  settings: ConnectionFields,
  /** Password, or a private key in PEM or OpenSSH form; as it was, unless given. */
  secret: z.string().min(1).max(20_000).optional(),
  /** Asked for only while answers are awaited at the account before. */
  former: FormerAccount.optional(),
});
export type ConnectionToSave = z.infer<typeof ConnectionToSave>;

/** One log-in, both folders looked at, nothing sent. */
export const ConnectionTried = z.object({
  isWell: z.boolean(),
  /** One sentence: what was found, or what is wrong and what to do. */
  message: z.string(),
});
export type ConnectionTried = z.infer<typeof ConnectionTried>;

export const HostToAsk = ConnectionFields.pick({ host: true, port: true });
export const FoundHostKey = z.object({ hostKeySha256: z.string(), algorithm: z.string() });
export type FoundHostKey = z.infer<typeof FoundHostKey>;
