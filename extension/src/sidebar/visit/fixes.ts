/** Findings whose way out is certain: one press does it. Clinical content is never guessed; a fix only has one possible result. */

import { valueAt } from '@claimside/shared/claim';
import type { Finding } from '@claimside/shared/edits';
import { formatMoney } from '@claimside/shared/values';
import { chargeForUnits } from './charge-units.ts';
import { removeDiagnosis, setField, setFields, type VisitForm, visitDates } from './form.ts';
import { allLookRight, UNSURE } from './looks.ts';
import { bareCode } from './row-ids.ts';

/** Id of our own finding "units were changed, the charge was not". */
export const CHARGE_OF_OTHER_UNITS = 'charge-of-other-units';

export interface Fix {
  /** On the button: what will happen. */
  readonly label: string;
  readonly apply: (form: VisitForm) => VisitForm;
}

/** A finding may bring its own certain fix: the values to set. */
type Fixable = Pick<Finding, 'id' | 'path'> & {
  readonly apply?: readonly { readonly path: string; readonly value?: unknown }[] | undefined;
};

/** The certain fix of a finding, or undefined when a person has to decide. */
export function fixFor({ id, path, apply = [] }: Fixable, form: VisitForm): Fix | undefined {
  const own = FIXES[id]?.(path, form);
  if (own || apply.length === 0) return own;
  const values = Object.fromEntries(apply.map((change) => [change.path, change.value]));
  return { label: labelOfFix(Object.values(values)), apply: (at) => setFields(at, values) };
}

/** `Use 1EG4TE5MK73`: what will stand there, when that is short and the only change. */
function labelOfFix([value, ...others]: readonly unknown[]): string {
  if (others.length > 0) return 'Apply';
  if (value === undefined) return 'Clear it';
  const text = Array.isArray(value) ? value.join(' ') : value;
  return typeof text === 'string' && text !== '' && text.length <= 24 ? `Use ${text}` : 'Apply';
}

const FIXES: Readonly<Record<string, (path: string, form: VisitForm) => Fix | undefined>> = {
  'member-id-shape': (path, form) => {
    const bare = String(valueAt(form.draft, path) ?? '').replace(/[\s-]/g, '');
    return /^[A-Za-z0-9]{2,80}$/.test(bare)
      ? { label: 'Remove spaces and hyphens', apply: (at) => setField(at, path, bare) }
      : undefined;
  },
  relationship: (_path, form) =>
    form.draft.relationshipToSubscriber === '18'
      ? { label: 'Clear the insured person', apply: (at) => setField(at, 'subscriber', undefined) }
      : undefined,
  modifiers: (path, form) => withoutRepeats(path, form, 'Keep one of them'),
  'diagnosis-pointers': (path, form) => withoutRepeats(path, form, 'Point once'),
  'diagnosis-repeated': (path) => ({
    label: 'Remove this one',
    apply: (at) => mergeDiagnosis(at, numberIn(path)),
  }),
  required: (path, form) => {
    if (path.endsWith('.diagnosisPointers') && form.draft.diagnoses?.length === 1)
      return { label: 'Point to A', apply: (at) => setField(at, path, [1]) };
    const [only, second] = visitDates(form.draft);
    if (path.endsWith('.serviceDate') && only !== undefined && second === undefined)
      return { label: `Use ${only}`, apply: (at) => setField(at, path, only) };
    return undefined;
  },
  [CHARGE_OF_OTHER_UNITS]: (path, form) => {
    const amount = chargeForUnits(form, numberIn(path));
    return amount === undefined
      ? undefined
      : { label: `Charge ${formatMoney(amount)}`, apply: (at) => setField(at, path, amount) };
  },
  [UNSURE]: (path) => ({ label: 'Looks right', apply: (at) => allLookRight(at, path) }),
};

function withoutRepeats(path: string, form: VisitForm, label: string): Fix | undefined {
  const values = valueAt(form.draft, path);
  if (!Array.isArray(values)) return undefined;
  const distinct = [...new Set<unknown>(values)];
  return distinct.length < values.length && distinct.length <= 4
    ? { label, apply: (at) => setField(at, path, distinct) }
    : undefined;
}

/** Lines that pointed to the repeated diagnosis point to its first mention. */
function mergeDiagnosis(form: VisitForm, index: number): VisitForm {
  const diagnoses = form.draft.diagnoses ?? [];
  const first = diagnoses.findIndex((row) => bareCode(row.code) === bareCode(diagnoses[index]?.code));
  const repointed = (form.draft.serviceLines ?? []).reduce((at, line, row) => {
    const pointers = line.diagnosisPointers ?? [];
    if (!pointers.includes(index + 1)) return at;
    const moved = pointers.map((pointer) => (pointer === index + 1 ? first + 1 : pointer));
    return setField(at, `serviceLines.${row}.diagnosisPointers`, [...new Set(moved)]);
  }, form);
  return removeDiagnosis(repointed, index);
}

const numberIn = (path: string) => Number(path.split('.')[1]);
