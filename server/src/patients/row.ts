/** One row of a patient list: the patient and the coverages that stand in it, or every fault with its column. */
import { KeptCoverage, KeptPatient, type PracticePayer } from '@claimside/shared/api';
import { nameKey } from '@claimside/shared/capture';
import type { Cell } from '@claimside/shared/fee-schedule';
import {
  COVERAGE_RANKS,
  type CoverageColumn,
  type CoverageRank,
  type PatientColumn,
} from '@claimside/shared/patients';
import type { IsoDate } from '@claimside/shared/values';
import type { z } from 'zod';
import { expectation } from '../shape-fault.ts';
import {
  copayIn,
  type DateIn,
  dateIn,
  isNoPayer,
  kindIn,
  nameIn,
  phoneIn,
  rankIn,
  relationshipIn,
  sexIn,
  stateIn,
  type ZipIn,
  zipIn,
} from './cells.ts';

/** By what the columns are. */
export type CellsOfRow = (column: PatientColumn) => string;

export interface RowTools {
  has(column: PatientColumn): boolean;
  /** The practice's payer of a row, told by name, id or both. */
  payerOf(name: string, payerId: string): PracticePayer | undefined;
  fault(column: PatientColumn, fault: { readonly message: string; readonly fix: string }): void;
  /** A payer that the practice does not have: told once, however many rows name it. */
  unknownPayer(column: PatientColumn, name: string, payerId: string): void;
  mended(what: 'zip' | 'date'): void;
  addressLeftOut(): void;
  readonly today: IsoDate;
}

export interface RowRead {
  readonly patient: KeptPatient;
  readonly coverages: readonly KeptCoverage[];
}

/** As far as the row tells; its form is looked at with the coverage. */
interface Insured {
  readonly lastName: string;
  readonly firstName?: string;
  readonly birthDate?: IsoDate;
}

const SELF = '18';

