import { createBackend, createVideoApi, roomPolicies, visitorIds } from '@ot-room/backend'
import { firstOf, invitations, signedIn } from '@ot-room/backend/access'
import { durableObjectStore, type DurableObjectBinding } from '@ot-room/backend/cloudflare'
import {
  broadcasting,
  backlog,
  captions,
  meetings,
  moderation,
  rateLimits,
  recording,
  reference,
  telephony,
  waitingRoom,
  webhooks,
} from '@ot-room/backend/features'

export { StoreObject } from '@ot-room/backend/cloudflare'

type Bindings = { readonly STORE: DurableObjectBinding; readonly SECRET: string }

let backend: ReturnType<typeof createBackend> | undefined

/** A backend that uses everything there is. */
const worker = {
  fetch(request: Request, env: Bindings): Response | Promise<Response> {
    backend ??= everything(env)
    return backend.fetch(request, env)
  },
}
export default worker

function everything({ STORE, SECRET }: Bindings): ReturnType<typeof createBackend> {
  const video = createVideoApi({ apiKey: '100', apiSecret: SECRET })
  const store = durableObjectStore(STORE)
  const site = signedIn({
    keys: 'https://login.example/jwks',
    issuer: 'https://login.example',
    audience: 'rooms',
  })
  return createBackend({
    video,
    store,
    authorize: firstOf(site, invitations(SECRET, { store }).authorize),
    visitors: visitorIds(SECRET),
    session: { mediaMode: 'routed' },
    policies: roomPolicies([{ rooms: 'team-*', maxPeople: 12, hostStarts: true }]),
    features: [
      rateLimits(),
      moderation(video),
      waitingRoom(video),
      meetings(video),
      recording(video),
      broadcasting(video),
      captions(video),
      telephony(video, { addressOf: () => undefined }),
      webhooks({ secrets: SECRET, onEvent: async () => {} }),
      backlog({ secret: SECRET }),
      reference(),
    ],
  })
}
