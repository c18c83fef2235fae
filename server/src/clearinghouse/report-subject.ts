/** Of whom a row of a text report speaks, as far as its narrow columns hold it. */
import { type Cents, type IsoDate, parseDate, parseMoney } from '@claimside/shared/values';

export interface ReportSubject {
  readonly lastName?: string;
  readonly firstName?: string;
  readonly memberId?: string;
  readonly serviceDate?: IsoDate;
  readonly charge?: Cents;
}

/** `LAST,FIRST`, `11/03/2026` and `125.00`; what cannot be read is left out. */
export function subjectOf(cells: {
  readonly patient: string;
  readonly memberId?: string;
  readonly serviceDate?: string;
  readonly charge?: string;
}): ReportSubject {
  const [lastName = '', firstName = ''] = cells.patient.split(',').map((each) => each.trim());
  const serviceDate = parseDate(cells.serviceDate ?? '');
  const charge = parseMoney(cells.charge ?? '');
  return {
    ...(lastName !== '' && { lastName }),
    ...(firstName !== '' && { firstName }),
    ...(cells.memberId && { memberId: cells.memberId }),
    ...(serviceDate !== undefined && { serviceDate }),
    ...(charge !== undefined && { charge }),
  };
}
