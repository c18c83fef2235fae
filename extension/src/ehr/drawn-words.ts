/** What tells that a text is not drawn as it stands. Part of the vocabulary that a page is handed. */

export interface OddDrawing {
  /** The computed styles that are looked at, joined by commas. */
  readonly styles: readonly (
    | 'contentVisibility'
    | 'unicodeBidi'
    | 'textDecorationLine'
    | 'webkitTextFillColor'
    | 'filter'
    | 'clipPath'
    | 'overflow'
    | 'width'
    | 'height'
  )[];
  /** What they hold of an element that is not laid out, backwards, struck through, transparent, cut away, or a box of no size. */
  readonly oddStyle: RegExp;
  /** Where a style can put text. */
  readonly added: readonly string[];
  /** Words and numbers that a style puts in front or behind; marks and icons say nothing. */
  readonly addedText: RegExp;
}

export const DRAWN: OddDrawing = {
  styles: [
    'contentVisibility',
    'unicodeBidi',
    'textDecorationLine',
    'webkitTextFillColor',
    'filter',
    'clipPath',
    'overflow',
    'width',
    'height',
  ],
  oddStyle:
    /^hidden|-override|line-through|rgba\([^)]*, 0\)|\/ 0\)|opacity\(0|inset|circle|ellipse|polygon|path|rect|url|,(?:hidden|clip|scroll|auto)[^,]*,(?:[01](?:\.\d+)?px,.*|[^,]*,[01](?:\.\d+)?px)$/,
  added: ['::before', '::after'],
  addedText: /".*[\p{L}\p{N}]|counter|attr/u,
};
