/** The same act on several claims: one request after another, counted, stopped when told, and each failure kept by name. */

export interface BulkState<Item> {
  readonly total: number;
  readonly done: number;
  readonly failed: readonly { readonly item: Item; readonly error: unknown }[];
}

/** Goes on after a failure; ends early once the signal is given, with what was done until then. */
export async function runBulk<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
  signal: AbortSignal,
  onProgress: (state: BulkState<Item>) => void,
): Promise<BulkState<Item>> {
  let state: BulkState<Item> = { total: items.length, done: 0, failed: [] };
  for (const item of items) {
    if (signal.aborted) break;
    try {
      await act(item);
      state = { ...state, done: state.done + 1 };
    } catch (error) {
      state = { ...state, failed: [...state.failed, { item, error }] };
    }
    onProgress(state);
  }
  return state;
}
