// Preloaded into a server's process (`--import`), so that its parent can ask how it is without the server knowing.

/** What a process needs and has used. */
export type Vitals = {
  /** Resident memory in bytes. */
  rss: number
  /** Live objects in bytes, after a collection. */
  heap: number
  /** Processor time so far, in milliseconds. */
  cpu: number
}

process.on('message', () => {
  const { user, system } = process.cpuUsage()
  // Twice, because what the first one finalises only the second one frees.
  globalThis.gc?.()
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  process.send?.({ rss, heap: heapUsed + external, cpu: (user + system) / 1000 } satisfies Vitals)
})
// Who asks has gone without ending this server.
process.on('disconnect', () => process.exit())
process.channel?.unref()
