/** 835 head: ST, BPR, TRN, what the file is, payer (1000A) and payee (1000B). */
import { contactSegment } from '../../guide/contact.ts';
import {
  amount,
  code,
  computed,
  date,
  decimal,
  literal,
  openCode,
  text,
  unused,
} from '../../guide/elements.ts';
import { field } from '../../guide/fields.ts';
import type { Codec, Field } from '../../guide/rules.ts';
import { addressSegments, idPair, loop, ref, segment } from '../../guide/segments.ts';
import { payeeName, payeeTaxId } from './codecs.ts';
import { dtm, references } from './parts.ts';

/** ST03 is no part of this guide, and many send it. */
export const SET_HEADER = segment(
  'ST',
  'transaction set header',
  [
    literal('835'),
    computed('set-control-number', text('R', 9, undefined, { min: 4 })),
    computed('version', text('S', 35)),
  ],
  { usage: 'R' },
);

/** BPR03: credit unless it says otherwise; written beside what else BPR says. */
const debitField: Field = {
  path: 'isDebit',
  get: (target) => ((target.paymentMethod ?? '') === '' ? undefined : target.isDebit === true),
  set: field('isDebit').set,
};
const DEBIT: Codec = {
  usual: 'C',
  parse: (said) => (said === 'D' ? true : undefined),
  format: (value) => (value === true ? 'D' : value === false ? 'C' : ''),
};

const bank = (side: string, accountKinds: readonly string[]) => [
  code('S', ['01', '04'], `${side}.bankIdQualifier`),
  text('S', 12, `${side}.bankId`, { min: 3 }),
  code('S', accountKinds, `${side}.accountQualifier`),
  text('S', 35, `${side}.accountNumber`),
];

export const PAYMENT = segment(
  'BPR',
  'payment',
  [
    code('R', ['C', 'D', 'H', 'I', 'P', 'U', 'X'], 'handlingCode'),
    amount('R', 'paymentAmount'),
    code('R', ['C', 'D'], debitField, DEBIT),
    code('R', ['ACH', 'BOP', 'CHK', 'FWT', 'NON'], 'paymentMethod'),
    code('S', ['CCP', 'CTX'], 'paymentFormat'),
    ...bank('sendingAccount', ['DA']),
    text('S', 10, 'originatingCompanyId', { min: 10 }),
    text('S', 9, 'originatingCompanySupplement', { min: 9 }),
    ...bank('receivingAccount', ['DA', 'SG']),
    date('R', 'paymentDate'),
  ],
  { usage: 'R', conditions: 'P0607 C0809 P1213 C1415' },
);

export const TRACE = segment(
  'TRN',
  'trace number',
  [
    literal('1'),
    text('R', 50, 'traceNumber'),
    text('R', 10, 'payerTraceId', { min: 10 }),
    text('S', 50, 'payerTraceSupplement'),
  ],
  { usage: 'R' },
);

const CURRENCY = segment('CUR', 'currency', [
  literal('PR'),
  openCode('R', 3, 3, 'currency'),
  decimal('S', 10, 'exchangeRate'),
]);

export const ABOUT_THE_FILE = [
  CURRENCY,
  ref('EV', 'receiver of the file', 'receiverId'),
  ref('F2', 'version of the payer’s system', 'systemVersion'),
  dtm('405', 'production date', 'productionDate'),
];

const CONTACT_PATHS = {
  name: 'name',
  phone: 'phone',
  extension: 'extension',
  fax: 'fax',
  email: 'email',
};

const WEB_SITE = segment(
  'PER',
  'web site of the payer',
  [literal('IC'), unused, literal('UR'), text('R', 256, 'webSite')],
  { qualifiedBy: { element: 1 } },
);

export const PAYER = loop(
  '1000A',
  'payer',
  [
    segment('N1', 'payer', [literal('PR'), text('R', 60, 'name'), ...idPair(['XV'], 'id')], {
      usage: 'R',
      qualifiedBy: { element: 1 },
      conditions: 'P0304',
    }),
    ...addressSegments('address'),
    references(['2U', 'EO', 'HI', 'NF'], 'additional id of the payer', 'additionalIds', 4),
    contactSegment('business contact of the payer', {
      entity: 'CX',
      object: 'businessContact',
      paths: CONTACT_PATHS,
    }),
    contactSegment('technical contact of the payer', {
      entity: 'BL',
      usage: 'R',
      max: Number.POSITIVE_INFINITY,
      list: 'technicalContacts',
      paths: { ...CONTACT_PATHS, url: 'url' },
    }),
    WEB_SITE,
  ],
  { usage: 'R', object: 'payer' },
);

export const PAYEE = loop(
  '1000B',
  'payee',
  [
    segment(
      'N1',
      'payee',
      [literal('PE'), text('R', 60), code('R', ['FI', 'XV', 'XX']), text('R', 80, undefined, { min: 2 })],
      { usage: 'R', qualifiedBy: { element: 1 }, conditions: 'P0304', codec: payeeName },
    ),
    ...addressSegments('address', { usage: 'S' }),
    segment('REF', 'tax id of the payee', [literal('TJ'), text('R', 50)], {
      qualifiedBy: { element: 1 },
      codec: payeeTaxId,
    }),
    references(['0B', 'D3', 'PQ'], 'additional id of the payee', 'additionalIds', Number.POSITIVE_INFINITY),
    segment(
      'RDM',
      'how the remittance is sent',
      [code('R', ['BM', 'EM', 'FT', 'OL'], 'method'), text('S', 60, 'name'), text('S', 256, 'address')],
      { object: 'delivery' },
    ),
  ],
  { usage: 'R', object: 'payee' },
);
