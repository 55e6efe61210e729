/** The part of JSON Schema that requests and answers are described in; it is read, published and typed. */
export type Schema =
  | {
      readonly type: 'string'
      readonly minLength?: number
      readonly maxLength?: number
      readonly enum?: readonly string[]
      readonly format?: 'date-time' | 'uri'
      readonly description?: string
    }
  | {
      readonly type: 'integer'
      readonly minimum?: number
      readonly maximum?: number
      readonly description?: string
    }
  | { readonly type: 'boolean'; readonly description?: string }
  | {
      readonly type: 'array'
      readonly items: Schema
      readonly maxItems?: number
      readonly description?: string
    }
  | ObjectSchema

export interface ObjectSchema {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly description?: string
}

/** The type of the values that a schema describes. */
export type Described<S> = S extends { type: 'string'; enum: readonly (infer Word)[] }
  ? Word
  : S extends { type: 'string' }
    ? string
    : S extends { type: 'integer' }
      ? number
      : S extends { type: 'boolean' }
        ? boolean
        : S extends { type: 'array'; items: infer Item }
          ? readonly Described<Item>[]
          : S extends { type: 'object'; properties: infer Properties }
            ? DescribedObject<Properties, S extends { required: readonly (infer R)[] } ? R : never>
            : never

type DescribedObject<Properties, Required> = {
  readonly [Name in keyof Properties as Name extends Required ? Name : never]: Described<
    Properties[Name]
  >
} & {
  readonly [Name in keyof Properties as Name extends Required ? never : Name]?: Described<
    Properties[Name]
  >
}
