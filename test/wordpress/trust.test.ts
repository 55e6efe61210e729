import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startSlowPlatform, type SlowPlatform } from '../backend/support/slow-platform.ts'
import { createEmulator, type Emulator } from '../../packages/emulator/src/index.ts'
import { startWordPress, type WordPress } from './support/wordpress.ts'

type Answer = { status: number; code: string; [field: string]: unknown }

async function join(address: string, body: object = {}, headers: object = {}): Promise<Answer> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const json = (await response.json()) as Record<string, unknown>
  return { ...json, code: String(json['code']), status: response.status }
}

/** Somebody with an account: the cookie of their sign-in, and what REST takes beside it. */
async function account(
  site: WordPress,
  role: string,
): Promise<{ id: string; headers: Record<string, string> }> {
  const said = await site.run(`
    $id = wp_insert_user( array( 'user_login' => '${role}', 'user_pass' => 'x', 'role' => '${role}' ) );
    $token = WP_Session_Tokens::get_instance( $id )->create( time() + 3600 );
    $cookie = wp_generate_auth_cookie( $id, time() + 3600, 'logged_in', $token );
    $_COOKIE[ LOGGED_IN_COOKIE ] = $cookie;
    wp_set_current_user( $id );
    echo wp_json_encode( array( $id, LOGGED_IN_COOKIE . '=' . rawurlencode( $cookie ), wp_create_nonce( 'wp_rest' ) ) );`)
  const [id, cookie, nonce] = JSON.parse(said) as [number, string, string]
  return { id: `${id}`, headers: { cookie, 'x-wp-nonce': nonce } }
}

/** Where the room on a page is joined. */
async function endpointOn(page: string, headers: Record<string, string> = {}): Promise<string> {
  const html = await (await fetch(page, { headers })).text()
  const [, endpoint = ''] = /endpoint="([^"]+)"/.exec(html) ?? []
  return endpoint.replaceAll('&amp;', '&').replaceAll('&#038;', '&')
}

