import { filled, number, owner } from '../answers/answered.ts'
import type { Readers } from '../answers/answered.ts'
import type { OpenUnion } from '../answers/open-union.ts'

/** `SUSPENDED`: what it asks for is refused; sessions that are open go on. */
export type ProjectStatus = 'ACTIVE' | 'SUSPENDED'

/** An OpenTok project as its account sees it, frozen. */
export interface Project {
  /** Its API key. */
  readonly id: string
  /** Its API secret. Printing or serialising the project leaves it out. */
  readonly secret: string
  readonly status: OpenUnion<ProjectStatus>
  readonly name?: string
  readonly environment?: OpenUnion<'standard' | 'enterprise'>
  /** Milliseconds since 1970. */
  readonly createdAt?: number
}

export const project: Readers<Project> = {
  needed: { id: owner, secret: filled, status: filled },
  rest: { name: filled, environment: filled, createdAt: number },
}

/** Keeps the secret readable and out of everything that lists properties. */
export function guarded({ secret, ...rest }: Project): Project {
  const shown: Omit<Project, 'secret'> = rest
  return Object.freeze(Object.defineProperty(shown, 'secret', { get: () => secret }) as Project)
}
