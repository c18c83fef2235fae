/** /recipes: how this practice's EHR pages are read, as data; taught in the browser, shared by all its browsers. */

import type { AuditAction } from '@claimside/shared/api';
import { type PracticeRecipe, PracticeRecipes, type RecipeChange, RecipeToKeep } from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { BILLING, recordAudit } from '../../access/index.ts';
import { deleteRecipe, listRecipes, saveRecipe } from '../../store/recipes.ts';
import { answer, body, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';

/** A practice has a handful; a browser asks for all of them. */
const MOST_RECIPES = 100;

const readRecipes = createRoute({
  method: 'get',
  path: '/recipes',
  summary: "The practice's own recipes, and those of the extension that it switched off",
  security: NEEDS_DEVICE,
  responses: { 200: answer('By id.', PracticeRecipes), 401: PROBLEM[401] },
});

const putRecipe = createRoute({
  method: 'put',
  path: '/recipes/{id}',
  summary:
    'Store a recipe of the practice and use it; one that is stored already must be of an earlier revision',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam, ...body(RecipeToKeep) },
  responses: {
    200: answer('All of them.', PracticeRecipes),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    409: PROBLEM[409],
    422: PROBLEM[422],
  },
});

const removeRecipe = createRoute({
  method: 'delete',
  path: '/recipes/{id}',
  summary: 'Forget a recipe of the practice; one of the extension with its id is used again',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam },
  responses: {
    200: answer('All that are left.', PracticeRecipes),
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
  },
});

const switchOff = createRoute({
  method: 'put',
  path: '/recipes/{id}/off',
  summary: 'Read by a recipe no more; one of the practice is kept',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam },
  responses: {
    200: answer('All of them.', PracticeRecipes),
    401: PROBLEM[401],
    403: PROBLEM[403],
    409: PROBLEM[409],
  },
});

const switchOn = createRoute({
  method: 'delete',
  path: '/recipes/{id}/off',
  summary: 'Read by a recipe again that was switched off',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam },
  responses: {
    200: answer('All of them.', PracticeRecipes),
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
  },
});

export function recipeRoutes({ store, runtime }: Pick<AppDeps, 'store' | 'runtime'>) {
  /** All of them after the change, which is on record; undefined where there is nothing to change, or no room. */
  const changing = (
    { id: deviceId, practiceId }: AppEnv['Variables']['device'],
    id: string,
    action: AuditAction,
    changed: (before: RecipeChange | undefined, hasRoom: boolean) => RecipeChange | 'forgotten' | undefined,
  ): Promise<PracticeRecipe[] | undefined> =>
    store.transaction(async (db) => {
      const scope = { db, practiceId };
      const known = await listRecipes(scope);
      const before = known.find((each) => each.id === id)?.change;
      const change = changed(before, before !== undefined || known.length < MOST_RECIPES);
      if (change === undefined) return undefined;
      if (change === 'forgotten') await deleteRecipe(scope, id);
      else await saveRecipe(scope, { id, change, at: runtime.now() });
      await recordAudit(runtime, scope, deviceId, action, id);
      return listRecipes(scope);
    });

  return new OpenAPIHono<AppEnv>()
    .openapi(readRecipes, async (c) => c.json(await listRecipes(c.var.scope), 200))
    .openapi(putRecipe, async (c) => {
      const { id } = c.req.valid('param');
      const { recipe } = c.req.valid('json');
      if (recipe.id !== id) return problem(c, 'recipe-of-other-id');
      let isOlder = false;
      const all = await changing(c.var.device, id, 'recipe-changed', (before, hasRoom) => {
        isOlder = before !== undefined && 'recipe' in before && before.recipe.revision >= recipe.revision;
        return hasRoom && !isOlder ? { recipe } : undefined;
      });
      if (isOlder) return problem(c, 'recipe-changed-meanwhile');
      return all ? c.json(all, 200) : problem(c, 'too-many-recipes');
    })
    .openapi(removeRecipe, async (c) => {
      const { id } = c.req.valid('param');
      const all = await changing(c.var.device, id, 'recipe-removed', (before) => before && 'forgotten');
      return all ? c.json(all, 200) : problem(c, 'not-found');
    })
    .openapi(switchOff, async (c) => {
      const { id } = c.req.valid('param');
      const all = await changing(c.var.device, id, 'recipe-switched-off', (before, hasRoom) =>
        hasRoom ? { ...before, off: true } : undefined,
      );
      return all ? c.json(all, 200) : problem(c, 'too-many-recipes');
    })
    .openapi(switchOn, async (c) => {
      const { id } = c.req.valid('param');
      const all = await changing(c.var.device, id, 'recipe-switched-on', (before) => {
        if (!before?.off) return undefined;
        return 'recipe' in before ? { recipe: before.recipe } : 'forgotten';
      });
      return all ? c.json(all, 200) : problem(c, 'not-found');
    });
}
