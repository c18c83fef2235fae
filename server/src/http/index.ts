/** What others may use: the app, what it needs, and its type for Hono's typed client (`hc<AppType>(url)`). */
import type { createApp } from './app.ts';

export { createApp } from './app.ts';
export type { AppDeps } from './deps.ts';
export type AppType = ReturnType<typeof createApp>;
