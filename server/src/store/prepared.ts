/** Questions that are asked again and again are built once for each connection: building them costs more than asking. */
import type { Db } from './store.ts';

/**
 * What `build` makes of a connection, made once for each. For statements with placeholders (`sql.placeholder`) that are run for every
 * claim of a file.
 */
export function oncePerConnection<Statement>(build: (db: Db) => Statement): (db: Db) => Statement {
  const built = new WeakMap<Db, Statement>();
  return (db) => {
    const statement = built.get(db) ?? build(db);
    built.set(db, statement);
    return statement;
  };
}
