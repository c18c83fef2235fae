/** POST /code-facts: what the practice's code lists say of some codes. A body, as lists of codes are long; it changes nothing. */
import { CodeFactsAnswer, CodeFactsRequest } from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { EVERYONE } from '../../access/index.ts';
import { codeFactsFor } from '../../code-sets/index.ts';
import { answer, body, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';

const postCodeFacts = createRoute({
  method: 'post',
  path: '/code-facts',
  summary: "What the practice's code lists say of some codes, for the edits in the sidebar",
  security: NEEDS_DEVICE,
  middleware: requireRole(EVERYONE),
  request: body(CodeFactsRequest),
  responses: {
    200: answer('For every day; lists that are not loaded say nothing.', CodeFactsAnswer),
    400: PROBLEM[400],
    401: PROBLEM[401],
  },
});

export function codeFactRoutes() {
  return new OpenAPIHono<AppEnv>().openapi(postCodeFacts, async (c) =>
    c.json(await codeFactsFor(c.var.scope, c.req.valid('json')), 200),
  );
}
