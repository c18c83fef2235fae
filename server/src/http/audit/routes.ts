/** /audit: the log of who saw and changed what; for admins. */
import { AUDIT_ACTIONS, AuditCheck, AuditPage } from '@claimside/shared/api';
import { type IsoDate, isIsoDate } from '@claimside/shared/values';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { ADMINS, recordLook } from '../../access/index.ts';
import type { AuditEntry } from '../../store/audit.ts';
import { checkAudit } from '../../store/audit-chain.ts';
import { searchAudit } from '../../store/audit-log.ts';
import { findClaimByControlNumber } from '../../store/claim-matching.ts';
import { listDevices } from '../../store/devices.ts';
import type { Scope } from '../../store/store.ts';
import { toCsv } from '../../tables/index.ts';
import { answer, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';

const PAGE = 100;
/** Read at once for an export. */
const PART = 5_000;

const Day = z
  .string()
  .refine(isIsoDate, 'a day as YYYY-MM-DD')
  .transform((text) => text as IsoDate);

const Filter = z.object({
  from: Day.optional(),
  to: Day.optional(),
  action: z.enum(AUDIT_ACTIONS).optional(),
  deviceId: z.string().max(60).optional(),
  subject: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'The id of what it was done to; of a claim its number does, too.' }),
});

const common = {
  method: 'get',
  security: NEEDS_DEVICE,
  middleware: requireRole(ADMINS),
} as const;
const ERRORS = { 400: PROBLEM[400], 401: PROBLEM[401], 403: PROBLEM[403] } as const;

const getPage = createRoute({
  ...common,
  path: '/audit',
  summary: 'Who saw and changed what, the newest first',
  request: { query: Filter.extend({ before: z.coerce.number().int().min(1).optional() }) },
  responses: {
    200: answer(`${PAGE} entries; \`next\` is \`before\` of the next page.`, AuditPage),
    ...ERRORS,
  },
});

const getCheck = createRoute({
  ...common,
  path: '/audit/check',
  summary: 'Whether the log is whole: every hash worked out anew',
  responses: { 200: answer('Where it is broken, if it is.', AuditCheck), ...ERRORS },
});

const getExport = createRoute({
  ...common,
  path: '/audit/export',
  summary: 'The log as CSV, with its hashes',
  request: { query: Filter },
  responses: {
    200: { description: 'The newest first.', content: { 'text/csv': { schema: z.string() } } },
    ...ERRORS,
  },
});

export function auditRoutes({ store, runtime }: Pick<AppDeps, 'store' | 'runtime'>) {
  const note = (scope: Scope, deviceId: string, action: 'audit-read' | 'audit-exported') =>
    recordLook({ store, runtime }, scope, deviceId, action, scope.practiceId);
  return new OpenAPIHono<AppEnv>()
    .openapi(getPage, async (c) => {
      const { scope, device } = c.var;
      await store.looks.moved();
      const found = await searchAudit(scope, await withClaimId(scope, c.req.valid('query')), PAGE + 1);
      const names = await namesOf(scope);
      await note(scope, device.id, 'audit-read');
      const entries = found.slice(0, PAGE).map(({ hash: _, id: __, ...entry }) => ({
        ...entry,
        deviceName: entry.deviceId === null ? null : (names.get(entry.deviceId) ?? null),
      }));
      return c.json({ entries, next: found.length > PAGE ? (entries.at(-1)?.sequence ?? null) : null }, 200);
    })
    .openapi(getCheck, async (c) => {
      await store.looks.moved();
      return c.json(await checkAudit(c.var.scope), 200);
    })
    .openapi(getExport, async (c) => {
      const { scope, device } = c.var;
      await store.looks.moved();
      const names = await namesOf(scope);
      const rows: string[][] = [];
      const filter = await withClaimId(scope, c.req.valid('query'));
      for (let before: number | undefined; ; ) {
        const part = await searchAudit(scope, { ...filter, before }, PART);
        rows.push(...part.map((entry) => rowOf(entry, names)));
        if (part.length < PART) break;
        before = part.at(-1)?.sequence;
      }
      await note(scope, device.id, 'audit-exported');
      return c.body(toCsv({ headings: HEADINGS, rows }), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="claimside-audit.csv"',
      });
    });
}

/** People know claims by their numbers; the log by their ids. */
async function withClaimId<Asked extends { subject?: string | undefined }>(
  scope: Scope,
  asked: Asked,
): Promise<Asked> {
  const { subject } = asked;
  const claim = subject && (await findClaimByControlNumber(scope, [subject.trim().toUpperCase()]));
  return claim ? { ...asked, subject: claim.id } : asked;
}

async function namesOf(scope: Scope): Promise<ReadonlyMap<string, string>> {
  return new Map((await listDevices(scope)).map(({ id, name }) => [id, name]));
}

const HEADINGS = ['Number', 'Time (UTC)', 'Device', 'Device ID', 'What', 'Of', 'Hash'];

const rowOf = (
  { sequence, at, deviceId, action, subject, hash }: AuditEntry,
  names: ReadonlyMap<string, string>,
): string[] => [
  String(sequence),
  at,
  deviceId === null ? 'server console' : (names.get(deviceId) ?? ''),
  deviceId ?? '',
  action,
  subject,
  hash,
];
