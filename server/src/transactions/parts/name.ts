/** Names of people and organizations (NM1), the same in every transaction. */
import type { PersonName } from '@claimside/shared/claim';
import type { Segment, SegmentToWrite } from '../../x12/index.ts';

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

/** NM103-05 and 07; empty text where the file has none. */
export function readPersonName(segment: Segment): PersonName {
  const middleName = segment.element(5);
  const suffix = segment.element(7);
  return {
    lastName: segment.element(3),
    firstName: segment.element(4),
    ...(middleName === '' ? {} : { middleName }),
    ...(suffix === '' ? {} : { suffix }),
  };
}
