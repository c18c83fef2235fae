/** An 835 as JSON from outside: its envelope parsed strictly, its remittances in any state. */
import { err, ok, type Result } from '@claimside/shared/values';
import { z } from 'zod';
import { besideIt, fields, interchangesOf, Leftovers, text, wordsForIssue } from '../parts/json-envelope.ts';
import { shapeFaults, withCapitals } from '../parts/json-faults.ts';
import { pathText } from '../parts/json-path.ts';
import { type Shape, shapeOf } from '../parts/json-shape.ts';
import type { ModelPart } from '../parts/unwritten.ts';
import type { RemittanceInterchange } from './file-parts.ts';
import {
  type ClaimGroup,
  ClaimGroupSchema,
  type ClaimPayment,
  ClaimPaymentSchema,
  type ProviderAdjustment,
  ProviderAdjustmentSchema,
  type RemittanceHead,
  RemittanceHeadSchema,
} from './model/index.ts';

/** Where the interchanges of an 835 stand. */
export const TOP = ['remittanceAdvice', 'interchanges'];

/** Parts of a set that have a model of their own, by the name under which they stand. */
export const PARTS = {
  head: { shape: shapeOf(RemittanceHeadSchema), name: 'remittance', file: 'an 835' },
  group: { shape: shapeOf(ClaimGroupSchema), name: 'group of claims', file: 'an 835' },
  payment: { shape: shapeOf(ClaimPaymentSchema), name: 'claim payment', file: 'an 835' },
  providerAdjustments: {
    shape: shapeOf(z.array(ProviderAdjustmentSchema)),
    name: 'provider adjustment',
    file: 'an 835',
  },
} as const satisfies Record<string, ModelPart>;

/** Whether it says only what an 835 can say is told by writing it. */
const model = <Model>(shape: Shape) =>
  z
    .custom<Model>((value) => value !== undefined, 'is missing')
    .superRefine((value, { addIssue }) => {
      for (const { keys, message } of shapeFaults(value, shape))
        addIssue({ code: 'custom', path: [...keys], message });
    });

const beside = {
  lacks: z.array(text).exactOptional(),
  notInModel: Leftovers.exactOptional(),
};

const Claim = z.strictObject({
  payment: model<ClaimPayment>(PARTS.payment.shape),
  ...beside,
  // Said by `read`, worked out anew by `write`.
  position: fields.exactOptional(),
});

const Document = z.strictObject({
  ...besideIt,
  implementationAcknowledgement: z.unknown().optional(),
  claimAcknowledgement: z.unknown().optional(),
  remittanceAdvice: z.strictObject({
    interchanges: interchangesOf(
      z.strictObject({
        controlNumber: text,
        version: text.exactOptional(),
        head: model<RemittanceHead>(PARTS.head.shape),
        ...beside,
        claimGroups: z.array(
          z.strictObject({
            group: model<ClaimGroup>(PARTS.group.shape),
            ...beside,
            claims: z.array(Claim),
          }),
        ),
        end: z.strictObject({
          providerAdjustments: model<ProviderAdjustment[]>(PARTS.providerAdjustments.shape),
          ...beside,
        }),
      }),
    ),
  }),
});

export interface ParsedRemittances {
  readonly interchanges: readonly RemittanceInterchange[];
  /** Paths of codes that were in small letters and are in capitals now. */
  readonly capitals: readonly string[];
}

/** What `claimside x12 read` gives of an 835; the errors name every place that is not as it should be. */
export function parseRemittanceInterchanges(json: unknown): Result<ParsedRemittances, readonly string[]> {
  const parsed = Document.safeParse(json);
  if (!parsed.success) return err(parsed.error.issues.flatMap(wordsForIssue));
  const capitals: string[] = [];
  const inCapitals = <Value>(value: Value, shape: Shape, ...place: readonly PropertyKey[]): Value =>
    withCapitals(
      value,
      shape,
      () => false,
      (keys) => capitals.push(pathText([...TOP, ...place, ...keys])),
    );
  const interchanges = parsed.data.remittanceAdvice.interchanges.map((interchange, i) => ({
    ...interchange,
    groups: interchange.groups.map((group, g) => ({
      ...group,
      sets: group.sets.map((set, s) => {
        const at = [i, 'groups', g, 'sets', s] as const;
        return {
          ...set,
          head: inCapitals(set.head, PARTS.head.shape, ...at, 'head'),
          claimGroups: set.claimGroups.map((claimGroup, c) => ({
            ...claimGroup,
            claims: claimGroup.claims.map((claim, n) => ({
              ...claim,
              payment: inCapitals(
                claim.payment,
                PARTS.payment.shape,
                ...at,
                'claimGroups',
                c,
                'claims',
                n,
                'payment',
              ),
            })),
          })),
        };
      }),
    })),
  }));
  return ok({ interchanges, capitals });
}
