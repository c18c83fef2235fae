/** Finished uploads that wait in `inbound`, and the moment each is picked up: when its connection ends, or after a while. */

export interface Uploads {
  opened(name: string): void;
  complete(name: string, connection: number): void;
  /** True when the file waits, under its new name from now on. */
  renamed(from: string, to: string): boolean;
  removed(name: string): void;
  connectionEnded(connection: number): void;
  /** Finished uploads that wait now. */
  count(): number;
  /** Forgets all; nothing is picked up any more. */
  stop(): void;
}

interface Waiting {
  readonly connection: number;
  /** None where it waits for its final name. */
  readonly timer: NodeJS.Timeout | undefined;
}

/** A name that a client gives to what it has not finished: nobody takes it. */
export const isTemporary = (name: string): boolean => name.startsWith('.');

/**
 * Office Ally takes an upload some time after it was written; a client may look at the file first, to compare its size.
 * So a file is picked up when the connection that brought it ends, at the latest after `pickUpMilliseconds`.
 */
export function createUploads(pickUpMilliseconds: number, pickUp: (name: string) => void): Uploads {
  const waiting = new Map<string, Waiting>();
  const ended = new Set<number>();

  const forget = (name: string) => {
    const found = waiting.get(name);
    if (found) clearTimeout(found.timer);
    waiting.delete(name);
    return found;
  };
  const take = (name: string) => {
    if (forget(name)) pickUp(name);
  };
  const complete = (name: string, connection: number) => {
    forget(name);
    const delay = ended.has(connection) ? 0 : pickUpMilliseconds;
    const timer = isTemporary(name) ? undefined : setTimeout(() => take(name), delay);
    waiting.set(name, { connection, timer });
  };

  return {
    opened: forget,
    complete,
    renamed(from, to) {
      const found = forget(from);
      if (found) complete(to, found.connection);
      return found !== undefined;
    },
    removed: forget,
    connectionEnded(connection) {
      ended.add(connection);
      for (const [name, found] of [...waiting])
        if (found.connection === connection && found.timer) take(name);
    },
    count: () => [...waiting.values()].filter(({ timer }) => timer).length,
    stop() {
      for (const name of [...waiting.keys()]) forget(name);
    },
  };
}
