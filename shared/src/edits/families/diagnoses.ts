/** Edits on diagnoses: how many, shape, repeats, order, and what contradicts the patient. */
import type { ClaimDraft } from '../../claim/index.ts';
import { bareCode } from '../../codes/index.ts';
import { isIsoDate, yearsBetween } from '../../values/index.ts';
import type { Edit } from '../edit.ts';
import type { FieldWrite } from '../finding.ts';
import { AGES, PREGNANCY } from '../tables/diagnoses.ts';
import { eachDiagnosis, eachLine, linePath } from '../walk.ts';

const ICD10 = /^[A-Z]\d[0-9A-Z](\.?[0-9A-Z]{1,4})?$/;
const ICD9 = /^(\d{3}|V\d{2}|E\d{3})(\.?\d{1,2})?$/;
/** V00 to Y99: what happened, never what the patient has. */
const EXTERNAL_CAUSE = /^[V-Y]\d/;
/** Services from this day on are coded in ICD-10-CM (HHS). */
const ICD10_SINCE = '2015-10-01';
const MOST = 12;

const codePath = (index: number): string => `diagnoses.${index}.code`;

export const diagnosisEdits: readonly Edit[] = [
  {
    id: 'diagnosis-count',
    severity: 'error',
    snip: 2,
    fields: ['diagnoses.*.code'],
    source: 'X12 837P 2300 HI',
    summary: 'A claim holds at most 12 diagnoses.',
    check({ diagnoses }, _context, report) {
      if (diagnoses && diagnoses.length > MOST)
        report(codePath(MOST), 'A claim holds at most 12 diagnoses.', 'Remove those that no line points to.');
    },
  },
  {
    id: 'icd-10-shape',
    severity: 'error',
    snip: 5,
    fields: ['diagnoses.*.code'],
    source: 'ICD-10-CM; X12 837P 2300 HI01-2',
    summary: 'A diagnosis has the shape of an ICD-10-CM code (for services before October 2015: ICD-9-CM).',
    check: eachDiagnosis(({ code, codeSet }, index, _draft, _context, report) => {
      if (codeSet === 'ICD-9-CM') {
        if (!code || !ICD9.test(code))
          report(codePath(index), 'This is not the shape of an ICD-9-CM code.', 'Correct the code.');
      } else if (!code || !ICD10.test(code))
        report(
          codePath(index),
          'This is not the shape of an ICD-10-CM code.',
          'Correct the code, such as M54.50.',
          wellWritten(codePath(index), code),
        );
    }),
  },
  {
    id: 'icd-version',
    severity: 'error',
    snip: 5,
    fields: ['diagnoses.*.code'],
    source: 'HHS: ICD-10-CM from services of 1 October 2015 on',
    summary: 'Services from October 2015 on are coded in ICD-10-CM, earlier ones in ICD-9-CM.',
    check: eachDiagnosis(({ codeSet }, index, { serviceLines }, _context, report) => {
      const day = serviceLines?.[0]?.serviceDate;
      if (!day || !isIsoDate(day) || day < ICD10_SINCE === (codeSet === 'ICD-9-CM')) return;
      report(
        codePath(index),
        codeSet === 'ICD-9-CM'
          ? 'Services since October 2015 are coded in ICD-10-CM.'
          : 'Services before October 2015 are coded in ICD-9-CM.',
        'Correct the code, or the date of service.',
      );
    }),
  },
  {
    id: 'diagnosis-repeated',
    severity: 'error',
    snip: 2,
    fields: ['diagnoses.*.code'],
    source: 'X12 837P 2300 HI',
    summary: 'No diagnosis stands twice.',
    check(draft, _context, report) {
      const { diagnoses } = draft;
      if (!diagnoses) return;
      for (let index = 1; index < diagnoses.length; index++) {
        const first = firstOf(diagnoses, index);
        if (first < index)
          report(
            codePath(index),
            'This diagnosis is already on the claim.',
            'Remove one of the two.',
            withoutDiagnosis(draft, index, first),
          );
      }
    },
  },
  {
    id: 'external-cause-first',
    severity: 'error',
    snip: 5,
    fields: ['diagnoses.0.code'],
    source: 'ICD-10-CM guidelines I.C.20.a.6, CMS',
    summary: 'The first diagnosis is not an external cause (V00 to Y99).',
    check({ diagnoses }, _context, report) {
      const first = diagnoses?.[0];
      if (first?.code && first.codeSet !== 'ICD-9-CM' && EXTERNAL_CAUSE.test(first.code))
        report(
          codePath(0),
          'A code for what happened (V00 to Y99) is never the first diagnosis.',
          'Put what the patient has first.',
        );
    },
  },
  {
    id: 'external-cause-pointer',
    severity: 'warning',
    snip: 5,
    fields: ['serviceLines.*.diagnosisPointers'],
    source: 'ICD-10-CM guidelines I.C.20.a.6',
    summary: 'No line points first to an external cause.',
    check: eachLine(({ diagnosisPointers }, index, { diagnoses }, _context, report) => {
      const first = diagnoses?.[(diagnosisPointers?.[0] ?? 0) - 1];
      if (first?.code && first.codeSet !== 'ICD-9-CM' && EXTERNAL_CAUSE.test(first.code))
        report(
          linePath(index, 'diagnosisPointers'),
          'The line points first to what happened (V00 to Y99), not to what the patient has.',
          'Point first to the diagnosis that was treated.',
        );
    }),
  },
  {
    id: 'diagnosis-age',
    severity: 'warning',
    snip: 5,
    fields: ['diagnoses.*.code'],
    source: 'ICD-10-CM; CMS, Medicare Code Editor, age conflicts',
    summary: "A diagnosis for one age fits the patient's.",
    check: eachDiagnosis(({ code, codeSet }, index, draft, _context, report) => {
      if (!code || codeSet === 'ICD-9-CM' || !isOfAges(code)) return;
      for (const { codes, from, to } of AGES) {
        if (!codes.test(code)) continue;
        const age = ageAtService(draft);
        if (age !== undefined && (age < from || age > to))
          report(
            codePath(index),
            'This diagnosis is for patients of another age.',
            'Check the code and the birth date.',
          );
      }
    }),
  },
  {
    id: 'diagnosis-sex',
    severity: 'warning',
    snip: 5,
    fields: ['diagnoses.*.code'],
    source: 'ICD-10-CM chapter 15',
    summary: 'A diagnosis of pregnancy is not stated of a patient whose sex is M.',
    check: eachDiagnosis(({ code, codeSet }, index, { patient }, _context, report) => {
      if (patient?.sex === 'M' && code && codeSet !== 'ICD-9-CM' && PREGNANCY.test(code))
        report(
          codePath(index),
          "This diagnosis is of a pregnancy, and the patient's sex is M.",
          'Check the code and the sex on the card.',
        );
    }),
  },
];

