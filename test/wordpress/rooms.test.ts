import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { contradictions, type Happening } from '../backend/support/history.ts'
import { startSlowPlatform, type SlowPlatform } from '../backend/support/slow-platform.ts'
import { startWordPress, type WordPress } from './support/wordpress.ts'

const secret = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'

describe('rooms of a WordPress with four servers over one database', () => {
  let platform: SlowPlatform
  let site: WordPress

  before(async () => {
    platform = await startSlowPlatform(['fails'])
    const constants = {
      OT_ROOM_API_KEY: '100',
      OT_ROOM_API_SECRET: secret,
      OT_ROOM_API_URL: platform.url,
    }
    site = await startWordPress({ constants, servers: 4 })
  })
  after(async () => {
    await site?.close()
    await platform?.close()
  })

  async function join(address: string): Promise<{ status: number; told: string }> {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    const { code, sessionId } = (await response.json()) as { code?: string; sessionId?: string }
    return { status: response.status, told: code ?? sessionId ?? '' }
  }

  it('outlive a creation that failed, and hand out one session to everybody who comes at once', async () => {
    const first = await site.joinAddress('crowd')
    assert.deepEqual(await join(first), { status: 502, told: 'platform-error' })
    const history: Happening[] = []
    const refused: unknown[] = []
    await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const server = site.urls[index % site.urls.length] ?? site.url
        const begun = performance.now()
        const { status, told } = await join(first.replace(site.url, server))
        const ended = performance.now()
        if (status === 200) history.push({ what: 'joined', begun, ended, session: told })
        else refused.push(told)
      }),
    )
    assert.deepEqual(refused, [])
    assert.equal(history.length, 200)
    assert.deepEqual(contradictions(history, platform.created), [])
    assert.equal(platform.created.size, 1)
  })

  it('wait for whoever opens them, and no longer than a creation may take', async () => {
    const claim = (room: string, seconds: number): Promise<string> =>
      site.run(
        `OtRoom\\claim( hash( 'sha256', "100\\nrelayed\\n${room}" ), '${room}', 'somebody' );
         OtRoom\\change( "UPDATE %i SET lease_end = UNIX_TIMESTAMP() + %d WHERE leader = 'somebody'", ${seconds} );`,
      )
    await claim('orphan', -1)
    assert.equal((await join(await site.joinAddress('orphan'))).status, 200)
    await claim('slow', 2)
    const begun = performance.now()
    assert.equal((await join(await site.joinAddress('slow'))).status, 200)
    assert.ok(performance.now() - begun > 1000)
  })

  it('say that the database does not answer, and nothing of it', async () => {
    await site.run('global $wpdb; $wpdb->query( "RENAME TABLE wp_ot_room_sessions TO gone" );')
    const address = await site.joinAddress('crowd')
    assert.deepEqual(await join(address), { status: 503, told: 'store-unavailable' })
    await site.run('global $wpdb; $wpdb->query( "RENAME TABLE gone TO wp_ot_room_sessions" );')
    assert.equal((await join(address)).status, 200)
  })

  it('are opened by pages of this site alone', async () => {
    const address = await site.joinAddress('tea')
    const forbidden = { status: 403, told: 'not-allowed' }
    assert.deepEqual(await join(address.replace('/tea/', '/coffee/')), forbidden)
    assert.deepEqual(await join(address.replace('everyone-', 'members-')), forbidden)
    assert.deepEqual(await join(address.replace(/everyone-.{4}/, 'everyone-0000')), forbidden)
  })

  it('tell nobody the secret, and PHP complains of nothing', async () => {
    const index = await (await fetch(`${site.url}/?rest_route=/`)).text()
    assert.ok(!index.includes(secret))
    const options = await fetch(`${site.url}/?rest_route=/wp/v2/settings`)
    assert.equal(options.status, 401)
    assert.equal(site.complaints(), '')
  })
})
