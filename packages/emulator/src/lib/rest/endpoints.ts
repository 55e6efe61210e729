import { archiveEndpoints } from './archives.ts'
import { callbackEndpoints } from './callbacks.ts'
import { connectionEndpoints } from './connections.ts'
import type { Endpoint } from './endpoint.ts'
import { migrationEndpoints } from './migration.ts'
import { muteEndpoints } from './mute.ts'
import { projectEndpoints } from './projects.ts'
import { signalEndpoints } from './signals.ts'
import { streamEndpoints } from './streams.ts'

/** Every operation of the REST API but the creation of sessions. */
export const endpoints: readonly Endpoint[] = [
  ...signalEndpoints,
  ...connectionEndpoints,
  ...streamEndpoints,
  ...muteEndpoints,
  ...migrationEndpoints,
  ...callbackEndpoints,
  ...archiveEndpoints,
  ...projectEndpoints,
]
