import { createVideoApi } from '@ot-room/video-api'
import type { VideoApi } from '@ot-room/video-api'

export const apiSecret = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'

/** A real VideoApi over a platform that lives in this process and counts its sessions. */
export function fakePlatform(
  answer: (created: number) => Response | Promise<Response> = answerSession,
): { readonly video: VideoApi; readonly created: () => number } {
  let created = 0
  const fetch = async () => answer(++created)
  const video = createVideoApi({ apiKey: '100', apiSecret, fetch })
  return { video, created: () => created }
}

export function answerSession(created: number): Response {
  return Response.json([{ session_id: `1_session${created}` }])
}
