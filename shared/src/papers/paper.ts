/** A paper for a patient or a payer as blocks of plain words: the same ones on the screen, on paper and as PDF. */
import { z } from 'zod';

/** `number`: at the right, so that figures stand under one another. `share` is the column's part of the width. */
const Column = z.object({ name: z.string(), share: z.number(), isNumber: z.boolean() });

export const PaperBlock = z.discriminatedUnion('kind', [
  /** Who writes, and to whom. */
  z.object({
    kind: z.literal('parties'),
    from: z.array(z.string()),
    to: z.array(z.string()),
  }),
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('words'), text: z.string(), isQuiet: z.boolean() }),
  z.object({
    kind: z.literal('facts'),
    facts: z.array(z.object({ name: z.string(), value: z.string() })),
  }),
  z.object({
    kind: z.literal('table'),
    /** What it holds, for who hears it read. */
    caption: z.string(),
    columns: z.array(Column),
    rows: z.array(z.array(z.string())),
    /** Stands out below the rows. */
    total: z.array(z.string()).optional(),
  }),
  /** Amounts that add up, one under another; `isSum` is what they come to. */
  z.object({
    kind: z.literal('sums'),
    caption: z.string(),
    rows: z.array(z.object({ name: z.string(), amount: z.string(), isSum: z.boolean() })),
  }),
]);
export type PaperBlock = z.infer<typeof PaperBlock>;

export const Paper = z.object({
  /** As a heading, and of the file: no patient's name. */
  title: z.string(),
  blocks: z.array(PaperBlock),
});
export type Paper = z.infer<typeof Paper>;

export const heading = (text: string): PaperBlock => ({ kind: 'heading', text });
export const words = (text: string): PaperBlock => ({ kind: 'words', text, isQuiet: false });
export const quietly = (text: string): PaperBlock => ({ kind: 'words', text, isQuiet: true });

/** Those that are known. */
export const facts = (
  all: readonly (readonly [name: string, value: string | null | undefined | false])[],
): PaperBlock => ({
  kind: 'facts',
  facts: all.flatMap(([name, value]) => (value ? [{ name, value }] : [])),
});

export const column = (name: string, share: number) => ({ name, share, isNumber: false });
export const numbers = (name: string, share: number) => ({ name, share, isNumber: true });
