import { VideoError } from '../video-error.ts'

/** The largest answer that is read: a session takes less than 2 KiB. */
export const answerLimit = 64 * 1024

/** Reads a body as UTF-8 and stops at the limit with VideoError `unexpected-response`. */
export async function answerText(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > answerLimit) {
      throw new VideoError(
        'unexpected-response',
        `The platform's answer is longer than ${answerLimit} bytes and was not read to its end.`,
        { status: response.status },
      )
    }
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
