/** Whether JSON from outside has the types of a claim: objects, lists, texts and numbers where a claim has them. */
import { type ClaimDraft, ClaimSchema } from '@claimside/shared/claim';
import { z } from 'zod';

interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
}

const CLAIM = z.toJSONSchema(ClaimSchema, { unrepresentable: 'any', io: 'input' }) as Shape;

/** True for a draft of any state; values may be wrong, and names unknown: what is not written of it tells them. */
export function isClaimDraft(value: unknown): value is ClaimDraft {
  return hasShape(value, CLAIM);
}

function hasShape(value: unknown, shape: Shape): boolean {
  const alternatives = shape.anyOf ?? shape.oneOf;
  if (alternatives) return alternatives.some((each) => hasShape(value, each));
  switch (shape.type) {
    case 'object':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.entries(shape.properties ?? {}).every(
          ([name, inner]) => !(name in value) || hasShape(Reflect.get(value, name), inner),
        )
      );
    case 'array':
      return Array.isArray(value) && value.every((each) => hasShape(each, shape.items ?? {}));
    case 'integer':
      return Number.isSafeInteger(value);
    case undefined:
      return true;
    default:
      return typeof value === shape.type;
  }
}
