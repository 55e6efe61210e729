import type OT from '@opentok/client'

/** The `OT` object of OpenTok.js, as far as this package uses it. */
export type OpenTok = Pick<
  typeof OT,
  | 'checkSystemRequirements'
  | 'initPublisher'
  | 'initSession'
  | 'setAudioOutputDevice'
  | 'setProxyUrl'
  | 'unblockAudio'
>

/** Whether something that was loaded is OpenTok.js. */
export function isOpenTok(value: unknown): value is OpenTok {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'initSession') === 'function' &&
    typeof Reflect.get(value, 'initPublisher') === 'function'
  )
}

/** The OpenTok.js that the page has loaded, if any. */
export function openTokOfPage(): OpenTok | undefined {
  const found: unknown = Reflect.get(globalThis, 'OT')
  return isOpenTok(found) ? found : undefined
}
