import { archiveStorageEndpoints } from './archive-storage.ts'
import { archiveEndpoints } from './archives.ts'
import { broadcastEndpoints } from './broadcasts.ts'
import { callbackEndpoints } from './callbacks.ts'
import { callEndpoints } from './calls.ts'
import { captionEndpoints } from './captions.ts'
import { connectionEndpoints } from './connections.ts'
import { connectorEndpoints } from './connectors.ts'
import type { Endpoint } from './endpoint.ts'
import { migrationEndpoints } from './migration.ts'
import { muteEndpoints } from './mute.ts'
import { projectEndpoints } from './projects.ts'
import { renderEndpoints } from './renders.ts'
import { signalEndpoints } from './signals.ts'
import { streamEndpoints } from './streams.ts'

/** Every operation of the REST API but the creation of sessions. */
export const endpoints: readonly Endpoint[] = [
  ...signalEndpoints,
  ...connectionEndpoints,
  ...streamEndpoints,
  ...muteEndpoints,
  ...migrationEndpoints,
  ...captionEndpoints,
  ...callEndpoints,
  ...renderEndpoints,
  ...connectorEndpoints,
  ...callbackEndpoints,
  ...archiveStorageEndpoints,
  ...archiveEndpoints,
  ...broadcastEndpoints,
  ...projectEndpoints,
]
