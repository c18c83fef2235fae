/** What a table says of a name from outside; nothing of what every object has, such as `constructor`. */
export function said<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
