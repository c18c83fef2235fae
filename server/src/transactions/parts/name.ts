/** Names of people and organizations (NM1), the same in every transaction. */
import type { PersonName } from '@claimside/shared/claim';
import type { SegmentToWrite } from '../../x12/index.ts';

/** NM108 and NM109. */
export interface NameId {
  readonly qualifier: string;
  readonly id: string;
}

export function writePerson(entity: string, name: PersonName, id?: NameId): SegmentToWrite {
  const { lastName, firstName, middleName, suffix } = name;
  return ['NM1', entity, '1', lastName, firstName, middleName, undefined, suffix, id?.qualifier, id?.id];
}

export function writeOrganization(entity: string, name: string, id?: NameId): SegmentToWrite {
  return ['NM1', entity, '2', name, undefined, undefined, undefined, undefined, id?.qualifier, id?.id];
}
