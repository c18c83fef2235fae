export * from './claims.ts';
export * from './clearinghouse.ts';
export * from './code-facts.ts';
export * from './devices.ts';
export * from './exchange.ts';
export * from './practice.ts';
export * from './problem.ts';
export * from './recipes.ts';
