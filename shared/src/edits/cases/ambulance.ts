/** Cases of families/ambulance.ts. */
import { ambulanceClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';
import { first, line } from './pieces.ts';

export const ambulanceCases: readonly EditCase[] = [
  editCase(
    'ambulance-transport',
    'error',
    'ambulance',
    { ambulance: undefined },
    { ambulance: undefined, [first('ambulance')]: { reason: 'A', miles: 6 } },
    { claim: ambulanceClaim },
  ),
  editCase(
    'ambulance-places',
    'error',
    'ambulancePickUp',
    { ambulancePickUp: undefined },
    {},
    { claim: ambulanceClaim },
  ),
  editCase(
    'ambulance-places',
    'error',
    'ambulanceDropOff',
    { ambulanceDropOff: undefined },
    { ambulanceDropOff: undefined, serviceLines: [line({ procedureCode: 'A0998' })] },
    { claim: ambulanceClaim },
  ),
  editCase(
    'ambulance-conditions',
    'error',
    'ambulance',
    { ambulanceConditions: [{ applies: true, codes: ['04'] }] },
    { ambulanceConditions: [{ applies: true, codes: ['04'] }], ambulance: { reason: 'A', miles: 1 } },
  ),
  editCase(
    'ambulance-from-to',
    'warning',
    'serviceLines.1.modifiers',
    { 'serviceLines.1.modifiers': ['XH'] },
    { 'serviceLines.1.modifiers': ['RX'] },
    { claim: ambulanceClaim },
  ),
];
