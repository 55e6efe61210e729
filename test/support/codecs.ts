import type { Page } from 'playwright-core'
import { statistics } from './peer-connections.ts'

/**
 * Makes every offer of the page name a codec of pictures first. OpenTok.js has an option for it, but not for AV1.
 */
export async function offersFirst(page: Page, codec: string): Promise<void> {
  await page.evaluate((wanted) => {
    const all = RTCRtpSender.getCapabilities('video')?.codecs ?? []
    const isWanted = ({ mimeType }: RTCRtpCodec): boolean => mimeType === `video/${wanted}`
    const codecs = [...all.filter(isWanted), ...all.filter((other) => !isWanted(other))]
    const prototype = RTCPeerConnection.prototype as {
      createOffer(options?: RTCOfferOptions): Promise<RTCSessionDescriptionInit>
    }
    const offer = prototype.createOffer
    prototype.createOffer = function (this: RTCPeerConnection, options) {
      for (const transceiver of this.getTransceivers()) {
        if (transceiver.sender.track?.kind === 'video') transceiver.setCodecPreferences(codecs)
      }
      return offer.call(this, options)
    }
  }, codec)
}

/** What the page has decoded of its only remote picture: its codec as in `video/VP8`, and how many keyframes. */
export async function decodedVideo(page: Page): Promise<{ codec: string; keyframes: number }> {
  const received = await statistics(page, 'inbound-rtp')
  const video = received.find(({ kind }) => kind === 'video')
  const codecs = await statistics(page, 'codec')
  const codec = codecs.find(({ id }) => id === video?.['codecId'])
  return { codec: String(codec?.['mimeType']), keyframes: Number(video?.['keyFramesDecoded']) }
}
