/** A model while a reader fills it: writable, its `Lists` still growing. */
export type Open<Model, Lists> = {
  -readonly [Name in keyof Omit<Model, keyof Lists>]: Omit<Model, keyof Lists>[Name];
} & Lists;
