/** The single values of a model by path, `*` for any item of a list, with what JSON Schema says of each. */
import { z } from 'zod';

export interface Leaf {
  readonly path: string;
  readonly says: z.core.JSONSchema.BaseSchema;
}

/** A path comes once for each form that its part may have. */
export function leavesOf(schema: z.core.$ZodType): Leaf[] {
  return leaves(schema, '');
}

function leaves(schema: z.core.$ZodType, path: string): Leaf[] {
  if (schema instanceof z.ZodOptional) return leaves(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return leaves(schema.element, `${path}.*`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => leaves(option, path));
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, inner]) =>
      leaves(inner, path === '' ? name : `${path}.${name}`),
    );
  }
  return [{ path, says: z.toJSONSchema(schema, { unrepresentable: 'any' }) }];
}
