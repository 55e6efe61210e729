import { noteAddress } from '../shell/script-address.ts'
import { equal, ok } from '../testing/expect.ts'
import { refuseForeign } from './refuse-foreign.ts'

const code = 'data:text/javascript,export{}'

describe('an attribute with the address of code', () => {
  it('may name the page’s own origin, and for OpenTok.js its vendor', () => {
    const element = document.createElement('ot-room')
    equal(refusal(element, 'background-blur', '/effects/blur.js'), undefined)
    equal(refusal(element, 'opentok', 'https://static.opentok.com/v2/js/opentok.min.js'), undefined)
  })

  it('may name no other origin, unless a script set it as a property', () => {
    const element = document.createElement('ot-room')
    const elsewhere = [code, 'https://evil.example/a.js', 'https://opentok.com.evil.example/a.js']
    for (const url of [...elsewhere, 'http://static.opentok.com/a.js']) {
      ok(refusal(element, 'opentok', url)?.includes('Set the property instead'))
    }
    ok(refusal(element, 'background-blur', 'https://static.opentok.com/a.js'))
    noteAddress(element, 'background-blur', 'https://cdn.example/blur.js')
    equal(refusal(element, 'background-blur', 'https://cdn.example/blur.js'), undefined)
  })

  it('may name no data: URL in an about:srcdoc frame', async () => {
    const frame = document.createElement('iframe')
    const module = new URL('./refuse-foreign.ts', import.meta.url).href
    frame.srcdoc = `<script type="module">
      import { refuseForeign } from '${module}'
      const attempt = () => {
        try {
          refuseForeign(document.body, 'background-blur', '${code}')
          return 'allowed'
        } catch (error) {
          return error.name
        }
      }
      parent.postMessage(attempt(), '*')
    </script>`
    const told = new Promise((resolve) => {
      addEventListener('message', ({ source, data }) => {
        if (source === frame.contentWindow) resolve(data)
      })
    })
    document.body.append(frame)
    equal(await told, 'TypeError')
    frame.remove()
  })
})

function refusal(element: Element, attribute: string, url: string): string | undefined {
  try {
    refuseForeign(element, attribute, url)
    return undefined
  } catch (error) {
    return error instanceof TypeError ? error.message : 'another error'
  }
}
