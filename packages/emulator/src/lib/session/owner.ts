const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Whether a key is an application id; a project's API key never looks like one. */
export function isApplicationId(key: string): boolean {
  return uuid.test(key)
}

/** The owner of a session as callbacks and REST answers name it. */
export function ownerOf({
  key,
}: {
  readonly key: string
}): { readonly applicationId: string } | { readonly projectId: string } {
  return isApplicationId(key) ? { applicationId: key } : { projectId: key }
}