describe('what a page of WordPress is given to open its room', () => {
  let emulator: Emulator
  let site: WordPress
  before(async () => {
    emulator = await createEmulator({ port: 0 })
    const { url, apiKey, apiSecret } = emulator
    const constants = {
      OT_ROOM_API_KEY: apiKey,
      OT_ROOM_API_SECRET: apiSecret,
      OT_ROOM_API_URL: url,
    }
    site = await startWordPress({ constants })
  })
  after(async () => {
    await site?.close()
    await emulator?.close()
  })

  const addressOf = (endpoint: string, room: string): string =>
    site.url + endpoint.replace('{path}', `rooms/${room}/join`)
  const change = (post: string, fields: string): Promise<string> =>
    site.run(`wp_update_post( array( 'ID' => ${post}, ${fields} ) );`)
  const idOf = async (page: string): Promise<string> => site.run(`echo url_to_postid( '${page}' );`)

  it('opens it as long as the visitor may read the page, and no longer', async () => {
    const page = await site.publish('[ot_room room="board"]')
    const post = await idOf(page)
    const address = addressOf(await endpointOn(page), 'board')
    assert.equal((await join(address)).status, 200)
    const editor = await account(site, 'editor')
    for (const [fields, stranger, member] of [
      ["'post_status' => 'private'", 403, 200],
      ["'post_status' => 'draft'", 403, 200],
      ["'post_status' => 'trash'", 403, 403],
      ["'post_status' => 'publish', 'post_password' => 'open sesame'", 403, 403],
      ["'post_status' => 'publish', 'post_password' => ''", 200, 200],
    ] as const) {
      await change(post, fields)
      assert.equal((await join(address)).status, stranger, fields)
      const { cookie = '' } = editor.headers
      const answer = await join(address, {}, { cookie })
      if (!fields.includes('trash')) assert.equal(answer.status, member, fields)
    }
  })

  it('is not given to a contributor, who can publish nothing', async () => {
    const contributor = await account(site, 'contributor')
    const draft = await site.publish('[ot_room room="board" access="members"]', {
      post_status: 'draft',
      post_type: 'post',
      post_author: contributor.id,
    })
    const preview = await endpointOn(`${draft}&preview=true`, contributor.headers)
    assert.notEqual(preview, '', 'the preview shows a room')
    const { cookie = '' } = contributor.headers
    const refused = await join(addressOf(preview, 'board'), {}, { cookie })
    assert.deepEqual([refused.status, refused.code], [403, 'not-allowed'])

    const query = 'attributes[room]=board&attributes[access]=members&context=edit'
    const renderer = `${site.url}/?rest_route=/wp/v2/block-renderer/ot-room/room&${query}`
    for (const more of ['', `&post_id=${new URL(draft).searchParams.get('p')}`]) {
      const response = await fetch(renderer + more, { headers: contributor.headers })
      const { rendered = '' } = (await response.json()) as { rendered?: string }
      assert.equal(response.status, 200)
      const [, endpoint] = /endpoint="([^"]+)"/.exec(rendered) ?? []
      if (endpoint === undefined) continue
      const address = addressOf(endpoint.replaceAll('&amp;', '&'), 'board')
      assert.equal((await join(address, {}, { cookie })).status, 403, more)
    }
  })

  it('is of one room, one access, one page and one month', async () => {
    const page = await site.publish('[ot_room room="tea"]')
    const address = addressOf(await endpointOn(page), 'tea')
    assert.equal((await join(address)).status, 200)
    const other = await site.publish('nothing')
    const [post, otherPost] = [await idOf(page), await idOf(other)]
    for (const forged of [
      address.replace('/tea/', '/board/'),
      address.replace('everyone-', 'members-'),
      address.replace(`-${post}-`, `-${otherPost}-`),
      address.replace(`-${post}-`, '-0-'),
      address.replace(/-(\d+)(?=\/)/, (_, day: string) => `-${Number(day) + 1}`),
    ]) {
      assert.notEqual(forged, address)
      assert.equal((await join(forged)).status, 403, forged)
    }
    const made = (days: number) =>
      site.run(
        `echo OtRoom\\signed_grant( 'tea', 'everyone', ${post}, intdiv( time(), DAY_IN_SECONDS ) + ${days} );`,
      )
    for (const [days, status] of [
      [-30, 200],
      [-31, 403],
      [1, 403],
    ] as const) {
      const grant = await made(days)
      const old = address.replace(/everyone-[0-9a-f]{32}-\d+-\d+/, grant)
      assert.equal((await join(old)).status, status, `${days}`)
    }
  })

  it('is read from the address alone, whatever a body and a query say', async () => {
    const page = await site.publish('[ot_room room="tea"]')
    const address = addressOf(await endpointOn(page), 'tea')
    for (const body of [{ room: ['a'] }, { room: 'board' }, { grant: 'x', room: { a: 1 } }]) {
      const { status, room } = await join(address, body)
      assert.deepEqual([status, room], [200, 'tea'], JSON.stringify(body))
    }
    const { status, room } = await join(`${address}&room=board&grant[]=x`)
    assert.deepEqual([status, room], [200, 'tea'])
  })

  it('takes no spelling that looks like another room or like no name', async () => {
    const address = await site.joinAddress('support')
    for (const spelled of ['support\u034F', 'sup\u3164port', 'support\uFE0F', '\u115Fsupport']) {
      const other = await site.joinAddress('support', { spelled })
      assert.equal((await join(other)).code, 'room-name-invalid', escape(spelled))
    }
    for (const name of ['\u3164', '\u2800', '\u034F', '\u115F\u1160']) {
      assert.equal((await join(address, { name })).code, 'visitor-name-invalid', escape(name))
    }
    for (const name of ['می‌روم', '👩‍💻 Kim', '❤️ Ada']) {
      assert.equal((await join(address, { name })).name, name)
    }
  })

  it('understands a yes however an author types it, and asks visitors where it does not', async () => {
    for (const [typed, asks] of [
      ['consent=”yes”', true],
      ['consent="true"', true],
      ['consent="1"', true],
      ['consent', true],
      ['CONSENT="YES"', true],
      ['consent=“on”', true],
      ['consent="perhaps"', true],
      ['consent="no"', false],
      ['consent="0"', false],
      ['', false],
    ] as const) {
      const page = await site.publish(`[ot_room room=“support” ${typed}]`)
      const html = await (await fetch(page)).text()
      assert.match(html, /<ot-room[^>]* room="support"/, typed)
      assert.equal(/<ot-room[^>]* consent="consent"/.test(html), asks, typed)
      assert.doesNotMatch(html, /Video room:/, 'visitors are told nothing')
    }
  })

  it('tells an author of what it did not understand', async () => {
    const editor = await account(site, 'author')
    for (const [shortcode, note] of [
      [
        '[ot_room room="tea" consent="perhaps"]',
        'consent is &#8220;yes&#8221; or &#8220;no&#8221;',
      ],
      ['[ot_room room="tea" acces="members"]', 'and not: acces.'],
      ['[ot_room room=”my room”]', 'A room name has 1 to 64 letters'],
      ['[ot_room room]', 'and not: room='],
    ] as const) {
      const page = await site.publish(shortcode)
      const html = await (await fetch(page, { headers: editor.headers })).text()
      const plain = html.replaceAll('&quot;', '"')
      const wanted = note.replaceAll('&#8220;', '"').replaceAll('&#8221;', '"')
      assert.ok(plain.includes(wanted) || html.includes(note), `${shortcode}: ${note}`)
    }
  })

  it('stores what is on the form and nothing else', async () => {
    const stored = await site.run(`
      update_option( 'ot_room', array( 'api_url' => 'http://169.254.169.254', 'proxy_url' => 'https://evil.example', 'media_mode' => 'routed' ) );
      $taken = OtRoom\\accepted_settings( array( 'api_url' => 'http://10.0.0.1', 'proxy_url' => 'https://evil.example', 'media_mode' => 'relayed' ) );
      echo wp_json_encode( array( $taken, OtRoom\\setting( 'proxy_url' ) ) );`)
    assert.deepEqual(JSON.parse(stored), [{ media_mode: 'relayed' }, ''])
    await site.run("delete_option( 'ot_room' );")
  })

  it('tells the owner who answers in its place', async () => {
    assert.equal(await site.run('echo OtRoom\\blocked_route() ?? "nobody";'), 'nobody')
    for (const [status, code] of [
      [
        401,
        "add_filter( 'rest_authentication_errors', fn() => new WP_Error( 'no', 'Sign in', array( 'status' => 401 ) ) );",
      ],
      [404, "add_filter( 'rest_endpoints', fn() => array() );"],
      [
        302,
        "add_action( 'rest_api_init', function () { header( 'Location: /' ); status_header( 302 ); exit; } );",
      ],
    ] as const) {
      await site.addCode(code)
      const sentence = await site.run('echo OtRoom\\blocked_route();')
      assert.match(sentence, new RegExp(`Something else answers ${status} where visitors join`))
    }
    await site.addCode('')
  })

  it('leaves PHP nothing to complain of', () => {
    assert.equal(site.complaints(), '')
  })
})

