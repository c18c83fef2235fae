/** The editor's description and the claim's own schema say the same: nothing of the model is out of reach. */
import { ClaimSchema } from '@claimside/shared/claim';
import { EDITS } from '@claimside/shared/edits';
import { describe, expect, it } from 'vitest';
import { BASICS, LINE_CELLS, LINE_DATES } from './basics.ts';
import { PATIENT_PAID } from './claim-what.ts';
import { partAt, pathsOf, valuesOf } from './find.ts';
import { CLAIM_SECTIONS, LINE_SECTIONS } from './sections.ts';
import type { FieldSpec, SectionSpec } from './spec.ts';

/** As much of JSON Schema as the claim needs. */
interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
}

/** Leaves as paths with `*` for a row; a list of single values is a leaf. */
function leavesOf(node: Node, path = ''): (readonly [string, Node])[] {
  const inner = [...(node.anyOf ?? [node])];
  const children = inner.flatMap(({ properties = {}, items }) => [
    ...Object.entries(properties).flatMap(([key, child]) => leavesOf(child, path ? `${path}.${key}` : key)),
    ...(items && isParent(items) ? leavesOf(items, `${path}.*`) : []),
  ]);
  return children.length > 0 ? children : [[path, node]];
}

const isParent = ({ properties, anyOf, items }: Node) => Boolean(properties ?? anyOf ?? items);

const schema: Node = JSON.parse(
  JSON.stringify(ClaimSchema.toJSONSchema({ unrepresentable: 'any', reused: 'inline' })),
);
const LEAVES = new Map(leavesOf(schema));

const UNREACHED: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^billingProvider\./, 'practice settings: an admin sets them once'],
  [/^diagnoses\.\*\.codeSet$/, 'read from files of before October 2015; a new claim is coded in ICD-10-CM'],
  [/^diagnoses\.\*\.description$/, 'what the chart calls the diagnosis, shown beside it and not sent'],
  [/^serviceLines\.\*\.lineItemControlNumber$/, 'given when the claim is numbered'],
];

interface Reached {
  readonly path: string;
  readonly field: FieldSpec;
}

function reachedBy(fields: readonly FieldSpec[], base: string): Reached[] {
  return fields.flatMap((field): Reached[] => {
    if (field.kind !== 'list') return valuesOf(field).map((path) => ({ path: base + path, field }));
    const row = `${base}${field.path}.*.`;
    return [...reachedBy(field.fields, row), ...reachedIn(field.more ?? [], row)];
  });
}

const reachedIn = (sections: readonly SectionSpec[], base: string) =>
  sections.flatMap(({ fields }) => reachedBy(fields, base));

const LINE = 'serviceLines.*.';
const REACHED = [
  ...reachedIn([...BASICS, PATIENT_PAID, ...CLAIM_SECTIONS], ''),
  ...reachedBy([...LINE_CELLS, ...LINE_DATES], LINE),
  ...reachedIn(LINE_SECTIONS, LINE),
];

const reasonFor = (path: string) => UNREACHED.find(([pattern]) => pattern.test(path));

describe('the claim editor', () => {
  it('reaches every leaf of the claim, but for those listed with the reason', () => {
    const reached = new Set(REACHED.map(({ path }) => path));
    expect([...LEAVES.keys()].filter((path) => !reached.has(path) && !reasonFor(path))).toEqual([]);
  });

  it('lists as out of reach only what is a leaf and has no field', () => {
    const reached = REACHED.map(({ path }) => path);
    for (const [pattern] of UNREACHED) {
      expect([...LEAVES.keys()].some((path) => pattern.test(path))).toBe(true);
      expect(reached.filter((path) => pattern.test(path))).toEqual([]);
    }
  });

  it('has no field for anything that is not a leaf, but for picks of a whole provider, a payer’s address and the visit’s date', () => {
    const parents = REACHED.filter(({ path }) => !LEAVES.has(path));
    expect(
      parents
        .filter(({ field }) => field.kind !== 'provider' && field.kind !== 'payer')
        .map(({ path }) => path),
    ).toEqual(['visitDate']);
  });

  it('offers for each closed list exactly the codes that a claim may have', () => {
    const differing = REACHED.flatMap(({ path, field }) => {
      const node = LEAVES.get(path);
      const allowed =
        node?.enum ?? node?.items?.enum ?? (typeof node?.const === 'string' ? [node.const] : []);
      if (allowed.length === 0 || !('choices' in field) || typeof field.choices === 'function') return [];
      const offered = Object.keys(field.choices).sort();
      return JSON.stringify(offered) === JSON.stringify([...allowed].sort())
        ? []
        : [{ path, offered, allowed }];
    });
    expect(differing.filter(({ path }) => !/\.qualifier$/.test(path))).toEqual([]);
  });

  it('offers no kind of number that a claim can’t have', () => {
    const foreign = REACHED.flatMap(({ path, field }) => {
      const allowed = LEAVES.get(path)?.enum;
      if (!allowed || !('choices' in field) || typeof field.choices === 'function') return [];
      return Object.keys(field.choices).filter((code) => !allowed.includes(code));
    });
    expect(foreign).toEqual([]);
  });

  it('has a part for every field that an edit tells of, but for the practice’s own settings', () => {
    const named = EDITS.flatMap(({ fields }) => fields).filter((field) => !field.startsWith('*'));
    const lost = named.filter((field) => partAt(field.replaceAll('*', '0')) === undefined);
    expect(lost.filter((field) => !field.startsWith('billingProvider'))).toEqual([]);
    expect(named.length).toBeGreaterThan(100);
  });

  it.each([
    ['the claim', [...BASICS, PATIENT_PAID, ...CLAIM_SECTIONS]],
    ['a line', LINE_SECTIONS],
  ])('has one section for each path of %s, with an id and a name of its own', (_, sections) => {
    const twice = (all: readonly string[]) => all.filter((one, index) => all.indexOf(one) !== index);
    expect(twice(sections.flatMap(pathsOf))).toEqual([]);
    expect(twice(sections.map(({ id }) => id))).toEqual([]);
    expect(twice(sections.map(({ name }) => name))).toEqual([]);
  });

  it('keeps every field of a section under that section’s paths', () => {
    for (const section of [...CLAIM_SECTIONS, ...LINE_SECTIONS])
      for (const path of section.fields.flatMap(valuesOf))
        expect(
          pathsOf(section).some((own) => path === own || path.startsWith(`${own}.`)),
          path,
        ).toBe(true);
  });
});
