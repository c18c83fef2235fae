/** Medplum's own client over the invented records: a FHIR server of one function, a moment slow. */
import { MedplumClient } from '@medplum/core';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import { RECORDS } from './records.ts';

const MILLISECONDS = 150;

/** What a search may name its patient by. */
const OWNERS = ['patient', 'subject', 'beneficiary', 'context'] as const;

export const client = new MedplumClient({
  baseUrl: `${location.origin}/`,
  fetch: async (url: string) => {
    await new Promise((answer) => setTimeout(answer, MILLISECONDS));
    const found = answerTo(new URL(url));
    return new Response(JSON.stringify(found), {
      status: found.resourceType === 'OperationOutcome' ? 404 : 200,
      headers: { 'content-type': 'application/fhir+json' },
    });
  },
});

function answerTo({ pathname, searchParams }: URL): Resource {
  const [, type = '', id, operation] = /\/fhir\/R4\/(\w+)(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(pathname) ?? [];
  const ofType = RECORDS.filter(({ resourceType }) => resourceType === type);
  if (operation === '_history') return bundleOf(ofType.filter((each) => each.id === id));
  if (id !== undefined) {
    return ofType.find((each) => each.id === id) ?? { resourceType: 'OperationOutcome', issue: [] };
  }
  const owner = OWNERS.map((name) => searchParams.get(name)).find((value) => value !== null);
  return bundleOf(ofType.filter((each) => owner === undefined || owners(each).includes(owner ?? '')));
}

function owners(resource: Resource): unknown[] {
  const { subject, beneficiary, patient, context } = resource as Partial<
    Record<(typeof OWNERS)[number], { reference?: string }>
  >;
  return [subject, beneficiary, patient, context].map((each) => each?.reference);
}

const bundleOf = (resources: readonly Resource[]): Bundle => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
});
