/** Patients are found by an index, however many a practice keeps, and however many claims it has. */
import { test } from 'vitest';
import { findColumnMapping } from './column-mappings.ts';
import { findPatients, listCoverages, searchPatients } from './patients.ts';
import { listPatientKeysOfClaims } from './patients-of-claims.ts';
import { emptyStore } from './testing-plans.ts';

const { expectIndex, scope } = await emptyStore();

test.each([
  ['everybody, by name', () => searchPatients(scope, '', undefined, 50), 'patients_name (practice_id=?)'],
  [
    'some by their keys',
    () => findPatients(scope, ['k', 'l']),
    'patients_key (practice_id=? AND patient_key=?)',
  ],
  [
    'the coverages of some, ever',
    () => listCoverages(scope, { keys: ['k', 'l'], ever: true }),
    'patient_coverages_patient (practice_id=? AND patient_key=?)',
  ],
  [
    'those whom only claims know, by a name',
    () => listPatientKeysOfClaims(scope, 'tester', 50),
    'claims_last_name (practice_id=? AND last_name_key>? AND last_name_key<?)',
  ],
  [
    'what the columns of a list are',
    () => findColumnMapping(scope, 'k'),
    'sqlite_autoindex_column_mappings_1 (practice_id=? AND headings_key=?)',
  ],
])('%s', (_what, work, index) => expectIndex(work, index));

test('a name, a date or a member ID is looked for without going through the patients of others', () =>
  expectIndex(() => searchPatients(scope, 'tester', undefined, 50), 'practice_id=?'));
