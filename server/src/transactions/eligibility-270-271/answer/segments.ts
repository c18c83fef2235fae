/** Segments that a 271 has at several of its levels. */
import type { ContactPaths } from '../../guide/contact.ts';
import { code, unused } from '../../guide/elements.ts';
import type { SegmentRule, Usage } from '../../guide/rules.ts';
import { segment } from '../../guide/segments.ts';
import { FOLLOW_UPS } from '../parts/codes.ts';

/** AAA, each an item of `rejections`. */
export const rejectionList = (name: string, reasons: readonly string[]): SegmentRule =>
  segment(
    'AAA',
    name,
    [
      code('R', ['N', 'Y'], 'isRequestValid'),
      unused,
      code('R', reasons, 'reason'),
      code('R', FOLLOW_UPS, 'followUp'),
    ],
    { max: 9, list: 'rejections', empty: { isRequestValid: '', reason: '', followUp: '' } },
  );

const paths: ContactPaths = {
  name: 'name',
  phone: 'phone',
  extension: 'extension',
  fax: 'fax',
  email: 'email',
  url: 'url',
  workPhone: 'workPhone',
  dataAccess: 'dataAccess',
};

/** PER, each an item of `contacts`; it may be a name alone. */
export const CONTACT = { paths, list: 'contacts', max: 3, firstNumber: 'S' as Usage };
