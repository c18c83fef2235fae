/** NM102 and NM103: whether a name is a person's or an organization's, told by which field of the model has it. */
import { field } from './fields.ts';
import type { Codec, Field, SimpleElement } from './rules.ts';

export type NameType = '1' | '2' | 'either';

/** Where the model says which of the two it is, when the names don't: `person` or `organization`, or true for the latter. */
export interface NameKind {
  readonly kind?: string;
  readonly organizationFlag?: string;
}

/** NM102. */
export function entityType(
  type: NameType,
  organizationName: string,
  { kind, organizationFlag }: NameKind = {},
): SimpleElement {
  const rule = { kind: 'simple', usage: 'R', type: 'ID', min: 1, max: 1 } as const;
  if (type !== 'either') {
    return { ...rule, codes: new Set([type]), binding: { kind: 'literal', text: type } };
  }
  const codes = new Set(['1', '2']);
  const bound = (place: Field, codec: Codec): SimpleElement => ({
    ...rule,
    codes,
    binding: { kind: 'field', field: place, codec },
  });
  if (kind !== undefined) return bound(field(kind), KIND);
  if (organizationFlag !== undefined) return bound(field(organizationFlag), ORGANIZATION);
  return bound(toldByName(organizationName), PERSON_OR_ORGANIZATION);
}

/** NM103: one element, two fields. */
export function nameField(
  type: NameType,
  organizationName: string,
  lastName: string,
  { kind }: NameKind = {},
): Field {
  const [organization, last] = [field(organizationName), field(lastName)];
  if (type !== 'either') return type === '2' ? organization : last;
  const told = kind === undefined ? undefined : field(kind);
  return {
    path: lastName,
    otherPath: organizationName,
    get: (target) => organization.get(target) ?? last.get(target),
    set(target, value) {
      const isOrganization = told
        ? told.get(target) === 'organization'
        : organization.get(target) !== undefined;
      (isOrganization ? organization : last).set(target, value);
    },
  };
}

const KIND: Codec = {
  parse: (text) => (text === '1' ? 'person' : text === '2' ? 'organization' : undefined),
  format: (value) => (value === 'person' ? '1' : value === 'organization' ? '2' : ''),
};

const ORGANIZATION: Codec = {
  usual: '1',
  parse: (text) => (text === '2' ? true : undefined),
  format: (value) => (value === true ? '2' : '1'),
};

const PERSON_OR_ORGANIZATION: Codec = {
  usual: '1',
  parse: (text) => (text === '2' ? text : undefined),
  format: (value) => (value === '2' ? '2' : '1'),
};

/** Reading `2` opens the organization's name, so that NM103, which comes next, goes there. */
function toldByName(organizationName: string): Field {
  const organization = field(organizationName);
  return {
    path: organizationName,
    get: (target) => (organization.get(target) === undefined ? '1' : '2'),
    set: (target, value) => {
      if (value === '2') organization.set(target, '');
    },
  };
}
