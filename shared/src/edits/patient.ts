/** Edits on the people of a claim: names, birth dates, addresses. */
import type { ClaimDraft } from '../claim/index.ts';
import { isState } from '../codes/index.ts';
import { isIsoDate } from '../values/index.ts';
import type { Edit, Hit } from './registry.ts';

type DraftPerson = NonNullable<ClaimDraft['patient']>;

/** The patient and, when there is one, the subscriber, with the words for each. */
function* people(draft: ClaimDraft): Generator<readonly [string, string, DraftPerson]> {
  if (draft.patient) yield ['patient', 'The patient', draft.patient];
  if (draft.subscriber) yield ['subscriber', 'The insured person', draft.subscriber];
}

export const patientEdits: readonly Edit[] = [
  {
    id: 'birth-date',
    severity: 'error',
    *check(draft, { today }) {
      for (const [path, who, person] of people(draft)) {
        const birth = person.birthDate;
        if (!birth) continue;
        const at = `${path}.birthDate`;
        if (!isIsoDate(birth))
          yield { path: at, message: `${who}'s birth date is not a date.`, fix: 'Write it as YYYY-MM-DD.' };
        else if (birth > today)
          yield { path: at, message: `${who}'s birth date is in the future.`, fix: 'Check the year.' };
        else if (Number(today.slice(0, 4)) - Number(birth.slice(0, 4)) > 120)
          yield { path: at, message: `${who} would be over 120 years old.`, fix: 'Check the year.' };
      }
    },
  },
  {
    id: 'name-length',
    severity: 'error',
    *check(draft) {
      for (const [path, who, person] of people(draft)) {
        if ((person.lastName?.length ?? 0) > 60)
          yield {
            path: `${path}.lastName`,
            message: `${who}'s last name is longer than 60 characters.`,
            fix: 'Shorten it as on the insurance card.',
          };
        if ((person.firstName?.length ?? 0) > 35)
          yield {
            path: `${path}.firstName`,
            message: `${who}'s first name is longer than 35 characters.`,
            fix: 'Shorten it as on the insurance card.',
          };
      }
    },
  },
  {
    id: 'address',
    severity: 'error',
    *check(draft) {
      for (const [path, who, person] of people(draft))
        yield* addressHits(`${path}.address`, `${who}'s`, person.address);
    },
  },
  {
    id: 'phone',
    severity: 'error',
    *check(draft) {
      for (const [path, who, person] of people(draft))
        if (person.phone && !/^\d{10}$/.test(person.phone))
          yield {
            path: `${path}.phone`,
            message: `${who}'s phone number does not have 10 digits.`,
            fix: 'Correct it or clear it.',
          };
    },
  },
];

function* addressHits(path: string, whose: string, address: DraftPerson['address']): Generator<Hit> {
  if (address?.state && !isState(address.state))
    yield {
      path: `${path}.state`,
      message: `${whose} state is not a two-letter US state.`,
      fix: 'Choose the state.',
    };
  if (address?.postalCode && !/^(\d{5}|\d{9})$/.test(address.postalCode))
    yield {
      path: `${path}.postalCode`,
      message: `${whose} ZIP code does not have 5 or 9 digits.`,
      fix: 'Correct it.',
    };
  if ((address?.line1?.length ?? 0) > 55)
    yield {
      path: `${path}.line1`,
      message: `${whose} street is longer than 55 characters.`,
      fix: 'Move a part to the second line.',
    };
}
