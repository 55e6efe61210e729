import {
  Room,
  type OpenTokSource,
  type RoomError,
  type RoomOptions,
  type RoomState,
} from '@ot-room/room'
import { createPreview, type Preview } from '@ot-room/room/preview'
import { rememberedDevices } from '../lobby/memory.ts'
import type { BlurModule, OtRoom } from '../shell/ot-room.ts'
import { OtSignalEvent } from './events.ts'
import { importFrom } from './import-from.ts'
import { refuseForeign } from './refuse-foreign.ts'
import { eventsBetween } from './transition.ts'

/** The room that an element's attributes name, and the visitor's devices before it is entered. */
export interface Presence {
  readonly room: Room
  readonly preview: Preview
  /** Leaves; the page hears of it. */
  end(): void
}

/** Makes the presence, or nothing while the page has not said which room; tells the page by events what happens. */
export function createPresence(
  host: OtRoom,
  changed: (before: RoomState, after: RoomState) => void,
  opening: Promise<MediaStream | undefined> | undefined,
): Presence | undefined {
  const options = optionsOf(host)
  if (!options) return undefined
  const following = new AbortController()
  const { signal } = following
  const room = host.createRoom ? host.createRoom(options) : new Room(options)
  const { blur } = options
  const preview = createPreview({ remembered: rememberedDevices(), opening, blur })
  let heard = room.state

  function tell(state: RoomState): void {
    const before = heard
    heard = state
    for (const event of eventsBetween(before, state)) host.dispatchEvent(event)
    if (state.phase === 'failed' && before.phase !== 'failed') advise(state.error)
    changed(before, state)
  }

  /** What a visitor cannot mend is said in the console, and is a file of its own. */
  function advise(error: RoomError): void {
    import('./advise-owner.ts').then(
      ({ adviseOwner }) => adviseOwner(error, host),
      () => undefined,
    )
  }

  room.subscribe(tell, { signal })
  room.onSignal((received) => host.dispatchEvent(new OtSignalEvent(received)), { signal })
  return {
    room,
    preview,
    end() {
      room.leave()
      following.abort()
      preview.stop()
      // The listener is gone, and the page should hear of the end all the same.
      for (const event of eventsBetween(heard, room.state)) host.dispatchEvent(event)
    },
  }
}

function optionsOf(host: OtRoom): RoomOptions | undefined {
  const { room, endpoint } = host
  if (!room || !endpoint || !host.isConnected) return undefined
  return {
    room,
    endpoint,
    // Read when somebody joins, so that what a page sets meanwhile counts and makes no other room.
    get openTok() {
      return openTokOf(host)
    },
    ...((host.loadBlur ?? host.backgroundBlur) && {
      blur: async () => (await blurOf(host)).createBlur(),
    }),
  }
}

function openTokOf(host: OtRoom): OpenTokSource | undefined {
  const { opentok: url, integrity, loadOpenTok } = host
  if (loadOpenTok) return loadOpenTok
  if (!url) return undefined
  // With an integrity it is one file that the page has seen.
  if (!integrity) refuseForeign(host, 'opentok', url)
  return { url, ...(integrity && { integrity }) }
}

async function blurOf(host: OtRoom): Promise<BlurModule> {
  const { loadBlur, backgroundBlur = '' } = host
  if (loadBlur) return loadBlur()
  refuseForeign(host, 'background-blur', backgroundBlur)
  return importFrom(new URL(backgroundBlur, document.baseURI).href)
}
