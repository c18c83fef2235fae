/** The sandbox clearinghouse: behaves like Office Ally over real SFTP. */
export type { SandboxFaults } from './faults.ts';
export { startSandbox } from './sandbox.ts';
export { ALL_SCENARIOS, type Scenario, type ScenarioName, scenarioOf } from './scenarios.ts';
export type {
  FileVerdict,
  PublishedFile,
  ReceivedClaim,
  ReceivedFile,
  Sandbox,
  SandboxEvents,
  SandboxOptions,
} from './types.ts';
