/** How a paper is answered: block by block, or as PDF. */
import { Paper } from '@claimside/shared/papers';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { answer } from '../contract.ts';

export const BLOCKS = answer('The paper, block by block.', Paper);

export const PDF = {
  description: 'The paper.',
  content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } },
};

/** `name`: of the file, which says nothing of the patient. */
export const sendPdf = (c: Context, name: string, pdf: Uint8Array) =>
  c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name.toLowerCase().replaceAll(' ', '-')}.pdf"`,
  });
