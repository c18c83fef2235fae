/** Cases of families/modifiers.ts. */
import { drugClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';
import { first } from './pieces.ts';

export const modifiersCases: readonly EditCase[] = [
  editCase(
    'modifiers',
    'error',
    first('modifiers'),
    { [first('modifiers')]: ['25', '25'] },
    { [first('modifiers')]: ['25', '24'] },
  ),
  editCase(
    'modifiers',
    'error',
    first('modifiers'),
    { [first('modifiers')]: ['2'] },
    { [first('modifiers')]: [] },
  ),
  editCase(
    'modifiers',
    'error',
    first('modifiers'),
    { [first('modifiers')]: ['25', '24', '57', '22', 'GC'] },
    { [first('modifiers')]: ['25', '24', '57', '22'] },
  ),
  editCase(
    'modifiers-conflict',
    'warning',
    first('modifiers'),
    { [first('modifiers')]: ['LT', 'RT'] },
    { [first('modifiers')]: ['RT', '59'] },
    { claim: drugClaim },
  ),
  editCase(
    'modifiers-conflict',
    'warning',
    first('modifiers'),
    { [first('modifiers')]: ['50', 'RT'] },
    { [first('modifiers')]: ['50', '51'] },
    { claim: drugClaim },
  ),
  editCase(
    'modifiers-conflict',
    'warning',
    'serviceLines.1.modifiers',
    { 'serviceLines.1.modifiers': ['GP', 'GO'] },
    { 'serviceLines.1.modifiers': ['GP', 'CQ'] },
  ),
  editCase(
    'modifier-misplaced',
    'warning',
    first('modifiers'),
    { [first('modifiers')]: ['25'] },
    { [first('modifiers')]: ['59'] },
    { claim: drugClaim },
  ),
  editCase(
    'modifier-misplaced',
    'warning',
    first('modifiers'),
    { [first('modifiers')]: ['59'] },
    { [first('modifiers')]: ['95'] },
  ),
];
