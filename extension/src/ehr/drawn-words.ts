/** What tells that a text is not drawn as it stands. Part of the vocabulary that a page is handed. */

export interface Drawn {
  /** The computed styles that are looked at. */
  readonly styles: readonly (
    | 'unicodeBidi'
    | 'textDecorationLine'
    | 'contentVisibility'
    | 'webkitTextFillColor'
    | 'filter'
    | 'clipPath'
  )[];
  /** What one of them holds: backwards, struck through, not laid out, transparent, cut away. */
  readonly oddStyle: RegExp;
  /** Where a style can put text. */
  readonly added: readonly string[];
  /** Words and numbers that a style puts in front or behind; marks and icons say nothing. */
  readonly addedText: RegExp;
}

export const DRAWN: Drawn = {
  styles: [
    'unicodeBidi',
    'textDecorationLine',
    'contentVisibility',
    'webkitTextFillColor',
    'filter',
    'clipPath',
  ],
  oddStyle:
    /-override|line-through|hidden|rgba\([^)]*, 0\)|\/ 0\)|opacity\(0|inset|circle|ellipse|polygon|path|rect|url/,
  added: ['::before', '::after'],
  addedText: /".*[\p{L}\p{N}]|counter|attr/u,
};
