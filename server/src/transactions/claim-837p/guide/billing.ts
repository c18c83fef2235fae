/** 837P billing provider level: 2000A, 2010AA, pay-to address (2010AB) and pay-to plan (2010AC). */
import { contactSegment } from '../../guide/contact.ts';
import { code, computed, literal, openCode, text } from '../../guide/elements.ts';
import type { GuideItem } from '../../guide/rules.ts';
import { addressSegments, idPair, loop, nm1, ref, refs, segment } from '../../guide/segments.ts';
import { NPI, STATE_CODE, TAX_ID, TAXONOMY, ZIP_CODE, ZIP_CODE_9 } from '../../guide/shapes.ts';
import { levelSegment } from '../../parts/level-segment.ts';

const BILLING_PROVIDER = loop(
  '2010AA',
  'billing provider',
  [
    nm1('85', 'billing provider', {
      type: 'either',
      prefix: 'name',
      kind: 'name.kind',
      id: idPair(['XX'], 'npi', { shape: NPI }),
    }),
    ...addressSegments('address', { postalCode: ZIP_CODE_9, state: STATE_CODE }),
    segment(
      'REF',
      'tax id',
      [code('R', ['EI', 'SY'], 'taxIdKind'), text('R', 50, 'taxId', { shape: TAX_ID })],
      { usage: 'R', qualifiedBy: { element: 1 } },
    ),
    refs(['0B', '1G'], 'licence or UPIN', 'secondaryIds', 2),
    contactSegment('billing contact', {
      max: 2,
      paths: {
        name: 'contactName',
        phone: 'contactPhone',
        extension: 'contactPhoneExtension',
        fax: 'contactFax',
        email: 'contactEmail',
      },
    }),
  ],
  { usage: 'R', object: 'billingProvider' },
);

/** NM102 repeats that of the billing provider. */
const PAY_TO_ADDRESS = loop(
  '2010AB',
  'pay-to address',
  [
    segment('NM1', 'pay-to address', [literal('87'), computed('pay-to-type', code('R', ['1', '2']))], {
      usage: 'R',
      qualifiedBy: { element: 1 },
    }),
    ...addressSegments('', { postalCode: ZIP_CODE, state: STATE_CODE }),
  ],
  { object: 'payToAddress' },
);

const PAY_TO_PLAN = loop(
  '2010AC',
  'pay-to plan',
  [
    nm1('PE', 'pay-to plan', {
      type: '2',
      organizationName: 'name',
      id: [code('R', ['PI', 'XV'], 'idQualifier'), text('R', 80, 'id', { min: 2 })],
    }),
    ...addressSegments('address', { postalCode: ZIP_CODE, state: STATE_CODE }),
    refs(['2U', 'FY', 'NF'], 'secondary id of the pay-to plan', 'secondaryIds', 1),
    ref('EI', 'tax id of the pay-to plan', 'taxId', { usage: 'R', more: { shape: TAX_ID } }),
  ],
  { object: 'payToPlan' },
);

/** 2000A with what stands below it given by the caller. */
export const billingLevel = (subscriberLevel: GuideItem) =>
  loop(
    '2000A',
    'billing provider level',
    [
      levelSegment('20', 'billing provider level'),
      segment(
        'PRV',
        'billing provider specialty',
        [literal('BI'), literal('PXC'), text('R', 50, 'taxonomy', { shape: TAXONOMY })],
        { object: 'billingProvider' },
      ),
      segment('CUR', 'currency', [literal('85'), openCode('R', 3, 3, 'currency')], {
        object: 'billingProvider',
      }),
      BILLING_PROVIDER,
      PAY_TO_ADDRESS,
      PAY_TO_PLAN,
      subscriberLevel,
    ],
    { usage: 'R', max: Number.POSITIVE_INFINITY, isLevel: true },
  );
