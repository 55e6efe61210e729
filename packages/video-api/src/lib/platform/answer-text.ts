import { VideoError } from '../video-error.ts'

/** The largest answer that is read unless a list is asked for: one thing takes less than 10 KiB. */
export const usualLimit = 64 * 1024
/** The largest list that is read: a thousand archives of fifty streams each. */
export const listLimit = 8 * 1024 * 1024

/** Reads a body as UTF-8 and stops at the limit, in bytes, with VideoError `unexpected-response`. */
export async function answerText(response: Response, limit = usualLimit): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > limit) {
      throw new VideoError(
        'unexpected-response',
        `The platform's answer is longer than ${limit} bytes and was not read to its end.`,
        { status: response.status },
      )
    }
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
