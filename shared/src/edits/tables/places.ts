/** Visits that can not have been given at a place. Only places where nobody could be for such a visit are named. */
import type { CodeRange } from './procedures.ts';

export const WRONG_PLACES: readonly {
  readonly codes: readonly CodeRange[];
  readonly notAt: readonly string[];
  readonly message: string;
}[] = [
  {
    codes: [['99221', '99239']],
    notAt: ['11', '12', '13', '20', '31', '32', '81'],
    message: 'A visit in a hospital stands at a place of service that is none.',
  },
  {
    codes: [['99281', '99285']],
    notAt: ['11', '12', '13', '20', '31', '32', '81'],
    message: 'A visit in an emergency room stands at a place of service that is none.',
  },
  {
    codes: [['99304', '99316']],
    notAt: ['11', '12', '20', '21', '23', '81'],
    message: 'A visit in a nursing facility stands at a place of service that is none.',
  },
  {
    codes: [['99341', '99350']],
    notAt: ['11', '19', '20', '21', '22', '23', '31', '81'],
    message: 'A visit at home stands at a place of service that is no home.',
  },
];