/** The code in capitals with its dot in its place, when it is one then. */
function wellWritten(path: string, code = ''): readonly FieldWrite[] | undefined {
  const bare = bareCode(code);
  const value = bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
  return ICD10.test(value) ? [{ path, value }] : undefined;
}

/** Before the table is walked. */
const isOfAges = (code: string): boolean => code.startsWith('Z00') || code.startsWith('O');

type Diagnoses = NonNullable<ClaimDraft['diagnoses']>;

/** Where the code of a row stands first; codes compare without dots. */
function firstOf(diagnoses: Diagnoses, index: number): number {
  const code = diagnoses[index]?.code;
  if (!code) return index;
  for (let earlier = 0; earlier < index; earlier++)
    if (isSameCode(diagnoses[earlier]?.code, code)) return earlier;
  return index;
}

function isSameCode(one: string | undefined, other: string): boolean {
  // Nearly all codes differ in their letter or first digit: no text is made for those.
  if (!one || (one.charCodeAt(0) | LOWER_CASE) !== (other.charCodeAt(0) | LOWER_CASE)) return false;
  return one.charCodeAt(1) === other.charCodeAt(1) && bareCode(one) === bareCode(other);
}

/** The bit that tells small letters from capitals. */
const LOWER_CASE = 32;

/** Takes a repeated diagnosis away; what pointed to it points to the first, and those behind it move up. */
function withoutDiagnosis(
  { diagnoses = [], serviceLines = [] }: ClaimDraft,
  index: number,
  first: number,
): FieldWrite[] {
  const moved = (pointer: number): number => {
    if (pointer === index + 1) return first + 1;
    return pointer > index + 1 ? pointer - 1 : pointer;
  };
  return [
    { path: 'diagnoses', value: diagnoses.filter((_, row) => row !== index) },
    ...serviceLines.flatMap(({ diagnosisPointers }, line) =>
      diagnosisPointers?.some((pointer) => pointer > index)
        ? [
            {
              path: linePath(line, 'diagnosisPointers'),
              value: [...new Set(diagnosisPointers.map(moved))],
            },
          ]
        : [],
    ),
  ];
}

/** Completed years on the first day of service. */
function ageAtService({ patient, serviceLines }: ClaimDraft): number | undefined {
  const [birth, day] = [patient?.birthDate, serviceLines?.[0]?.serviceDate];
  if (!birth || !day || !isIsoDate(birth) || !isIsoDate(day) || day < birth) return undefined;
  return yearsBetween(birth, day);
}
