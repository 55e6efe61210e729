/** One of these words, or one that the platform has learnt since. */
export type OpenUnion<T extends string> = T | (string & Record<never, never>)
