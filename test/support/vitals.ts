// Preloaded into a server's process (`--import`), so that its parent can ask how it is without the server knowing.

/** What a process needs. */
export type Memory = {
  /** Resident memory in bytes. */
  rss: number
  /** Live objects in bytes. */
  heap: number
}

process.on('message', (question) => {
  process.send?.(question === 'memory' ? memory() : processorTime())
})
// Who asks has gone without ending this server.
process.on('disconnect', () => process.exit())
process.channel?.unref()

/** After a collection, which leaves V8 with a small heap that it then collects often: not for while a load is measured. */
function memory(): Memory {
  // Twice, because what the first one finalises only the second one frees.
  globalThis.gc?.()
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { rss, heap: heapUsed + external }
}

/** In milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
