/** The superbill of a visit that no insurance is billed for: made of what the chart shows, and kept nowhere. */
import { SelfPayVisit, TimeZone } from '@claimside/shared/api';
import type { Paper } from '@claimside/shared/papers';
import { dateIn, err, ok, type Result } from '@claimside/shared/values';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { EVERYONE, recordLook } from '../../access/index.ts';
import { paperPdf } from '../../pdf/paper-pdf.ts';
import { body, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';
import { BLOCKS, PDF, sendPdf } from './answers.ts';
import { makeSelfPay } from './make.ts';

interface Refusal {
  readonly code: 'practice-not-set-up' | 'self-pay-price-missing';
  readonly detail?: string;
}

const SUMMARY =
  'The superbill of a visit without insurance, at the prices for who pays alone; nothing of it is kept';
const common = {
  method: 'post',
  security: NEEDS_DEVICE,
  middleware: requireRole(EVERYONE),
  request: { ...body(SelfPayVisit), query: z.object({ timeZone: TimeZone }) },
} as const;
const ERRORS = { 400: PROBLEM[400], 401: PROBLEM[401], 409: PROBLEM[409], 422: PROBLEM[422] };

const post = createRoute({
  ...common,
  path: '/superbills',
  summary: SUMMARY,
  responses: { 200: BLOCKS, ...ERRORS },
});
const postPdf = createRoute({
  ...common,
  path: '/superbills/pdf',
  summary: `${SUMMARY}, as PDF`,
  responses: { 200: PDF, ...ERRORS },
});

export function selfPayRoutes({ store, runtime }: Pick<AppDeps, 'store' | 'runtime'>) {
  const made = async (
    c: Context<AppEnv>,
    visit: SelfPayVisit,
    { timeZone }: { timeZone: string },
  ): Promise<Result<Paper, Refusal>> => {
    const { scope, device } = c.var;
    const paper = await makeSelfPay(scope, visit, dateIn(timeZone, runtime.now()));
    if (!paper) return err({ code: 'practice-not-set-up' });
    if (!('blocks' in paper)) {
      const codes = [...new Set(paper.map(({ procedureCode }) => procedureCode))].join(', ');
      return err({
        code: 'self-pay-price-missing',
        detail: `There is no price for ${codes}. Type the charge on the line, or have an admin add a self-pay price in Options.`,
      });
    }
    await recordLook({ store, runtime }, scope, device.id, 'superbill-read', scope.practiceId);
    return ok(paper);
  };
  return new OpenAPIHono<AppEnv>()
    .openapi(post, async (c) => {
      const paper = await made(c, c.req.valid('json'), c.req.valid('query'));
      return paper.ok ? c.json(paper.value, 200) : refused(c, paper.error);
    })
    .openapi(postPdf, async (c) => {
      const paper = await made(c, c.req.valid('json'), c.req.valid('query'));
      if (!paper.ok) return refused(c, paper.error);
      return sendPdf(c, paper.value.title, await paperPdf(paper.value, new Date(runtime.now())));
    });
}

const refused = (c: Context, { code, detail }: Refusal) => problem(c, code, detail ? { detail } : {});
