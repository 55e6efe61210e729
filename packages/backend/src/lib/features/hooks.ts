import type { Insider, Visit } from '../visit/visit.ts'
import type { Place, Removal } from './feature.ts'

/** Throws BackendError for somebody inside whom a feature has put out since. */
export async function remain({ features }: Place, visit: Visit, insider: Insider): Promise<void> {
  for (const { onRemain } of features()) await onRemain?.(visit, insider)
}

/** Tells the features that a host has put somebody out: what they were given is over. */
export async function removed({ features }: Place, removal: Removal): Promise<void> {
  for (const { onRemoved } of features()) await onRemoved?.(removal)
}
