import { timeoutSignal } from '../async/timeout-signal.ts'
import { RoomError } from '../errors/room-error.ts'
import { loadScript, type ScriptSource } from './load-script.ts'
import { isOpenTok, openTokOfPage, type OpenTok } from './open-tok.ts'

/** Where OpenTok.js comes from: a script's URL, the same with its integrity, or a function such as `() => import('@opentok/client')`. */
export type OpenTokSource = string | ScriptSource | (() => Promise<unknown>)

/** The vendor's own copy of the version this package is tested with. */
export const vendorUrl = 'https://static.opentok.com/v2.35.2/js/opentok.min.js'

const attempts = 2
/** Milliseconds for one attempt; the file is 0.85 MB compressed. */
const patience = 30_000

const scripts = new Map<string, Promise<OpenTok>>()

/**
 * Gives OpenTok.js; a page has one, so one that is already there is used and a URL is loaded once.
 *
 * Throws `RoomError` `opentok-unreachable`.
 */
export async function loadOpenTok(source: OpenTokSource = vendorUrl): Promise<OpenTok> {
  if (typeof source === 'function') return loadModule(source)
  const present = openTokOfPage()
  if (present) return present
  const script = typeof source === 'string' ? { url: source } : source
  const loading = scripts.get(script.url) ?? loadWithRetry(script)
  scripts.set(script.url, loading)
  // A failure is forgotten so that the visitor's next click tries again.
  loading.catch(() => scripts.delete(script.url))
  return loading
}

async function loadModule(load: () => Promise<unknown>): Promise<OpenTok> {
  try {
    const loaded = await load()
    const exported: unknown =
      typeof loaded === 'object' && loaded ? Reflect.get(loaded, 'default') : undefined
    // An unbundled page has no module exports: the UMD file then sets the global only.
    const found = [loaded, exported, openTokOfPage()].find(isOpenTok)
    if (found) return found
  } catch (cause) {
    throw new RoomError('opentok-unreachable', { cause })
  }
  throw new RoomError('opentok-unreachable')
}

async function loadWithRetry(script: ScriptSource): Promise<OpenTok> {
  let cause: unknown
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      await loadScript(script, timeoutSignal(patience))
      const loaded = openTokOfPage()
      if (loaded) return loaded
    } catch (error) {
      cause = error
    }
  }
  throw new RoomError('opentok-unreachable', { cause })
}
