/** Every table. Each row belongs to a practice; instants are UTC ISO text, money is whole cents, JSON is text. */
export * from './schema/claims.ts';
export * from './schema/code-lists.ts';
export * from './schema/enrollments.ts';
export * from './schema/exchange.ts';
export * from './schema/fee-schedule.ts';
export * from './schema/money.ts';
export * from './schema/office-fees.ts';
export * from './schema/patients.ts';
export * from './schema/payer-list.ts';
export * from './schema/practice.ts';
export * from './schema/real-time.ts';
export * from './schema/reports.ts';
export * from './schema/server.ts';
export * from './schema/work.ts';
