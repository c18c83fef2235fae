/** The services of a claim in words: one line each, and below it all else that the line carries. */
import { addressWords, type ClaimDraft } from '@claimside/shared/claim';
import { type Cents, formatMoney } from '@claimside/shared/values';
import { adjudicationIn } from './adjudications.ts';
import { diagnosisCode } from './diagnoses.ts';
import { party } from './people.ts';
import { below, isSaid, label, row, spoken } from './words.ts';

type Line = NonNullable<ClaimDraft['serviceLines']>[number];

/** Told in the first line of each. */
const TOLD: readonly string[] = [
  'procedureCodeQualifier',
  'procedureCode',
  'modifiers',
  'description',
  'serviceDate',
  'serviceDateEnd',
  'units',
  'unitOfMeasure',
  'chargeAmount',
  'diagnosisPointers',
  'adjudications',
];

const PEOPLE = /Provider$|^serviceFacility$/;

export function serviceLine(line: Line, at: number, { diagnoses = [] }: ClaimDraft): string[] {
  const code = [line.procedureCodeQualifier, line.procedureCode, ...(line.modifiers ?? [])]
    .filter(Boolean)
    .join(' ');
  const end = line.serviceDateEnd ? ` to ${line.serviceDateEnd}` : '';
  const pointers = (line.diagnosisPointers ?? []).map((pointer) => {
    const diagnosis = diagnoses[pointer - 1];
    return diagnosis === undefined ? String(pointer) : `${pointer} (${diagnosisCode(diagnosis)})`;
  });
  const said = `${line.serviceDate ?? '?'}${end}  ${code || '?'}  ${units(line)}  ${money(line.chargeAmount)}  for diagnosis ${pointers.join(', ') || '?'}`;
  return [
    row(`Line ${at + 1}`, said),
    ...(line.description === undefined ? [] : [below(line.description)]),
    ...Object.entries(line)
      .filter(([name, value]) => isSaid(value) && !TOLD.includes(name))
      .flatMap(([name, value]) => detail(name, value)),
    ...(line.adjudications ?? []).map((each) => below(adjudicationIn(each))),
  ];
}

function detail(name: string, value: unknown): string[] {
  if (Array.isArray(value) && typeof value[0] === 'object')
    return value.map((each, at) => below(`${label(name)} ${at + 1}: ${spoken(name, each)}`));
  if (typeof value === 'object' && value !== null && PEOPLE.test(name))
    return party(name, value).map((text, at) => below(at === 0 ? `${label(name)}: ${text}` : text));
  if (typeof value === 'object' && value !== null && name === 'ambulancePickUp')
    return [below(`${label(name)}: ${addressWords(value)}`)];
  return [below(`${label(name)}: ${spoken(name, value)}`)];
}

function units({ units: count, unitOfMeasure }: Line): string {
  return `${count ?? '?'} ${unitOfMeasure === 'MJ' ? 'minutes' : count === 1 ? 'unit' : 'units'}`;
}

const money = (amount: Cents | undefined) => (amount === undefined ? '?' : formatMoney(amount));
