/** What others may use: the app, what it needs, and its type for Hono's typed client (`hc<AppType>(url)`). */
export { type AppType, createApp } from './app.ts';
export type { AppDeps } from './deps.ts';
