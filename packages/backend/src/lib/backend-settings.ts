import { sessionSettings } from '@ot-room/video-api'
import { admitBy, admitEverybody } from './access/admit.ts'
import type { Admit } from './access/admit.ts'
import type { BackendOptions, BackendSettings } from './backend-options.ts'
import { fields } from './fields.ts'
import { originList } from './http/origins.ts'
import { unlimited } from './policy/room-rules.ts'
import { guardedStore } from './store/guarded-store.ts'
import type { Store } from './store/store.ts'
import { memoryStore } from './stores/memory.ts'
import { quiet } from './telemetry/log.ts'

/** Completes the options; throws TypeError, or VideoError for contradictory session options. */
export function backendSettings(options: BackendOptions): BackendSettings {
  const { video, tokenLifetime = 600, proxyUrl, session = {}, policies } = options
  if (typeof video?.createSession !== 'function' || typeof video.generateToken !== 'function') {
    throw new TypeError('video must be what createVideoApi returns.')
  }
  if (!Number.isInteger(tokenLifetime) || tokenLifetime < 30 || tokenLifetime > 2_592_000) {
    throw new TypeError('tokenLifetime is a whole number of seconds from 30 to 2592000 (30 days).')
  }
  if (proxyUrl !== undefined && !(URL.canParse(proxyUrl) && /^https?:/.test(proxyUrl))) {
    throw new TypeError('proxyUrl must be an absolute http or https URL.')
  }
  sessionSettings(session)
  if (policies !== undefined && typeof policies.rulesFor !== 'function') {
    throw new TypeError('policies must be what roomPolicies returns.')
  }
  const defaults = { session, tokenLifetime }
  const store = guardedStore(checkedStore(options.store))
  return {
    video,
    store,
    cache: options.cache,
    admit: admission(options),
    session,
    policies,
    rulesFor: policies?.rulesFor(defaults) ?? (() => unlimited(defaults)),
    features: options.features ?? [],
    visitors: options.visitors?.(store.scope),
    address: options.address,
    origins: originList(options.origins ?? []),
    proxyUrl,
    log: quiet(options.log),
    measure: options.measure && quiet(options.measure),
  }
}

function admission({ authorize, public: open }: BackendOptions): Admit {
  if ((authorize === undefined) === (open === undefined)) {
    throw new TypeError('Say who may enter: pass an authorize rule or public: true, and not both.')
  }
  if (open === true) return admitEverybody
  if (typeof authorize === 'function') return admitBy(authorize)
  throw new TypeError('authorize must be a function, and public can only be true.')
}

function checkedStore(store: Store = memoryStore()): Store {
  if (typeof store.read === 'function' && typeof store.swap === 'function') return store
  throw new TypeError(
    typeof fields(store).list === 'function' || 'getWithMetadata' in store
      ? 'Workers KV cannot be the store: without compare-and-set it splits rooms. Use kvCache in front of another.'
      : 'store must be what a function such as memoryStore returns.',
  )
}
