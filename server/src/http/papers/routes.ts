/** Papers about a claim, as blocks for the screen and as PDF: those of posted money are for who bills. */
import { type AuditAction, type ClaimProgress, TimeZone } from '@claimside/shared/api';
import type { Paper } from '@claimside/shared/papers';
import { dateIn, type IsoDate } from '@claimside/shared/values';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { BILLING, EVERYONE, recordLook } from '../../access/index.ts';
import { cms1500Pdf } from '../../pdf/cms-1500-pdf.ts';
import { paperPdf } from '../../pdf/paper-pdf.ts';
import type { Scope } from '../../store/store.ts';
import { claimDetail } from '../claims/detail.ts';
import { progressOf } from '../claims/progress.ts';
import { seesMoney } from '../claims/shown.ts';
import { IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';
import { BLOCKS, PDF, sendPdf } from './answers.ts';
import { makeCms1500, makeCms1500Pages, makeReceipt, makeStatement, makeSuperbill } from './make.ts';

/** Where it is printed: its date is the day there. */
const PaperQuery = z.object({ timeZone: TimeZone });
const ReceiptQuery = PaperQuery.extend({
  payment: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .meta({ description: 'The event of the claim by which the payment was written down.' }),
});
const SuperbillQuery = PaperQuery.extend({
  for: z.enum(['insured', 'self-pay']).default('insured').meta({
    description: 'Whether it names the insurance, and what that did once it has decided.',
  }),
});

const FormQuery = PaperQuery.extend({
  print: z.enum(['form', 'check']).default('form').meta({
    description: 'For the pre-printed red form, or box by box for plain paper.',
  }),
});

const RECEIPT = 'The receipt for a payment of the patient; for a clinician, for one taken at the visit';
const SUPERBILL =
  'The superbill of the visit; once insurance has decided, with what it did, for billers and admins';
const STATEMENT = 'What the patient of this claim owes, over all visits';
const CMS_1500 = 'The claim on the form for payers that take paper';

const ERRORS = { 400: PROBLEM[400], 401: PROBLEM[401], 403: PROBLEM[403], 404: PROBLEM[404] } as const;
const FOR_ALL = { method: 'get', security: NEEDS_DEVICE, middleware: requireRole(EVERYONE) } as const;
const FOR_BILLING = { ...FOR_ALL, middleware: requireRole(BILLING) } as const;
const AS_BLOCKS = { 200: BLOCKS, ...ERRORS } as const;
const AS_PDF = { 200: PDF, ...ERRORS } as const;
const ofClaim = { params: IdParam, query: PaperQuery };
const receiptAsked = { ...ofClaim, query: ReceiptQuery };
const superbillAsked = { ...ofClaim, query: SuperbillQuery };

const getReceipt = createRoute({
  ...FOR_ALL,
  path: '/claims/{id}/receipt',
  summary: RECEIPT,
  request: receiptAsked,
  responses: AS_BLOCKS,
});
const getReceiptPdf = createRoute({
  ...FOR_ALL,
  path: '/claims/{id}/receipt/pdf',
  summary: `${RECEIPT}, as PDF`,
  request: receiptAsked,
  responses: AS_PDF,
});
const getSuperbill = createRoute({
  ...FOR_ALL,
  path: '/claims/{id}/superbill',
  summary: SUPERBILL,
  request: superbillAsked,
  responses: AS_BLOCKS,
});
const getSuperbillPdf = createRoute({
  ...FOR_ALL,
  path: '/claims/{id}/superbill/pdf',
  summary: `${SUPERBILL}, as PDF`,
  request: superbillAsked,
  responses: AS_PDF,
});
const getStatement = createRoute({
  ...FOR_BILLING,
  path: '/claims/{id}/statement',
  summary: STATEMENT,
  request: ofClaim,
  responses: AS_BLOCKS,
});
const getStatementPdf = createRoute({
  ...FOR_BILLING,
  path: '/claims/{id}/statement/pdf',
  summary: `${STATEMENT}, as PDF`,
  request: ofClaim,
  responses: AS_PDF,
});
const getCms1500 = createRoute({
  ...FOR_BILLING,
  path: '/claims/{id}/cms-1500',
  summary: CMS_1500,
  request: ofClaim,
  responses: AS_BLOCKS,
});
const getCms1500Pdf = createRoute({
  ...FOR_BILLING,
  path: '/claims/{id}/cms-1500/pdf',
  summary: `${CMS_1500}, as PDF`,
  request: { ...ofClaim, query: FormQuery },
  responses: AS_PDF,
});

export function paperRoutes({ store, runtime }: Pick<AppDeps, 'store' | 'runtime'>) {
  type Asked = Context<AppEnv>;
  /** Who took which paper is on record, however it was taken. */
  const made = async <Made>(
    { var: { device, scope } }: Asked,
    claimId: string,
    { timeZone }: z.infer<typeof PaperQuery>,
    action: AuditAction,
    make: (asked: { scope: Scope; claimId: string; today: IsoDate }) => Promise<Made | undefined>,
  ): Promise<Made | undefined> => {
    const paper = await make({ scope, claimId, today: dateIn(timeZone, runtime.now()) });
    if (paper) await recordLook({ store, runtime }, scope, device.id, action, claimId);
    return paper;
  };
  /** Undefined where there is no such paper; false where it holds money that the device may not see. */
  const unlessPosted = async (
    { var: { device, scope } }: Asked,
    claimId: string,
    isOpen: (progress: ClaimProgress) => boolean,
    make: () => Promise<Paper | undefined>,
  ): Promise<Paper | undefined | false> => {
    if (seesMoney(device)) return make();
    const claim = await claimDetail(scope, claimId, runtime.now());
    if (!claim) return undefined;
    return isOpen(progressOf(claim)) && make();
  };
  const refused = (c: Asked, paper: undefined | false) =>
    problem(c, paper === false ? 'role-too-low' : 'not-found');
  const today = () => new Date(runtime.now());
  const pdfOf = async (c: Asked, paper: Paper) => sendPdf(c, paper.title, await paperPdf(paper, today()));
  const receipt = (c: Asked, { id }: { id: string }, query: z.infer<typeof ReceiptQuery>) =>
    unlessPosted(
      c,
      id,
      ({ takenAtVisit }) => takenAtVisit.some(({ eventId }) => eventId === query.payment),
      () => made(c, id, query, 'receipt-read', (asked) => makeReceipt(asked, query.payment)),
    );
  const superbill = (c: Asked, { id }: { id: string }, query: z.infer<typeof SuperbillQuery>) =>
    unlessPosted(
      c,
      id,
      ({ hasSuperbill }) => hasSuperbill,
      () => made(c, id, query, 'superbill-read', (asked) => makeSuperbill(asked, query.for === 'self-pay')),
    );
  const statement = (c: Asked, { id }: { id: string }, query: z.infer<typeof PaperQuery>) =>
    made(c, id, query, 'statement-read', makeStatement);

  return new OpenAPIHono<AppEnv>()
    .openapi(getReceipt, async (c) => {
      const paper = await receipt(c, c.req.valid('param'), c.req.valid('query'));
      return paper ? c.json(paper, 200) : refused(c, paper);
    })
    .openapi(getReceiptPdf, async (c) => {
      const paper = await receipt(c, c.req.valid('param'), c.req.valid('query'));
      return paper ? pdfOf(c, paper) : refused(c, paper);
    })
    .openapi(getSuperbill, async (c) => {
      const paper = await superbill(c, c.req.valid('param'), c.req.valid('query'));
      return paper ? c.json(paper, 200) : refused(c, paper);
    })
    .openapi(getSuperbillPdf, async (c) => {
      const paper = await superbill(c, c.req.valid('param'), c.req.valid('query'));
      return paper ? pdfOf(c, paper) : refused(c, paper);
    })
    .openapi(getStatement, async (c) => {
      const paper = await statement(c, c.req.valid('param'), c.req.valid('query'));
      return paper ? c.json(paper, 200) : problem(c, 'not-found');
    })
    .openapi(getStatementPdf, async (c) => {
      const paper = await statement(c, c.req.valid('param'), c.req.valid('query'));
      return paper ? pdfOf(c, paper) : problem(c, 'not-found');
    })
    .openapi(getCms1500, async (c) => {
      const paper = await made(
        c,
        c.req.valid('param').id,
        c.req.valid('query'),
        'cms-1500-read',
        makeCms1500,
      );
      return paper ? c.json(paper, 200) : problem(c, 'not-found');
    })
    .openapi(getCms1500Pdf, async (c) => {
      const { id } = c.req.valid('param');
      const query = c.req.valid('query');
      if (query.print === 'check') {
        const paper = await made(c, id, query, 'cms-1500-read', makeCms1500);
        return paper ? pdfOf(c, paper) : problem(c, 'not-found');
      }
      const pages = await made(c, id, query, 'cms-1500-read', makeCms1500Pages);
      return pages ? sendPdf(c, 'CMS-1500', await cms1500Pdf(pages, today())) : problem(c, 'not-found');
    });
}
