export { openStage, runSeed, type SeedOutcome, type Stage } from './run-seed.ts';
