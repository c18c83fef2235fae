/** Tells open live streams at once that their device was revoked. */

export interface Revocations {
  publish(deviceId: string): void;
  /** Returns the way to stop listening. */
  subscribe(deviceId: string, listener: () => void): () => void;
}

export function createRevocations(): Revocations {
  const listeners = new Map<string, Set<() => void>>();
  return {
    publish(deviceId) {
      for (const listener of [...(listeners.get(deviceId) ?? [])]) listener();
    },
    subscribe(deviceId, listener) {
      const set = listeners.get(deviceId) ?? new Set();
      listeners.set(deviceId, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(deviceId);
      };
    },
  };
}
