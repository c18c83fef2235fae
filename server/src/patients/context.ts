/** What the patients of a practice are kept with. */
import type { Runtime } from '../runtime.ts';
import type { Store } from '../store/store.ts';

export interface PatientsContext {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly practiceId: string;
}
