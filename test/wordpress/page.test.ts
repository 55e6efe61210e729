import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decodeJwt } from 'jose'
import { foreign, newVisitor, unexpected } from '../support/browser.ts'
import { nextFrame, roomOf, visit } from '../support/room-page.ts'
import { useNeighbourhood } from './support/neighbourhood.ts'
import { signIn } from './support/sign-in.ts'
import { owner } from './support/wordpress.ts'

describe('a page of WordPress with a room on it', () => {
  const here = useNeighbourhood(({ emulator: { url, apiKey, apiSecret }, openTok }) => ({
    constants: {
      OT_ROOM_API_KEY: apiKey,
      OT_ROOM_API_SECRET: apiSecret,
      OT_ROOM_API_URL: url,
      OT_ROOM_PROXY_URL: url,
      OT_ROOM_OPENTOK_URL: openTok,
    },
  }))

  it('lets visitors of its block and of its shortcode meet', async () => {
    const block = await here.site.publish('<!-- wp:ot-room/room {"room":"Tea","align":"wide"} /-->')
    const shortcode = await here.site.publish('<p>Come in:</p>[ot_room room="tea"]')
    const ada = await visit(here.browser, block)
    const bob = await visit(here.browser, shortcode)
    await ada.join('Ada')
    await bob.join('Bob')
    assert.ok((await nextFrame(ada.tile('Bob'))).width > 0)
    assert.ok((await nextFrame(bob.tile('Ada'))).width > 0)
    assert.deepEqual(unexpected(ada.errors), [])
    assert.deepEqual(foreign(ada.requests), [])
    await Promise.all([ada.close(), bob.close()])
  })

  it('makes a host of whoever may moderate comments, under the name of the account', async () => {
    const page = await here.site.publish('[ot_room room="hosted"]', { post_title: 'Hosted' })
    const host = await newVisitor(here.browser)
    await signIn(host.page, here.site.url)
    const joined = host.page.waitForResponse((response) => response.url().endsWith('/join'))
    await host.page.goto(page)
    await roomOf(host).button('Join').click()
    const { role, name, token } = (await (await joined).json()) as Record<string, string>
    assert.deepEqual([role, name], ['moderator', owner.login])
    assert.equal(decodeJwt(token ?? '')['role'], 'moderator')
    await host.close()
  })

  it('asks people to sign in where that was wanted', async () => {
    const page = await here.site.publish(
      '<!-- wp:ot-room/room {"room":"staff","access":"members"} /-->',
    )
    const stranger = await visit(here.browser, page)
    await stranger.join('Eve')
    await stranger.room.getByText('Sign in to enter this room.').waitFor()
    await stranger.close()
  })

  it('shows nothing of a room on a page that a visitor may not see', async () => {
    const page = await here.site.publish('[ot_room room="board"]', { post_password: 'open sesame' })
    const html = await (await fetch(page)).text()
    assert.ok(!html.includes('<ot-room'))
    assert.ok(!html.includes('board'))
  })

  it('asks before it loads anything, where that was wanted', async () => {
    const page = await here.site.publish('[ot_room room="asked" consent="yes"]')
    const visitor = await visit(here.browser, page)
    await visitor.room.getByRole('button').first().waitFor()
    const loaded = visitor.requests.filter((url) => url.includes('/plugins/ot-room/'))
    assert.equal(loaded.length, 1, loaded.join('\n'))
    await visitor.close()
  })

  it('escapes what an author writes, and tells authors alone what is wrong', async () => {
    const page = await here.site.publish(`[ot_room room='a" onload="alert(1)']`)
    const html = await (await fetch(page)).text()
    assert.ok(!html.includes('onload='))
    assert.ok(!html.includes('A room name has'))
    const author = await newVisitor(here.browser)
    await signIn(author.page, here.site.url)
    await author.page.goto(page)
    await author.page.getByText('A room name has 1 to 64 letters').waitFor()
    await author.close()
  })

  it('asks a rule of the site, where there is one', async () => {
    const rule = `add_filter( 'ot_room_decision', function ( $decision, $room ) {
      return 'closed' === $room ? array( 'allow' => false, 'reason' => 'We open on Monday.' ) : $decision;
    }, 10, 2 );`
    await here.site.addCode(rule)
    const answer = await fetch(await here.site.joinAddress('closed'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    const { code, detail } = (await answer.json()) as Record<string, string>
    assert.deepEqual([answer.status, code, detail], [403, 'not-allowed', 'We open on Monday.'])
  })

  it('leaves PHP nothing to complain of', () => {
    assert.equal(here.site.complaints(), '')
  })
})
