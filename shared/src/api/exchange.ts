/** How the exchange with the clearinghouse stands, the files that wait for a person, live news. */
import { z } from 'zod';
import { Decision } from './decision.ts';
import { Cursor, PageSize } from './paging.ts';

export const EXCHANGE_STATES = [
  'not-set-up',
  'ok',
  'unreachable',
  'login-refused',
  'login-stopped', // too many refusals: not tried again until a person acts
  'host-key-changed',
  'trouble',
  'paused', // by a person
] as const;

/** How one connection of the practice stands. */
export const ConnectionStatus = z.object({
  /** `main`, else a number. */
  id: z.string(),
  /** As people call it: its own name, else that of its clearinghouse. */
  clearinghouse: z.string(),
  /** Test files carry OATEST in their name and never reach a payer. */
  mode: z.enum(['test', 'live']),
  state: z.enum(EXCHANGE_STATES),
  /** One sentence: what happened and what to do; empty when all is well. */
  message: z.string(),
  since: z.string(),
  lastContactAt: z.string().nullable(),
  /** When it is tried again after trouble; null where nothing holds it up. */
  nextTryAt: z.string().nullable(),
  claimsWaiting: z.number().int(),
  /** Sentences about what comes: a password that runs out, a day before which nothing is sent. */
  notices: z.array(z.string()),
});
export type ConnectionStatus = z.infer<typeof ConnectionStatus>;

/** Of the main connection, with what concerns them all. */
export const ExchangeStatus = ConnectionStatus.extend({
  /** Connections that some payers go by instead. */
  others: z.array(ConnectionStatus),
  filesNeedingPerson: z.number().int(),
  /** What the watchdogs found, beside the state of the connection, the gravest first; for billers and admins. */
  watches: z.array(
    z.object({
      name: z.string(),
      /** What it is in a few words. */
      title: z.string(),
      /** Nothing is sent because of it. */
      isGrave: z.boolean(),
      /** Of the connection that it concerns; empty for what concerns the server. */
      connectionId: z.string(),
      message: z.string(),
      since: z.string(),
    }),
  ),
});
export type ExchangeStatus = z.infer<typeof ExchangeStatus>;

export const INBOUND_FILE_KINDS = [
  '999',
  'ta1',
  '277ca',
  '277',
  '835',
  'era-zip',
  'era-text',
  'file-summary',
  'file-error', // the whole upload was refused
  'edi-status',
  'unknown',
] as const;
export const InboundFile = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(INBOUND_FILE_KINDS),
  receivedAt: z.string(),
  sizeBytes: z.number().int(),
  /** `read`: understood; `needs-person`: unreadable or matched to no claim; `set-aside`: a person said why it needs nobody. Kept for ever. */
  state: z.enum(['stored', 'read', 'needs-person', 'set-aside']),
  /** Why a person is, or was, needed; no patient data. */
  reason: z.string().nullable(),
  /** Payments of it wait, each with its own reason: the file needs nobody beside them. */
  waitsWithPayments: z.boolean(),
  /** What a person said of it last. */
  decision: Decision.nullable(),
});
export type InboundFile = z.infer<typeof InboundFile>;

/** `isNew`: the same content had not come before. */
export const BroughtFile = InboundFile.extend({ isNew: z.boolean() });
export type BroughtFile = z.infer<typeof BroughtFile>;

/** What is searched for stands in a body: file names may be a patient's. */
export const FileSearch = z.strictObject({
  state: InboundFile.shape.state,
  /** Any part of the name. */
  search: z.string().trim().min(1).max(80).optional(),
  limit: PageSize,
  cursor: Cursor.optional(),
});
export type FileSearch = z.input<typeof FileSearch>;

/** The newest first. */
export const FileList = z.object({
  files: z.array(InboundFile),
  /** How many fit, on all pages. */
  found: z.number().int(),
  next: z.string().nullable(),
});
export type FileList = z.infer<typeof FileList>;

/** Why nobody needs to look at a file any more: kept with it. */
export const SetFileAside = z.strictObject({ reason: z.string().trim().min(3).max(200) });
export type SetFileAside = z.infer<typeof SetFileAside>;

/** What `/api/v1/events` sends (server-sent events; `event:` is `type`). Holds ids only: the client fetches what it may see. */
export const LiveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('claim-changed'), claimId: z.string() }),
  z.object({ type: z.literal('exchange-changed') }),
  z.object({ type: z.literal('remittance-added') }),
  /** More than is worth telling one by one: what is shown is asked for again. */
  z.object({ type: z.literal('much-changed') }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;
