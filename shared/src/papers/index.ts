export { cms1500Paper } from './cms-1500/check-paper.ts';
export { type Cms1500Page, cms1500Pages } from './cms-1500/page.ts';
export { column, numbers, Paper, type PaperBlock } from './paper.ts';
export { type ClaimParts, phoneWords } from './parts.ts';
export { type Receipt, receiptOf, receiptPaper } from './receipt.ts';
export { type Statement, statementOf } from './statement.ts';
export { statementPaper } from './statement-paper.ts';
export { type Superbill, type SuperbillVariant, superbillOf } from './superbill.ts';
export { superbillPaper } from './superbill-paper.ts';
