/** A length as a style sheet gives it. */
export interface Length {
  readonly value: number
  readonly unit: 'px' | '%'
}

export const lengthProperties = [
  'width',
  'height',
  'min-width',
  'min-height',
  'max-width',
  'max-height',
  'left',
  'right',
  'top',
  'bottom',
  'margin-left',
  'margin-right',
  'margin-top',
  'margin-bottom',
] as const

/** The words that a property may be; the first is what it is from the start. */
export const keywords = {
  position: ['static', 'relative', 'absolute'],
  display: ['block', 'inline', 'inline-block'],
  float: ['none', 'left', 'right'],
  clear: ['none', 'left', 'right', 'both'],
  'object-fit': ['contain', 'cover'],
} as const

type LengthProperty = (typeof lengthProperties)[number]
type KeywordProperty = keyof typeof keywords

/** What of a style sheet holds for one stream. A length that is not there is `auto`. */
export type Style = { readonly [P in LengthProperty]?: Length | undefined } & {
  readonly [P in KeywordProperty]?: (typeof keywords)[P][number]
} & { readonly 'z-index'?: number }

export function isLengthProperty(name: string): name is LengthProperty {
  return lengthProperties.some((known) => known === name)
}

export function isKeywordProperty(name: string): name is KeywordProperty {
  return Object.hasOwn(keywords, name)
}
