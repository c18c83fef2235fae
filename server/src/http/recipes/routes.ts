/** /recipes: how this practice's EHR pages are read, as data; taught in the browser, shared by all its browsers. */
import { PracticeRecipes, RecipeChange } from '@claimside/shared/api';
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
  summary: 'Store a recipe, or switch one of the extension off',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam, ...body(RecipeChange) },
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
  summary: 'Forget a recipe; one of the extension is used again',
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

export function recipeRoutes({ store, runtime }: Pick<AppDeps, 'store' | 'runtime'>) {
  return new OpenAPIHono<AppEnv>()
    .openapi(readRecipes, async (c) => c.json(await listRecipes(c.var.scope), 200))
    .openapi(putRecipe, async (c) => {
      const { id } = c.req.valid('param');
      const change = c.req.valid('json');
      if ('recipe' in change && change.recipe.id !== id) return problem(c, 'recipe-of-other-id');
      const { device } = c.var;
      const left = await store.transaction(async (db) => {
        const scope = { db, practiceId: device.practiceId };
        const before = await listRecipes(scope);
        if (before.length >= MOST_RECIPES && !before.some((each) => each.id === id)) return undefined;
        await saveRecipe(scope, { id, change, at: runtime.now() });
        await recordAudit(runtime, scope, device.id, 'recipe-changed', id);
        return listRecipes(scope);
      });
      return left ? c.json(left, 200) : problem(c, 'too-many-recipes');
    })
    .openapi(removeRecipe, async (c) => {
      const { id } = c.req.valid('param');
      const { device } = c.var;
      const left = await store.transaction(async (db) => {
        const scope = { db, practiceId: device.practiceId };
        if (!(await deleteRecipe(scope, id))) return undefined;
        await recordAudit(runtime, scope, device.id, 'recipe-removed', id);
        return listRecipes(scope);
      });
      return left ? c.json(left, 200) : problem(c, 'not-found');
    });
}
