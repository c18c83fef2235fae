/** /saved-filters: named ways of looking at the lists of claims, for all browsers of the practice. */
import { FilterToSave, MOST_SAVED_FILTERS, SavedFilters } from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { BILLING, recordAudit } from '../../access/index.ts';
import { newId } from '../../runtime.ts';
import { deleteSavedFilter, filterNameKey, listSavedFilters, saveFilter } from '../../store/saved-filters.ts';
import { answer, body, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';

const getFilters = createRoute({
  method: 'get',
  path: '/saved-filters',
  summary: 'The named ways of looking at the lists of claims',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  responses: {
    200: answer('In the order of their names.', SavedFilters),
    401: PROBLEM[401],
    403: PROBLEM[403],
  },
});

const postFilter = createRoute({
  method: 'post',
  path: '/saved-filters',
  summary: 'Keep one under a name; it takes the place of one of the same name',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: body(FilterToSave),
  responses: {
    200: answer('All of them.', SavedFilters),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    409: PROBLEM[409],
  },
});

const deleteFilter = createRoute({
  method: 'delete',
  path: '/saved-filters/{id}',
  summary: 'Forget one',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam },
  responses: {
    200: answer('All that are left.', SavedFilters),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
  },
});

export function savedFilterRoutes({ store, runtime }: Pick<AppDeps, 'store' | 'runtime'>) {
  return new OpenAPIHono<AppEnv>()
    .openapi(getFilters, async (c) => c.json(await listSavedFilters(c.var.scope), 200))
    .openapi(postFilter, async (c) => {
      const { device, scope } = c.var;
      const wanted = c.req.valid('json');
      const saved = await store.transaction(async (db) => {
        const within = { ...scope, db };
        const before = await listSavedFilters(within);
        const isThere = before.some(({ name }) => filterNameKey(name) === filterNameKey(wanted.name));
        if (!isThere && before.length >= MOST_SAVED_FILTERS) return undefined;
        const id = newId(runtime);
        await saveFilter(within, { ...wanted, id, at: runtime.now() });
        await recordAudit(runtime, within, device.id, 'filter-saved', scope.practiceId);
        return listSavedFilters(within);
      });
      return saved ? c.json(saved, 200) : problem(c, 'too-many-filters');
    })
    .openapi(deleteFilter, async (c) => {
      const { device, scope } = c.var;
      const { id } = c.req.valid('param');
      const left = await store.transaction(async (db) => {
        const within = { ...scope, db };
        if (!(await deleteSavedFilter(within, id))) return undefined;
        await recordAudit(runtime, within, device.id, 'filter-removed', id);
        return listSavedFilters(within);
      });
      return left ? c.json(left, 200) : problem(c, 'not-found');
    });
}
