/** Cases of families/referring.ts. */
import { laboratoryClaim, medicareClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';
import { referring } from './pieces.ts';

export const referringCases: readonly EditCase[] = [
  editCase(
    'medicare-order',
    'warning',
    'serviceLines.0.referringProvider',
    { referringProvider: undefined },
    { referringProvider: undefined, 'coverage.claimFilingIndicator': 'CI' },
    { claim: laboratoryClaim },
  ),
  editCase(
    'medicare-order',
    'warning',
    'serviceLines.0.referringProvider',
    { referringProvider: undefined, 'serviceLines.0.procedureCode': '71046' },
    {
      referringProvider: undefined,
      'serviceLines.0.procedureCode': '71046',
      'serviceLines.0.orderingProvider': referring,
    },
    { claim: medicareClaim },
  ),
  editCase(
    'medicare-order',
    'warning',
    'serviceLines.0.referringProvider',
    { referringProvider: undefined, 'serviceLines.0.procedureCode': '0014U' },
    { referringProvider: undefined, 'serviceLines.0.procedureCode': '00142' },
    { claim: medicareClaim },
  ),
  editCase(
    'medicare-therapy-plan',
    'warning',
    'referringProvider',
    { referringProvider: undefined },
    { referringProvider: undefined, 'serviceLines.1.modifiers': [] },
    { claim: medicareClaim },
  ),
  editCase(
    'payer-wants-referring',
    'warning',
    'referringProvider',
    {},
    { referringProvider: referring },
    { context: { payer: { needsReferringProvider: true } } },
  ),
  editCase(
    'referral-without-referring',
    'warning',
    'referringProvider',
    { referralNumber: 'R17' },
    { referralNumber: 'R17', referringProvider: referring },
  ),
  editCase(
    'primary-care-without-referring',
    'error',
    'referringProvider',
    { primaryCareProvider: referring },
    { primaryCareProvider: referring, referringProvider: referring },
  ),
];
