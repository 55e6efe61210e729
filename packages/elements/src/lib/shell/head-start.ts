import { letGo, openBoth } from '@ot-room/room/preview'
import { mayStartUnasked } from '../lobby/may-start-unasked.ts'
import { rememberedDevices } from '../lobby/memory.ts'

/**
 * Opens the devices while what shows them is still on its way, if they were allowed before; `undefined` if not, or if they
 * do not open. Whoever takes them lets them go; after `signal` has aborted nobody has them.
 */
export async function headStart(signal: AbortSignal): Promise<MediaStream | undefined> {
  const allowed = mayStartUnasked()
  // Storage answers while the browser thinks about that.
  const chosen = rememberedDevices()
  if (!(await allowed) || signal.aborted) return undefined
  const opened = await openBoth(chosen).catch(() => undefined)
  if (!signal.aborted) return opened
  letGo(opened)
  return undefined
}
