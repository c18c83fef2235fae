import { ClaimSchema } from '@claimside/shared/claim';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { GuideItem, Into } from '../../guide/rules.ts';
import { BILLING_LEVEL, CLAIM_LOOP, PATIENT_LEVEL, SUBSCRIBER_LEVEL } from './index.ts';

/** Paths of the model's single values; `*` stands for any item of a list. */
function leaves(schema: unknown, path: string): string[] {
  if (schema instanceof z.ZodOptional) return leaves(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return leaves(schema.element, `${path}.*`);
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, inner]) =>
      leaves(inner, path === '' ? name : `${path}.${name}`),
    );
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => leaves(option, path));
  return [path];
}

/** Paths that the guide reads and writes below `item`, without the levels inside it. */
function boundPaths(item: GuideItem, above: string): string[] {
  const own = under(item.into, above);
  if (item.kind === 'loop') {
    return item.children.flatMap((child) =>
      child.kind === 'loop' && child.isLevel ? [] : boundPaths(child, own),
    );
  }
  if (item.codec) return item.codec.paths.map((path) => join(own, path));
  return item.elements
    .flatMap((element) => (element.kind === 'simple' ? [element] : element.components))
    .flatMap(({ binding }) => (binding?.kind === 'field' ? [join(own, binding.field.path)] : []));
}

function under(into: Into | undefined, above: string): string {
  if (!into) return above;
  const path = join(above, into.field.path);
  return into.kind === 'object' ? path : `${path}.*`;
}

function join(above: string, path: string): string {
  return [above, path]
    .filter((part) => part !== '')
    .join('.')
    .replace(/\.\d+(?=\.|$)/g, '.*');
}

/** The levels' names for what the claim calls patient and subscriber. */
const ofClaim = (path: string): string[] =>
  path.startsWith('person.')
    ? [path.replace('person', 'patient'), path.replace('person', 'subscriber')]
    : [path.replace(/^relationship$/, 'relationshipToSubscriber')];

const guide = new Set([
  ...[BILLING_LEVEL, PATIENT_LEVEL, SUBSCRIBER_LEVEL].flatMap((level) =>
    boundPaths(level, '').flatMap(ofClaim),
  ),
  ...boundPaths(CLAIM_LOOP, ''),
]);
const model = new Set(leaves(ClaimSchema, ''));

/**
 * Values of shapes that several places share, where this one has no element for them; a claim that holds one is refused
 * before it leaves, as it is not read back. The last is NM103 too, which goes by the path of the last name.
 */
const SHARED_SHAPES: readonly RegExp[] = [
  /^(?!serviceLines).*[iI]ds\.\*\.payerId$/,
  /(referring|primaryCare|supervising|ordering)Provider\.organizationName$/,
  /(referring|primaryCare|supervising|ordering|purchasedService)Provider\.taxonomy$/,
  /^otherCoverages\.\*\.(referringProvider|primaryCareProvider|supervisingProvider|serviceFacility)\.isOrganization$/,
  /^repricing\.approved/,
  /^serviceLines\.\*\.serviceFacility\.contact\./,
  /^billingProvider\.name\.organizationName$/,
];

/** What a stranger's file may say and a claim of ours may not. */
const ONLY_READ = [
  'billingProvider.address.country',
  'billingProvider.address.countrySubdivision',
  'patient.organizationName',
  'serviceFacility.address.country',
  'serviceFacility.address.countrySubdivision',
  'serviceLines.*.serviceFacility.address.country',
  'serviceLines.*.serviceFacility.address.countrySubdivision',
  'subscriber.dateOfDeath',
  'subscriber.isPregnant',
  'subscriber.weightPounds',
];

/** In the model for people, and never sent. */
const NOT_SENT = ['patient.phone', 'subscriber.phone', 'diagnoses.*.description'];

test('every value that a claim may hold has its place in the guide, but for those listed here', () => {
  const missing = [...model].filter((path) => !guide.has(path));
  expect(missing.filter((path) => !SHARED_SHAPES.some((shape) => shape.test(path))).sort()).toEqual(
    NOT_SENT.sort(),
  );
});

test('every place of the guide that is bound to the model is a value of a claim, but for those listed here', () => {
  expect([...guide].filter((path) => !model.has(path)).sort()).toEqual(ONLY_READ);
});