describe('a WordPress whose PHP has no mbstring', () => {
  let emulator: Emulator
  let site: WordPress
  before(async () => {
    emulator = await createEmulator({ port: 0 })
    const { url, apiKey, apiSecret } = emulator
    const constants = {
      OT_ROOM_API_KEY: apiKey,
      OT_ROOM_API_SECRET: apiSecret,
      OT_ROOM_API_URL: url,
    }
    site = await startWordPress({ constants, without: ['mbstring'] })
  })
  after(async () => {
    await site?.close()
    await emulator?.close()
  })

  it('shows the page, and opens rooms with letters from a to z', async () => {
    const page = await site.publish('<p>Hello</p>[ot_room room="Tea"][ot_room room="Ünder"]')
    const html = await (await fetch(page)).text()
    assert.match(html, /Hello/)
    assert.match(html, /<ot-room[^>]* room="tea"/)
    assert.match(html, /<\/html>/)
    const answer = await join(await site.joinAddress('tea', { spelled: 'TEA' }), { name: 'Zoë' })
    assert.deepEqual([answer.status, answer['name']], [200, 'Zoë'])
    const other = await join(await site.joinAddress('tea', { spelled: 'ünder' }))
    assert.equal(other.code, 'room-name-invalid')
    assert.match(String(other['detail']), /mbstring/)
    assert.equal(site.complaints(), '')
  })
})

describe('a WordPress whose platform is ill', () => {
  let platform: SlowPlatform
  let site: WordPress
  before(async () => {
    platform = await startSlowPlatform(Array.from({ length: 10 }, () => 'fails' as const))
    const constants = {
      OT_ROOM_API_KEY: '100',
      OT_ROOM_API_SECRET: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
      OT_ROOM_API_URL: platform.url,
    }
    site = await startWordPress({ constants })
  })
  after(async () => {
    await site?.close()
    await platform?.close()
  })

  it('leaves it alone after three failures, and tells visitors when to come again', async () => {
    const codes: string[] = []
    for (const room of ['a', 'b', 'c', 'd', 'e']) {
      codes.push((await join(await site.joinAddress(room))).code)
    }
    const failed = 'platform-error'
    assert.deepEqual(codes, [failed, failed, failed, 'platform-busy', 'platform-busy'])
    await site.run("delete_transient( 'ot_room_failures' );")
    assert.equal((await join(await site.joinAddress('f'))).code, failed)
  })
})
