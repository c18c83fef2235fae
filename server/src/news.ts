/** Tells whoever listens (the server-sent events of each open sidebar) that something of a practice changed. Ids only. */
import type { LiveEvent } from '@claimside/shared/api';

export interface News {
  publish(practiceId: string, event: LiveEvent): void;
  /** Returns the way to stop listening. */
  subscribe(practiceId: string, listener: (event: LiveEvent) => void): () => void;
}

export function createNews(): News {
  const listeners = new Map<string, Set<(event: LiveEvent) => void>>();
  return {
    publish(practiceId, event) {
      for (const listener of listeners.get(practiceId) ?? []) listener(event);
    },
    subscribe(practiceId, listener) {
      const set = listeners.get(practiceId) ?? new Set();
      listeners.set(practiceId, set.add(listener));
      return () => set.delete(listener);
    },
  };
}
