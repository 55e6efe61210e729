import { untilAborted } from '../async/until-aborted.ts'
import { asRoomError } from '../errors/room-error.ts'
import type { VideoPlatform } from './video-platform.ts'

/** A platform whose code is fetched by the first join; throws `RoomError` `opentok-unreachable` when it cannot be. */
export function lazyPlatform(load: () => Promise<VideoPlatform>): VideoPlatform {
  let loading: Promise<VideoPlatform> | undefined

  async function loaded(): Promise<VideoPlatform> {
    try {
      loading ??= load()
      return await loading
    } catch (cause) {
      loading = undefined
      throw asRoomError(cause, 'opentok-unreachable')
    }
  }

  return {
    async prepare(signal) {
      await (await untilAborted(loaded(), signal)).prepare(signal)
    },
    async connect(credentials, stay) {
      return (await untilAborted(loaded(), stay.signal)).connect(credentials, stay)
    },
  }
}
