/** What answers say of a service line's procedure (SVC): qualifier, code and modifiers. */
import { composite, text, unused } from '../guide/elements.ts';
import { item } from '../guide/fields.ts';
import type { CompositeElement } from '../guide/rules.ts';
import { qualifierBeside } from '../guide/segments.ts';

/** SVC01-1: HC unless the model says otherwise. */
export const PROCEDURE_KINDS = ['HC', 'AD', 'ER', 'HP', 'IV', 'N4', 'NU', 'WK'] as const;

export const PROCEDURE: CompositeElement = composite('R', [
  qualifierBeside('procedureCode', 'R', PROCEDURE_KINDS, 'procedureQualifier'),
  text('R', 48, 'procedureCode'),
  ...[0, 1, 2, 3].map((index) => text('S', 2, item('modifiers', index), { min: 2 })),
  unused,
]);
