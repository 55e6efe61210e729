/** How the frames of a camera become those of a picture. */
export interface Pump {
  readonly from: ReadableStream<VideoFrame>
  readonly to: WritableStream<VideoFrame>
  readonly signal: AbortSignal
  /** Takes the plain frame as its own. */
  change(plain: VideoFrame): Promise<VideoFrame>
  /** The first changed frame is written. */
  onFirst(): void
}

/**
 * Writes a changed frame for each that comes, until the camera ends or the signal aborts; what fails ends the picture,
 * and never lets a plain frame through.
 *
 * The frames go to the worker one by one, although whole streams could be handed over: then a picture was twice seen to
 * stop after its first frame on a busy machine, somewhere between threads where nothing tells why.
 */
export async function pump({ from, to, signal, change, onFirst }: Pump): Promise<void> {
  const reader = from.getReader()
  const writer = to.getWriter()
  let isFirst = true
  try {
    for (;;) {
      const { done, value: plain } = await reader.read()
      if (done) return
      if (signal.aborted) return plain.close()
      const picture = await change(plain)
      // A picture that nobody takes any more stays with who has made it.
      await writer.write(picture).finally(() => picture.close())
      if (isFirst) onFirst()
      isFirst = false
    }
  } finally {
    // Not before: a frame that is on its way would be lost, and stay open.
    await reader.cancel().catch(() => undefined)
    await writer.close().catch(() => undefined)
  }
}
