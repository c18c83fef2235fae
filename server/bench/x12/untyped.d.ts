/** The part of node-x12-edi that is measured; the package has no types of its own. */
declare module 'node-x12-edi' {
  export class FieldMap {
    constructor(options: { segmentIdentifier: string; valuePosition: number });
  }

  export class Transaction {
    readonly segments: readonly {
      readonly name: string;
      readonly fields: readonly { readonly content: string }[];
    }[];
    generateSegments(content: string, segmentTerminator?: string, elementSeparator?: string): void;
    toX12(
      data: Readonly<Record<string, string>>,
      map: Readonly<Record<string, FieldMap>>,
      elementSeparator?: string,
      segmentTerminator?: string,
    ): string;
  }
}