/** Undefined where anything of it has a fault. */
export function readRow(cellOf: CellsOfRow, tools: RowTools): RowRead | undefined {
  let isWhole = true;
  const fault = (column: PatientColumn, found: { message: string; fix: string }): undefined => {
    isWhole = false;
    tools.fault(column, found);
  };
  const take = <T>(column: PatientColumn, read: (text: string) => Cell<T>): T | undefined => {
    const text = cellOf(column);
    if (text === '') return undefined;
    const cell = read(text);
    return 'value' in cell ? cell.value : fault(column, cell.fault);
  };
  const dateOf = (column: PatientColumn): IsoDate | undefined => {
    const told: DateIn | undefined = take(column, (text) => dateIn(text, tools.today));
    if (told?.isMended) tools.mended('date');
    return told?.date;
  };
  const zipOf = (column: PatientColumn): string | undefined => {
    const told: ZipIn | undefined = take(column, zipIn);
    if (told?.isMended) tools.mended('zip');
    return told?.zip;
  };
  /** Whole, or none at all. */
  const addressOf = (
    columns: readonly [PatientColumn, PatientColumn, PatientColumn, PatientColumn, PatientColumn],
  ) => {
    const [line1, line2, city, state, postalCode] = columns;
    const parts = {
      line1: cellOf(line1),
      city: cellOf(city),
      state: take(state, stateIn) ?? '',
      postalCode: zipOf(postalCode) ?? '',
    };
    const missing = Object.values(parts).filter((part) => part === '').length;
    if (missing > 0) {
      if (missing < Object.keys(parts).length) tools.addressLeftOut();
      return undefined;
    }
    return { ...parts, ...(cellOf(line2) !== '' && { line2: cellOf(line2) }) };
  };
  /** Lengths and forms that the kept data has. */
  const parsed = <Schema extends z.ZodType>(
    schema: Schema,
    value: unknown,
    columnOf: (part: string) => PatientColumn,
  ): z.infer<Schema> | undefined => {
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    for (const issue of read.error.issues)
      fault(columnOf(String(issue.path.at(-1) ?? '')), {
        message: `What stands there ${expectation(issue)}.`,
        fix: 'Correct it, or leave it empty.',
      });
    return undefined;
  };

  const patient = patientOf();
  const coverages = COVERAGE_RANKS.flatMap((rank) => coverageOf(rank) ?? []);
  return patient && isWhole ? { patient, coverages } : undefined;

  function patientOf(): KeptPatient | undefined {
    const whole = tools.has('lastName') ? undefined : take('name', nameIn);
    const lastName = whole?.lastName ?? cellOf('lastName');
    const firstName = whole?.firstName ?? cellOf('firstName');
    const middleName = whole?.middleName ?? cellOf('middleName');
    const suffix = whole?.suffix ?? cellOf('suffix');
    const birthDate = dateOf('birthDate');
    const nameColumn = tools.has('lastName') ? 'lastName' : 'name';
    if (lastName === '' && isWhole)
      fault(nameColumn, { message: 'The last name is missing.', fix: 'Fill it in.' });
    if (firstName === '' && isWhole)
      fault(tools.has('lastName') ? 'firstName' : 'name', {
        message: 'The first name is missing.',
        fix: 'Fill it in.',
      });
    if (cellOf('birthDate') === '')
      fault('birthDate', { message: 'The date of birth is missing.', fix: 'Fill it in.' });
    if (birthDate !== undefined && birthDate > tools.today)
      fault('birthDate', { message: 'The date of birth is in the future.', fix: 'Correct it.' });
    const sex = take('sex', sexIn);
    const phone = take('phone', phoneIn);
    const address = addressOf(['line1', 'line2', 'city', 'state', 'postalCode']);
    if (!isWhole || birthDate === undefined) return undefined;
    return parsed(
      KeptPatient,
      {
        lastName,
        firstName,
        ...(middleName !== '' && { middleName }),
        ...(suffix !== '' && { suffix }),
        birthDate,
        ...(sex && { sex }),
        ...(address && { address: address }),
        ...(phone && { phone }),
      },
      (part) => (part in PERSON_PARTS ? (part as PatientColumn) : nameColumn),
    );
  }

  /** With a column of ranks, the unnumbered columns are the row's. */
  function coverageOf(columns: CoverageRank): KeptCoverage | undefined {
    const of = (part: CoverageColumn): PatientColumn => `${columns}.${part}`;
    const text = (part: CoverageColumn): string => cellOf(of(part));
    const named = isNoPayer(text('payerName')) ? '' : text('payerName');
    if (named === '' && text('payerId') === '' && text('memberId') === '') return undefined;
    const rank = columns === 'P' ? (take('rank', rankIn) ?? 'P') : columns;
    const payerColumn = tools.has(of('payerName')) ? of('payerName') : of('payerId');
    if (named === '' && text('payerId') === '')
      return fault(payerColumn, {
        message: 'There is a member ID, and no payer.',
        fix: 'Fill in the payer, or take the member ID out.',
      });
    const payer = tools.payerOf(named, text('payerId'));
    if (!payer) {
      isWhole = false;
      tools.unknownPayer(payerColumn, named, text('payerId'));
    }
    if (text('memberId') === '')
      fault(tools.has(of('memberId')) ? of('memberId') : payerColumn, {
        message: 'There is a payer, and no member ID.',
        fix: 'Fill in the member ID, or take the payer out.',
      });
    const kind = take(of('claimFilingIndicator'), kindIn);
    const copay = take(of('copay'), copayIn);
    const validFrom = dateOf(of('validFrom'));
    const validTo = dateOf(of('validTo'));
    const subscriber = insuredOf(of);
    const relationship = take(of('relationship'), relationshipIn) ?? impliedBy(subscriber);
    if (relationship === undefined && text('relationship') === '')
      fault(tools.has(of('relationship')) ? of('relationship') : of('insuredLastName'), {
        message: 'Somebody else is insured, and it is not said what the patient is to them.',
        fix: 'Write Self, Spouse, Child or Other as the relationship.',
      });
    if (!isWhole || !payer || relationship === undefined) return undefined;
    const optional = (part: 'groupNumber' | 'groupName' | 'planName' | 'payerPhone' | 'notes') =>
      text(part) !== '' && { [part]: text(part) };
    return parsed(
      KeptCoverage,
      {
        rank,
        payerName: payer.name,
        payerId: payer.payerId,
        claimFilingIndicator: kind ?? payer.claimFilingIndicator,
        memberId: text('memberId'),
        ...optional('groupNumber'),
        ...optional('groupName'),
        relationshipToSubscriber: relationship,
        ...(relationship !== SELF && subscriber && { subscriber }),
        ...optional('planName'),
        ...(copay !== undefined && { copay }),
        ...optional('payerPhone'),
        ...(validFrom && { validFrom }),
        ...(validTo && { validTo }),
        ...optional('notes'),
      },
      (part) => of(part in INSURED_OF ? (INSURED_OF[part] as CoverageColumn) : (part as CoverageColumn)),
    );
  }

  function insuredOf(of: (part: CoverageColumn) => PatientColumn): Insured | undefined {
    const whole = tools.has(of('insuredLastName')) ? undefined : take(of('insuredName'), nameIn);
    const lastName = whole?.lastName ?? cellOf(of('insuredLastName'));
    const firstName = whole?.firstName ?? cellOf(of('insuredFirstName'));
    const birthDate = dateOf(of('insuredBirthDate'));
    const sex = take(of('insuredSex'), sexIn);
    const address = addressOf([
      of('insuredLine1'),
      of('insuredLine2'),
      of('insuredCity'),
      of('insuredState'),
      of('insuredPostalCode'),
    ]);
    if (lastName === '') return undefined;
    return {
      lastName,
      ...(firstName !== '' && { firstName }),
      ...(whole?.middleName && { middleName: whole.middleName }),
      ...(whole?.suffix && { suffix: whole.suffix }),
      ...(birthDate && { birthDate }),
      ...(sex && { sex }),
      ...(address && { address: address }),
    };
  }

  /** Nobody else is named, or the patient is: then the patient is insured. */
  function impliedBy(subscriber: Insured | undefined): string | undefined {
    if (subscriber === undefined) return SELF;
    const isPatient =
      patient !== undefined &&
      nameKey(subscriber.lastName) === nameKey(patient.lastName) &&
      nameKey(subscriber.firstName ?? '') === nameKey(patient.firstName) &&
      (subscriber.birthDate === undefined || subscriber.birthDate === patient.birthDate);
    return isPatient ? SELF : undefined;
  }
}

const PERSON_PARTS: Readonly<Record<string, true>> = Object.fromEntries(
  'lastName firstName middleName suffix birthDate sex line1 line2 city state postalCode phone'
    .split(' ')
    .map((part) => [part, true as const]),
);

const INSURED_OF: Readonly<Record<string, CoverageColumn>> = {
  lastName: 'insuredLastName',
  firstName: 'insuredFirstName',
  middleName: 'insuredName',
  suffix: 'insuredName',
  birthDate: 'insuredBirthDate',
  sex: 'insuredSex',
  line1: 'insuredLine1',
  line2: 'insuredLine2',
  city: 'insuredCity',
  state: 'insuredState',
  postalCode: 'insuredPostalCode',
};
