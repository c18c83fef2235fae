/** Parts that route descriptions share: problem answers, the token, JSON bodies, ids in paths. */
import { Problem } from '@claimside/shared/api';
import { z } from '@hono/zod-openapi';
import { PROBLEM_TYPE } from './problem.ts';

/** Marks a route as needing a device's token in the API description. */
export const NEEDS_DEVICE = [{ device: [] }];

// zod's own `meta`: schemas made before @hono/zod-openapi was loaded have no `openapi` method.
const ProblemDocument = Problem.meta({ id: 'Problem' });

const describe = (description: string) =>
  ({ description, content: { [PROBLEM_TYPE]: { schema: ProblemDocument } } }) as {
    description: string;
    content: { 'application/problem+json': { schema: typeof ProblemDocument } };
  };

export const PROBLEM = {
  400: describe('The request has not the expected shape.'),
  401: describe('No token, an unknown one, or one of a revoked device.'),
  403: describe('The device has not the role for this.'),
  404: describe('No such thing in this practice.'),
  409: describe('It contradicts what the server holds.'),
  410: describe('The code is spent.'),
  413: describe('More than 1 MB.'),
  415: describe('Not JSON.'),
  422: describe('Understood, but not acceptable.'),
  429: describe('Too many wrong tries; see Retry-After.'),
} as const;

/** A JSON body that has to be there. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true as const, content: { 'application/json': { schema } } },
});

/** A JSON answer. */
export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

export const IdParam = z.object({ id: z.string().regex(/^[a-z0-9-]{1,40}$/) });

export const IdempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .min(20)
    .max(100)
    .regex(/^[\x21-\x7e]+$/)
    .meta({ description: 'Made once by the client for one press of a button, and kept until answered.' }),
});
